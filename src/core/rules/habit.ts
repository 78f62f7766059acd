/** What rules of a habit of spelling share: their sentences, and what is found in a cell that breaks the habit. */
import type { TraitName } from "../text/traits/traits";
import type { LedgerCell } from "./cell";
import type { CheckContext } from "./context";
import type { CellFinding } from "./rule";
import { tell } from "./say";
import { habitBroken, inHabits, respelled } from "./spelling";

/** A habit is the ledger's own (`unlike`), or else the standard's; a rule may word the standard in its own way. */
export const HABIT_SAY = {
  unlike: {
    zh: "“{from}”与全文写法不一致，宜作“{to}”（{count}个单元格；全文有{usual}处如此）",
    en: "“{from}” is unlike the rest; usual here: “{to}” ({count} cells; {usual} places do so)",
  },
  standard: {
    zh: "“{from}”宜按规范作“{to}”（{count}个单元格）",
    en: "By the standard “{from}” should be “{to}” ({count} cells)",
  },
} as const;

/** The cell's text in the habits of `traits`, once, where it breaks one; `safe`: the new text may be set unasked. */
export function brokenHabit(cell: LedgerCell, context: CheckContext, traits: readonly TraitName[], safe: boolean): readonly CellFinding[] {
  const found = respelled(cell, (text) => inHabits(context.profile, traits, text));
  if (!found) return [];
  const { learned, usual } = habitBroken(context.profile, traits, cell);
  const message = learned ? tell(HABIT_SAY, "unlike", { ...found.shown, usual }) : tell(HABIT_SAY, "standard", found.shown);
  return [{ message, subject: found.shown.from, to: found.to, safe }];
}
