/** What a return changed in the issued columns. */
import { comparisonForm } from "../text/compare";

export interface ChangedFigure {
  readonly from: string;
  /** "" where the figure is gone. */
  readonly to: string;
  /** By how many percent the figure fell, or null where that is not the case or makes no sense, as of a year. */
  readonly fellBy: number | null;
}

/** The figures of a text in order, years with their 年, widths and thousands separators aside. */
function figuresIn(text: string): readonly string[] {
  return comparisonForm(text).replace(/(\d),(?=\d{3}(?!\d))/gu, "$1").match(/\d+(?:\.\d+)?年?/gu) ?? [];
}

/** The first figure of the master's text that a return changed or left out, or a figure that it added; null where all are the same. */
export function changedFigure(master: string, returned: string): ChangedFigure | null {
  const before = figuresIn(master);
  const after = figuresIn(returned);
  for (let at = 0; at < Math.max(before.length, after.length); at += 1) {
    const from = before[at] ?? "";
    const to = after[at] ?? "";
    if (from === to) continue;
    const fell = Math.round((1 - Number(to) / Number(from)) * 100);
    return { from, to, fellBy: to !== "" && fell > 0 ? fell : null };
  }
  return null;
}
