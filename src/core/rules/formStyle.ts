/** How the sheet should look: as the master does, as the standard ledger does, or not looked at. */
import type { SheetForm } from "../form/form";
import { isSetUpForPrint } from "../form/printing";

export const FORM_STYLES = ["master", "standard", "none"] as const;
export type FormStyle = (typeof FORM_STYLES)[number];

/**
 * Whether settings for print are looked at: of a sheet that somebody set up for it, and of any where the standard form is
 * asked for. A bare sheet was never meant for paper.
 */
export function isPrintJudged({ form, formStyle }: { readonly form: SheetForm | null; readonly formStyle: FormStyle }): boolean {
  return form !== null && (formStyle === "standard" || isSetUpForPrint(form.print));
}
