/** Why a row has its light, in the reader's language. What stands in the ledger is quoted as it is written. */
import { type LightReason, type ReasonId, sayReason } from "../../core/lights/reason";
import { NEVER_DAY } from "../../core/lights/postponed";
import type { Status } from "../../core/lights/status";
import type { Language } from "../../core/rules/say";

const STATUS: Readonly<Record<Status, string>> = { done: "done", ongoing: "in progress", notStarted: "not started", behind: "behind" };

const SOURCES: Readonly<Record<NonNullable<LightReason["from"]>, string>> = {
  column: "deadline column", clause: "", label: "", carried: "", adjusted: "adjusted deadline",
};

/** The reason as a sentence. */
export function sayLight(reason: LightReason, language: Language): string {
  if (language === "zh") return sayReason(reason);
  if (reason.id === "override") return `set by hand to “${reason.override}”; ${reason.ground === "" ? "no reason given" : `reason: ${reason.ground}`}`;
  if (reason.id === "overrideUnknown") return `“${reason.override}”, set by hand, is none of the eight words of the lights`;
  return [deadline(reason), `as of ${reason.asOf}`, FINDINGS[reason.id](reason)].filter((part) => part !== "").join("; ");
}

function deadline({ words, from, date, later, assumedYear, ground, original, postponedTo }: LightReason): string {
  if (date === null) return words === "" ? "no deadline was found" : `“${words}” names no day`;
  const source = [from === null ? "" : SOURCES[from], words === "" || words === date ? "" : `“${words}”`].filter((part) => part !== "").join(" ");
  const other = later === null || later === date ? "" : ` (or ${later})`;
  const moved = postponedTo === null ? "" : ` (the ledger says ${postponedTo === NEVER_DAY ? "no day" : postponedTo} now: give a ground under “adjusted deadline”)`;
  const assumed = assumedYear === null ? "" : ` (no year is written; ${assumedYear} is assumed)`;
  return `${source} → ${date}${other}${assumed}${original === null ? "" : ` (formerly ${original})`}${from === "adjusted" && ground !== "" ? `, on the ground of ${ground}` : ""}${moved}`;
}

const FINDINGS: Readonly<Record<Exclude<ReasonId, "override" | "overrideUnknown">, (reason: LightReason) => string>> = {
  unreported: ({ unread }) => (unread === "" ? "nothing reported" : `the status “${unread}” can't be read and counts as none`),
  notDone: (reason) => `past due, ${said(reason)}`,
  shortPast: (reason) => joined("past due", said(reason), figure(reason)),
  notDoneSomeAhead: (reason) => `${said(reason)}, but the row has another deadline ahead, so this part may be done`,
  postponed: (reason) => joined(said(reason), figure(reason), "the date that was issued is over, and nobody has said why it was moved"),
  doneButShort: (reason) => `${said(reason)}, but ${figure(reason)}`,
  reachedButNotDone: (reason) => `${figure(reason)}, but ${said(reason)}`,
  figureUnclear: (reason) => joined(said(reason), figure(reason), "the figure alone can't decide"),
  behind: (reason) => said(reason),
  betweenReadings: () => "between the two days the words may mean",
  soon: () => "due soon",
  ahead: () => "not due yet",
  noDeadline: (reason) => joined(said(reason), "not judged by time"),
  ongoing: () => "a lasting task, not judged by time",
  done: (reason) => joined(said(reason), figure(reason)),
  reached: (reason) => figure(reason),
};

function said({ status }: LightReason): string {
  return status === null ? "" : `reported “${STATUS[status]}”`;
}

function figure({ figure: value, demand }: LightReason): string {
  return value === null ? "" : `value ${value}, target ${demand}`;
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(", ");
}
