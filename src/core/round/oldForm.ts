/**
 * Whether a returned file was filled in for another round or on an old template, and by what that is seen. A person may insist.
 * Nothing is refused for one odd row or one odd word: a whole form must be of another time.
 */
import { isoDay } from "../grid/day";
import { type Grid, isEmpty, plainText } from "../grid/grid";
import { cellMark, cellOf, type Ledger, textOf } from "../ledger/ledger";
import { comparisonForm } from "../text/compare";
import { readDay } from "../text/readDay";
import type { Pairing } from "./identity";
import type { Metadata } from "./metadata";
import type { Refusal, RoundView } from "./reading";
import type { BaseRow, RowId } from "./round";

export interface FormQuestion {
  readonly metadata: Metadata;
  readonly grid: Grid;
  readonly ledger: Ledger;
  readonly pairs: readonly (Pairing | null)[];
  readonly byId: ReadonlyMap<RowId, BaseRow>;
  readonly view: RoundView;
}

/** Why the form is not of this round, or null. */
export function oldForm(question: FormQuestion): Refusal | null {
  const { metadata, grid, ledger, view: { dispatch } } = question;
  const lines = titleLines(grid, ledger);
  const round = metadata.round ?? roundIn(lines);
  if (dispatch !== null && round !== null && round !== dispatch.name) return { kind: "otherRound", round, own: dispatch.name };
  return strangeRows(question) ?? otherPeriod(lines, question.view) ?? oldTemplate(question) ?? early(question, lines, round === null);
}

/** The lines above a ledger's header. */
export function titleLines(grid: Grid, ledger: Ledger): readonly string[] {
  const rows = new Set(ledger.frame.filter(({ kind }) => kind === "title").map(({ gridRow }) => gridRow));
  return grid.rows.filter(({ row }) => rows.has(row)).map(({ values }) => values.filter((value) => !isEmpty(value)).map(plainText).join("　")).filter((line) => line.length <= 200);
}

const ROUND = /轮次[:：]\s*([^\u3000\t]{1,60}?)\s*(?:\u3000|\t|填报单位|请于|$)/u;

/** Our own forms say their round above the table, too: programs that lose properties keep it. */
function roundIn(lines: readonly string[]): string | null {
  for (const line of lines) {
    const found = ROUND.exec(line)?.[1]?.trim();
    if (found) return found;
  }
  return null;
}

/** One strange row may be a new task; a whole table of them is another ledger. */
function strangeRows({ ledger, pairs }: FormQuestion): Refusal | null {
  if (pairs.some((pair) => pair !== null)) return null;
  const rows = ledger.rows.filter((row) => row.values.some((value) => !isEmpty(value))).length;
  return rows >= 2 ? { kind: "otherLedger", rows } : null;
}

interface Period {
  readonly year: number;
  /** Null where only a year is named. */
  readonly month: number | null;
}

/** The title is of another year or month than the round's name and the master's own title, and of an earlier one. */
function otherPeriod(lines: readonly string[], { dispatch, titles }: RoundView): Refusal | null {
  const [named, titled] = [periodsIn(dispatch?.name ?? ""), titles.flatMap(periodsIn)];
  const own = [...named, ...titled];
  const said = lines.filter((line) => !titles.some((title) => comparisonForm(title) === comparisonForm(line))).flatMap(periodsIn);
  const [first] = said;
  if (!first || own.length === 0 || said.some((period) => named.some((other) => agree(period, other)) || titled.some((other) => isSame(period, other)))) return null;
  if (!said.every((period) => own.some((other) => isBefore(period, other)))) return null;
  return { kind: "otherRound", round: sayPeriod(first), own: dispatch?.name ?? sayPeriod(own[0] ?? first) };
}

const PERIOD = /((?:19|20|21)\d{2})年(?:度)?(?:(1[0-2]|[1-9])月)?/gu;
const DIGITS: ReadonlyMap<string, string> = new Map(Array.from("〇一二三四五六七八九", (sign, index) => [sign, String(index)]));

function periodsIn(line: string): readonly Period[] {
  const form = comparisonForm(line).replace(/[〇一二三四五六七八九]{4}(?=年)/gu, (year) => Array.from(year, (sign) => DIGITS.get(sign) ?? sign).join(""));
  return [...form.matchAll(PERIOD)].map(([, year, month]) => ({ year: Number(year), month: month === undefined ? null : Number(month) }));
}

function agree(left: Period, right: Period): boolean {
  return left.year === right.year && (left.month === null || right.month === null || left.month === right.month);
}

function isSame(left: Period, right: Period): boolean {
  return left.year === right.year && left.month === right.month;
}

function isBefore(left: Period, right: Period): boolean {
  return left.year < right.year || (left.year === right.year && (left.month ?? 13) < (right.month ?? 0));
}

function sayPeriod({ year, month }: Period): string {
  return month === null ? `${year}年` : `${year}年${month}月`;
}

/** So many rows of a form, and such a share of them, must say an earlier year than the round's own. */
const FEWEST = 2;
const OLDER = 0.3;
/** Where no years tell, so many must be other rows or other texts. */
const MANY = 5;
const OTHERS = 0.7;

/** The issued texts are last year's: the same tasks with earlier years, or mostly other tasks. */
function oldTemplate({ ledger, pairs, byId }: FormQuestion): Refusal | null {
  let rows = 0;
  let others = 0;
  const older: { readonly said: number; readonly own: number }[] = [];
  ledger.rows.forEach((row, index) => {
    const content = textOf(ledger, row, "content");
    if (isEmpty(content)) return;
    rows += 1;
    const known = byId.get(pairs[index]?.id ?? "");
    const own = known ? plainText(known.cells.get("content") ?? null) : "";
    if (known && sameOrCut(own, content) && (known.label === row.label || comparisonForm(known.label ?? "") === comparisonForm(row.label ?? ""))) return;
    others += 1;
    const said = lastYear(`${row.label ?? ""}${content}`);
    const asked = known ? lastYear(`${known.label ?? ""}${own}`) : null;
    if (said === null || asked === null || said >= asked) return;
    older.push({ said, own: asked });
  });
  const [first] = older;
  if (first && older.length >= FEWEST && older.length >= rows * OLDER) return { kind: "oldTemplate", rows, changed: others, ...first };
  return rows >= MANY && others >= rows * OTHERS ? { kind: "oldTemplate", rows, changed: others, said: 0, own: 0 } : null;
}

function sameOrCut(own: string, said: string): boolean {
  if (own === said) return true;
  const [left, right] = [comparisonForm(own), comparisonForm(said)];
  return left === right || (right.length >= 6 && left.startsWith(right));
}

function lastYear(text: string): number | null {
  const years = [...comparisonForm(text).matchAll(/((?:19|20|21)\d{2})年/gu)].map(([, year]) => Number(year));
  return years.length === 0 ? null : Math.max(...years);
}

/** It was due before this round was sent out, or, where it says nothing of its round, all of it was filled in before. */
function early({ ledger, view: { dispatch } }: FormQuestion, lines: readonly string[], unnamed: boolean): Refusal | null {
  if (dispatch === null) return null;
  const due = lines.map((line) => /请于\s*(\d{4}-\d{2}-\d{2})/u.exec(line)?.[1]).find((day) => day !== undefined);
  const filled = (unnamed ? ledger.rows : []).flatMap((row) => {
    const day = readDay(cellOf(ledger, row, "reportDate"), cellMark(ledger, row, "reportDate"));
    return day ? [isoDay(day)] : [];
  });
  const last = due ?? filled.sort().at(-1);
  return last !== undefined && last < dispatch.sent ? { kind: "oldReport", date: last, sent: dispatch.sent } : null;
}
