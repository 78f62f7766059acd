/** What rules of spelling share: a text, the text as it should be, and the words that show the difference. */
import type { CellValue } from "../grid/grid";
import type { StyleProfile } from "../text/profile";
import { inHabit } from "../text/profile";
import type { TraitName } from "../text/traits/traits";
import type { CheckContext } from "./context";
import type { LedgerCell } from "./cell";
import { firstDifference } from "./say";

export interface Respelled {
  /** The words around the first difference, before and after. */
  readonly shown: { readonly from: string; readonly to: string };
  readonly to: CellValue;
}

/** The cell's text rewritten, or null where it is no text or stays as it is. */
export function respelled(cell: LedgerCell, rewrite: (text: string) => string): Respelled | null {
  if (cell.text === null) return null;
  const to = rewrite(cell.text);
  return to === cell.text ? null : { shown: firstDifference(cell.text, to), to };
}

/** Whether the cell's spelling is the style's to set: issued text always, a department's own words only under the standard. */
export function isStyled({ owner }: LedgerCell, { profile }: CheckContext): boolean {
  return (profile.style === "official" && owner !== "provenance") || owner === "master" || owner === null;
}

/** The habit that the cell breaks: whether it is the ledger's own, and in how many places it is kept. */
export function habitBroken(profile: StyleProfile, names: readonly TraitName[], cell: LedgerCell): { readonly learned: boolean; readonly usual: number } {
  const text = cell.text ?? "";
  const unlike = names.find((name) => inHabit(profile, name, text) !== text);
  const habit = unlike === undefined ? undefined : profile.habits[unlike];
  return { learned: habit?.learned ?? false, usual: habit ? (habit.places[habit.kind] ?? 0) : 0 };
}

/** The text with some traits in the profile's kinds. */
export function inHabits(profile: StyleProfile, names: readonly TraitName[], text: string): string {
  return names.reduce((now, name) => inHabit(profile, name, now), text);
}
