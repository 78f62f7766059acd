/**
 * The light of a row as native formulas over cells of the same row and the one as-of cell (law 10). They say what
 * `judge.ts` says, on any day and for any status or figure that somebody types later, without us.
 */
import { dayNumber, parseIsoDay } from "../grid/day";
import { completedIn } from "./completion";
import { type Due, duesOf, someAhead } from "./due";
import { call, choose, dateOf, figureFormIn, least, NEVER, quoted, spacelessIn, statusFormIn, substitute } from "./expression";
import { type Lane, NOT_DONE, overrideAliases, type RowFacts } from "./facts";
import { MEASURES, ownMeasures, shareInPercent } from "./figure";
import { type Light, LIGHTS } from "./light";
import { nextIn } from "./recurrenceFormula";
import type { LightSettings } from "./settings";
import { type Status, STATUS_SYNONYMS, STATUSES, statusWord } from "./status";
import type { Band, Verdict } from "./verdict";

/** Names of the cells a row's formulas read, `$J5`; `asOf` is absolute, `$L$2`. */
export interface RowRefs {
  readonly asOf: string;
  /** Null where the ledger has no such column. */
  readonly status: string | null;
  readonly value: string | null;
  /** Null where the ledger has no column for the day of completion. */
  readonly completed: string | null;
  readonly replies: readonly string[];
  readonly light: string;
  readonly deadline: string;
  readonly adjusted: string;
  readonly override: string;
  readonly ground: string;
  readonly statusRead: string;
  readonly adjustedRead: string;
  readonly figureText: string;
  readonly figure: string;
  readonly verdict: string;
  readonly computed: string;
  readonly prior: string;
  readonly came: string;
}

/** Stands behind a word that is a person's, so that nobody takes it for a calculated one. */
export const OVERRIDE_MARK = "（人工）";

export const NO_AS_OF = "缺截至日期";

/** What a person still has to write, said in the column of days. */
export const INCOMPLETE = { adjusted: "调整时限缺日期或依据", override: "人工认定缺理由" } as const;

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = { reached: "达到", short: "未达", unclear: "难定" };

/** What the verdict column says. */
export function verdictWord(verdict: Verdict | null): string {
  return verdict === null ? "" : VERDICT_WORDS[verdict];
}

/** The light cell's word; a person's is marked. */
export function lightWord(light: Light, overridden: boolean, settings: LightSettings): string {
  return settings.looks[light].word + (overridden ? OVERRIDE_MARK : "");
}

const STATUS_LISTS = STATUSES.map((status) => `|${STATUS_SYNONYMS[status].join("|")}`);
const STATUS_LIST = quoted(`${STATUS_LISTS.join("")}|`);
/** Where in the list the words of each status begin, and the status. */
const STATUS_STARTS = `{${STATUS_LISTS.map((_, index) => STATUS_LISTS.slice(0, index).join("").length + 1).join(",")}}`;
const STATUS_WORDS = `{${STATUSES.map((status) => quoted(statusWord(status))).join(",")}}`;

/**
 * Which of the four statuses a status cell names, as its word, else "". Words are found whole in a list between bars. Where the
 * cell is empty, a day of completion says 已完成.
 */
export function statusFormula({ status, completed, asOf }: Pick<RowRefs, "status" | "completed" | "asOf">): string {
  const finished = completed === null ? '""' : choose(completedIn(completed, asOf), word("done"), '""');
  if (status === null) return finished;
  const form = statusFormIn(status);
  const found = call("IFERROR", call("LOOKUP", call("FIND", `"|"&${form}&"|"`, STATUS_LIST), STATUS_STARTS, STATUS_WORDS), '""');
  return completed === null ? found : choose(`${form}=""`, finished, found);
}

/** The text of the value cell without what may stand around a number. */
export function figureTextFormula(facts: RowFacts, cell: string): string {
  return call("IFERROR", figureFormIn(cell, facts.measured ? ownMeasures(facts.measured.target) : []), '""');
}

/** The value cell as a number, else "". "E0" behind a text keeps Excel from reading 3-5 as a day in March. */
export function figureFormula(facts: RowFacts, cell: string, text: string): string {
  const last = call("RIGHT", text, "1");
  const shorter = call("LEFT", text, `LEN(${text})-1`);
  const number = (digits: string): string => call("VALUE", `${digits}&"E0"`);
  const plain = number(choose(call("ISNUMBER", call("FIND", last, quoted(MEASURES))), shorter, text));
  const read = facts.measured && shareInPercent(facts.measured.target) !== null ? choose(`${last}="%"`, percentage(number(shorter), facts.measured.pointsFrom), plain) : plain;
  // To LibreOffice TRUE is a number.
  return choose(call("ISLOGICAL", cell), '""', choose(call("ISNUMBER", cell), cell, call("IFERROR", read, '""')));
}

function percentage(points: string, pointsFrom: number): string {
  const fraction = call("ROUND", `${points}/100`, "12");
  return pointsFrom === Infinity ? fraction : choose(`${points}>=${pointsFrom}`, points, fraction);
}

/** What the figure says of its target: the bands, lowest first. */
export function verdictFormula(bands: readonly Band[], figure: string): string {
  const walked = bands.reduceRight((rest, band) => {
    const word = quoted(VERDICT_WORDS[band.verdict]);
    return band.upTo === Infinity ? word : choose(`${figure}${band.inclusive ? "<=" : "<"}${band.upTo}`, word, rest);
  }, '""');
  return choose(`${figure}=""`, '""', walked);
}

/** The adjusted deadline where it is a date with a ground, else "" or another expression. */
export function adjustedFormula(refs: RowRefs, otherwise = '""'): string {
  return choose(isAdjusted(refs), call("INT", refs.adjusted), otherwise);
}

/** Whether an adjusted deadline counts. */
function isAdjusted(refs: RowRefs): string {
  return call("AND", call("ISNUMBER", refs.adjusted), `${spacelessIn(refs.ground)}<>""`);
}

/** How many days are left, in words; what is missing where an adjusted deadline does not count, or a person's word has no reason. */
export function daysFormula(refs: RowRefs, settings: LightSettings): string {
  const left = `${refs.deadline}-${dayIn(refs)}`;
  const said = choose(`${left}>0`, `"剩"&${left}&"天"`, choose(`${left}=0`, quoted("今天到期"), `"已过"&-(${left})&"天"`));
  const idle = call("OR", `NOT(ISNUMBER(${refs.deadline}))`, `NOT(ISNUMBER(${refs.asOf}))`, shows("done", refs.light, settings));
  const incomplete = call("AND", `${refs.adjusted}<>""`, `${refs.adjustedRead}=""`);
  const unfounded = call("AND", `${spacelessIn(refs.override)}<>""`, `${spacelessIn(refs.ground)}=""`);
  return choose(incomplete, quoted(INCOMPLETE.adjusted), choose(unfounded, quoted(INCOMPLETE.override), choose(idle, '""', said)));
}

/** The earliest deadline that is not kept yet, as a date; "" where there is none. */
export function deadlineFormula(facts: RowFacts, refs: RowRefs): string {
  const dues = laneDues(facts);
  const earliest = firstIn(dues.all, dayIn(refs));
  if (earliest === NEVER) return choose(`${refs.adjustedRead}<>""`, refs.adjustedRead, '""');
  const measured = dues.measured && firstIn(dues.measured, dayIn(refs));
  const others = dues.others && firstIn(dues.others, dayIn(refs));
  const unmet = measured !== null && others !== null && measured !== others ? unmetIn(measured, others, earliest, refs) : earliest;
  const shown = needsAsOf(dues.all) ? choose(call("ISNUMBER", refs.asOf), unmet, '""') : unmet;
  return choose(`${refs.adjustedRead}<>""`, refs.adjustedRead, shown);
}

/** Where the figure's own date and the others' differ, what is done is left out. */
function unmetIn(measured: string, others: string, earliest: string, refs: RowRefs): string {
  const unmet = choose(
    `${refs.statusRead}=${word("done")}`,
    choose(call("OR", is(refs, "short"), is(refs, "unclear")), measured, earliest),
    choose(call("AND", is(refs, "reached"), notSaid(refs, "notStarted"), notSaid(refs, "behind")), others, earliest),
  );
  return measured === NEVER || others === NEVER ? choose(`${unmet}=${NEVER}`, '""', unmet) : unmet;
}

/** The word of the light that follows from dates, report and figure. */
export function computedFormula(facts: RowFacts, refs: RowRefs, settings: LightSettings): string {
  const { measured, groups, all, around } = laneDues(facts);
  const someDayAhead = around.length === 0 ? aheadIn(all, refs) : call("OR", aheadIn(all, refs), aroundAhead(around, refs));
  const ranks = [
    ...groups.map((group) => plainRank(group, someDayAhead, refs, settings)),
    ...(measured === null ? [] : [measuredRank({ dues: measured, movedTo: movedTo(facts.lanes[facts.measured?.lane ?? 0]) }, someDayAhead, refs, settings)]),
  ];
  const words = LIGHTS.map((light) => quoted(settings.looks[light].word));
  return choose(call("ISNUMBER", refs.asOf), call("CHOOSE", least(ranks), ...words), quoted(NO_AS_OF));
}

/** The light's word: a person's, or the computed one. 未完成 only answers where nothing is reported. */
export function lightFormula(refs: RowRefs, settings: LightSettings): string {
  const typed = substitute(spacelessIn(refs.override), "|", "");
  const unanswered = `${refs.computed}=${quoted(settings.looks.unverified.word)}`;
  const notDone = choose(unanswered, quoted(lightWord("overdue", true, settings)), refs.computed);
  const own = `${typedWord(typed, settings)}&${quoted(OVERRIDE_MARK)}`;
  return choose(`${typed}=""`, refs.computed, choose(`${typed}=${quoted(NOT_DONE)}`, notDone, own));
}

/** Whether a cell shows the word of a light, calculated or a person's. */
function shows(light: Light, cell: string, settings: LightSettings): string {
  return call("OR", `${cell}=${quoted(lightWord(light, false, settings))}`, `${cell}=${quoted(lightWord(light, true, settings))}`);
}

/**
 * The rule that colours a row by the word in the light column, "$J". Programs differ in the cell from which they count a rule's
 * relative names once it has several areas, and tools reorder these; so the row is asked for, and no name is relative.
 */
export function ruleFormula(light: Light, column: string, settings: LightSettings): string {
  return shows(light, call("INDEX", `${column}:${column}`, call("ROW")), settings);
}

/** The word a person means, whole or in its short form; a word that names no light leaves the row undecided. */
function typedWord(typed: string, settings: LightSettings): string {
  const list = `|${LIGHTS.map((light) => settings.looks[light].word).join("|")}|`;
  const aliases = [...overrideAliases(settings)].reduceRight(
    (rest, [alias, light]) => choose(`${typed}=${quoted(alias)}`, quoted(settings.looks[light].word), rest),
    quoted(settings.looks.undecided.word),
  );
  return choose(call("ISNUMBER", call("FIND", `"|"&${typed}&"|"`, quoted(list))), typed, aliases);
}

/** Lanes that are ranked as one. */
interface LaneGroup {
  readonly dues: readonly Due[];
  /** The day to which the ledger moved them without a ground, as a formula writes it; null where it did not. */
  readonly movedTo: string | null;
}

interface LaneDues {
  /** Of the lane that the figure is about; null where no figure counts. */
  readonly measured: readonly Due[] | null;
  /** Of the other lanes; null where there are none. */
  readonly others: readonly Due[] | null;
  /** The same lanes, those whose date was moved by themselves. */
  readonly groups: readonly LaneGroup[];
  readonly all: readonly Due[];
  /** Of the row's lanes that are not looked at. */
  readonly around: readonly Due[];
}

function laneDues({ lanes, measured, around = [] }: RowFacts): LaneDues {
  const dues = lanes.map(({ deadline }) => duesOf(deadline));
  const others = dues.filter((_, lane) => lane !== measured?.lane);
  const days = lanes.map(movedTo);
  const groups = [...new Set(days)].flatMap((day): readonly LaneGroup[] => {
    const own = dues.filter((_, lane) => lane !== measured?.lane && days[lane] === day);
    return own.length > 0 ? [{ dues: own.flat(), movedTo: day }] : [];
  });
  return { groups, measured: measured ? (dues[measured.lane] ?? []) : null, others: others.length > 0 ? others.flat() : null, all: dues.flat(), around: around.flatMap(duesOf) };
}

function movedTo(lane: Lane | undefined): string | null {
  const day = lane?.postponedTo === undefined ? null : parseIsoDay(lane.postponedTo);
  return day && (day.year > 9000 ? NEVER : dateOf(dayNumber(day)));
}

/** Ranks count from 1 as CHOOSE does, in the order of `LIGHTS`. */
function rank(light: Light): string {
  return String(LIGHTS.indexOf(light) + 1);
}

/** A lane without a figure: what `reasonOf` does where the verdict is null. `someDayAhead`: a date of the row is not over yet. */
function plainRank(group: LaneGroup, someDayAhead: string, refs: RowRefs, settings: LightSettings): string {
  const { dues } = group;
  const bare = call("AND", notSaid(refs, "notStarted"), someDayAhead);
  const doubt = group.movedTo === null ? bare : call("OR", bare, isMoved(group.movedTo, refs));
  const past = choose(`${refs.statusRead}=""`, rank("unverified"), choose(doubt, rank("unverified"), rank("overdue")));
  const open = choose(`${refs.statusRead}=${word("behind")}`, rank("behind"), timeRank(dues, refs, settings));
  return choose(`${refs.statusRead}=${word("done")}`, rank("done"), choose(pastIn(dues, refs), past, open));
}

function measuredRank(group: LaneGroup, someDayAhead: string, refs: RowRefs, settings: LightSettings): string {
  const contradicted = call("OR", `${refs.statusRead}=${word("notStarted")}`, `${refs.statusRead}=${word("behind")}`);
  const { dues } = group;
  const sure = group.movedTo === null ? [] : [call("NOT", isMoved(group.movedTo, refs))];
  const shortPast = call("AND", is(refs, "short"), pastIn(dues, refs), call("NOT", aheadIn(dues, refs)), ...sure);
  const unclearPast = call("AND", is(refs, "unclear"), `${refs.statusRead}=""`, pastIn(dues, refs));
  const claimed = call("AND", `${refs.verdict}<>""`, `${refs.statusRead}=${word("done")}`);
  return choose(
    is(refs, "reached"),
    choose(contradicted, rank("undecided"), rank("done")),
    choose(call("OR", claimed, unclearPast), rank("undecided"), choose(shortPast, rank("overdue"), plainRank(group, someDayAhead, refs, settings))),
  );
}

/** The later day that has no ground is not over yet. */
function isMoved(day: string, refs: RowRefs): string {
  return call("AND", `${refs.adjustedRead}=""`, `${dayIn(refs)}<=${day}`);
}

/** Not past: by the days that are left. */
function timeRank(dues: readonly Due[], refs: RowRefs, settings: LightSettings): string {
  const first = adjustable(firstIn(dues, dayIn(refs)), refs);
  const left = choose(`${first}-${dayIn(refs)}<=${settings.soonDays}`, rank("due-soon"), rank("on-track"));
  return dues.some(({ kind }) => kind !== "ongoing") ? left : choose(`${refs.adjustedRead}=""`, rank("no-deadline"), left);
}

/** The later reading of one of the dues is over. */
function pastIn(dues: readonly Due[], refs: RowRefs): string {
  const lasts = dues.flatMap((due) => (due.kind === "fixed" ? [due.last] : []));
  return `${dayIn(refs)}>${adjustable(lasts.length === 0 ? NEVER : dateOf(Math.min(...lasts)), refs)}`;
}

/** One of the dues is not over yet. */
function aheadIn(dues: readonly Due[], refs: RowRefs): string {
  return `${dayIn(refs)}<=${adjustable(lastOf(dues), refs)}`;
}

/** The same of lanes that are not looked at: the row's adjusted deadline stands in for theirs too. */
function aroundAhead(dues: readonly Due[], refs: RowRefs): string {
  return call("AND", call("NOT", isAdjusted(refs)), `${dayIn(refs)}<=${lastOf(dues)}`);
}

/** The last day of all, `NEVER` where one comes round again. */
function lastOf(dues: readonly Due[]): string {
  if (someAhead(dues, Infinity)) return NEVER;
  const lasts = dues.flatMap((due) => (due.kind === "fixed" ? [due.last] : []));
  return lasts.length === 0 ? "0" : dateOf(Math.max(...lasts));
}

function firstIn(dues: readonly Due[], asOf: string): string {
  const fixed = dues.flatMap((due) => (due.kind === "fixed" ? [due.first] : []));
  const recurring = dues.flatMap((due) =>
    due.kind === "recurring" ? [nextIn(due.recurrence, due.from === null ? asOf : call("MAX", asOf, dateOf(due.from)))] : [],
  );
  return least([...(fixed.length > 0 ? [dateOf(Math.min(...fixed))] : []), ...new Set(recurring)]);
}

function needsAsOf(dues: readonly Due[]): boolean {
  return dues.some(({ kind }) => kind === "recurring");
}

/** An adjusted deadline stands in for every date of the row. */
function adjustable(date: string, refs: RowRefs): string {
  return choose(`${refs.adjustedRead}=""`, date, refs.adjustedRead);
}

/** The as-of day without a time of day. */
function dayIn(refs: RowRefs): string {
  return call("INT", refs.asOf);
}

function is(refs: RowRefs, verdict: Verdict): string {
  return `${refs.verdict}=${quoted(VERDICT_WORDS[verdict])}`;
}

function notSaid(refs: RowRefs, status: Status): string {
  return `${refs.statusRead}<>${word(status)}`;
}

function word(status: Status): string {
  return quoted(statusWord(status));
}
