/** Taking a whole sheet away: what names it elsewhere says so, as Excel does. */
import type { Draft } from "./draft";
import { formulaParts, replaceReferences } from "./formula";

/** Removes a sheet and everything that only it led to. Names that refer to it become #REF!. A missing one is none. */
export function removeSheet(draft: Draft, name: string): void {
  const place = draft.place(name);
  if (place === undefined) return;
  draft.dropCalculationChain();
  draft.removeSheet(place);
  const isGone = (sheet: string | null): boolean => sheet !== null && sheet.toLowerCase() === place.name.toLowerCase();
  draft.book.rewriteNames(({ formula }) => {
    if (!formulaParts(formula).references.some(({ sheet }) => isGone(sheet))) return null;
    return replaceReferences(formula, ({ sheet }) => (isGone(sheet) ? "#REF!" : null));
  });
}
