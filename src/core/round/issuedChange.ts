/**
 * What a change of issued words does to what is due, as arithmetic: 350 家 → 300 家，目标下降 14 %; 2025 → 2026，时限推后.
 * A department that quietly lowers its number is seen by this, not by the letters that changed.
 */
import type { Day } from "../grid/day";
import { type CellValue, isEmpty, plainText } from "../grid/grid";
import type { ColumnKey } from "../ledger/columns";
import { sayDemand, unitWord } from "../lights/demand";
import { powerWord, splitUnit } from "../lights/figure";
import { firmnessChange } from "../targets/firmness";
import { comparisonForm } from "../text/compare";
import { compareTargets, type TargetChange } from "../targets/compareTargets";
import { type Deadline, NO_DEADLINE } from "../targets/deadline";
import { readDeadlineCell } from "../targets/deadlineCell";
import type { Target } from "../targets/target";
import { readNumber } from "../text/readNumber";

/** The change in both languages of the pane. */
export interface IssuedChange {
  readonly zh: string;
  readonly en: string;
}

/** Longer texts than this are compared by eye: no ledger asks for more in one cell. */
const LONGEST = 20_000;

/** What the change from `master` to `value` means for target and deadline, or null where it means nothing there. `today` stands for the document's year where the words name none. */
export function issuedChange(column: ColumnKey, master: CellValue, value: CellValue, today: Day): IssuedChange | null {
  switch (column) {
    case "content":
      return ofContent(plainText(master), plainText(value), today);
    case "targetValue":
      return ofFigures(master, value);
    case "deadline":
      return ofDeadlines(master, value, today);
    default:
      return null;
  }
}

function ofContent(before: string, after: string, today: Day): IssuedChange | null {
  if (before.length > LONGEST || after.length > LONGEST) return null;
  return together(compareTargets(before, after, { label: null, year: null, asOf: today }).map(sayTargetChange));
}

function together(changes: readonly IssuedChange[]): IssuedChange | null {
  if (changes.length === 0) return null;
  return { zh: changes.map(({ zh }) => zh).join("；"), en: changes.map(({ en }) => en).join("; ") };
}

function sayTargetChange(change: TargetChange): IssuedChange {
  switch (change.kind) {
    case "value":
      return named(change.indicator, withFall(amount(change.from), amount(change.to), change.percent, change.weaker, isCeiling(change.from)));
    case "operator": {
      const words = `${sayDemand(change.from)} → ${sayDemand(change.to)}`;
      return named(change.indicator, change.weaker ? { zh: `${words}，要求放松`, en: `${words}, asks for less` } : { zh: `${words}，要求改变`, en: `${words}, asks otherwise` });
    }
    case "deadline":
      return named(change.indicator, movedDeadline(change.from.deadline, change.to.deadline));
    case "words":
      return named(change.indicator, boundOtherwise(change.dropped, change.added, change.weaker));
    case "baseline": {
      const [was, is] = [change.from.baselineYear, change.to.baselineYear];
      return named(change.indicator, { zh: `基期 ${was ?? "无"} → ${is ?? "无"}，口径改变`, en: `baseline ${was ?? "none"} → ${is ?? "none"}, measured otherwise` });
    }
    case "level": {
      const arrow = `${change.from.indicator} → ${change.to.indicator}`;
      return change.weaker ? { zh: `${arrow}，层级降低`, en: `${arrow}, a lower level` } : { zh: `${arrow}，层级提高`, en: `${arrow}, a higher level` };
    }
    case "softened":
      return named(change.indicator, { zh: `${change.from.clause} → ${change.words}，要求放松`, en: `${change.from.clause} → ${change.words}, asks for less` });
    case "date":
      return movedDeadline(change.from, change.to ?? NO_DEADLINE);
    case "removed":
      return named(change.indicator, { zh: `${amount(change.from)}，目标被删去`.replace(/^，/u, ""), en: `${amount(change.from)}, target is gone`.replace(/^, /u, "") });
    case "added":
      return named(change.indicator, { zh: `新增目标 ${amount(change.to)}`.trimEnd(), en: `new target ${amount(change.to)}`.trimEnd() });
  }
}

/** “确保” → “力争”，要求放松. */
function boundOtherwise(dropped: readonly string[], added: readonly string[], weaker: boolean): IssuedChange {
  const list = (words: readonly string[]): string => words.map((word) => `“${word}”`).join("、");
  const [less, lessEn] = weaker ? ["要求放松", "asks for less"] : ["要求收紧", "asks for more"];
  if (added.length === 0) return { zh: `${list(dropped)}被删去，${less}`, en: `${list(dropped)} is gone, ${lessEn}` };
  if (dropped.length === 0) return { zh: `加上${list(added)}，${less}`, en: `${list(added)} was added, ${lessEn}` };
  return { zh: `${list(dropped)} → ${list(added)}，${less}`, en: `${list(dropped)} → ${list(added)}, ${lessEn}` };
}

const named = (indicator: string, { zh, en }: IssuedChange): IssuedChange => ({ zh: `${indicator}：${zh}`, en: `${indicator}: ${en}` });

const isCeiling = ({ operator }: Target): boolean => operator === "<=" || operator === "<";

/** 30 万辆, 3—5 家; "" for a target without a figure. */
function amount(target: Target): string {
  if (target.value === null) return "";
  const figure = target.upper === undefined ? `${target.value}` : `${target.value}—${target.upper}`;
  return `${figure} ${unitWord(target)}`.trimEnd();
}

function withFall(was: string, is: string, percent: number | null, weaker: boolean, ceiling: boolean): IssuedChange {
  const by = percent === null ? "" : ` ${share(percent)} %`;
  const arrow = `${was} → ${is}`;
  if (ceiling) return weaker ? { zh: `${arrow}，上限放宽${by}`, en: `${arrow}, ceiling raised${by}` } : { zh: `${arrow}，上限收紧${by}`, en: `${arrow}, ceiling lowered${by}` };
  return weaker ? { zh: `${arrow}，目标下降${by}`, en: `${arrow}, target lowered${by}` } : { zh: `${arrow}，目标提高${by}`, en: `${arrow}, target raised${by}` };
}

/** A share in whole percent, one decimal where that would be 0. */
function share(percent: number): number {
  const whole = Math.round(Math.abs(percent));
  return whole === 0 ? Math.abs(percent) : whole;
}

function movedDeadline(from: Deadline, to: Deadline): IssuedChange {
  const arrow = `${dayWords(from, to)} → ${dayWords(to, from)}`;
  const was = from.alternative ?? from.date;
  const is = to.alternative ?? to.date;
  if (is === null) return { zh: `${arrow}，时限取消`, en: `${arrow}, deadline dropped` };
  if (was === null) return { zh: `${arrow}，新设时限`, en: `${arrow}, deadline set` };
  if (was === is) return { zh: `${arrow}，时限改变`, en: `${arrow}, deadline changed` };
  return was < is ? { zh: `${arrow}，时限推后`, en: `${arrow}, deadline put off` } : { zh: `${arrow}，时限提前`, en: `${arrow}, deadline brought forward` };
}

/** 2025 beside another year, else the day; the words themselves where the year was only taken for them or the day comes round. */
function dayWords(deadline: Deadline, other: Deadline): string {
  const { kind, date, text, assumedYear, recurrence } = deadline;
  if (date === null) return text === "" ? "无" : text;
  if (assumedYear !== null || recurrence !== null || kind === "multi") return text;
  return kind === "year" && (other.kind === "year" || other.date === null) ? date.slice(0, 4) : date;
}

function ofFigures(master: CellValue, value: CellValue): IssuedChange | null {
  if (isEmpty(value)) return isEmpty(master) ? null : { zh: `${plainText(master)}，目标被删去`, en: `${plainText(master)}, target is gone` };
  const [was, is] = [demandOf(master), demandOf(value)];
  if (was === null || is === null) return null;
  const bound = firmnessChange(was.words, is.words);
  const parts = [...amounts(was, is), ...(bound ? [boundOtherwise(bound.dropped, bound.added, bound.weaker)] : [])];
  return together(parts);
}

/** A cell of 目标值: its number, what it counts, and the words around it. */
interface FigureDemand {
  readonly value: number;
  readonly scale: number;
  readonly unit: string;
  readonly words: string;
  readonly ceiling: boolean;
}

const SIGNS = /^(?:≥|≤|>=|<=|>|<|不低于|不少于|不超过|不高于|达到|超过|确保|力争|争取|努力|约)+|(?:以上|以下|以内|左右|上下)+$/gu;

function demandOf(cell: CellValue): FigureDemand | null {
  const text = typeof cell === "string" ? comparisonForm(cell) : "";
  const read = readNumber(typeof cell === "string" ? text.replace(SIGNS, "") : cell);
  if (read === null) return null;
  // A power word may stand alone here: 30万.
  const { scale, unit } = splitUnit(`${read.measure}#`);
  return { value: read.value, scale, unit: unit.slice(0, -1), words: text.replace("≥", "以上"), ceiling: /≤|<|不超过|不高于|以下|以内/u.test(text) };
}

function amounts(was: FigureDemand, is: FigureDemand): readonly IssuedChange[] {
  const words = ({ value, scale, unit }: FigureDemand): string => `${value} ${powerWord(scale)}${unit}`.trimEnd();
  // A share without its sign: 70% is 0.7.
  const fraction = was.unit === "%" && is.unit === "" && is.value <= 1.5 ? 100 : 1;
  const [before, after] = [was.value * was.scale, is.value * is.scale * fraction];
  if (was.unit !== is.unit && fraction === 1 && (was.unit === "" || is.unit === "" || before === after)) {
    return words(was) === words(is) || before === after ? [] : [{ zh: `${words(was)} → ${words(is)}，单位改变`, en: `${words(was)} → ${words(is)}, counted otherwise` }];
  }
  if (before === after) return [];
  const percent = before === 0 ? null : Math.round(((after - before) / before) * 1000) / 10;
  return [withFall(words(was), words(is), percent, was.ceiling ? after > before : after < before, was.ceiling)];
}

function ofDeadlines(master: CellValue, value: CellValue, today: Day): IssuedChange | null {
  const [from, to] = [master, value].map((cell) => {
    const read = readDeadlineCell(cell, undefined, { year: null, asOf: today });
    return "deadline" in read ? read.deadline : null;
  });
  if (from === null || from === undefined || to === null || to === undefined || (from.date === to.date && from.alternative === to.alternative && JSON.stringify(from.recurrence) === JSON.stringify(to.recurrence))) return null;
  return movedDeadline(from, to);
}
