/**
 * One batch: guard, then all writes in as few trips as they fit in. A trip that fails half way is looked into, so that
 * what was written is known and not guessed.
 */
import { type CellRef, sameValue } from "../core/grid/grid";
import type { Change } from "../core/plan/change";
import { codeOf, faultOf, isRefusedWhole } from "./officeFault";
import { areaIn, areaOnSheet, matrixSteps, sheetIn } from "./officeCells";
import type { Step, TypedMatrix } from "./officeCells";
import { DAYS_1904 } from "./officeGrid";
import type { Guarded, Strip } from "./officeGuard";
import { countWithin, guard, isDayIn, valuesIn } from "./officeGuard";
import type { Columns } from "./officeLayer";
import { columnsOf, putLayerSteps, removeLayerSteps, ungroupedColumns } from "./officeLayer";
import { columnsAddress } from "./officeAreas";
import { matrixOf } from "./officeRead";
import type { OfficeSession } from "./officeSession";
import { journalSteps, sheetSteps } from "./officeSheets";
import { typedValue } from "./officeText";
import type { Batch, ExcelFault, Receipt } from "./port";
import type { Result } from "../core/result";
import { err, ok } from "../core/result";

/** What one trip may weigh; Excel on the web refuses five times as much. */
const BYTES_PER_TRIP = 1_000_000;

/** Guards and writes a batch. Faults before the first write leave by themselves; those after it come as a value. */
export async function commitBatch(context: Excel.RequestContext, session: OfficeSession, batch: Batch): Promise<Result<Receipt, ExcelFault>> {
  const guarded = await guard(context, session, batch);
  const trips = tripsOf(batch, guarded, session.date1904 === true);
  const now: Strip[] = [];
  for (const [index, steps] of trips.entries()) {
    try {
      now.push(...(await writeTrip(context, session, steps)));
    } catch (error) {
      if (!isCosmetic(error)) return err(await failedCommit(context, session, { batch, guarded, error, isFirst: index === 0 }));
      now.push(...(await lookAgain(context, session, guarded)).now);
    }
  }
  const kept = keptChanges(batch.changes, now);
  if (kept.length > 0) return err({ kind: "partial", written: writtenOf(batch.changes, kept), code: "NotTaken" });
  remember(session, batch, guarded);
  await ungroup(context, session, batch, guarded);
  return ok({ written: batch.changes.length, staleFormulas: 0 });
}

/** Where ours stand now: the next reading need not look for them. */
function remember(session: OfficeSession, { layers, removeLayers, sheets }: Batch, { ids }: Guarded): void {
  for (const name of removeLayers) session.ownColumns.set(ids.get(name) ?? "", null);
  for (const layer of layers) session.ownColumns.set(ids.get(layer.sheet) ?? "", columnsOf(layer));
  for (const { name } of sheets) session.ownSheets.add(name);
}

/** A step that writes changes, and which cells it does. */
interface ChangeStep extends Step {
  readonly strip: Strip;
}

/** The journal goes before what it tells of, and goes away after it; looks that can be done without come last of all. */
function tripsOf(batch: Batch, guarded: Guarded, date1904: boolean): readonly (readonly Step[])[] {
  const { first, last } = journalSteps(batch, guarded, date1904);
  const steps = [...first, ...changeSteps(batch.changes, guarded.strips), ...layerSteps(batch, guarded, date1904), ...sheetSteps(batch, guarded, date1904), ...last];
  const queue = [...steps.filter((step) => !step.isCosmetic), ...steps.filter((step) => step.isCosmetic)];
  const trips: Step[][] = [];
  while (queue.length > 0) trips.push(queue.splice(0, countWithin(queue.map(({ bytes }) => bytes), BYTES_PER_TRIP)));
  return trips;
}

/** Whether Excel failed at a step that comes after everything else and that can be done without: freezing rows, for one, asks for a window of its own. */
function isCosmetic(error: unknown): boolean {
  return error instanceof OfficeExtension.Error && /^(?:WorksheetFreezePanes|PageLayout)\./u.test(error.debugInfo.errorLocation ?? "");
}

/** Our own writing is not told as an edit, and is not seen before it is done. What changed is read again on the same trip. */
async function writeTrip(context: Excel.RequestContext, session: OfficeSession, steps: readonly Step[]): Promise<readonly Strip[]> {
  context.application.suspendScreenUpdatingUntilNextSync();
  context.runtime.enableEvents = false;
  for (const { write } of steps) write(context);
  context.runtime.enableEvents = true;
  const again = steps.filter(isChangeStep).map(({ strip }) => ({ strip, range: areaIn(context, strip.id, strip.area).load("values") }));
  await session.sync(context);
  return again.map(({ strip, range }) => ({ ...strip, values: matrixOf(range.values) }));
}

function isChangeStep(step: Step): step is ChangeStep {
  return "strip" in step;
}

function changeSteps(changes: readonly Change[], strips: readonly Strip[]): readonly ChangeStep[] {
  const wanted = new Map(changes.map((change) => [keyOf(change.at), change]));
  return strips.flatMap((strip) => {
    const { sheet, id, area } = strip;
    const matrix: TypedMatrix = Array.from({ length: area.bottom - area.top + 1 }, (_, i) => [typedChange(wanted.get(keyOf({ sheet, row: area.top + i, col: area.left })), strip)]);
    return matrixSteps(id, area, matrix).map((step): ChangeStep => {
      const [from, to] = [step.area.top - area.top, step.area.bottom - area.top + 1];
      return { ...step, strip: { ...strip, area: step.area, values: strip.values.slice(from, to), formats: strip.formats?.slice(from, to) ?? null } };
    });
  });
}

function typedChange(change: Change | undefined, strip: Strip): string | number | boolean | null {
  if (change === undefined) return null;
  const { at, to } = change;
  return typeof to === "number" && isDayIn(strip, at.row) ? to - DAYS_1904 : typedValue(to);
}

function layerSteps({ layers, removeLayers }: Batch, { ids, layers: states }: Guarded, date1904: boolean): readonly Step[] {
  const put = new Set(layers.map(({ sheet }) => sheet));
  const removed = removeLayers.filter((sheet) => !put.has(sheet)).flatMap((sheet) => {
    const [id, state] = [ids.get(sheet), states.get(sheet)];
    return id !== undefined && state ? removeLayerSteps(id, state) : [];
  });
  return [...removed, ...layers.flatMap((layer) => {
    const [id, state] = [ids.get(layer.sheet), states.get(layer.sheet)];
    return id !== undefined && state ? putLayerSteps(id, layer, state, date1904) : [];
  })];
}

interface Failure {
  readonly batch: Batch;
  readonly guarded: Guarded;
  readonly error: unknown;
  readonly isFirst: boolean;
}

/** What a failed trip has left behind: nothing, or the cells that hold their new value. */
async function failedCommit(context: Excel.RequestContext, session: OfficeSession, { batch, guarded, error, isFirst }: Failure): Promise<ExcelFault> {
  const code = codeOf(error);
  if (code === null) throw error;
  if (isFirst && isRefusedWhole(error)) return faultOf(error);
  try {
    const { now, gone } = await lookAgain(context, session, guarded);
    const here = batch.changes.filter(({ at }) => !gone.includes(at.sheet));
    const kept = keptChanges(here, now);
    const written = writtenOf(here, kept);
    // Changes go first in the first trip: where none of them arrived, nothing that follows them did. A journal goes before them.
    const isUntouched = isFirst && written.length === 0 && batch.journal === null;
    if (isUntouched && gone[0] !== undefined) return { kind: "sheetMissing", sheet: gone[0] };
    return isUntouched && kept.length > 0 ? faultOf(error, onlySheet(batch)) : { kind: "partial", written, code };
  } catch (second) {
    if (codeOf(second) === null) throw second;
    // Nobody can look: every cell may have been written.
    return { kind: "partial", written: batch.changes.map(({ at }) => at), code: `${code}, unverified` };
  }
}

function onlySheet({ changes, layers }: Batch): string | null {
  const names = new Set([...changes.map(({ at }) => at.sheet), ...layers.map(({ sheet }) => sheet)]);
  return names.size === 1 ? ([...names][0] ?? null) : null;
}

/** Reads the cells of a failed batch again, and tells which sheets are not there any more. */
async function lookAgain(context: Excel.RequestContext, session: OfficeSession, { ids, strips }: Guarded): Promise<{ readonly now: readonly Strip[]; readonly gone: readonly string[] }> {
  context.runtime.enableEvents = true;
  const sheets = [...ids].map(([name, id]) => ({ name, sheet: context.workbook.worksheets.getItemOrNullObject(id) }));
  const ranges = strips.map((strip) => ({ strip, range: areaOnSheet(context.workbook.worksheets.getItemOrNullObject(strip.id), strip.area).load("values") }));
  await session.sync(context);
  return {
    now: ranges.filter(({ range }) => !range.isNullObject).map(({ strip, range }) => ({ ...strip, values: matrixOf(range.values) })),
    gone: sheets.filter(({ sheet }) => sheet.isNullObject).map(({ name }) => name),
  };
}

/** Changes whose cells still hold what they held before: Excel drops some writing in silence. */
function keptChanges(changes: readonly Change[], now: readonly Strip[]): readonly Change[] {
  const held = valuesIn(now);
  return changes.filter(({ at, from, to }) => !sameValue(from, to) && sameValue(held(at), from));
}

function writtenOf(changes: readonly Change[], kept: readonly Change[]): readonly CellRef[] {
  const still = new Set(kept.map(({ at }) => keyOf(at)));
  return changes.filter(({ at }) => !still.has(keyOf(at))).map(({ at }) => at);
}

/** In trips of their own, whose failure does not matter: the group may have been dissolved by hand, or never have had all columns between. */
async function ungroup(context: Excel.RequestContext, session: OfficeSession, { layers, removeLayers }: Batch, { ids, layers: states }: Guarded): Promise<void> {
  const put = new Map(layers.map((layer) => [layer.sheet, layer]));
  const runs = [...new Set([...removeLayers, ...put.keys()])].flatMap((name) => {
    const [id, state] = [ids.get(name), states.get(name)];
    return id !== undefined && state ? ungroupedColumns(put.get(name) ?? null, state).map((columns) => ({ id, columns })) : [];
  });
  for (const { id, columns } of runs) {
    if (await ungroupRun(context, session, id, columns)) continue;
    for (let col = columns.first; col <= columns.last; col++) await ungroupRun(context, session, id, { first: col, last: col });
  }
}

async function ungroupRun(context: Excel.RequestContext, session: OfficeSession, id: string, { first, last }: Columns): Promise<boolean> {
  sheetIn(context, id).getRange(columnsAddress(first, last)).untrack().ungroup(Excel.GroupOption.byColumns);
  try {
    await session.sync(context);
    return true;
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return false;
  }
}

function keyOf({ sheet, row, col }: CellRef): string {
  return `${sheet}!${row},${col}`;
}
