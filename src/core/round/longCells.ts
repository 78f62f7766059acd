/**
 * Cells whose units' texts together are too long to be read in one cell: the texts are kept whole on a sheet of their own,
 * and the cell holds the lead unit's paragraph, or only says where the texts are. Nothing is cut.
 */
import { LONGEST_TEXT } from "../grid/excelLimits";
import { composeParts, type Part } from "./compose";

/** lead-summary: 牵头综述, the lead unit's paragraph stands in the cell. details: 分单位明细, the cell says where the texts are. */
export const LONG_WAYS = ["lead-summary", "details"] as const;
export type LongWay = (typeof LONG_WAYS)[number];

/** The sheet that keeps the texts. */
export const DETAILS_SHEET = "分单位明细";

/** What the cell holds, and which of the parts it shows; null shows none. */
export function longText(way: LongWay, parts: readonly Part[], isLead: (unit: string) => boolean): { readonly text: string; readonly shown: Part | null } {
  const lead = way === "lead-summary" ? (parts.find(({ unit }) => unit !== null && isLead(unit)) ?? null) : null;
  if (lead) {
    const text = `${lead.text}\n（${lead.unit ?? ""}综述；其余 ${parts.length - 1} 个单位的内容见“${DETAILS_SHEET}”）`;
    if (text.length <= LONGEST_TEXT) return { text, shown: lead };
  }
  return { text: `共 ${parts.length} 个单位填报，全文见“${DETAILS_SHEET}”。`, shown: null };
}

/** Whether parts fit into one cell of a workbook. */
export function fitsCell(parts: readonly Part[]): boolean {
  return composeParts(parts).length <= LONGEST_TEXT;
}

/** A text in pieces that a cell can hold. */
export function inPieces(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + LONGEST_TEXT);
    // A sign of two units stays whole.
    if (end < text.length && /[\uD800-\uDBFF]/u.test(text.charAt(end - 1))) end -= 1;
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces.length === 0 ? [""] : pieces;
}
