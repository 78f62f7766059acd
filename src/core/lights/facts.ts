/**
 * What is known of a row before anybody reports: its dates, and which target its figure is about. The judge and the
 * native formula start from the same facts, so that they cannot differ.
 */
import { type CellValue, plainText } from "../grid/grid";
import { isoDay, dayOfSerial } from "../grid/day";
import { type Deadline, type DeadlineSource, NO_DEADLINE } from "../targets/deadline";
import type { Target } from "../targets/target";
import { sayDemand } from "./demand";
import { duesOf } from "./due";
import { readFigure, shareInPercent, spaceless } from "./figure";
import { saysCompleted } from "./completion";
import { judgeRow, type Override, type RowJudgement, type TargetCase } from "./judge";
import { LIGHTS, type Light } from "./light";
import { DEFAULT_SETTINGS, type LightSettings } from "./settings";
import { readStatus, type Status, statusForm } from "./status";
import { type Band, bandsOf, isNumeric, pointsFrom, verdictIn } from "./verdict";

/** A deadline with the words it came from. */
export interface SourcedDeadline {
  readonly deadline: Deadline;
  readonly from: DeadlineSource | null;
}

/** One thing the row has to keep. `target` is null where only the date is known. */
export interface Lane extends SourcedDeadline {
  readonly target: Target | null;
  /** The ledger names this later day now, without a ground; `deadline` is the date that stood there before. */
  readonly postponedTo?: string;
}

export interface RowFacts {
  /** Never empty: a row without a target and a date has one lane without a deadline. */
  readonly lanes: readonly Lane[];
  /** The lane that the row's 完成值 is about, and what it says there; null where it decides nothing. */
  readonly measured: { readonly lane: number; readonly target: Target; readonly bands: readonly Band[]; readonly pointsFrom: number } | null;
  /** Where only some of the row's lanes are looked at, the deadlines of the others: a bare 进行中 may be about one of them. */
  readonly around?: readonly Deadline[];
}

/** The cells for figures, as the ledger has them; `percent` where the cell shows percentages. */
export interface FigureCells {
  readonly targetValue: CellValue;
  readonly targetPercent: boolean;
  readonly valuePercent: boolean;
}

/** What is reported of a row. */
export interface RowReport {
  readonly status: CellValue;
  readonly value: CellValue;
  /** The cell under 实际完成时间, where the ledger has one. */
  readonly completed?: CellValue;
}

/** What people wrote into our columns. */
export interface HandMarks {
  /** 调整后时限: a day as Excel's serial number. Without a ground it does not count. */
  readonly adjusted: CellValue;
  readonly override: string;
  /** The ground of the one or the other. */
  readonly ground: string;
}

export const NO_MARKS: HandMarks = { adjusted: null, override: "", ground: "" };

/** Whether a person wrote anything into our columns. */
export function isMarked({ adjusted, override, ground }: HandMarks): boolean {
  return adjusted !== null || override !== "" || ground !== "";
}

/**
 * The facts of a row. `own` is its earliest deadline from the strongest source: a valid 完成时限 cell ("column") decides for
 * all its targets; else each has its own date.
 */
export function factsOf(targets: readonly Target[], own: SourcedDeadline | null, cells: FigureCells): RowFacts {
  const lanes = lanesOf(targets, own);
  const lane = measuredLane(targets, cells);
  const target = lane === null ? undefined : targets[lane];
  return {
    lanes,
    measured: lane === null || target === undefined ? null : { lane, target, bands: bandsOf(target, cells.valuePercent), pointsFrom: pointsFrom(target, cells.valuePercent) },
  };
}

/** What the row has to keep, before anybody's figure. */
export function lanesOf(targets: readonly Target[], own: SourcedDeadline | null): readonly Lane[] {
  if (targets.length === 0) return [{ deadline: own?.deadline ?? NO_DEADLINE, from: own?.from ?? null, target: null }];
  if (own?.from === "column") return targets.map((target) => (isDatedByHand(target) ? { deadline: target.deadline, from: null, target } : { ...own, target }));
  const lanes: readonly Lane[] = targets.map((target) => ({ deadline: target.deadline, from: target.from, target }));
  return own !== null && addsDate(lanes, own) ? [...lanes, { ...own, target: null }] : lanes;
}

/** A date that was read from the ledger says from where; one without a place is a person's correction on 目标清单. */
function isDatedByHand({ deadline, from }: Target): boolean {
  return from === null && deadline.kind !== "none";
}

/** A date of the text that no target has is kept too (年底前出台方案); one from outside the text only where no target has a date. */
function addsDate(lanes: readonly Lane[], own: SourcedDeadline): boolean {
  if (duesOf(own.deadline).length === 0) return false;
  const dated = lanes.filter(({ deadline }) => duesOf(deadline).length > 0);
  if (own.from !== "clause" || own.deadline.date === null) return dated.length === 0;
  return !dated.some(({ deadline }) => deadline.date === own.deadline.date || deadline.parts.some(({ date }) => date === own.deadline.date));
}

/** The figure is about the target whose number 目标值 repeats, or the only one with a number; else about none. */
function measuredLane(targets: readonly Target[], { targetValue, targetPercent }: FigureCells): number | null {
  const numeric = targets.flatMap((target, lane) => (isNumeric(target) ? [{ target, lane }] : []));
  const given = plainText(targetValue).trim() !== "";
  const found = given ? numeric.filter(({ target }) => repeats(targetValue, targetPercent, target)) : numeric;
  return found.length === 1 ? (found[0]?.lane ?? null) : null;
}

function repeats(cell: CellValue, percent: boolean, target: Target): boolean {
  const figure = readFigure(cell, target);
  if (figure === null || target.value === null) return false;
  const same = (number: number): boolean => Math.abs(number - figure) <= Math.abs(number) * 1e-9;
  const share = shareInPercent(target);
  const asFraction = share !== null && (percent || typeof cell === "string") && same(share / 100);
  return asFraction || same(target.value) || same(target.value * (target.scale ?? 1));
}

/** The day an adjusted deadline counts from, or null where there is none, it is no date, or its ground is missing. */
export function adjustedSerial({ adjusted, ground }: HandMarks): number | null {
  return typeof adjusted === "number" && dayOfSerial(adjusted) && spaceless(ground) !== "" ? Math.floor(adjusted) : null;
}

/** Short forms of the lights' words that a person may type, and 不再考核, which takes the row out of all deadlines. */
const OVERRIDE_ALIASES: ReadonlyMap<string, Light> = new Map([
  ["待核实", "unverified"], ["已过时限", "unverified"], ["不再考核", "no-deadline"],
]);

/**
 * A person's word that answers for a report which is not there: what is past its deadline is then overdue. It yields to
 * whatever is reported later, as a light set by hand does not.
 */
export const NOT_DONE = "未完成";

/** Every other word that means a light: short forms, and the words that stood before the workbook's own were set. */
export function overrideAliases(settings: LightSettings): ReadonlyMap<string, Light> {
  const own = new Set(LIGHTS.map((light) => settings.looks[light].word));
  const usual = LIGHTS.map((light) => [DEFAULT_SETTINGS.looks[light].word, light] as const);
  return new Map([...OVERRIDE_ALIASES, ...usual].filter(([word]) => !own.has(word)));
}

/** What a person decided, or null where the cell is empty. */
export function readOverride(marks: HandMarks, settings: LightSettings): Override | null {
  const text = spaceless(marks.override).replaceAll("|", "");
  if (text === "") return null;
  if (text === NOT_DONE) return { light: "not-done", text: NOT_DONE, ground: marks.ground.trim() };
  const light = LIGHTS.find((one) => settings.looks[one].word === text) ?? overrideAliases(settings).get(text) ?? null;
  return { light, text: marks.override.trim(), ground: marks.ground.trim() };
}

/** The light of a row from its facts, its report and its hand marks. */
export function judgeFacts(
  facts: RowFacts, report: RowReport, marks: HandMarks, asOf: string, settings: LightSettings,
): RowJudgement {
  const around = adjustedDeadline(marks) === null ? facts.around : [];
  return judgeRow(casesOf(facts, report, marks, asOf), readOverride(marks, settings), { asOf, soonDays: settings.soonDays }, around);
}

/** One case a lane, in order. */
export function casesOf(facts: RowFacts, report: RowReport, marks: HandMarks, asOf: string): readonly TargetCase[] {
  const text = plainText(report.status);
  const status = readReport(report, asOf);
  const adjusted = adjustedDeadline(marks);
  return facts.lanes.map(({ deadline, from, target, postponedTo = null }, lane): TargetCase => {
    const measured = facts.measured?.lane === lane ? facts.measured : null;
    const figure = measured && readFigure(report.value, measured.target, measured.pointsFrom);
    return {
      deadline: adjusted ?? deadline,
      from: adjusted ? "adjusted" : from,
      status,
      unread: status === null ? text.trim() : "",
      verdict: measured && figure !== null ? verdictIn(measured.bands, figure) : null,
      figure,
      demand: target ? sayDemand(target) : "",
      ground: adjusted ? marks.ground.trim() : "",
      original: adjusted ? deadline.date : null,
      postponedTo: adjusted ? null : postponedTo,
      othersAhead: false,
    };
  });
}

/** The status of a row: what 状态 says, and where it is empty, whether a day of completion is given. */
export function readReport({ status, completed }: RowReport, asOf: string): Status | null {
  const text = plainText(status);
  return statusForm(text) === "" && saysCompleted(completed ?? null, asOf) ? "done" : readStatus(text);
}

function adjustedDeadline(marks: HandMarks): Deadline | null {
  const serial = adjustedSerial(marks);
  const day = serial === null ? null : dayOfSerial(serial);
  return day && { ...NO_DEADLINE, kind: "date", date: isoDay(day) };
}
