/** How the sheet should look: as the master does, as the standard ledger does, or not looked at. */
export const FORM_STYLES = ["master", "standard", "none"] as const;
export type FormStyle = (typeof FORM_STYLES)[number];
