/**
 * 报送: whether the departments reported, in a word of its own beside the light. It is about the return, not about the
 * target. The word is read here and printed as a native formula from the same lists.
 */
import type { CellValue } from "../grid/grid";
import { call, choose, quoted, spacelessIn, substitute } from "./expression";

export const REPLY_STATES = ["missing", "reported", "late", "zero", "same"] as const;

/** missing: nothing; late: after the round's day; zero: in words that there is nothing to report; same: word for word as when the round began. */
export type ReplyState = (typeof REPLY_STATES)[number];

const WORDS: Readonly<Record<ReplyState, string>> = { missing: "未报", reported: "已报", late: "迟报", zero: "零报告", same: "与上月相同" };

export function replyWord(state: ReplyState): string {
  return WORDS[state];
}

/** What the round knows of a row's returns. */
export interface Arrival {
  /** The row's replies as they stood when the round began, in the form of `repliesForm`; "" where there were none. */
  readonly prior: string;
  /** Whether a return answered this row in the round: in time, after its day, or not. */
  readonly came: "in-time" | "late" | null;
}

export const NO_ARRIVAL: Arrival = { prior: "", came: null };

const CAME: Readonly<Record<"in-time" | "late", string>> = { "in-time": "已收", late: "迟收" };

/** The word in our column for what came. */
export function cameWord(came: Arrival["came"]): string {
  return came === null ? "" : CAME[came];
}

/** Longer texts are not kept beside the row: they could no longer be compared in a cell. */
export const LONGEST_PRIOR = 8000;

/** Texts that say that there is nothing to report; taken out one after another, longer ones first. */
const ZERO = [
  "零报告", "本月无新进展", "本期无新进展", "本月无进展", "本期无进展", "暂无新进展", "暂无进展", "无新进展", "无进展", "本月无变化", "暂无变化", "无变化",
  "本月无", "本期无", "暂无", "无", "。", "；", ";", "、", "/", "—", "-",
] as const;

/** The replies of a row as one text without blanks: what a formula joins with &. */
export function repliesForm(replies: readonly CellValue[]): string {
  return replies.map((value) => (value === null ? "" : String(value))).join("").replace(/[\u0000-\u001f \u00a0\u3000]+/gu, "");
}

function isZero(form: string): boolean {
  return form !== "" && ZERO.reduce<string>((rest, word) => rest.replaceAll(word, ""), form) === "";
}

/** What is reported of a row. Text that was there before the round and that nobody sent again is no report. */
export function readReplyState(replies: readonly CellValue[], { prior, came }: Arrival): ReplyState {
  const form = repliesForm(replies);
  if (form === "") return "missing";
  if (prior !== "" && form === prior) return came === null ? "missing" : "same";
  if (isZero(form)) return "zero";
  return came === "late" ? "late" : "reported";
}

/** `readReplyState` over the row's own cells. */
export function replyFormula(replies: readonly string[], prior: string, came: string): string {
  const form = call("IFERROR", spacelessIn(call("CLEAN", replies.join("&"))), '"?"');
  const bare = ZERO.reduce<string>((text, word) => substitute(text, word, ""), form);
  const say = (state: ReplyState): string => quoted(WORDS[state]);
  const again = choose(`${came}=""`, say("missing"), say("same"));
  const other = choose(`${bare}=""`, say("zero"), choose(`${came}=${quoted(CAME.late)}`, say("late"), say("reported")));
  return choose(`${form}=""`, say("missing"), choose(call("AND", `${prior}<>""`, call("EXACT", form, prior)), again, other));
}
