/** Words that say what a unit does in a task, written into the cell with it: 牵头：…, …（牵头）, …按职责分工负责. */

export type UnitRole = "lead" | "responsible" | "support";

const LABEL =
  /^(?:第[一二三四]|主要|市级|区级|具体)?(?:牵头|责任|配合|主办|协办|主责|参与|参加|协同|落实|实施|承办|负责|协助|支持|主管)(?:责任)?(?:单位|部门|主体)?(?:为|是)?$/u;
const TAIL = /(?:按(?:照)?(?:各自)?职责(?:和?分工)?)?(?:分别|共同|具体|组织|积极|密切)?(?:牵头|负责|配合|参与|协助|主办|协办|承办|落实|实施|协同)+$/u;
const BRACKET = /[（(]\s?(?:第一)?(?:牵头|主办|主责|责任|配合|协办|协助|参与|负责)(?:责任)?(?:单位|部门)?\s?[）)]$/u;
const FRONT = /^(?:由|会同|请)/u;
const LABEL_IN_FRONT = /^(?:牵头|责任|配合|主办|协办)(?:责任)?(?:单位|部门)(?:为|是)/u;

/** No role word with its brackets is longer. */
const REACH = 24;

/** The role that a word stands for. */
function roleOf(word: string): UnitRole {
  if (/牵头|主办|主责|第一/u.test(word)) return "lead";
  return /配合|参与|参加|协|支持|会同/u.test(word) ? "support" : "responsible";
}

/** The role of a label before a colon ("牵头单位"), or null where it is none. */
export function labelRole(text: string): UnitRole | null {
  const label = text.replace(/[\s（(【[]/gu, "");
  return label.length <= 12 && LABEL.test(label) ? roleOf(label) : null;
}

export interface RoleWords {
  /** Characters that the words take. */
  readonly length: number;
  readonly role: UnitRole | null;
}

/** A role in brackets at the end of a name (市财政局（牵头）), or null. */
export function bracketRole(text: string): RoleWords | null {
  return wordsAtEnd(BRACKET, text);
}

/** The role words at the end of a name (市财政局牵头), or null. */
export function roleAtEnd(text: string): RoleWords | null {
  return wordsAtEnd(TAIL, text);
}

function wordsAtEnd(pattern: RegExp, text: string): RoleWords | null {
  const word = pattern.exec(text.slice(-REACH))?.[0];
  return word === undefined ? null : { length: word.length, role: roleOf(word) };
}

/** The role words before a name (由市财政局…, 会同市商务局), or null. */
export function roleAtStart(text: string): RoleWords | null {
  const label = LABEL_IN_FRONT.exec(text)?.[0];
  if (label !== undefined) return { length: label.length, role: roleOf(label) };
  const word = FRONT.exec(text)?.[0];
  if (word === undefined) return null;
  return { length: word.length, role: word === "会同" ? "support" : null };
}
