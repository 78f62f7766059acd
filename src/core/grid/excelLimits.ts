/** What Excel itself takes (support.microsoft.com: Excel specifications and limits). */

/** Characters of a cell's text. */
export const LONGEST_TEXT = 32_767;
/** Characters of a formula. */
export const LONGEST_FORMULA = 8192;

/** Whether Excel takes the name for a sheet: 1 to 31 characters, none of \ / ? * [ ] :, no apostrophe at an end. */
export function isSheetName(name: string): boolean {
  return name.length >= 1 && name.length <= 31 && !/[\\/?*[\]:\u0000-\u001f]/u.test(name) && !name.startsWith("'") && !name.endsWith("'");
}
