/**
 * Excel tells a property of a whole range, or nothing where its cells differ. Asking again for smaller and smaller
 * parts finds out in a few trips which cells have it, however large the sheet is.
 */
import type { Area } from "./officeAreas";

export type Property = "rowHidden" | "columnHidden" | "color" | "struck";

export interface Question {
  readonly sheet: string;
  readonly property: Property;
  readonly area: Area;
}

export interface Answer extends Question {
  /** Null where the cells, or the letters of one cell, differ. */
  readonly value: unknown;
}

/** In how many parts a mixed area is asked for again. */
const PARTS = 64;

/** Answers for areas that are uniform, or single cells; begins with what the first answers left open. `ask` is one round of trips. */
export async function settleMixed(first: readonly Answer[], ask: (questions: readonly Question[]) => Promise<readonly Answer[]>): Promise<readonly Answer[]> {
  const settled: Answer[] = [];
  for (let answers = first; ; ) {
    settled.push(...answers.filter((answer) => answer.value !== null || partsOf(answer).length === 1));
    const open = answers.filter((answer) => answer.value === null && partsOf(answer).length > 1);
    if (open.length === 0) return settled;
    answers = await ask(open.flatMap(partsOf));
  }
}

/** The question for parts of its area; for the area itself where it cannot be parted. */
function partsOf(question: Question): readonly Question[] {
  const { property, area } = question;
  const byRows = property === "rowHidden" || (property !== "columnHidden" && area.bottom > area.top);
  const [first, last] = byRows ? [area.top, area.bottom] : [area.left, area.right];
  const size = Math.ceil((last - first + 1) / PARTS);
  const parts: Question[] = [];
  for (let from = first; from <= last; from += size) {
    const to = Math.min(last, from + size - 1);
    parts.push({ ...question, area: byRows ? { ...area, top: from, bottom: to } : { ...area, left: from, right: to } });
  }
  return parts;
}
