/** Names of people in the column of contacts. */

/** Two characters set apart to line up with names of three. */
const SPREAD = /^(\p{Script=Han})[ \u00a0\u3000]{1,3}(\p{Script=Han})(?=$|[\s\d（(:：,，、])/u;

/** Whether the text begins with a name that has blanks in it. */
export function isSpreadName(text: string): boolean {
  return SPREAD.test(text);
}

/** The text with the name at its beginning closed up. */
export function joinedName(text: string): string {
  return text.replace(SPREAD, "$1$2");
}
