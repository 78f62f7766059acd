/** What the Excel that we run in can do. Everything up to the floor is taken for granted. */

/** The least ExcelApi that the product runs on. */
export const FLOOR = "1.9";

/** Newer abilities that are used where they are there: what for, and since which ExcelApi. */
const SINCE = {
  /** Columns in an outline group. */
  groups: "1.10",
  /** Telling merged cells. */
  spans: "1.13",
} as const;

export type Ability = keyof typeof SINCE;

export function hasExcelApi(version: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", version);
}

export function can(ability: Ability): boolean {
  return hasExcelApi(SINCE[ability]);
}
