/** Why a row has its light: an id and the words and dates it came from. The sentences stand here, beside the ids. */
import type { DeadlineSource, Recurrence } from "../targets/deadline";
import type { Light } from "./light";
import { postponedDay } from "./postponed";
import { type Status, statusWord } from "./status";

export type ReasonId =
  /** Past the later reading: nothing reported; reported not done; the figure falls short; a bare 进行中 that may be about a later date. */
  | "unreported" | "notDone" | "shortPast" | "notDoneSomeAhead"
  /** Past the date that was issued; the ledger names a later one now, and nobody has said why. */
  | "postponed"
  /** The words say done, the figure does not; the other way round; or the figure cannot be set against the target. */
  | "doneButShort" | "reachedButNotDone" | "figureUnclear"
  | "behind" | "betweenReadings" | "soon" | "ahead" | "noDeadline" | "ongoing"
  | "done" | "reached"
  /** A person's word; or a word of a person that names no light. */
  | "override" | "overrideUnknown";

export interface LightReason {
  readonly id: ReasonId;
  /** The words of the deadline as written; "" where there is none. */
  readonly words: string;
  readonly from: DeadlineSource | "adjusted" | null;
  /** The first and the later reading, "2025-12-31"; null without a date, and equal where the words allow only one. */
  readonly date: string | null;
  readonly later: string | null;
  /** The year that was taken because the words name none, else null. */
  readonly assumedYear: number | null;
  readonly asOf: string;
  readonly status: Status | null;
  /** A status text that names no status we know, else "". */
  readonly unread: string;
  /** The reported figure, where it is about this target. */
  readonly figure: number | null;
  /** What the figure is set against ("≥ 30 万辆"), or "". */
  readonly demand: string;
  /** A person's word and its reason, or "". */
  readonly override: string;
  readonly ground: string;
  /** The date that was adjusted: it stays visible. Null where none was. */
  readonly original: string | null;
  /** The later day that the ledger names now, without a ground; else null. */
  readonly postponedTo: string | null;
}

const SOURCES: Readonly<Record<DeadlineSource | "adjusted", string>> = {
  column: "完成时限列", clause: "", label: "", carried: "", adjusted: "调整后时限",
};

/** The reason as a Chinese sentence: `到 2025 年 → 2025-12-31；截至 2026-11-23；未见完成情况`. */
export function sayReason(reason: LightReason): string {
  if (reason.id === "override") {
    return [`人工认定“${reason.override}”`, reason.ground === "" ? "未写理由" : `理由：${reason.ground}`].join("；");
  }
  if (reason.id === "overrideUnknown") return `人工认定“${reason.override}”不是灯色用词，请改用灯色的八个词之一`;
  return [sayDeadline(reason), `截至 ${reason.asOf}`, FINDINGS[reason.id](reason)].join("；");
}

/** Where the date comes from: `到 2025 年 → 2025-12-31`, with the later reading and the source where they matter. */
export function sayDeadline(reason: Pick<LightReason, "words" | "from" | "date" | "later" | "ground" | "assumedYear" | "original" | "postponedTo">): string {
  if (reason.date === null) return reason.words === "" ? "未见时限" : `${reason.words}：没有具体日期`;
  const source = reason.from === null ? "" : SOURCES[reason.from];
  // A date cell says nothing but the date.
  const words = reason.words === reason.date ? "" : reason.words;
  const named = [source, words].filter((part) => part !== "").join(" ");
  const later = reason.later === null || reason.later === reason.date ? "" : `（也可理解为 ${reason.later}）`;
  const assumed = reason.assumedYear === null ? "" : `（原文未写年份，按 ${reason.assumedYear} 年）`;
  const original = reason.original === null ? "" : `（原时限 ${reason.original}）`;
  const ground = reason.from === "adjusted" && reason.ground !== "" ? `，依据：${reason.ground}` : "";
  const moved = reason.postponedTo === null ? "" : `（时限推后：现为 ${postponedDay(reason.postponedTo)}，请在“调整后时限”写明依据）`;
  return `${named} → ${reason.date}${later}${assumed}${original}${ground}${moved}`;
}

const FINDINGS: Readonly<Record<ReasonId, (reason: LightReason) => string>> = {
  unreported: ({ unread }) => (unread === "" ? "未见完成情况" : `状态“${unread}”未能识别，按未报处理`),
  notDone: (reason) => `已过时限，${saidOf(reason)}`,
  shortPast: (reason) => joined("已过时限", saidOf(reason), figureOf(reason)),
  notDoneSomeAhead: (reason) => `${saidOf(reason)}，但本行另有未到的时限，不能断定此项未完成`,
  postponed: (reason) => joined(saidOf(reason), figureOf(reason), "原时限已过，推后未写依据"),
  doneButShort: (reason) => `${saidOf(reason)}，但${figureOf(reason)}`,
  reachedButNotDone: (reason) => `${figureOf(reason)}，但${saidOf(reason)}`,
  figureUnclear: (reason) => joined(saidOf(reason), `${figureOf(reason)}，无法仅凭数字判定`),
  behind: saidOf,
  betweenReadings: () => "在两种理解的日期之间",
  soon: () => "临近时限",
  ahead: () => "未到时限",
  noDeadline: (reason) => joined(saidOf(reason), "不按时限判定"),
  ongoing: () => "长期任务，不按时限判定",
  done: (reason) => joined(saidOf(reason), figureOf(reason)),
  reached: figureOf,
  override: () => "",
  overrideUnknown: () => "",
};

/** 每年12月31日前; the day of a shorter month is its last. */
export function sayRecurrence(recurrence: Recurrence): string {
  switch (recurrence.every) {
    case "year":
      return `每年${recurrence.month}月${dayWord(recurrence.day)}前`;
    case "quarter":
      return `每季度第${recurrence.monthOfQuarter}个月${dayWord(recurrence.day)}前`;
    case "month":
      return `每月${dayWord(recurrence.day)}前`;
  }
}

function dayWord(day: number): string {
  return day >= 31 ? "底" : `${day}日`;
}

function saidOf({ status }: LightReason): string {
  return status === null ? "" : `报“${statusWord(status)}”`;
}

function figureOf({ figure, demand }: LightReason): string {
  return figure === null ? "" : `完成值 ${figure}，目标 ${demand}`;
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("，");
}

/** Which lights a reason can stand behind: held by a test, read by the help. */
export const LIGHT_OF_REASON: Readonly<Record<Exclude<ReasonId, "override">, Light>> = {
  unreported: "unverified", notDone: "overdue", shortPast: "overdue", notDoneSomeAhead: "unverified", postponed: "unverified",
  doneButShort: "undecided", reachedButNotDone: "undecided", figureUnclear: "undecided", overrideUnknown: "undecided",
  behind: "behind", betweenReadings: "due-soon", soon: "due-soon", ahead: "on-track",
  noDeadline: "no-deadline", ongoing: "no-deadline", done: "done", reached: "done",
};
