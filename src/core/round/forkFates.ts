/** The cells of another master: what of it stands in ours after the union. */
import { placeName } from "../grid/a1";
import { plainText } from "../grid/grid";
import { ownerOf } from "../ledger/columns";
import { cellMark, type LedgerRow } from "../ledger/ledger";
import { comparisonForm } from "../text/compare";
import { takeApart } from "./compose";
import { STORE_SHEET } from "../store/store";
import type { CellFate, Fate, FateReason } from "./fate";
import type { Fork } from "./forks";
import type { LedgerUnits } from "./ledgerUnits";
import { FateBook } from "./fateBook";
import { eachCell, outsideCells } from "./outsideCells";
import type { Projection } from "./projection";
import type { Round } from "./round";
import { viewSheet } from "./roundOfSheet";
import { sameIssued } from "./sameIssued";
import { sameValue, valueForm } from "./value";
import { cellKey } from "./voice";

/** Every cell of the fork with its fate; its store is the form. */
export function forkFates(fork: Fork, round: Round, projection: Projection, units: LedgerUnits): readonly CellFate[] {
  const file = fork.source.name;
  const own = { ...fork.source, grids: fork.source.grids.filter(({ sheet }) => sheet !== STORE_SHEET) };
  const store = fork.source.grids.find(({ sheet }) => sheet === STORE_SHEET);
  const blank = { file, unit: null, row: null, column: null };
  const book = new FateBook(file, true);
  outsideCells(own, fork.grid, fork.ledger, book);
  const outside = book.cells.map(({ at, value, fate, reason }): CellFate => ({ ...blank, at, value, fate: fate ?? "frame", reason }));
  const kept: CellFate[] = [];
  if (store) eachCell(store, (row, col, value) => kept.push({ ...blank, at: placeName({ sheet: store.sheet, row, col }), value, fate: "frame", reason: "" }));
  return [...bodyFates(fork, round, projection, units), ...outside, ...kept];
}

function bodyFates({ source, grid, ledger }: Fork, round: Round, projection: Projection, units: LedgerUnits): readonly CellFate[] {
  const { view } = viewSheet(round, ledger);
  const ids = new Map<LedgerRow, string>([...view.rows].map(([id, row]) => [row, id]));
  const rows = new Map(ledger.rows.map((row) => [row.gridRow, row]));
  const known = new Map(round.base.rows.map((row) => [row.id, row]));
  const fates: CellFate[] = [];
  eachCell(grid, (gridRow, col, value) => {
    const row = rows.get(gridRow);
    const column = ledger.columns.find((one) => one.col === col)?.key;
    if (!row || column === undefined) return;
    const at = placeName({ sheet: grid.sheet, row: gridRow, col });
    const id = ids.get(row);
    const base = id === undefined ? undefined : known.get(id);
    const cell = { file: source.name, at, unit: null, row: base ? (id ?? null) : null, column, value };
    const put = (fate: Fate, reason: FateReason = ""): void => void fates.push({ ...cell, fate, reason });
    const from = base?.cells.get(column) ?? null;
    const mark = cellMark(ledger, row, column);
    if (ownerOf(column) === "provenance") put("frame");
    else if (!base || id === undefined) put("proposal", "newRow");
    else if (ownerOf(column) === "master") {
      const label = base.label !== null && (column === "serial" || column === "task") && sameIssued("task", base.label, value, mark, (text) => units.unitsForm(text));
      put(label || sameIssued(column, from, value, mark, (text) => units.unitsForm(text)) ? "unchanged" : "proposal");
    } else if (sameValue(column, from, value)) put("unchanged");
    else put(...replyFate(column, value, id, projection, units));
  });
  return fates;
}

function replyFate(column: string, value: CellFate["value"], id: string, projection: Projection, units: LedgerUnits): [Fate, FateReason] {
  const shown = projection.cells.get(cellKey(id, column));
  if (!shown) return ["rejected", "superseded"];
  if (shown.kind === "conflict") return ["conflict", ""];
  if (sameValue(column, shown.value, value)) return [shown.kind === "composed" ? "composed" : "accepted", ""];
  const text = comparisonForm(plainText(shown.value));
  const parts = takeApart(plainText(value), (name) => (units.isUnit(name) ? name : null));
  if (parts.every((part) => text.includes(comparisonForm(part.text)))) return ["composed", ""];
  return shown.verdicts.some(({ voice }) => voice.form === valueForm(column, value)) ? ["rejected", "decided"] : ["rejected", "superseded"];
}
