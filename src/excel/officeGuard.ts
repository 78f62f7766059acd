/**
 * Before anything is written: what the workbook says now. Whoever edited a cell since
 * the plan was made wins; then nothing is written at all.
 */
import { type CellRef, type CellValue, sameValue, type Span } from "../core/grid/grid";
import type { Change } from "../core/plan/change";
import type { Area } from "./officeAreas";
import { areaSize, boundsOf, stripsOf } from "./officeAreas";
import { areaIn, areaOf, areaOnSheet } from "./officeCells";
import { isTooMuch, PortFault } from "./officeFault";
import type { Matrix } from "./officeGrid";
import { DAYS_1904, valueOf } from "./officeGrid";
import type { LayerAsked, LayerState } from "./officeLayerState";
import { askLayer, layerState } from "./officeLayerState";
import { kindOfFormat } from "./officeNumberFormat";
import { matrixOf, SPANS } from "./officeRead";
import type { OfficeSession } from "./officeSession";
import type { Batch } from "./port";

/** Rows that need no writing and are covered all the same: a range of its own weighs more. */
const GAP = 50;
const CELLS_PER_TRIP = 40_000;

/** A strip of cells that are to change, as it is now. */
export interface Strip {
  readonly sheet: string;
  readonly id: string;
  readonly area: Area;
  readonly values: Matrix;
  /** Which of its cells show days, where days count from 1904; else null. */
  readonly formats: Matrix | null;
}

export interface OwnSheetState {
  readonly id: string | null;
  readonly visibility: string;
}

export interface Guarded {
  readonly ids: ReadonlyMap<string, string>;
  readonly strips: readonly Strip[];
  readonly layers: ReadonlyMap<string, LayerState>;
  readonly ownSheets: ReadonlyMap<string, OwnSheetState>;
}

interface SheetAsked {
  readonly name: string;
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly spans: Excel.RangeAreas | null;
  readonly layer: LayerAsked | null;
}

interface OwnAsked {
  readonly name: string;
  readonly sheet: Excel.Worksheet;
}

interface Asked {
  readonly asked: readonly SheetAsked[];
  readonly own: readonly OwnAsked[];
  readonly isStructureLocked: boolean;
  /** As many of the strips as went along. */
  readonly strips: readonly StripAsked[];
}

interface StripAsked {
  readonly place: StripPlace;
  readonly range: Excel.Range;
}

interface StripPlace {
  readonly sheet: string;
  readonly area: Area;
}

/** Asks the workbook, and leaves with a fault where the batch must not be written. */
export async function guard(context: Excel.RequestContext, session: OfficeSession, batch: Batch): Promise<Guarded> {
  const places = stripPlaces(batch.changes);
  const { asked, own, isStructureLocked, strips: first } = await firstTrip(context, session, batch, places);
  refuseMissing(asked);
  for (const { sheet } of asked) session.names.set(sheet.id, sheet.name);
  refuseProtected(asked, own, isStructureLocked, batch);
  const ids = new Map(asked.map(({ name, sheet }) => [name, sheet.id]));
  const isPlain = session.date1904 !== true;
  const known = isPlain ? first.map(({ place, range }) => stripFrom(place, range, ids)) : [];
  const strips = [...known, ...(await readStrips(context, session, isPlain ? places.slice(first.length) : places, ids))];
  refuseChanged(batch.changes, strips);
  for (const one of asked) refuseInsideSpan(batch.changes, one.name, await spansOf(session, one, batch.changes));
  const layers = new Map(asked.flatMap(({ name, used, layer }) => (layer ? [[name, layerState(layer, used)] as const] : [])));
  refuseObstacles(batch, layers);
  return { ids, strips, layers, ownSheets: new Map(own.map(({ name, sheet }) => [name, { id: sheet.isNullObject ? null : sheet.id, visibility: sheet.isNullObject ? "" : sheet.visibility }])) };
}

/** Everything that can be asked before the sheets' ids are known; less of the cells where Excel on the web cannot answer so much. */
async function firstTrip(context: Excel.RequestContext, session: OfficeSession, batch: Batch, places: readonly StripPlace[]): Promise<Asked> {
  const names = new Set([...batch.changes.map(({ at }) => at.sheet), ...batch.layers.map(({ sheet }) => sheet), ...batch.removeLayers]);
  for (let room = CELLS_PER_TRIP; ; room = Math.floor(room / 4)) {
    const asked = [...names].map((name) => askSheet(context, session, batch, name));
    const own = [...batch.sheets.map(({ name }) => name), ...batch.removeSheets].map((name) => askOwn(context, name));
    const structure = context.workbook.protection.load("protected");
    const answerDate = session.askDateSystem(context);
    const count = room === 0 ? 0 : countWithin(places.map(({ area }) => areaSize(area)), room);
    const strips = places.slice(0, count).map((place) => ({ place, range: areaOnSheet(context.workbook.worksheets.getItemOrNullObject(place.sheet), place.area).load("values") }));
    try {
      await session.sync(context);
    } catch (error) {
      if (isTooMuch(error) && room > 0) continue;
      throw error;
    }
    answerDate();
    return { asked, own, isStructureLocked: structure.protected, strips };
  }
}

function askOwn(context: Excel.RequestContext, name: string): OwnAsked {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name).load("id,visibility");
  sheet.protection.load("protected");
  return { name, sheet };
}

function stripPlaces(changes: readonly Change[]): readonly StripPlace[] {
  const sheets = new Set(changes.map(({ at }) => at.sheet));
  return [...sheets].flatMap((sheet) => stripsOf(changes.filter(({ at }) => at.sheet === sheet).map(({ at }) => at), GAP).map((area) => ({ sheet, area })));
}

function stripFrom({ sheet, area }: StripPlace, range: Excel.Range, ids: ReadonlyMap<string, string>, formats: Matrix | null = null): Strip {
  return { sheet, id: ids.get(sheet) ?? "", area, values: matrixOf(range.values), formats };
}

function askSheet(context: Excel.RequestContext, session: OfficeSession, { changes, layers, removeLayers }: Batch, name: string): SheetAsked {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name).load("id,name");
  sheet.protection.load("protected");
  const used = sheet.getUsedRangeOrNullObject(false).untrack().load("rowIndex,columnIndex,rowCount,columnCount");
  // Merged cells begin above and to the left of every cell that they take in.
  const bounds = boundsOf(changes.filter(({ at }) => at.sheet === name).map(({ at }) => at));
  const spans = bounds && session.asksForSpans() ? areaOnSheet(sheet, { ...bounds, top: 0, left: 0 }).getMergedAreasOrNullObject().untrack().load(SPANS) : null;
  const wanted = layers.filter((layer) => layer.sheet === name).flatMap(({ cells }) => cells);
  const hasLayer = wanted.length > 0 || removeLayers.includes(name) || layers.some((layer) => layer.sheet === name);
  return { name, sheet, used, spans, layer: hasLayer ? askLayer(sheet, boundsOf(wanted)) : null };
}

function refuseMissing(asked: readonly SheetAsked[]): void {
  const missing = asked.find(({ sheet }) => sheet.isNullObject);
  if (missing) throw new PortFault({ kind: "sheetMissing", sheet: missing.name });
}

function refuseProtected(asked: readonly SheetAsked[], own: readonly OwnAsked[], structure: boolean, { sheets, removeSheets }: Batch): void {
  const locked = asked.find(({ sheet }) => sheet.protection.protected);
  if (locked) throw new PortFault({ kind: "protected", sheet: locked.name });
  const lockedOwn = own.find(({ sheet }) => !sheet.isNullObject && sheet.protection.protected);
  if (lockedOwn) throw new PortFault({ kind: "protected", sheet: lockedOwn.name });
  const moved = own.find(({ name, sheet }) => (sheet.isNullObject ? sheets.some((one) => one.name === name) : removeSheets.includes(name)));
  if (structure && moved) throw new PortFault({ kind: "protected", sheet: moved.name });
}

/** Strips as they are now, in as many trips as Excel on the web can answer; with their formats where days count from 1904. */
async function readStrips(context: Excel.RequestContext, session: OfficeSession, places: readonly StripPlace[], ids: ReadonlyMap<string, string>): Promise<readonly Strip[]> {
  const queue = [...places];
  const strips: Strip[] = [];
  for (let room = CELLS_PER_TRIP; queue.length > 0; ) {
    const taken = queue.splice(0, countWithin(queue.map(({ area }) => areaSize(area)), room));
    const ranges = taken.map(({ sheet, area }) => areaIn(context, ids.get(sheet) ?? "", area).load(session.date1904 ? "values,numberFormat" : "values"));
    try {
      await session.sync(context);
    } catch (error) {
      if (!isTooMuch(error) || taken.length === 1) throw error;
      queue.unshift(...taken);
      room = Math.floor(room / 4);
      continue;
    }
    strips.push(...taken.flatMap((place, i) => {
      const range = ranges[i];
      return range ? [stripFrom(place, range, ids, session.date1904 ? matrixOf(range.numberFormat) : null)] : [];
    }));
  }
  return strips;
}

/** How many from the start go together; at least one. */
export function countWithin(sizes: readonly number[], room: number): number {
  let sum = 0;
  const tooMany = sizes.findIndex((size) => (sum += size) > room);
  return tooMany < 0 ? sizes.length : Math.max(1, tooMany);
}

/** Tells what a cell of the strips holds, days in the 1900 system. */
export function valuesIn(strips: readonly Strip[]): (at: CellRef) => CellValue {
  const byColumn = new Map<string, Strip[]>();
  for (const strip of strips) {
    const key = `${strip.sheet}!${strip.area.left}`;
    const column = byColumn.get(key);
    if (column) column.push(strip);
    else byColumn.set(key, [strip]);
  }
  return ({ sheet, row, col }) => {
    const strip = byColumn.get(`${sheet}!${col}`)?.find(({ area }) => area.top <= row && row <= area.bottom);
    const value = valueOf(strip?.values[row - strip.area.top]?.[0]);
    return strip && typeof value === "number" && isDayIn(strip, row) ? value + DAYS_1904 : value;
  };
}

/** Whether the cell shows a day that counts from 1904. */
export function isDayIn({ formats, area }: Strip, row: number): boolean {
  const format = formats?.[row - area.top]?.[0];
  return typeof format === "string" && kindOfFormat(format) === "date";
}

function refuseChanged(changes: readonly Change[], strips: readonly Strip[]): void {
  const held = valuesIn(strips);
  const cells = changes.filter(({ at, from }) => !sameValue(held(at), from)).map(({ at }) => at);
  if (cells.length > 0) throw new PortFault({ kind: "changedSince", cells });
}

async function spansOf(session: OfficeSession, { name, sheet, spans }: SheetAsked, changes: readonly Change[]): Promise<readonly Span[]> {
  if (!changes.some(({ at }) => at.sheet === name)) return [];
  if (spans === null) return (await session.fileFacts("spans")).spans.get(sheet.name) ?? [];
  return spans.isNullObject ? [] : spans.areas.items.map(areaOf);
}

/** Excel drops in silence what is written into the inside of merged cells. */
function refuseInsideSpan(changes: readonly Change[], name: string, spans: readonly Span[]): void {
  const inside = changes.some(({ at }) =>
    at.sheet === name && spans.some(({ top, left, bottom, right }) => top <= at.row && at.row <= bottom && left <= at.col && at.col <= right && (at.row !== top || at.col !== left)),
  );
  if (inside) throw new PortFault({ kind: "unsupported", what: "insideSpan" });
}

/** Other people's cells where ours would stand. */
function refuseObstacles({ layers }: Batch, states: ReadonlyMap<string, LayerState>): void {
  const cells = layers.flatMap(({ sheet, cells: own }) => {
    const state = states.get(sheet);
    return own.filter(({ row, col }) => state?.isTaken(row, col) === true).map(({ row, col }): CellRef => ({ sheet, row, col }));
  });
  if (cells.length > 0) throw new PortFault({ kind: "changedSince", cells });
}
