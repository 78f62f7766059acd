/**
 * Finds deadlines in a text. At each place the longest form is read; then what stands around it decides whether it is a
 * deadline at all: 较 2023 年 is a baseline, 2020年起 a start, （2024 年版） a name, 2017年立项的 an attribute.
 */
import type { DeadlineContext } from "./calendar";
import { withText, type Deadline } from "./deadline";
import { afterDeadline, afterStart, goingOn, NOTHING_SPOKEN, readIn, type Spoken } from "./leaning";
import { endIn, placeIn, read, wordsIn, type Reading } from "./reading";
import { CHINESE_FIGURE_SIGN, FIGURE_SIGN, sentencesOf, TIME_SIGN } from "./sentences";
import { leadsBefore, roleOf, type TimeRole } from "./timeRoles";
import { matchAt, type Match, type TextKind } from "./timeWords";

export interface FoundDeadline {
  /** UTF-16 places in the text, `end` excluded, words such as 到 and 于 included. */
  readonly start: number;
  readonly end: number;
  readonly deadline: Deadline;
}

/** What a year in the text is where it is no deadline. */
export interface FoundYear {
  readonly start: number;
  readonly end: number;
  readonly role: Exclude<TimeRole, "deadline">;
  readonly year: number | null;
}

export interface TimesFound {
  readonly deadlines: readonly FoundDeadline[];
  readonly others: readonly FoundYear[];
}

const NO_TIMES: TimesFound = { deadlines: [], others: [] };

/** All time words of a folded text, in order; places are those of the reading. */
export function findTimes(reading: Reading, kind: TextKind, context: DeadlineContext): TimesFound {
  const text = withoutTitles(reading.text);
  let found: { deadlines: FoundDeadline[]; others: FoundYear[] } | null = null;
  let spoken = NOTHING_SPOKEN;
  let told = 0;
  for (let at = 0; at < text.length; at++) {
    const match = matchAt(text, at, kind);
    if (match === null) continue;
    found ??= { deadlines: [], others: [] };
    spoken = file(found, reading, text, match, goingOn(spoken, text.slice(told, match.start), context), kind, context);
    told = match.end;
    at = match.end - 1;
  }
  return found ?? NO_TIMES;
}

/** Files a match with the deadlines or the others; gives what has been said by then. */
function file(
  found: { readonly deadlines: FoundDeadline[]; readonly others: FoundYear[] }, reading: Reading, text: string, match: Match, spoken: Spoken, kind: TextKind,
  context: DeadlineContext,
): Spoken {
  const lead = leadsBefore(text, match.start);
  const role = roleOf(text, match, lead, kind);
  const deadline = role === "baseline" ? null : readIn(match, spoken, context);
  if (role === "deadline" && deadline !== null) {
    found.deadlines.push({ start: lead.start, end: match.end, deadline: withText(deadline, wordsIn(reading, lead.start, match.end)) });
    return afterDeadline(spoken, match, deadline);
  }
  const year = yearOf(match);
  found.others.push({ start: lead.start, end: match.end, role: role === "deadline" ? "other" : role, year });
  return role === "start" && year !== null ? afterStart(spoken, year) : spoken;
}

function yearOf({ groups }: Match): number | null {
  const named = groups["year"] ?? groups["y"];
  return named === undefined ? null : Number(named);
}

/** What stands in 《》 is a name: its years are nobody's deadline. Same length, so that places stay. */
function withoutTitles(text: string): string {
  if (!text.includes("《")) return text;
  return text.replace(/《[^《》]{0,200}》/gu, (title) => "《" + "\u0001".repeat(title.length - 2) + "》");
}

/** Time words without a digit; a sentence that has neither has no deadline. */
const TIME_WORDS = /年(?:底|末|内|终|度内)|全年|[今明本次来后]年|每[年季月半个]|季度|半年|五[”"]?(?:规划)?[期末时收结]|[一二三四五六七八九十]月|[一二两三四五六七八九十]年|节前|次月|[按逐]月|日内|天内/u;

/** The deadlines in prose, in order; places are those of `text`. Relative words take the context's year. */
export function findDeadlines(text: string, context: DeadlineContext): readonly FoundDeadline[] {
  const found: FoundDeadline[] = [];
  for (const { start, end, signs } of sentencesOf(text, FIGURE_SIGN | TIME_SIGN | CHINESE_FIGURE_SIGN)) {
    const words = text.slice(start, end);
    if ((signs & FIGURE_SIGN) === 0 && !TIME_WORDS.test(words)) continue;
    const reading = read(words, start);
    for (const one of findTimes(reading, "prose", context).deadlines) {
      if (one.deadline.kind === "none" && one.deadline.note?.kind !== "after-event") continue;
      found.push({ start: placeIn(reading, one.start), end: endIn(reading, one.end), deadline: one.deadline });
    }
  }
  return found;
}
