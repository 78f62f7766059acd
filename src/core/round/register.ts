/** 收件登记: how each unit stands in a round, from what was merged, what waits, and what a person noted. */
import { isEmpty, plainText } from "../grid/grid";
import { sameText } from "../text/compare";
import { takeApart } from "./compose";
import { isForkMark } from "./forks";
import type { LedgerUnits } from "./ledgerUnits";
import { isZeroReply } from "./nothingNew";
import type { ReturnReading } from "./reading";
import type { MarkKind, Round, RowId, Submission } from "./round";
import { sameValue } from "./value";

export const REGISTER_STATES = ["received", "late", "incomplete", "zero", "paper", "picture", "phone", "returned", "missing"] as const;
export type RegisterState = (typeof REGISTER_STATES)[number];

/** As the register of an office writes them. */
export const STATE_WORDS: Readonly<Record<RegisterState, string>> = {
  received: "已收", late: "迟报", incomplete: "缺项", zero: "零报告(沿用上月)",
  paper: "已收(纸质)", picture: "已收(图片)", phone: "已收(电话)", returned: "退回", missing: "未报",
};

export interface RegisterLine {
  readonly unit: string;
  readonly state: RegisterState;
  readonly files: readonly string[];
  /** How many of its rows it answered. */
  readonly rows: number;
  /** Rows that went to the unit by name and have no answer. */
  readonly missing: readonly RowId[];
  /** The day its first file came, or a person's note says; null where nothing came. */
  readonly received: string | null;
  readonly late: boolean;
  /** Why it was sent back, or what a person noted. */
  readonly reason: string;
}

export interface RegisterQuestion {
  readonly round: Round;
  readonly units: LedgerUnits;
  /** What the waiting files say. */
  readonly waiting: readonly ReturnReading[];
  /** Why a waiting file can't be used, in words. */
  readonly sayRefusal: (reading: ReturnReading) => string;
}

/** A line a unit: those the ledger names in its order, then others that returned something. */
export function registerOf(question: RegisterQuestion): readonly RegisterLine[] {
  const { round, units, waiting } = question;
  const known = new Set(round.submissions.map(({ id }) => id));
  const fresh = waiting.flatMap(({ submissions }) => submissions).filter(({ id }) => !known.has(id));
  const submissions = [...round.submissions, ...fresh].filter((own) => !isForkMark(own));
  const byKey = new Map<string, Submission[]>();
  const names = new Map(units.named.map((name) => [units.keyOf(name), name]));
  for (const own of submissions) {
    const key = units.keyOf(own.unit);
    byKey.set(key, [...(byKey.get(key) ?? []), own]);
    if (!names.has(key)) names.set(key, own.unit);
  }
  for (const { unit } of round.marks) if (!names.has(units.keyOf(unit))) names.set(units.keyOf(unit), unit);
  return [...names].map(([key, unit]) => lineOf(unit, key, byKey.get(key) ?? [], question));
}

function lineOf(unit: string, key: string, own: readonly Submission[], { round, units, waiting, sayRefusal }: RegisterQuestion): RegisterLine {
  const replaced = new Set(own.flatMap(({ supersedes }) => supersedes));
  const current = own.filter(({ id }) => !replaced.has(id));
  const answered = new Set(current.flatMap(({ entries }) => entries.map(({ row }) => row)));
  const asked = units.namedRows(unit).map(({ id }) => id);
  const missing = asked.filter((row) => !answered.has(row));
  const days = own.map(({ received }) => received).sort();
  const notes = round.marks.filter((mark) => units.keyOf(mark.unit) === key);
  const refused = waiting.filter((reading) => reading.refused && reading.unit !== null && units.keyOf(reading.unit) === key);
  const received = days[0] ?? notes.map(({ date }) => date).sort()[0] ?? null;
  const late = round.dispatch !== null && received !== null && received > round.dispatch.due;
  const back = notes.find(({ kind, date }) => kind === "returned" && date >= (days.at(-1) ?? ""));
  const state = back ? "returned" : stateOf(round, current, notes.map(({ kind }) => kind), refused.length > 0, missing, late);
  const reason = back?.reason ?? (state === "returned" ? refused.map(sayRefusal).join("；") : notes.map((note) => note.reason).filter((text) => text !== "").join("；"));
  const files = [...new Set([...current.map(({ file }) => file), ...refused.map(({ file }) => file)])];
  return { unit, state, files, rows: answered.size, missing: current.length > 0 || state === "missing" ? missing : [], received, late, reason };
}

const NOTED: readonly Exclude<MarkKind, "returned">[] = ["zero", "paper", "picture", "phone"];

function stateOf(round: Round, current: readonly Submission[], notes: readonly MarkKind[], refused: boolean, missing: readonly RowId[], late: boolean): RegisterState {
  if (current.length === 0) return NOTED.find((kind) => notes.includes(kind)) ?? (refused ? "returned" : "missing");
  if (notes.includes("zero") || current.every((own) => isZeroReport(own, round))) return "zero";
  if (missing.length > 0) return "incomplete";
  return late ? "late" : "received";
}

/** Whether a return says nothing that the master did not have: by its words, by its name, or by repeating all of it. */
export function isZeroReport({ file, unit, entries, proposals }: Submission, { base }: Round): boolean {
  if (entries.length === 0) return proposals.length === 0 && /零报告|无变化|沿用上[月期]/u.test(file);
  const rows = new Map(base.rows.map(({ id, cells }) => [id, cells]));
  return entries.every(({ row, column, value }) => {
    const before = rows.get(row)?.get(column) ?? null;
    return isZeroReply(column, plainText(value)) || (!isEmpty(before) && (sameValue(column, before, value) || isOwnPart(plainText(before), unit, plainText(value))));
  });
}

/** Whether the text is what the unit's own line of a composed cell said. */
function isOwnPart(composed: string, unit: string, text: string): boolean {
  return takeApart(composed, (name) => name).some((part) => part.unit === unit && sameText(part.text, text));
}
