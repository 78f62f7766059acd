/** What a person does next in a round: the pane leads from one to the other. */
import { DEFAULT_WORKBOOK_SETTINGS } from "../core/settings/index";
import { type OpenQuestion, openQuestions } from "./openQuestions";
import type { SessionState } from "./sessionState";

export type NextAct =
  /** Nothing has come yet. */
  | { readonly kind: "collect" }
  /** Files and pictures that can't be used before a person has said something. */
  | { readonly kind: "ask"; readonly files: number }
  /** Files wait that were not merged. */
  | { readonly kind: "merge"; readonly files: number }
  | { readonly kind: "decide"; readonly open: number }
  | { readonly kind: "write"; readonly cells: number }
  /** Units that have not answered, or not all. */
  | { readonly kind: "urge"; readonly units: number }
  | { readonly kind: "report" };

/** The next act; earlier steps come first. */
export function nextAct(state: Pick<SessionState, "inbox" | "merge" | "opened">): NextAct {
  const { inbox, merge } = state;
  const asked = (inbox?.files.filter(({ refused, waiting }) => waiting && refused !== null).length ?? 0) + merge.strayPictures.length;
  if (asked > 0) return { kind: "ask", files: asked };
  const waiting = merge.unkept.length + (inbox?.files.filter((file) => file.waiting).length ?? 0);
  if (!merge.plan && waiting > 0) return { kind: "merge", files: waiting };
  const open = openNow(state).length;
  if (open > 0) return { kind: "decide", open };
  if (merge.plan?.batch) return { kind: "write", cells: merge.plan.run.changes.length };
  const answered = inbox?.register.filter(({ state }) => state !== "missing").length ?? 0;
  if (answered === 0) return { kind: "collect" };
  const units = inbox?.register.filter(({ state }) => state === "missing" || state === "incomplete" || state === "returned").length ?? 0;
  return units > 0 ? { kind: "urge", units } : { kind: "report" };
}

/** The questions that wait for a person. */
export function openNow({ merge, opened }: Pick<SessionState, "merge" | "opened">): readonly OpenQuestion[] {
  const settings = opened.kind === "ready" ? opened.master.store.settings : DEFAULT_WORKBOOK_SETTINGS;
  return merge.plan ? openQuestions(merge.plan.run, settings) : [];
}
