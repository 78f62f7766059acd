/** What stands in our columns for one row: formulas with what they come to now, and what people wrote. */
import { cellName, columnName } from "../grid/a1";
import { parseIsoDay, serialOfDay } from "../grid/day";
import { type CellValue, plainText } from "../grid/grid";
import { adjustedSerial, type HandMarks, readReport, type RowFacts, type RowReport } from "./facts";
import { figureForm, ownMeasures, readFigure, spaceless } from "./figure";
import {
  adjustedFormula, computedFormula, daysFormula, deadlineFormula, figureFormula, figureTextFormula, INCOMPLETE, lightFormula, lightWord,
  type RowRefs, statusFormula, verdictFormula, verdictWord,
} from "./formula";
import type { HelperKey, HelperPlaces } from "./helperColumns";
import type { RowJudgement } from "./judge";
import type { FormulaCell } from "./look";
import { sayDeadline, sayRecurrence } from "./reason";
import { type Arrival, cameWord, readReplyState, replyFormula, replyWord } from "./replyState";
import type { LightSettings } from "./settings";
import { statusWord } from "./status";
import { verdictIn } from "./verdict";

/** Where a row's own cells stand; a spanned value has its span's first cell. */
export interface RowPlaces {
  readonly row: number;
  readonly status: CellPlace | null;
  readonly value: CellPlace | null;
  /** Absent where the ledger has no column for the day of completion. */
  readonly completed?: CellPlace;
  readonly replies: readonly CellPlace[];
}

export interface CellPlace {
  readonly row: number;
  readonly col: number;
}

/** Everything our columns need to know of a row. */
export interface RowLight {
  readonly facts: RowFacts;
  readonly report: RowReport;
  /** Values of the reply cells, in the order of `RowPlaces.replies`. */
  readonly replies: readonly CellValue[];
  readonly marks: HandMarks;
  readonly arrival: Arrival;
  readonly judgement: RowJudgement;
}

export type HelperCell = CellValue | FormulaCell;

/** The names that the row's formulas use. */
export function refsOf(places: HelperPlaces, row: RowPlaces, headerRow: number): RowRefs {
  const own = (key: HelperKey): string => nameOf({ row: row.row, col: places[key] });
  return {
    asOf: `$${columnName(places.days)}$${headerRow + 1}`,
    status: row.status && nameOf(row.status),
    value: row.value && nameOf(row.value),
    completed: row.completed ? nameOf(row.completed) : null,
    replies: row.replies.map(nameOf),
    light: own("light"), deadline: own("deadline"), adjusted: own("adjusted"), override: own("override"), ground: own("ground"),
    statusRead: own("statusRead"), adjustedRead: own("adjustedRead"), figureText: own("figureText"), figure: own("figure"), verdict: own("verdict"),
    computed: own("computed"), prior: own("prior"), came: own("came"),
  };
}

/** `$J5`: the column stays when somebody copies the cell, the row moves along. */
function nameOf({ row, col }: CellPlace): string {
  return `$${cellName(row, col)}`;
}

/** The row's cells by column of ours; null where the cell stays empty. */
export function helperCells(light: RowLight, refs: RowRefs, asOf: string, settings: LightSettings): Readonly<Record<HelperKey, HelperCell>> {
  const { facts, report, marks, judgement } = light;
  const deadline = judgement.date === null ? "" : serialIn(judgement.date);
  const adjusted = adjustedSerial(marks) ?? "";
  return {
    light: { formula: lightFormula(refs, settings), cached: lightWord(judgement.light, judgement.overridden, settings) },
    days: { formula: daysFormula(refs, settings), cached: sayDays(light, deadline, adjusted, asOf) },
    deadline: { formula: deadlineFormula(facts, refs), cached: deadline },
    reported: refs.replies.length === 0 ? null : {
      formula: replyFormula(refs.replies, refs.prior, refs.came), cached: replyWord(readReplyState(light.replies, light.arrival)),
    },
    words: wordsOf(facts),
    adjusted: marks.adjusted,
    override: marks.override === "" ? null : marks.override,
    ground: marks.ground === "" ? null : marks.ground,
    statusRead: refs.status === null && refs.completed === null ? null : { formula: statusFormula(refs), cached: statusOf(report, asOf) },
    adjustedRead: { formula: adjustedFormula(refs), cached: adjusted },
    ...figureCells(light, refs),
    computed: { formula: computedFormula(facts, refs, settings), cached: settings.looks[judgement.computed].word },
    prior: light.arrival.prior === "" ? null : light.arrival.prior,
    came: light.arrival.came === null ? null : cameWord(light.arrival.came),
  };
}

function statusOf(report: RowReport, asOf: string): string {
  const read = readReport(report, asOf);
  return read === null ? "" : statusWord(read);
}

function figureCells({ facts, report }: RowLight, refs: RowRefs): Readonly<Record<"figureText" | "figure" | "verdict", HelperCell>> {
  const { measured } = facts;
  if (measured === null || refs.value === null) return { figureText: null, figure: null, verdict: null };
  const figure = readFigure(report.value, measured.target, measured.pointsFrom);
  return {
    figureText: { formula: figureTextFormula(facts, refs.value), cached: figureForm(plainText(report.value), ownMeasures(measured.target)) },
    figure: { formula: figureFormula(facts, refs.value, refs.figureText), cached: figure ?? "" },
    verdict: {
      formula: verdictFormula(measured.bands, refs.figure),
      cached: verdictWord(figure === null ? null : verdictIn(measured.bands, figure)),
    },
  };
}

/** The words each date came from, without repeating any; nothing in them changes with the as-of day. */
export function wordsOf({ lanes }: RowFacts): string {
  return [...new Set(lanes.map(laneWords))].join("；");
}

/** The words a lane's date came from. */
export function laneWords({ deadline, from, postponedTo }: RowFacts["lanes"][number]): string {
  const date = deadline.recurrence ? sayRecurrence(deadline.recurrence) : deadline.date;
  return sayDeadline({ words: deadline.text, from, date, later: deadline.recurrence ? null : deadline.alternative, ground: "", original: null, assumedYear: deadline.assumedYear, postponedTo: postponedTo ?? null });
}

/** The words of the column of days. */
export function sayDays({ marks, judgement }: Pick<RowLight, "marks" | "judgement">, deadline: number | "", adjusted: number | "", asOf: string): string {
  if (marks.adjusted !== null && marks.adjusted !== "" && adjusted === "") return INCOMPLETE.adjusted;
  if (spaceless(marks.override) !== "" && spaceless(marks.ground) === "") return INCOMPLETE.override;
  if (deadline === "" || judgement.light === "done") return "";
  const left = deadline - serialIn(asOf);
  return left > 0 ? `剩${left}天` : left === 0 ? "今天到期" : `已过${-left}天`;
}

/** Excel's serial number of "2025-12-31". */
export function serialIn(iso: string): number {
  const day = parseIsoDay(iso);
  if (!day) throw new RangeError(`no day: ${iso}`);
  return serialOfDay(day);
}
