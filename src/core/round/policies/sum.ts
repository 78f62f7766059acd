import { figuresOf, clean } from "./figures";
import type { Doubt } from "./doubt";
import { isDoubt, type Policy, type PolicyAnswer, taking, type Tally } from "./policy";

const RATE = /^(?:%|‰|个?百分点|个?千分点)$/u;

/** The sum of the units' figures, one of each unit, with its parts and who is missing. Asks where figures can't be added. */
export const sum: Policy = {
  name: "sum",
  decidesEqual: "units",
  resolve: (question): PolicyAnswer | Doubt => {
    const kept = question.voices.find(({ zero }) => zero);
    const units = new Set(question.voices.map(({ unitKey }) => unitKey));
    if (kept && units.size > 1) return { kind: "zeroPart", params: { unit: kept.unit } };
    const figures = figuresOf(question);
    const [first] = question.voices;
    // A single unit's words are no sum and need none.
    if (isDoubt(figures)) return figures.kind === "notANumber" && units.size === 1 && first ? taking(first.value, first.form) : figures;
    const parts = new Map<string, Tally["parts"][number]>();
    for (const { voice, value, word } of figures.said) {
      if (RATE.test(word) && units.size > 1) return { kind: "rates", params: { unit: voice.unit } };
      parts.set(voice.unitKey, { voice, value });
    }
    const total = clean([...parts.values()].reduce((left, { value }) => left + value, 0));
    const missing = question.asked.filter((key) => !parts.has(key));
    return { value: total, tally: { measure: figures.measure, parts: [...parts.values()], missing }, fateOf: () => (parts.size > 1 ? "composed" : "accepted") };
  },
};
