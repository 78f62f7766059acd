/** The port over a workbook in memory: on the command line, in the browser, and in tests. */
import type { CellRef, CellValue, Grid } from "../core/grid/grid";
import { sameValue, valueAt } from "../core/grid/grid";
import type { Change } from "../core/plan/change";
import type { Result } from "../core/result";
import { err, ok } from "../core/result";
import type { Draft } from "../workbook/draft";
import type { WorkbookFault } from "../workbook/fault";
import type { Layer, LayerRule } from "../workbook/helperLayer";
import { layerColumns, layerObstacles, putLayer, removeLayer } from "../workbook/helperLayer";
import { putOwnSheet } from "../workbook/ownSheet";
import { removeSheet } from "../workbook/removeSheet";
import { settleFormulas } from "../workbook/staleFormulas";
import type { Workbook } from "../workbook/workbook";
import { CellWriter } from "../workbook/cellWriter";
import type { TextPacker } from "../workbook/zipWriter";
import { isOwnRule, markedRule } from "./ownRule";
import type { Batch, ExcelFault, ExcelPort, HelperLayer, OwnRule, Receipt } from "./port";
import { refusedBatch } from "./refusedBatch";

/** Characters of changed parts that are packed without anybody's noticing. */
const MOST_PACKED = 2_000_000;

export interface DeliveredFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface MemoryExcel extends ExcelPort {
  /** The workbook as a file. */
  save(packer?: TextPacker): Result<Uint8Array, ExcelFault>;
  /** A person types into cells: written without a guard, and told to those who listen. */
  type(cells: readonly { readonly at: CellRef; readonly value: CellValue }[]): Result<null, ExcelFault>;
  /** The cell that was last shown. */
  shown(): CellRef | null;
}

/** The port over a workbook. `deliver` takes finished files; without it there is nobody to take them. */
export function memoryExcel(workbook: Workbook, deliver?: (files: readonly DeliveredFile[]) => void): MemoryExcel {
  const listeners = new Set<(sheet: string) => void>();
  let last: CellRef | null = null;
  return {
    async sheets() {
      const sheets = workbook.sheets();
      return sheets.ok ? ok(sheets.value.map(({ name, visibility }) => ({ name, visibility }))) : err(sayHost(sheets.error));
    },
    async read(names) {
      const grids = workbook.read(names);
      return grids.ok ? grids : err(sayHost(grids.error));
    },
    async looks() {
      // Packing a large sheet that was changed takes seconds, and the page would stand still.
      const written = [...workbook.parts().values()].reduce((sum, part) => sum + (part.kind === "written" ? part.text.length : 0), 0);
      const saved = written > MOST_PACKED ? null : workbook.save();
      return saved?.ok ? saved.value : null;
    },
    async commit(batch) {
      return commit(workbook, batch);
    },
    async show(at) {
      const sheets = workbook.sheets();
      if (!sheets.ok) return err(sayHost(sheets.error));
      if (!sheets.value.some(({ name }) => name === at.sheet)) return err({ kind: "sheetMissing", sheet: at.sheet });
      last = at;
      return ok(null);
    },
    selected: () => Promise.resolve(last),
    onEdit(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async file() {
      const saved = workbook.save();
      return saved.ok ? saved : err(sayHost(saved.error));
    },
    async deliver(files) {
      if (deliver === undefined) return err({ kind: "unsupported", what: "deliver" });
      deliver(files);
      return ok(null);
    },
    save(packer) {
      const saved = workbook.save(packer);
      return saved.ok ? saved : err(sayHost(saved.error));
    },
    type(cells) {
      const written = workbook.edit((draft) => {
        const done = writeCells(draft, cells);
        if (done.ok) settleFormulas(draft);
        return done;
      });
      if (!written.ok) return err(sayHost(written.error));
      for (const sheet of new Set(cells.map(({ at }) => at.sheet))) for (const listener of listeners) listener(sheet);
      return ok(null);
    },
    shown: () => last,
  };
}

function commit(workbook: Workbook, batch: Batch): Result<Receipt, ExcelFault> {
  const refused = refusedBatch(batch) ?? guard(workbook, batch.changes);
  if (refused) return err(refused);
  let obstacles: readonly CellRef[] = [];
  const written = workbook.edit((draft): Result<Receipt, WorkbookFault> => {
    const locked = lockedSheet(draft, batch);
    if (locked) return err(locked);
    for (const layer of batch.layers) {
      const found = obstaclesOf(draft, ownLayer(layer));
      if (!found.ok) return found;
      obstacles = [...obstacles, ...found.value];
    }
    if (obstacles.length > 0) return err({ kind: "invalid", part: "", reason: "obstacles" });
    return writeBatch(draft, batch);
  });
  if (obstacles.length > 0) return err({ kind: "changedSince", cells: obstacles });
  return written.ok ? written : err(sayHost(written.error));
}

/** Who edited a cell since the plan was made wins: the cells that no longer hold `from`. */
function guard(workbook: Workbook, changes: readonly Change[]): ExcelFault | null {
  const names = [...new Set(changes.map(({ at }) => at.sheet))];
  const grids = workbook.read(names);
  if (!grids.ok) return sayHost(grids.error);
  const bySheet = new Map<string, Grid>(names.flatMap((name, i) => (grids.value[i] ? [[name, grids.value[i]]] : [])));
  const cells = changes
    .filter(({ at, from }) => {
      const grid = bySheet.get(at.sheet);
      return grid === undefined || !sameValue(valueAt(grid, at.row, at.col), from);
    })
    .map(({ at }) => at);
  return cells.length > 0 ? { kind: "changedSince", cells } : null;
}

function lockedSheet(draft: Draft, batch: Batch): WorkbookFault | null {
  const names = new Set([...batch.changes.map(({ at }) => at.sheet), ...batch.layers.map(({ sheet }) => sheet), ...batch.removeLayers]);
  for (const name of names) {
    const sheet = draft.sheet(name);
    if (!sheet.ok) return sheet.error;
    if (sheet.value.isProtected) return { kind: "protected", sheet: name };
  }
  const fresh = batch.sheets.find(({ name }) => draft.place(name) === undefined)?.name ?? batch.removeSheets.find((name) => draft.place(name));
  return fresh !== undefined && draft.book.structureLocked ? { kind: "protected", sheet: fresh } : null;
}

function obstaclesOf(draft: Draft, layer: Layer): Result<readonly CellRef[], WorkbookFault> {
  const place = draft.place(layer.sheet);
  const sheet = draft.sheet(layer.sheet);
  if (!sheet.ok) return sheet;
  return ok(place ? layerObstacles(draft, sheet.value, place, layer) : []);
}

function writeBatch(draft: Draft, batch: Batch): Result<Receipt, WorkbookFault> {
  const changed = writeCells(draft, batch.changes.map(({ at, to }) => ({ at, value: to })));
  if (!changed.ok) return changed;
  for (const name of batch.removeLayers) {
    const done = removeLayer(draft, name, isOwnRule);
    if (!done.ok) return done;
  }
  for (const layer of batch.layers) {
    const done = putLayer(draft, ownLayer(layer));
    if (!done.ok) return done;
  }
  for (const name of batch.removeSheets) removeSheet(draft, name);
  for (const sheet of batch.sheets) putOwnSheet(draft, { ...sheet, rules: (sheet.rules ?? []).map(markedOwn) });
  return ok({ written: batch.changes.length, staleFormulas: staleOfUser(draft) });
}

/** Settles all formulas and counts those of the user's that lost their value. */
function staleOfUser(draft: Draft): number {
  const columns = new Map(draft.sheets().map((place) => [place.name, layerColumns(draft, place)]));
  return settleFormulas(draft).filter(({ sheet, col }) => {
    const own = columns.get(sheet);
    return !own || col < own.first || col > own.last;
  }).length;
}

function writeCells(draft: Draft, cells: readonly { readonly at: CellRef; readonly value: CellValue }[]): Result<null, WorkbookFault> {
  const writers = new Map<string, CellWriter>();
  for (const { at, value } of cells) {
    let writer = writers.get(at.sheet);
    if (writer === undefined) {
      const sheet = draft.sheet(at.sheet);
      if (!sheet.ok) return sheet;
      writer = new CellWriter(draft, sheet.value, at.sheet);
      writers.set(at.sheet, writer);
    }
    const done = writer.write(at.row, at.col, value);
    if (!done.ok) return done;
  }
  for (const writer of writers.values()) writer.settle();
  return ok(null);
}

function ownLayer({ sheet, columns, cells, rules, asOf }: HelperLayer): Layer {
  return {
    sheet, columns, cells, asOf, isOurs: isOwnRule,
    rules: rules.map(markedOwn),
  };
}

function markedOwn({ areas, formula, fill, font }: OwnRule): LayerRule {
  return { areas, formula: markedRule(formula), style: { fill, font } };
}

/** A fault of the workbook in the words of the port. */
function sayHost(fault: WorkbookFault): ExcelFault {
  if (fault.kind === "sheetMissing" || fault.kind === "protected" || fault.kind === "tooLong" || fault.kind === "invalid") return fault;
  if (fault.kind === "unwritable") return { kind: "unsupported", what: fault.reason };
  if (fault.kind === "rowsBlocked") return { kind: "unsupported", what: fault.reason };
  return { kind: "host", code: fault.kind };
}
