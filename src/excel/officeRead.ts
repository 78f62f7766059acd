/**
 * Sheets as grids. The first trip brings the upper left of every sheet, which is all of most; what is larger follows in
 * pieces that stay under the limit of Excel on the web. Nothing but questions that leave the person's undo alone is
 * asked, except for merged cells, which are asked for as seldom as can be.
 */
import type { Grid, Span } from "../core/grid/grid";
import type { Area } from "./officeAreas";
import { areaSize, columnsAddress, rowsInPieces } from "./officeAreas";
import { areaIn, areaOnSheet } from "./officeCells";
import { isTooMuch, PortFault } from "./officeFault";
import type { Block, Matrix, SheetFacts } from "./officeGrid";
import { gridOf, hasDay } from "./officeGrid";
import type { Answer, Property, Question } from "./officeMixed";
import { settleMixed } from "./officeMixed";
import { LAYER_NAME } from "./officeNames";
import type { OfficeSession } from "./officeSession";

const BLOCK = "values,formulas,valueTypes,numberFormat,rowIndex,columnIndex";
const PLACE = "rowIndex,columnIndex,rowCount,columnCount";
const LOOKS = `${PLACE},rowHidden,columnHidden,format/font/color,format/font/strikethrough`;
export const SPANS = "areas/rowIndex,areas/columnIndex,areas/rowCount,areas/columnCount";

/** How far the first trip looks. */
const HEAD: Area = { top: 0, left: 0, bottom: 399, right: 99 };
/** Of Excel's limit of 5 MB: what an answer may grow to by our estimate, as text of the matrices alone. */
const BYTES_PER_TRIP = 2_000_000;
const MOST_CELLS = 50_000;
const FEWEST_CELLS = 100;
/** Questions in one trip. */
const MOST_QUESTIONS = 1000;

interface First {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly head: Excel.Range;
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
    const { sheet, used, head, own } = first;
    session.names.set(sheet.id, sheet.name);
    session.ownColumns.set(sheet.id, own.isNullObject ? null : columnsOf(own));
    const about = { name: sheet.name, visibility: visibilityOf(sheet.visibility), spans: await spansOf(session, first) };
    if (used.isNullObject) {
      facts.push({ ...about, blocks: [], hiddenRows: [], hiddenColumns: [], coloured: [], struck: [] });
      continue;
    }
    const area = areaOf(used);
    const blocks = [...(head.isNullObject ? [] : [blockOf(head)]), ...(await restOf(context, session, sheet.id, area, head.isNullObject ? null : blockOf(head)))];
    const answers = session.ownSheets.has(sheet.name) ? [] : await askLooks(context, session, first, area);
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
  return { sheet, used, own, head: corner.getUsedRangeOrNullObject(true).untrack().load(BLOCK), looks: person.load(LOOKS), looksUpTo, spans };
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

/** The used area without the head, in trips of a size that the head's answer suggests. */
async function restOf(context: Excel.RequestContext, session: OfficeSession, sheet: string, area: Area, head: Block | null): Promise<readonly Block[]> {
  const queue = [...beside(area), ...below(area)];
  const blocks: Block[] = [];
  let cells = head === null ? FEWEST_CELLS : cellsPerTrip(head);
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
    blocks.push(...ranges.map(blockOf));
  }
  return blocks;
}

function beside({ top, bottom, right }: Area): readonly Area[] {
  return right > HEAD.right ? [{ top, left: HEAD.right + 1, bottom: Math.min(bottom, HEAD.bottom), right }] : [];
}

function below(area: Area): readonly Area[] {
  return area.bottom > HEAD.bottom ? [{ ...area, top: Math.max(area.top, HEAD.bottom + 1) }] : [];
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

/** Hidden rows and columns, colours and strokes of the person's part of a sheet; ours have none that mean anything. */
async function askLooks(context: Excel.RequestContext, session: OfficeSession, { sheet, looks, looksUpTo }: First, area: Area): Promise<readonly Answer[]> {
  const ask = (questions: readonly Question[]): Promise<readonly Answer[]> => askAll(context, session, questions);
  const own = session.ownColumns.get(sheet.id) ?? null;
  const told: readonly (readonly [Property, unknown])[] = looks.isNullObject
    ? []
    : [["rowHidden", looks.rowHidden], ["columnHidden", looks.columnHidden], ["color", looks.format.font.color], ["struck", looks.format.font.strikethrough]];
  const isWhole = own === null || looksUpTo === own.first - 1;
  const first = isWhole && !looks.isNullObject ? told.map(([property, value]): Answer => ({ sheet: sheet.id, property, area: areaOf(looks), value })) : [];
  const open = own === null ? [] : [...(isWhole ? [] : [{ ...area, right: own.first - 1 }]), { ...area, left: own.last + 1 }].filter(({ left, right }) => left <= right);
  const parts = open.flatMap((part) => PROPERTIES.map((property): Question => ({ sheet: sheet.id, property, area: part })));
  return settleMixed([...first, ...(parts.length > 0 ? await ask(parts) : [])], ask);
}

const PROPERTIES: readonly Property[] = ["rowHidden", "columnHidden", "color", "struck"];

async function askAll(context: Excel.RequestContext, session: OfficeSession, questions: readonly Question[]): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < questions.length; from += MOST_QUESTIONS) {
    const asked = questions.slice(from, from + MOST_QUESTIONS).map((question) => {
      const range = areaIn(context, question.sheet, question.area);
      const font = range.format.font;
      if (question.property === "color" || question.property === "struck") font.load("color,strikethrough");
      else range.load("rowHidden,columnHidden");
      return { question, range, font };
    });
    await session.sync(context);
    answers.push(...asked.map(({ question, range, font }) => ({ ...question, value: answerOf(question.property, range, font) })));
  }
  return answers;
}

function answerOf(property: Property, range: Excel.Range, font: Excel.RangeFont): unknown {
  switch (property) {
    case "rowHidden":
      return range.rowHidden;
    case "columnHidden":
      return range.columnHidden;
    case "color":
      return font.color;
    case "struck":
      return font.strikethrough;
  }
}

const BLACK = "#000000";

/** Where a whole sheet has one colour, that is its usual one and says nothing. */
function marksOf(answers: readonly Answer[], area: Area): Pick<SheetFacts, "hiddenRows" | "hiddenColumns" | "coloured" | "struck"> {
  const where = (property: Property, isMarked: (value: unknown) => boolean): readonly Area[] =>
    answers.filter((answer) => answer.property === property && isMarked(answer.value)).map((answer) => answer.area);
  const colours = new Set(answers.filter(({ property }) => property === "color").map(({ value }) => value));
  return {
    hiddenRows: where("rowHidden", (value) => value === true).map((rows) => ({ ...rows, left: area.left, right: area.right })),
    hiddenColumns: where("columnHidden", (value) => value === true),
    coloured: colours.size > 1 ? where("color", (value) => value !== BLACK) : [],
    struck: where("struck", (value) => value !== false),
  };
}

export function areaOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area {
  return { top: rowIndex, left: columnIndex, bottom: rowIndex + rowCount - 1, right: columnIndex + columnCount - 1 };
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
