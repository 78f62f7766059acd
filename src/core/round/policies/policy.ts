/** How values that differ become one. A policy is one file and one line in `index.ts`. */
import type { CellValue } from "../../grid/grid";
import type { PolicyName } from "../round";
import type { Voice } from "../voice";

export interface PolicyQuestion {
  /** Values that differ from the base, of at least two units where the policy counts equal ones, else at least two different ones, in the row's order. */
  readonly voices: readonly Voice[];
  /** Identity keys of the row's lead units, the first one first. */
  readonly leads: readonly string[];
}

export interface PolicyAnswer {
  readonly value: CellValue;
  /** Whether the cell holds this voice's value: alone (`accepted`), beside others (`composed`), or not (`rejected`). */
  fateOf(voice: Voice): "accepted" | "composed" | "rejected";
}

export interface Policy {
  readonly name: PolicyName;
  /** Equal values of several units are still several values: 5 and 5 are 10. */
  readonly countsEqual?: true;
  /** One value, or null where the policy can't tell: then a person is asked. */
  resolve(question: PolicyQuestion): PolicyAnswer | null;
}

/** The answer that takes one value: whoever says the same is accepted. */
export function taking(value: CellValue, form: string): PolicyAnswer {
  return { value, fateOf: (voice) => (voice.form === form ? "accepted" : "rejected") };
}
