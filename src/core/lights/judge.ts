/** The light of a target and of a row, from time × report × value (DESIGN, Lights). In doubt never red (law 7). */
import { dayNumber, dayOf, isoDay, parseIsoDay } from "../grid/day";
import { type Deadline, type DeadlineSource, NO_DEADLINE } from "../targets/deadline";
import { type Due, duesOf, firstDay, someAhead, type Time, timeOf } from "./due";
import { type Light, worse } from "./light";
import { LIGHT_OF_REASON, type LightReason, type ReasonId } from "./reason";
import type { Status } from "./status";
import type { Verdict } from "./verdict";

export interface Moment {
  /** "2026-11-23" */
  readonly asOf: string;
  /** A deadline is near when at most so many days are left. */
  readonly soonDays: number;
}

/** One target as it stands: what it asks, and what is reported of it. */
export interface TargetCase {
  readonly deadline: Deadline;
  readonly from: DeadlineSource | "adjusted" | null;
  readonly status: Status | null;
  /** A status text that names no status we know, else "". */
  readonly unread: string;
  /** What the reported figure says of this target; null where none is reported, or it is about another. */
  readonly verdict: Verdict | null;
  readonly figure: number | null;
  /** What the figure is set against, in words. */
  readonly demand: string;
  /** The ground of an adjusted deadline, else "". */
  readonly ground: string;
  /** The date that was adjusted, or null. */
  readonly original: string | null;
  /** The later day that the ledger names now, without a ground, "2026-12-31"; null where the deadline was not moved. */
  readonly postponedTo: string | null;
  /** The status is that of a row with other dates, one of which is still ahead: a bare 进行中 may be about that one. */
  readonly othersAhead: boolean;
}

export interface Judgement {
  readonly light: Light;
  /** The first reading of the deadline, of a recurring one the next; null without one. */
  readonly date: string | null;
  readonly reason: LightReason;
}

/** A person's 人工认定 with its reason. */
export interface Override {
  /** "not-done" answers only where nothing is reported; null where the word that was typed names no light. */
  readonly light: Light | "not-done" | null;
  readonly text: string;
  readonly ground: string;
}

export interface RowJudgement extends Judgement {
  /** Of each case, in order; of the row's one deadline where it has no target. */
  readonly targets: readonly Judgement[];
  /** The light that follows from dates, report and figure; a person's word goes before it. */
  readonly computed: Light;
  /** The light is a person's. */
  readonly overridden: boolean;
}

/** A case of which nothing is known and nothing reported; the start for builders. */
export const EMPTY_CASE: TargetCase = {
  deadline: NO_DEADLINE, from: null, status: null, unread: "", verdict: null, figure: null, demand: "", ground: "", original: null, postponedTo: null, othersAhead: false,
};

/** The light of one target, with its date and its reason. */
export function judgeTarget(target: TargetCase, moment: Moment): Judgement {
  const asOf = dayFrom(moment.asOf);
  const dues = duesOf(target.deadline);
  const time = timeOf(dues, asOf, moment.soonDays);
  const id = reasonOf(target, dues, time, asOf);
  const reason = explain(target, id, moment.asOf, dues, asOf);
  return { light: LIGHT_OF_REASON[id], date: reason.date, reason };
}

function reasonOf(target: TargetCase, dues: readonly Due[], time: Time, asOf: number): Exclude<ReasonId, "override"> {
  const { status, verdict } = target;
  if (verdict === "reached") return status === "notStarted" || status === "behind" ? "reachedButNotDone" : status === "done" ? "done" : "reached";
  if (status === "done") return verdict === null ? "done" : verdict === "short" ? "doneButShort" : "figureUnclear";
  if (time === "past") return pastReason(target, someAhead(dues, asOf), asOf);
  return status === "behind" ? "behind" : byTime(time, dues);
}

/** Past the later reading, and neither done nor reached. `ahead`: another date of this target is not over yet. */
function pastReason({ status, verdict, postponedTo, othersAhead }: TargetCase, ahead: boolean, asOf: number): Exclude<ReasonId, "override"> {
  const moved = postponedTo !== null && asOf <= dayFrom(postponedTo);
  if (verdict === "short" && !ahead && !moved) return "shortPast";
  if (status === null && verdict === "unclear") return "figureUnclear";
  if (moved) return "postponed";
  if (status === null) return "unreported";
  return status !== "notStarted" && (ahead || othersAhead) ? "notDoneSomeAhead" : "notDone";
}

function byTime(time: Exclude<Time, "past">, dues: readonly Due[]): "betweenReadings" | "soon" | "ahead" | "ongoing" | "noDeadline" {
  switch (time) {
    case "between":
      return "betweenReadings";
    case "soon":
    case "ahead":
      return time;
    case "none":
      return dues.length > 0 ? "ongoing" : "noDeadline";
  }
}

function explain(target: TargetCase, id: ReasonId, asOfIso: string, dues: readonly Due[], asOf: number): LightReason {
  const first = firstDay(dues, asOf);
  const decides = dues.find((due) => due.kind === "fixed" && due.first === first);
  const last = decides?.kind === "fixed" ? decides.last : first;
  return {
    id, words: target.deadline.text, from: target.from, date: isoOf(first), later: isoOf(last),
    assumedYear: target.deadline.assumedYear, asOf: asOfIso,
    status: target.status, unread: target.unread, figure: target.verdict === null ? null : target.figure, demand: target.demand,
    override: "", ground: target.ground, original: target.original, postponedTo: target.postponedTo,
  };
}

/**
 * The light of a row: the worst of its targets, or what a person decided. The cases are judged together because one
 * status speaks for all of them: whether some other date is ahead, also among those `around`, is found out here. An empty
 * list is a row without a deadline.
 */
export function judgeRow(cases: readonly TargetCase[], override: Override | null, moment: Moment, around: readonly Deadline[] = []): RowJudgement {
  const asOf = dayFrom(moment.asOf);
  const rowCases = cases.length > 0 ? cases : [EMPTY_CASE];
  const othersAhead = [...rowCases.map(({ deadline }) => deadline), ...around].some((deadline) => someAhead(duesOf(deadline), asOf));
  const targets = rowCases.map((one) => judgeTarget({ ...one, othersAhead }, moment));
  const light = targets.reduce<Light>((worst, one) => worse(worst, one.light), "done");
  const date = unmetDate(targets);
  const decisive = decisiveOf(targets, light);
  const judged = override?.light === "not-done" ? (light === "unverified" ? "overdue" : null) : (override?.light ?? "undecided");
  if (override === null || judged === null) return { light, date, reason: decisive.reason, targets, computed: light, overridden: false };
  return {
    light: judged,
    date,
    reason: {
      ...decisive.reason,
      id: override.light === null ? "overrideUnknown" : "override", override: override.text, ground: override.ground,
    },
    targets,
    computed: light,
    overridden: true,
  };
}

/** The earliest date that is not kept yet; where all is done, the earliest at all. */
function unmetDate(targets: readonly Judgement[]): string | null {
  const unmet = targets.some(({ light }) => light !== "done") ? targets.filter(({ light }) => light !== "done") : targets;
  return unmet.reduce<string | null>((first, { date }) => (date !== null && (first === null || date < first) ? date : first), null);
}

/** Of the targets that have the row's light, the one with the earliest date. */
function decisiveOf(targets: readonly Judgement[], light: Light): Judgement {
  const [first, ...others] = targets.filter((one) => one.light === light);
  if (!first) throw new Error("a row shows the light of one of its targets");
  return others.reduce((best, one) => (one.date !== null && (best.date === null || one.date < best.date) ? one : best), first);
}

function isoOf(day: number | null): string | null {
  return day === null ? null : isoDay(dayOf(day));
}

/** The date is the caller's: one that is none is a bug. */
function dayFrom(iso: string): number {
  const day = parseIsoDay(iso);
  if (!day) throw new RangeError(`no day: ${iso}`);
  return dayNumber(day);
}
