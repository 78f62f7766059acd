import { plainText } from "../core/grid/grid";
import { digest } from "../core/round/digest";
import type { ProposalLine } from "../core/round/mergeReturns";
import { comparisonForm } from "../core/text/compare";

/** So much of a text is kept as it is: enough to be recognised by a reader of the store. */
const SHOWN = 60;

/** What a proposal is put aside by: who says what of which cell, in whatever file. */
export function proposalKey({ row, column, unit, value }: Pick<ProposalLine, "row" | "column" | "unit" | "value">): string {
  const form = comparisonForm(plainText(value));
  return [unit, row ?? "", column, form.length > SHOWN ? `${form.slice(0, SHOWN)}#${digest(form)}` : form].join("|");
}
