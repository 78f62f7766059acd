import { parseDelimited, type Delimiter } from "../../core/text/parseDelimited";

const CANDIDATES: readonly Delimiter[] = ["\t", ",", ";"];
const SAMPLE = 64 * 1024;

/**
 * What parts the cells of a text: the candidate that gives most records the same width. A tab always parts; a comma or
 * semicolon only in a file that is named .csv (`isCsv`), or where two records in three agree, for prose has commas too.
 */
export function findDelimiter(text: string, isCsv: boolean): Delimiter | null {
  const sample = text.slice(0, SAMPLE);
  let best: { readonly delimiter: Delimiter; readonly agreeing: number } | null = null;
  for (const delimiter of CANDIDATES) {
    const widths = parseDelimited(sample, delimiter).rows.map(({ values }) => values.length);
    const agreeing = mostCommon(widths.filter((width) => width > 1));
    const needed = isCsv || delimiter === "\t" ? 1 : Math.max(2, (widths.length * 2) / 3);
    if (agreeing >= needed && agreeing > (best?.agreeing ?? 0)) best = { delimiter, agreeing };
    if (delimiter === "\t" && best !== null && !isCsv) break;
  }
  return best?.delimiter ?? null;
}

/** How often the most frequent of these numbers occurs. */
function mostCommon(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}
