/** Texts that a spreadsheet would take for a formula once they are typed, pasted or opened from plain text (OWASP, CSV injection). */

/** A sign that begins a formula in Excel, WPS or LibreOffice, half or full width. */
const SIGN = /[=+\-@＝＋－＠]/u;
/** Blanks and marks without a width that programs pass over before they look for the sign. */
const PASSED_OVER = /[\s\u0000\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/u;

/** Whether the text begins with such a sign, behind whatever blanks, or with a tab or line end that moves it into a cell of its own. */
export function isFormulaLike(text: string): boolean {
  let at = 0;
  while (at < text.length && PASSED_OVER.test(text.charAt(at))) at++;
  return SIGN.test(text.charAt(at)) || /^[\t\r\n\u0000]/u.test(text);
}

/** The text as plain text may carry it: an apostrophe before whatever would be taken for a formula. */
export function guardedText(text: string): string {
  return isFormulaLike(text) ? `'${text}` : text;
}
