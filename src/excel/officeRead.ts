/**
 * Sheets as grids. The first trip brings the upper left of every sheet, which is all of most; what is larger follows in
 * pieces that stay under the limit of Excel on the web. Nothing but questions that leave the person's undo alone is
 * asked, except for merged cells, which are asked for as seldom as can be.
 */
import type { Grid, Span } from "../core/grid/grid";
import type { Area } from "./officeAreas";
import { areaSize, columnsAddress, rowsInPieces } from "./officeAreas";
import { areaIn, areaOf, areaOnSheet } from "./officeCells";
import { isTooMuch, PortFault } from "./officeFault";
import type { Block, Matrix, SheetFacts } from "./officeGrid";
import { gridOf, hasDay } from "./officeGrid";
import { askLooks, LOOKS, marksOf } from "./officeMarks";
import { LAYER_NAME } from "./officeNames";
import type { OfficeSession } from "./officeSession";

const BLOCK = "values,formulas,valueTypes,numberFormat,rowIndex,columnIndex";
const PLACE = "rowIndex,columnIndex,rowCount,columnCount";
export const SPANS = "areas/rowIndex,areas/columnIndex,areas/rowCount,areas/columnCount";

/** How far the first trip looks. */
const HEAD: Area = { top: 0, left: 0, bottom: 399, right: 99 };
/** Of Excel's limit of 5 MB: what an answer may grow to by our estimate, as text of the matrices alone. */
const BYTES_PER_TRIP = 2_000_000;
const MOST_CELLS = 50_000;
const FEWEST_CELLS = 100;
/** An area of more is looked into before it is read. */
const MOST_CELLS_UNASKED = 1_000_000;
const PARTS = 16;
const MOST_ROUNDS = 6;

interface First {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly head: Excel.Range;
  /** How far the head reaches. */
  readonly reach: Area;
  /** Our columns. */
  readonly own: Excel.Range;
  /** What is the person's of the used area, as far as it was known where ours begin. */
  readonly looks: Excel.Range;
  readonly looksUpTo: number;
  readonly spans: Excel.RangeAreas | null;
}

/** Grids of the named sheets in their order; leaves with a fault where one is missing. */
export async function readSheets(context: Excel.RequestContext, session: OfficeSession, names: readonly string[]): Promise<readonly Grid[]> {
  const firsts = await firstTrip(context, session, names);
  const missing = names.find((_, i) => firsts[i]?.sheet.isNullObject !== false);
  if (missing !== undefined) throw new PortFault({ kind: "sheetMissing", sheet: missing });
  const facts: Omit<SheetFacts, "date1904">[] = [];
  for (const first of firsts) {
    const { sheet, used, head, own, reach, looks, looksUpTo } = first;
    session.names.set(sheet.id, sheet.name);
    session.ownColumns.set(sheet.id, own.isNullObject ? null : columnsOf(own));
    const about = { name: sheet.name, visibility: visibilityOf(sheet.visibility), spans: await spansOf(session, first) };
    if (used.isNullObject) {
      facts.push({ ...about, blocks: [], hiddenRows: [], hiddenColumns: [], coloured: [], struck: [] });
      continue;
    }
    const area = areaOf(used);
    const known = head.isNullObject ? [] : [blockOf(head)];
    const blocks = [...known, ...(await restOf(context, session, sheet.id, [...beside(area, reach), ...below(area, reach)], known[0]))];
    const answers = session.ownSheets.has(sheet.name) ? [] : await askLooks(context, session, { id: sheet.id, told: looks, upTo: looksUpTo, area });
    facts.push({ ...about, blocks, ...marksOf(answers, area) });
  }
  if (session.date1904 === null && facts.some(({ blocks }) => blocks.some(hasDay))) {
    const answer = session.askDateSystem(context);
    await session.sync(context);
    answer();
  }
  return facts.map((sheet) => gridOf({ ...sheet, date1904: session.date1904 === true }));
}

/** Asks for less where Excel on the web cannot answer so much at once. */
async function firstTrip(context: Excel.RequestContext, session: OfficeSession, names: readonly string[]): Promise<readonly First[]> {
  for (let head = HEAD; ; head = { ...head, bottom: Math.floor(head.bottom / 4) }) {
    const firsts = names.map((name) => askFirst(context, session, name, head));
    try {
      await session.sync(context);
    } catch (error) {
      if (isTooMuch(error) && head.bottom > 0) continue;
      throw error;
    }
    return firsts;
  }
}

function askFirst(context: Excel.RequestContext, session: OfficeSession, name: string, head: Area): First {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name).load("id,name,visibility");
  const used = sheet.getUsedRangeOrNullObject(true).untrack().load(PLACE);
  const corner = areaOnSheet(sheet, head);
  const own = sheet.names.getItemOrNullObject(LAYER_NAME).getRangeOrNullObject().untrack().load("columnIndex,columnCount");
  const looksUpTo = (session.ownColumns.get(session.idOf(name) ?? "")?.first ?? LAST_COLUMN + 1) - 1;
  const person = looksUpTo < 0 ? used : sheet.getRange(columnsAddress(0, looksUpTo)).untrack().getUsedRangeOrNullObject(true).untrack();
  const spans = session.readerAsksForSpans(name) ? used.getMergedAreasOrNullObject().untrack().load(SPANS) : null;
  return { sheet, used, own, reach: head, head: corner.getUsedRangeOrNullObject(true).untrack().load(BLOCK), looks: person.load(LOOKS), looksUpTo, spans };
}

const LAST_COLUMN = 16_383;

function columnsOf({ columnIndex, columnCount }: Excel.Range): { readonly first: number; readonly last: number } {
  return { first: columnIndex, last: columnIndex + columnCount - 1 };
}

async function spansOf(session: OfficeSession, { sheet, spans }: First): Promise<readonly Span[]> {
  const told = spans === null ? session.knownSpans(sheet.id) : spans.isNullObject ? [] : spans.areas.items.map(areaOf);
  if (told === undefined) return (await session.fileFacts("spans")).spans.get(sheet.name) ?? [];
  session.keepSpans(sheet.id, told);
  return told;
}

/** The rest of the used area, in trips of a size that the head's answer suggests. */
async function restOf(context: Excel.RequestContext, session: OfficeSession, sheet: string, areas: readonly Area[], head: Block | undefined): Promise<readonly Block[]> {
  const queue = [...(await withoutDeserts(context, session, sheet, areas))];
  const blocks: Block[] = [];
  let cells = head === undefined ? FEWEST_CELLS : cellsPerTrip(head);
  while (queue.length > 0) {
    const taken = takeCells(queue, cells);
    const ranges = taken.map((part) => areaIn(context, sheet, part).load(BLOCK));
    try {
      await session.sync(context);
    } catch (error) {
      if (!isTooMuch(error) || cells <= FEWEST_CELLS) throw error;
      queue.unshift(...taken);
      cells = Math.max(FEWEST_CELLS, Math.floor(cells / 4));
      continue;
    }
    const read = ranges.map(blockOf);
    blocks.push(...read);
    const last = read.at(-1);
    if (last) cells = Math.min(4 * cells, cellsPerTrip(last));
  }
  return blocks;
}

/** One stray cell far away makes a used area of millions of empty ones: large areas are parted, and of each part only what is used is kept. */
async function withoutDeserts(context: Excel.RequestContext, session: OfficeSession, sheet: string, areas: readonly Area[]): Promise<readonly Area[]> {
  let found = areas;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const large = found.filter((area) => areaSize(area) > MOST_CELLS_UNASKED);
    if (large.length === 0) break;
    const used = large.flatMap(partsOf).map((area) => areaIn(context, sheet, area).getUsedRangeOrNullObject(true).untrack().load(PLACE));
    await session.sync(context);
    found = [...found.filter((area) => areaSize(area) <= MOST_CELLS_UNASKED), ...used.filter((range) => !range.isNullObject).map(areaOf)];
  }
  return found;
}

/** Sixteen parts, of rows where there are as many. */
function partsOf(area: Area): readonly Area[] {
  const [rows, cols] = [area.bottom - area.top + 1, area.right - area.left + 1];
  if (rows >= PARTS) return rowsInPieces(area, Math.ceil(rows / PARTS));
  const width = Math.ceil(cols / PARTS);
  return Array.from({ length: Math.ceil(cols / width) }, (_, i) => ({ ...area, left: area.left + i * width, right: Math.min(area.right, area.left + (i + 1) * width - 1) }));
}

function beside({ top, left, bottom, right }: Area, reach: Area): readonly Area[] {
  return right > reach.right && top <= reach.bottom ? [{ top, left: Math.max(left, reach.right + 1), bottom: Math.min(bottom, reach.bottom), right }] : [];
}

function below(area: Area, reach: Area): readonly Area[] {
  return area.bottom > reach.bottom ? [{ ...area, top: Math.max(area.top, reach.bottom + 1) }] : [];
}

/** Takes areas of about so many cells from the queue, and puts back what is left of the last. */
function takeCells(queue: Area[], cells: number): readonly Area[] {
  const taken: Area[] = [];
  for (let room = cells; room > 0; ) {
    const next = queue.shift();
    if (next === undefined) break;
    const rows = Math.max(1, Math.floor(room / (next.right - next.left + 1)));
    const [first = next, ...rest] = rowsInPieces(next, rows);
    taken.push(first);
    room -= areaSize(first);
    const [after] = rest;
    if (after) queue.unshift({ ...next, top: after.top });
  }
  return taken;
}

function cellsPerTrip({ values, formulas, formats }: Block): number {
  const cells = values.length * (values[0]?.length ?? 1);
  const bytes = new TextEncoder().encode(JSON.stringify([values, formulas, formats])).length;
  return Math.max(FEWEST_CELLS, Math.min(MOST_CELLS, Math.floor((BYTES_PER_TRIP * cells) / Math.max(1, bytes))));
}

function blockOf(range: Excel.Range): Block {
  return {
    top: range.rowIndex, left: range.columnIndex,
    values: matrixOf(range.values), formulas: matrixOf(range.formulas), types: matrixOf(range.valueTypes), formats: matrixOf(range.numberFormat),
  };
}

/** What Excel tells of cells. Null means that they were too many: an error, never an empty sheet. */
export function matrixOf(told: unknown): Matrix {
  if (!Array.isArray(told)) throw new PortFault({ kind: "host", code: "RangeExceedsLimit" });
  return told.filter((line): line is readonly unknown[] => Array.isArray(line));
}

export function visibilityOf(visibility: string): Grid["visibility"] {
  return visibility === "Visible" ? "visible" : visibility === "Hidden" ? "hidden" : "veryHidden";
}
