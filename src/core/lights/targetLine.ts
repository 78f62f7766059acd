/**
 * One line of 目标清单 as native formulas over its own cells and the as-of cell of its own sheet: the list stays right in a
 * book of its own. What the ledger says of the row (报告, 人工认定, 调整后时限) stands in it as copies, taken anew with each lighting.
 */
import { cellName, columnName } from "../grid/a1";
import { type CellValue, plainText } from "../grid/grid";
import type { Target } from "../targets/target";
import { type AskedRefs, askedFormula, measureFormula, measureOf, reachedFormula } from "./asked";
import { type CorrectedTarget, NOT_A_TARGET } from "./corrections";
import { unitWord } from "./demand";
import { call, choose, quoted, spacelessIn } from "./expression";
import { adjustedSerial, judgeFacts, type Lane, readReport, type RowFacts, type RowReport } from "./facts";
import { figureForm, ownMeasures, readFigure, shareInPercent } from "./figure";
import {
  adjustedFormula, computedFormula, daysFormula, deadlineFormula, figureFormula, figureTextFormula, lightFormula, lightWord, type RowRefs, statusFormula, verdictWord,
} from "./formula";
import { laneWords, sayDays, serialIn } from "./helperRow";
import type { RowJudgement } from "./judge";
import type { LitRow } from "./litRow";
import type { FormulaCell } from "./look";
import type { LightSettings } from "./settings";
import { statusWord } from "./status";
import { type HandColumn, type TargetColumn, targetColumn } from "./targetColumns";
import { bandsOf, isNumeric, pointsFrom, verdictIn } from "./verdict";

/** What a line is about. */
export interface LineCase {
  readonly facts: RowFacts;
  /** What counts: the copy of the row's report, or what a person wrote beside it. */
  readonly report: RowReport;
  /** Copies of the row's cells. */
  readonly copied: RowReport;
  readonly written: ReadonlyMap<HandColumn, CellValue>;
  readonly judgement: RowJudgement;
}

/** A line's facts: its own lane, the others of its row around it. `lane` is its place in the row's facts. */
export function lineCase(lit: LitRow, { target, correction }: CorrectedTarget & { readonly target: Target }, lane: number, asOf: string, settings: LightSettings): LineCase {
  const own: Lane = lit.facts.lanes[lane] ?? { deadline: target.deadline, from: target.from, target };
  const facts: RowFacts = {
    lanes: [own],
    measured: isNumeric(target) ? { lane: 0, target, bands: bandsOf(target, false), pointsFrom: pointsFrom(target, false) } : null,
    around: lit.facts.lanes.filter((_, index) => index !== lane).map(({ deadline }) => deadline),
  };
  const written: ReadonlyMap<HandColumn, CellValue> = correction?.written ?? new Map();
  const copied: RowReport = {
    status: plainText(lit.report.status),
    value: lit.facts.measured?.lane === lane ? valueCopy(lit.facts.measured, lit.report.value) : null,
    completed: lit.report.completed ?? null,
  };
  const report: RowReport = { ...copied, status: written.get("newStatus") ?? copied.status, value: written.get("newReported") ?? copied.value };
  return { facts, report, copied, written, judgement: judgeFacts(facts, report, lit.marks, asOf, settings) };
}

/** A share that its cell shows in percent is copied as it reads: the format does not come along. */
function valueCopy({ target, pointsFrom: from }: NonNullable<RowFacts["measured"]>, value: CellValue): CellValue {
  const shown = from === Infinity && shareInPercent(target) !== null;
  return shown && typeof value === "number" ? `${Number((value * 100).toPrecision(12))}%` : value;
}

type LineCell = CellValue | FormulaCell;

export interface LinePlace {
  readonly row: number;
  readonly headerRow: number;
}

/** The cells of a line that are counted, and the copies they count from, by column. */
export function countedCells(line: LineCase, extracted: Target, lit: LitRow, place: LinePlace, asOf: string, settings: LightSettings): ReadonlyMap<TargetColumn, LineCell> {
  const { facts, copied, judgement } = line;
  const { marks } = lit;
  const own = (key: TargetColumn): string => `$${cellName(place.row, targetColumn(key))}`;
  const refs = refsOf(own, place, lit);
  const deadline = judgement.date === null ? "" : serialIn(judgement.date);
  const typedDay = line.written.get("newDeadline");
  const adjusted = adjustedSerial(marks) ?? (typeof typedDay === "number" ? Math.floor(typedDay) : "");
  return new Map<TargetColumn, LineCell>([
    ["light", { formula: unlessStruck(own, lightFormula(refs, settings)), cached: lightWord(judgement.light, judgement.overridden, settings) }],
    ["days", { formula: unlessStruck(own, daysFormula(refs, settings)), cached: sayDays({ marks, judgement }, deadline, adjusted, asOf) }],
    ["deadline", { formula: unlessStruck(own, deadlineFormula(facts, refs)), cached: deadline }],
    ["words", facts.lanes.map(laneWords).join("；")],
    ["status", copied.status], ["reported", copied.value], ["completed", copied.completed ?? null],
    ["adjusted", marks.adjusted], ["override", marks.override], ["ground", marks.ground],
    ["statusRead", { formula: statusFormula(refs), cached: statusRead(line, asOf) }],
    ["adjustedRead", { formula: adjustedFormula(refs, choose(call("ISNUMBER", own("newDeadline")), call("INT", own("newDeadline")), '""')), cached: adjusted }],
    ["computed", { formula: computedFormula(facts, refs, settings), cached: settings.looks[judgement.computed].word }],
    ...figureCells(line, extracted, own),
  ]);
}

/** A line that is struck out says nothing from that moment on. */
function unlessStruck(own: (key: TargetColumn) => string, formula: string): string {
  return choose(`${spacelessIn(own("verdict"))}=${quoted(NOT_A_TARGET)}`, '""', formula);
}

function refsOf(own: (key: TargetColumn) => string, { headerRow }: LinePlace, { places }: LitRow): RowRefs {
  return {
    asOf: `$${columnName(targetColumn("days"))}$${headerRow + 1}`,
    status: choose(`${spacelessIn(own("newStatus"))}=""`, `${own("status")}&""`, `${own("newStatus")}&""`),
    value: own("figureTaken"),
    completed: places.completed ? own("completed") : null,
    replies: [], prior: "", came: "",
    light: own("light"), deadline: own("deadline"), adjusted: own("adjusted"), override: own("override"), ground: own("ground"),
    statusRead: own("statusRead"), adjustedRead: own("adjustedRead"), figureText: own("figureText"), figure: own("figure"),
    verdict: own("reached"), computed: own("computed"),
  };
}

function statusRead({ report }: LineCase, asOf: string): string {
  const read = readReport(report, asOf);
  return read === null ? "" : statusWord(read);
}

/** The reported figure against what is asked; nothing where the target names no figure. */
function figureCells({ facts, report, written }: LineCase, extracted: Target, own: (key: TargetColumn) => string): readonly (readonly [TargetColumn, LineCell])[] {
  const { measured } = facts;
  if (measured === null) return [];
  const { target, bands } = measured;
  const refs: AskedRefs = {
    operator: own("operator"), value: own("value"), unit: own("unit"), newOperator: own("newOperator"), newValue: own("newValue"), newUnit: own("newUnit"),
    asked: own("asked"), figure: own("figure"), measure: own("measure"),
  };
  const newValue = written.get("newValue");
  const words = { unit: unitWord(extracted), newUnit: plainText(written.get("newUnit")), newValue: typeof newValue === "string" ? newValue : "" };
  const figure = readFigure(report.value, target, measured.pointsFrom);
  const taken = choose(`${spacelessIn(own("newReported"))}=""`, choose(`${own("reported")}=""`, '""', own("reported")), own("newReported"));
  return [
    ["figureTaken", { formula: taken, cached: report.value ?? "" }],
    ["figureText", { formula: figureTextFormula(facts, own("figureTaken")), cached: figureForm(plainText(report.value), ownMeasures(target)) }],
    ["figure", { formula: figureFormula(facts, own("figureTaken"), own("figureText")), cached: figure ?? "" }],
    ["asked", { formula: askedFormula(target, refs, words), cached: target.value }],
    ["measure", { formula: measureFormula(target, refs), cached: figure === null ? "" : measureOf(target, figure) }],
    ["reached", { formula: unlessStruck(own, reachedFormula(target, refs)), cached: verdictWord(figure === null ? null : verdictIn(bands, figure)) }],
  ];
}
