import { isoDay } from "../../grid/day";
import { readDay } from "../../text/readDay";
import { figuresOf } from "./figures";
import { isDoubt, type Policy, type PolicyAnswer, taking } from "./policy";
import type { Voice } from "../voice";

/** The greatest figure, counted in one measure; of days the last one. Asks where a value is neither, or where figures can't be compared. */
export const max: Policy = {
  name: "max",
  resolve: (question) => {
    const latest = latestDay(question.voices);
    if (latest) return latest;
    const figures = figuresOf(question);
    if (isDoubt(figures)) return figures;
    const [first, ...others] = figures.said;
    if (!first) return null;
    const { voice } = others.reduce((best, one) => (one.value > best.value ? one : best), first);
    return taking(voice.value, voice.form);
  },
};

/** The last of values that are all written as days; null where one is not. */
function latestDay(voices: readonly Voice[]): PolicyAnswer | null {
  let latest: { readonly voice: Voice; readonly key: string } | null = null;
  for (const voice of voices) {
    const day = typeof voice.value === "string" ? readDay(voice.value) : null;
    if (!day) return null;
    const key = isoDay(day);
    if (!latest || key > latest.key) latest = { voice, key };
  }
  return latest && taking(latest.voice.value, latest.voice.form);
}
