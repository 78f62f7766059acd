/** 进展情况：… ；存在问题：… within one item: each label names its column, what has none is progress. */
import { type ColumnKey, ownerOf } from "../../ledger/columns";
import { headerMeaning } from "../../parse/headerWords";
import { comparisonForm } from "../../text/compare";
import { readNumber } from "../../text/readNumber";
import { statusOf } from "../value";

export interface LabelledText {
  readonly column: ColumnKey;
  readonly text: string;
}

const LABEL = /(^|[；;。，,\n\s])\s{0,4}[【\[]?([^\s：:；;。，,、【】[\]]{2,16})[】\]]?[：:]/gu;
const SEPARATOR = /[；;，,\s]+$/u;

/** The item's texts by column, in order. `columns` are those of the round: an extra column is known by its own header. */
export function labelledTexts(text: string, columns: readonly ColumnKey[]): readonly LabelledText[] {
  const cuts: { readonly from: number; readonly start: number; readonly column: ColumnKey }[] = [];
  for (const found of text.matchAll(LABEL)) {
    const column = replyColumnOf(found[2] ?? "", columns);
    if (column !== null) cuts.push({ from: found.index + (found[1] ?? "").length, start: found.index + found[0].length, column });
  }
  const head = text.slice(0, cuts[0]?.from ?? text.length).trim();
  const parts = cuts.map(({ start, column }, index) => ({ column, text: text.slice(start, cuts[index + 1]?.from ?? text.length).trim().replace(SEPARATOR, "") }));
  const first = cuts.length > 0 ? head.replace(SEPARATOR, "") : head;
  return [...(first === "" ? [] : [{ column: columnOfText(first), text: first }]), ...parts.filter((part) => part.text !== "")];
}

/** A reply that is only a figure or only a status is that; everything else is told as progress. */
function columnOfText(text: string): ColumnKey {
  if (statusOf(text) !== null) return "status";
  return readNumber(text) === null ? "progress" : "reportedValue";
}

function replyColumnOf(label: string, columns: readonly ColumnKey[]): ColumnKey | null {
  const extra = columns.find((column) => comparisonForm(column) === comparisonForm(label));
  const meaning = headerMeaning(label);
  const column = meaning && meaning.fit !== "ending" ? meaning.key : (extra ?? null);
  if (column === null) return null;
  const owner = ownerOf(column);
  return owner === "shared" || owner === "unit" ? column : null;
}
