/** The words before an item of a reply: 第12项：, 12. , 序号12：, 2025年工作目标第3条：. */

export type ItemMark =
  /** The reply says that it means items of the ledger. */
  | { readonly kind: "named"; readonly numbers: readonly string[]; readonly rest: string }
  | { readonly kind: "goal"; readonly number: string; readonly year: string | null; readonly rest: string }
  /** A number that may as well count the reply's own paragraphs. */
  | { readonly kind: "bare"; readonly number: string; readonly rest: string };

const NUMBER = "[0-9０-９]{1,6}|[零〇一二三四五六七八九十百两]{1,6}";
const LIST = `(?:${NUMBER})(?:\\s{0,2}[、,，和及]\\s{0,2}第?\\s{0,2}(?:${NUMBER})){0,9}`;
const NAMED = new RegExp(`^\\s{0,20}[【\\[(（]?(?:第\\s{0,2}(${LIST})\\s{0,2}[项条号]|(?:序号|任务|事项|编号|项目)\\s{0,2}[:：]?\\s{0,2}([0-9０-９]{1,6}))(?:任务|工作)?\\s{0,2}[】\\])）]?`, "u");
const GOAL = new RegExp(`^\\s{0,20}[【\\[(（]?(?:((?:19|20|21)[0-9]{2})\\s{0,2}年?度?)?\\s{0,2}(?:工作|主要|发展)?目标\\s{0,2}[—\\-–]?\\s{0,2}第?\\s{0,2}(${NUMBER})\\s{0,2}[项条]?[】\\])）]?\\s{0,2}[:：、]`, "u");
const BARE = /^\s{0,20}([0-9０-９]{1,4})\s{0,2}(?:[、:：)）\t]|[.．](?![0-9０-９]))/u;
const AND = /^\s{0,2}[、,，和及]\s{0,2}/u;
const AFTER = /^\s{0,4}[:：、，,.．。]?\s{0,4}/u;

/** The mark that a line begins with, or null. */
export function itemMarkOf(line: string): ItemMark | null {
  const goal = GOAL.exec(line);
  if (goal) return { kind: "goal", number: goal[2] ?? "", year: goal[1] ?? null, rest: line.slice(goal[0].length).trim() };
  const named = NAMED.exec(line);
  if (named) return together(numbersOf(named), line.slice(named[0].length));
  const bare = BARE.exec(line);
  return bare ? { kind: "bare", number: bare[1] ?? "", rest: line.slice(bare[0].length).trim() } : null;
}

/** 第3项、第5项： is one mark of two items. */
function together(numbers: readonly string[], after: string): ItemMark {
  const more = AND.exec(after);
  const next = more ? NAMED.exec(after.slice(more[0].length)) : null;
  if (more && next && numbers.length < 20) return together([...numbers, ...numbersOf(next)], after.slice(more[0].length + next[0].length));
  return { kind: "named", numbers, rest: after.replace(AFTER, "") };
}

function numbersOf(found: RegExpExecArray): readonly string[] {
  return (found[1] ?? found[2] ?? "").split(/[、,，和及第\s]+/u).filter((number) => number !== "");
}

const ENUMERATOR = /^\s{0,20}(?:[0-9０-９]{1,4}\s{0,2}[.．、)）]|[零〇一二三四五六七八九十]{1,4}\s{0,2}、|[(（][0-9０-９一二三四五六七八九十]{1,4}[)）]\s{0,2}[、.．]?|[①-⑳])\s{0,4}/u;

/** The line without a number of its own in front: 一、, (2), ③. */
export function withoutEnumerator(line: string): string {
  return line.replace(ENUMERATOR, "");
}
