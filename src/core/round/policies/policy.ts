/** How values that differ become one. A policy is one file and one line in `index.ts`. */
import type { CellValue } from "../../grid/grid";
import type { FigureWords } from "../figure";
import type { PolicyName } from "../round";
import type { Voice } from "../voice";
import type { Doubt } from "./doubt";

export interface PolicyQuestion {
  /** All that was said, in the row's order; whoever keeps last month's value says the base. */
  readonly voices: readonly Voice[];
  readonly base: CellValue;
  /** Identity keys of the row's lead units, the first one first. */
  readonly leads: readonly string[];
  /** Identity keys of the units whose answer is due. */
  readonly asked: readonly string[];
  /** What the master's column says of its figures. */
  readonly words: FigureWords;
  /** The measure of the row's target, as written; "" where it has none. */
  readonly targetMeasure: string;
}

/** A total and what it was made of. */
export interface Tally {
  /** The measure that the total counts in, as written; "" where nobody says. */
  readonly measure: string;
  /** In the row's order, one a unit; `value` counts in `measure`. */
  readonly parts: readonly { readonly voice: Voice; readonly value: number }[];
  /** Identity keys of the units that gave no figure. */
  readonly missing: readonly string[];
}

export interface PolicyAnswer {
  readonly value: CellValue;
  readonly tally?: Tally;
  /** Whether the cell holds this voice's value: alone (`accepted`), beside others (`composed`), or not (`rejected`). */
  fateOf(voice: Voice): "accepted" | "composed" | "rejected";
}

export interface Policy {
  readonly name: PolicyName;
  /**
   * Is asked although all values are equal: 5 and 5 of two units are 10, and done is done only when all say so. `units`: where
   * several units speak; `always`: even where one does.
   */
  readonly decidesEqual?: "units" | "always";
  /** One value, why the policy can't tell (a person is asked), or null where it never tells. */
  resolve(question: PolicyQuestion): PolicyAnswer | Doubt | null;
}

/** The answer that takes one value: whoever says the same is accepted. */
export function taking(value: CellValue, form: string): PolicyAnswer {
  return { value, fateOf: (voice) => (voice.form === form ? "accepted" : "rejected") };
}

/** Whether the policy could not tell. */
export function isDoubt(answer: object): answer is Doubt {
  return "kind" in answer;
}
