/**
 * What people corrected in 目标清单. A correction hangs on the words of its target (clause and indicator), never on a row
 * number: it is found again after rows moved, after the text was read anew, and after its words were edited a little. What
 * finds no words is kept and shown.
 */
import { dayOfSerial, isoDay } from "../grid/day";
import { type CellValue, type Grid, type GridRow, isEmpty, plainText } from "../grid/grid";
import { type Deadline, NO_DEADLINE } from "../targets/deadline";
import type { Target } from "../targets/target";
import { comparisonForm } from "../text/compare";
import { similarity, SimilarTexts } from "../round/similar";
import { readNumber } from "../text/readNumber";
import { operatorOf } from "./demand";
import { readFigure, splitUnit } from "./figure";
import { readStatus } from "./status";
import { isNumeric } from "./verdict";
import { HAND_COLUMNS, type HandColumn, TARGET_COLUMNS, type TargetColumn, targetHeader } from "./targetColumns";

/** One line of 目标清单 that a person wrote on. */
export interface Correction {
  readonly serial: string;
  readonly task: string;
  readonly clause: string;
  /** As it was extracted. */
  readonly indicator: string;
  /** Which of several targets with these words, from 0. */
  readonly nth: number;
  /** What the person wrote; only filled cells. */
  readonly written: ReadonlyMap<HandColumn, CellValue>;
}

/** Written under 取舍: the line is no target; or a target that was not found, its words under 原文. */
export const NOT_A_TARGET = "不是目标";
export const ADDED = "新增";

export interface CorrectedTarget {
  /** As extracted; of an added one as it was first written. */
  readonly extracted: Target;
  /** As a person has it; null where it is no target. */
  readonly target: Target | null;
  readonly correction: Correction | null;
  /** Hand columns whose words could not be read, so that the extracted value stands. */
  readonly unread: readonly HandColumn[];
  /** The words are no longer quite those that were corrected. */
  readonly reworded: boolean;
}

/** A row's words, to be corrected. */
export interface ExtractedRow {
  readonly task: string;
  readonly content: string;
  readonly targets: readonly Target[];
}

export interface Corrected {
  /** By row, in order; added targets last. */
  readonly rows: readonly (readonly CorrectedTarget[])[];
  /** Corrections whose words are nowhere, or at several places. */
  readonly orphans: readonly Correction[];
}

/** A target that nobody corrected. */
export function asExtracted(target: Target): CorrectedTarget {
  return { extracted: target, target, correction: null, unread: [], reworded: false };
}

/** Everything people wrote on 目标清单; empty where the sheet is none of ours. */
export function readCorrections(grid: Grid): readonly Correction[] {
  const header = grid.rows.find((row) => columnsIn(row).has("clause") && columnsIn(row).has("indicator"));
  if (!header) return [];
  const columns = columnsIn(header);
  const seen = new Map<string, number>();
  return grid.rows.filter(({ row }) => row > header.row).flatMap(({ values }): Correction[] => {
    const at = (key: TargetColumn): CellValue => values[columns.get(key) ?? -1] ?? null;
    const words = { serial: plainText(at("serial")), task: plainText(at("task")), clause: plainText(at("clause")), indicator: plainText(at("indicator")) };
    const anchor = anchorOf(words.task, words.clause, words.indicator);
    const nth = seen.get(anchor) ?? 0;
    if (!isEmpty(words.clause)) seen.set(anchor, nth + 1);
    const written = new Map(HAND_COLUMNS.flatMap((key) => (isEmpty(at(key)) ? [] : [[key, at(key)] as const])));
    return written.size === 0 ? [] : [{ ...words, nth, written }];
  });
}

function columnsIn(row: GridRow): ReadonlyMap<TargetColumn, number> {
  const found = new Map<TargetColumn, number>();
  for (const { key } of TARGET_COLUMNS) {
    const col = row.values.findIndex((value) => typeof value === "string" && comparisonForm(value) === targetHeader(key));
    if (col >= 0) found.set(key, col);
  }
  return found;
}

function anchorOf(...words: readonly string[]): string {
  return words.map(comparisonForm).join("\u0000");
}

/** Puts corrections on the targets that were extracted anew. `readDeadline` reads the words under 更正时限. */
export function applyCorrections(
  rows: readonly ExtractedRow[], corrections: readonly Correction[], readDeadline: (words: string) => Deadline,
): Corrected {
  const open = new Set(corrections);
  const byWords = indexOf(corrections, ({ task, clause, indicator }) => anchorOf(task, clause, indicator));
  const byClause = indexOf(corrections, ({ clause, indicator }) => anchorOf(clause, indicator));
  const places = indexOf(rows.flatMap(({ targets }) => targets), ({ clause, indicator }) => anchorOf(clause, indicator));
  const exact = rows.map(({ task, targets }) => {
    const seen = new Map<string, number>();
    return targets.map((target) => {
      const words = anchorOf(task, target.clause, target.indicator);
      const bare = anchorOf(target.clause, target.indicator);
      const nth = seen.get(words) ?? 0;
      seen.set(words, nth + 1);
      const own = byWords.get(words)?.find((one) => one.nth === nth);
      // The task was renamed, but its words stand only here.
      const moved = places.get(bare)?.length === 1 ? byClause.get(bare) : undefined;
      const correction = own ?? (moved?.length === 1 ? moved[0] : undefined);
      if (!correction) return asExtracted(target);
      open.delete(correction);
      return correct(target, correction, readDeadline);
    });
  });
  const reworded = matchReworded(rows, exact, [...open].filter((one) => !isAddition(one)));
  const corrected = exact.map((targets, index) => targets.map((one, position) => {
    const correction = reworded.get(`${index},${position}`);
    if (!correction) return one;
    open.delete(correction);
    return { ...correct(one.extracted, correction, readDeadline), reworded: true };
  }));
  const withAdded = rows.map(({ task, content }, index) => {
    const added = [...open].filter((one) => isAddition(one) && sameWords(one.task, task) && contains(content, one.clause));
    return [
      ...(corrected[index] ?? []),
      ...added.map((one) => {
        open.delete(one);
        return correct(emptyTarget(one, content), one, readDeadline);
      }),
    ];
  });
  return { rows: withAdded, orphans: [...open] };
}

/** Edited words: as like as this within the task, and elsewhere; the next best must be clearly less like, and of the same thing. */
const LIKE_IN_TASK = 0.55;
const LIKE_INDICATOR = 0.5;
const LIKE_ELSEWHERE = 0.8;
const MARGIN = 0.1;

/** By "row,position": corrections whose words were edited a little, each at the one target that it clearly means. */
function matchReworded(
  rows: readonly ExtractedRow[], exact: readonly (readonly CorrectedTarget[])[], open: readonly Correction[],
): ReadonlyMap<string, Correction> {
  if (open.length === 0) return new Map();
  const free = exact.flatMap((targets, index) => targets.flatMap(({ extracted, correction }, position) => (
    correction === null ? [{ key: `${index},${position}`, task: comparisonForm(rows[index]?.task ?? ""), words: wordsOf(extracted), indicator: comparisonForm(extracted.indicator) }] : []
  )));
  const texts = new SimilarTexts(free.map(({ words }) => words));
  const claims = new Map<string, Correction | null>();
  for (const correction of open) {
    const words = wordsOf(correction);
    const task = comparisonForm(correction.task);
    const scored = texts.candidates(words).flatMap((index) => {
      const place = free[index];
      if (!place || similarity(comparisonForm(correction.indicator), place.indicator) < LIKE_INDICATOR) return [];
      const score = similarity(words, place.words);
      return score >= (task !== "" && place.task === task ? LIKE_IN_TASK : LIKE_ELSEWHERE) ? [{ key: place.key, score: score + (place.task === task ? MARGIN : 0) }] : [];
    }).sort((left, right) => right.score - left.score);
    const [best, next] = scored;
    if (!best || (next && best.score - next.score < MARGIN)) continue;
    // Two corrections that mean the same words: neither is taken.
    claims.set(best.key, claims.has(best.key) ? null : correction);
  }
  return new Map([...claims].flatMap(([key, correction]) => (correction ? [[key, correction] as const] : [])));
}

function wordsOf({ clause, indicator }: Pick<Correction, "clause" | "indicator">): string {
  return comparisonForm(clause) + comparisonForm(indicator);
}

function indexOf<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const index = new Map<string, T[]>();
  for (const item of items) {
    const list = index.get(key(item));
    if (list) list.push(item);
    else index.set(key(item), [item]);
  }
  return index;
}

function isAddition({ written }: Correction): boolean {
  return comparisonForm(plainText(written.get("verdict"))) === ADDED;
}

function sameWords(one: string, other: string): boolean {
  return isEmpty(one) || comparisonForm(one) === comparisonForm(other);
}

function contains(content: string, clause: string): boolean {
  return !isEmpty(clause) && comparisonForm(content).includes(comparisonForm(clause));
}

function emptyTarget({ clause, indicator }: Correction, content: string): Target {
  return {
    clause, start: Math.max(0, content.indexOf(clause)), indicator, operator: null, value: null, scale: null, unit: null, baselineYear: null,
    qualitative: true, deadline: NO_DEADLINE, from: null,
  };
}

function correct(extracted: Target, correction: Correction, readDeadline: (words: string) => Deadline): CorrectedTarget {
  if (comparisonForm(plainText(correction.written.get("verdict"))) === NOT_A_TARGET) {
    return { extracted, target: null, correction, unread: [], reworded: false };
  }
  const unread: HandColumn[] = [];
  let target = extracted;
  for (const [column, value] of correction.written) {
    const next = corrected(target, column, value, readDeadline);
    if (next === null) unread.push(column);
    else target = next;
  }
  const numeric = target.value !== null && target.operator !== null;
  return { extracted, target: { ...target, qualitative: target.qualitative && !numeric }, correction, unread, reworded: false };
}

/** The target with one column's words taken over, or null where they can't be read. */
function corrected(target: Target, column: HandColumn, value: CellValue, readDeadline: (words: string) => Deadline): Target | null {
  const text = plainText(value).trim();
  switch (column) {
    case "newIndicator":
      return { ...target, indicator: text };
    case "newOperator": {
      const operator = operatorOf(text);
      return operator && { ...target, operator };
    }
    case "newValue": {
      const number = readNumber(value);
      if (number === null) return null;
      const measure = number.measure === "" ? { scale: target.scale ?? 1, unit: target.unit } : splitUnit(number.measure);
      // One number in place of a range: its upper end is gone.
      return { ...withoutUpper(target), ...measure, value: number.value, operator: target.operator ?? ">=", qualitative: false };
    }
    case "newUnit":
      return { ...target, ...splitUnit(text) };
    case "newDeadline": {
      const deadline = handDeadline(value, readDeadline);
      return deadline && { ...target, deadline, from: null };
    }
    case "newStatus":
      return readStatus(text) === null ? null : target;
    case "newReported":
      return isNumeric(target) && readFigure(value, target) !== null ? target : null;
    case "verdict":
      return comparisonForm(text) === ADDED ? target : null;
    case "remark":
      return target;
  }
}

function withoutUpper({ clause, start, indicator, operator, value, scale, unit, baselineYear, qualitative, deadline, from }: Target): Target {
  return { clause, start, indicator, operator, value, scale, unit, baselineYear, qualitative, deadline, from };
}

function handDeadline(value: CellValue, readDeadline: (words: string) => Deadline): Deadline | null {
  if (typeof value === "number") {
    const day = dayOfSerial(value);
    return day && { ...NO_DEADLINE, kind: "date", date: isoDay(day), text: "人工更正" };
  }
  const deadline = readDeadline(plainText(value));
  return deadline.kind === "none" ? null : deadline;
}
