/** Rows as they are lit: what people wrote on the sheet, or what is remembered of it, and dates that were moved since. */
import type { Ledger, LedgerRow } from "../core/ledger/ledger";
import { cellOf } from "../core/ledger/ledger";
import { type Correction, readCorrections } from "../core/lights/corrections";
import { adjustedSerial, type HandMarks, isMarked, lanesOf } from "../core/lights/facts";
import { helpersOf } from "../core/lights/helperColumns";
import { readMarks } from "../core/lights/litRow";
import { type FirstDue, firstDueOf, type LitMemory, memoryName, placeMemories, type Postponement, postponementOf } from "../core/lights/memory";
import { TARGET_SHEET } from "../core/lights/targetSheet";
import type { BaseRow, Round } from "../core/round/round";
import { viewSheet } from "../core/round/roundOfSheet";
import type { Store } from "../core/store/store";
import { extractTargets } from "../core/targets/extractTargets";
import type { Master } from "./master";
import { ownDeadline, type ReadRow, type Reckoning } from "./rowWords";

/** By sheet row. */
export interface Remembered {
  readonly marks: ReadonlyMap<number, HandMarks>;
  readonly memories: ReadonlyMap<number, LitMemory>;
  /** What was remembered of rows that are gone. */
  readonly rest: readonly LitMemory[];
  readonly corrections: readonly Correction[];
}

/** What people wrote: on the sheet where our columns stand, else as it was when they last did; the same for 目标清单. */
export function remembered(master: Pick<Master, "grid" | "grids" | "ledger">, store: Store): Remembered {
  const { grid, grids, ledger } = master;
  const { byRow, rest } = placeMemories(ledger, store.lit);
  const block = helpersOf(grid, ledger.headerRow);
  const kept = [...byRow].flatMap(([gridRow, { marks }]) => (marks ? [[gridRow, marks] as const] : []));
  const list = grids.find(({ sheet }) => sheet === TARGET_SHEET);
  return { marks: block ? readMarks(grid, block) : new Map(kept), memories: byRow, rest, corrections: list ? readCorrections(list) : store.corrections };
}

/** By sheet row, the dates that were moved to a later day or away: since the row was first lit, or since the round began. */
export function postponements(ledger: Ledger, rows: readonly ReadRow[], known: Remembered, round: Round | null, reckoning: Reckoning): ReadonlyMap<number, Postponement> {
  const issued = issuedRows(round, ledger);
  return new Map(rows.flatMap(({ row, targets, own }) => {
    const base = issued.get(row.gridRow);
    const before = known.memories.get(row.gridRow)?.due ?? (base ? baseDue(base, row, ledger, reckoning) : null);
    const found = postponementOf(before, firstDueOf(lanesOf(targets, own)));
    return found ? [[row.gridRow, found] as const] : [];
  }));
}

/** What is to be remembered of the rows as they are lit now. */
export function memoriesOf(ledger: Ledger, rows: readonly ReadRow[], marks: ReadonlyMap<number, HandMarks>, moved: ReadonlyMap<number, Postponement>): readonly LitMemory[] {
  return rows.flatMap(({ row, targets, own }): readonly LitMemory[] => {
    const mark = marks.get(row.gridRow) ?? null;
    const due = moved.get(row.gridRow)?.from ?? firstDueOf(lanesOf(targets, own));
    const kept = mark && isMarked(mark) ? mark : null;
    return due === null && kept === null ? [] : [{ key: row.key ?? "", name: memoryName(ledger, row), due, marks: kept }];
  });
}

/** What stays when the lights go: people's words, and dates that were moved and still want a ground. Dates that stand leave no trace. */
export function memoriesWithoutLights(master: Pick<Master, "grid" | "grids" | "ledger">, store: Store): Pick<Store, "lit" | "corrections"> {
  const { marks, memories, rest, corrections } = remembered(master, store);
  const lit = master.ledger.rows.flatMap((row): readonly LitMemory[] => {
    const mark = marks.get(row.gridRow) ?? null;
    const memory = memories.get(row.gridRow);
    const due = mark && adjustedSerial(mark) !== null ? (memory?.due ?? null) : null;
    return mark === null && due === null ? [] : [{ key: row.key ?? "", name: memoryName(master.ledger, row), due, marks: mark }];
  });
  return { lit: [...lit, ...rest.filter((memory) => memory.marks !== null).map((memory) => ({ ...memory, due: null }))], corrections };
}

/** Rows whose words that decide a date differ from those that went out with the round. */
function issuedRows(round: Round | null, ledger: Ledger): ReadonlyMap<number, BaseRow> {
  if (round === null) return new Map();
  const { view } = viewSheet(round, ledger);
  const changed = round.base.rows.flatMap((base) => {
    const row = view.rows.get(base.id);
    const same = row && ["deadline", "content", "task"].every((column) => cellOf(ledger, row, column) === (base.cells.get(column) ?? null));
    return row && !same ? [[row.gridRow, base] as const] : [];
  });
  return new Map(changed);
}

function baseDue({ cells, label }: BaseRow, row: LedgerRow, ledger: Ledger, reckoning: Reckoning): FirstDue | null {
  const content = String(cells.get(ledger.index.has("content") ? "content" : "task") ?? "");
  const { own, column } = ownDeadline({ content, label: label ?? row.label, cell: cells.get("deadline") ?? null, mark: undefined }, reckoning);
  const targets = extractTargets(content, { year: reckoning.year, asOf: reckoning.asOf, holidays: reckoning.holidays ?? null, label: label ?? row.label, cell: column });
  return firstDueOf(lanesOf(targets, own));
}
