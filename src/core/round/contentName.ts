/** What a submission is called: by its content, so that the same answers are the same submission, whatever file brings them. */
import { Digester } from "./digest";
import type { Entry, Proposal, RowId } from "./round";

/**
 * The digest of `JSON.stringify([unit, rows, entries, proposals])`, all sorted and without places: the same answers from a
 * re-sorted sheet are the same answers. That text is long, so that it is never made as a whole.
 */
export function contentName(unit: string, rows: readonly RowId[], entries: readonly Entry[], proposals: readonly Proposal[]): string {
  const digester = new Digester();
  digester.add(`${JSON.stringify([unit, [...rows].sort()]).slice(0, -1)},`);
  addLines(digester, entries);
  digester.add(",");
  addLines(digester, proposals);
  digester.add("]");
  return digester.name();
}

function addLines(digester: Digester, items: readonly (Entry | Proposal)[]): void {
  const words = new Map<string | null, string>();
  const wordOf = (text: string | null): string => {
    const own = words.get(text) ?? JSON.stringify(text);
    words.set(text, own);
    return own;
  };
  const lines = items.map((item) => `[${wordOf(item.row)},${wordOf(item.column)},${JSON.stringify(item.value)}${"words" in item ? `,${JSON.stringify(item.words)}` : ""}]`).sort();
  digester.add("[");
  lines.forEach((line, index) => {
    digester.add(index === 0 ? '"' : ',"');
    digester.addQuoted(line);
    digester.add('"');
  });
  digester.add("]");
}
