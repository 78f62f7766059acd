/** Names by which our columns are found again; the workbook in memory uses the same. */

/** The columns of our layer, in the scope of its sheet. */
export const LAYER_NAME = "台账_辅助列";
/** The day that lights count from, in the scope of its sheet. */
export const AS_OF_NAME = "台账_截至日期";
/** Excel's own name for what is printed. */
export const PRINT_AREA = "Print_Area";

/** At most so many native rules of ours stand on a sheet. */
export const MOST_RULES = 8;
/** Excel's limit for the text of a cell. */
export const LONGEST_TEXT = 32_767;

/** Excel's limit for the text of a formula. */
export const LONGEST_FORMULA = 8192;

/** Whether Excel takes the name for a sheet: 1 to 31 characters, none of \ / ? * [ ] :, no apostrophe at an end. */
export function isSheetName(name: string): boolean {
  return name.length >= 1 && name.length <= 31 && !/[\\/?*[\]:\u0000-\u001f]/u.test(name) && !name.startsWith("'") && !name.endsWith("'");
}
