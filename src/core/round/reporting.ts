/** Who answers for a row: its lead units alone, its first lead unit for all, or every unit that it names. */
export const REPORTINGS = ["lead", "first-lead", "each"] as const;
export type Reporting = (typeof REPORTINGS)[number];
