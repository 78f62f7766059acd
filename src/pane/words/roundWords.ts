/** The words of the round, apart from the others: they come with its screens. */
import { enRound } from "./enRound";
import { type PaneWords, zh } from "./zh";
import { type RoundWords, zhRound } from "./zhRound";

/** The words of the round in the language of the pane's words. */
export function roundWords(words: PaneWords): RoundWords {
  return words === zh ? zhRound : enRound;
}
