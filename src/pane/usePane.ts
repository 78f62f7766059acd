/** What every screen needs: the session, its state, the words, and the one door for what a person asks. */
import { createContext, useContext, useSyncExternalStore } from "react";
import type { Master } from "../app/master";
import type { Session } from "../app/session";
import type { SessionState } from "../app/sessionState";
import type { Language } from "../core/rules/say";
import type { PaneWords } from "./words/zh";

export interface PaneContent {
  readonly session: Session;
  readonly language: Language;
  readonly words: PaneWords;
  /** Runs what a person asked for; a bug in it is caught once, by the pane's error boundary. */
  readonly act: (ask: () => Promise<void> | void) => void;
  /** Says it to whoever can't see the change. */
  readonly announce: (sentence: string) => void;
}

export const PaneContext = createContext<PaneContent | null>(null);

export interface PaneUse extends PaneContent {
  readonly state: SessionState;
  /** The workbook that was understood; screens are shown only when there is one. */
  readonly master: Master | null;
}

export function usePane(): PaneUse {
  const content = useContext(PaneContext);
  if (!content) throw new Error("a screen stands inside the pane");
  const state = useSyncExternalStore(content.session.subscribe, content.session.snapshot);
  return { ...content, state, master: state.opened.kind === "ready" ? state.opened.master : null };
}
