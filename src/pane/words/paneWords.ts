import type { Language } from "../../core/rules/say";
import { en } from "./en";
import { type PaneWords, zh } from "./zh";

/** The pane's words in a language. */
export function paneWords(language: Language): PaneWords {
  return language === "zh" ? zh : en;
}
