/**
 * Sheets as grids. The first trip brings the upper left of every sheet, which is all of most; what is larger follows in
 * pieces that stay under the limit of Excel on the web. Nothing but questions that leave the person's undo alone is
 * asked, except for merged cells, which are asked for as seldom as can be.
 */
import type { Grid, Span } from "../core/grid/grid";
import type { Area } from "./officeAreas";
import { areaSize, rowsInPieces } from "./officeAreas";
import { areaIn } from "./officeCells";
import { isTooMuch, PortFault } from "./officeFault";
import type { Block, Matrix, SheetFacts } from "./officeGrid";
import { gridOf, hasDay } from "./officeGrid";
import type { Answer, Property, Question } from "./officeMixed";
import { settleMixed } from "./officeMixed";
import type { OfficeSession } from "./officeSession";

const BLOCK = "values,formulas,valueTypes,numberFormat,rowIndex,columnIndex";
const USED = "rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden,format/font/color,format/font/strikethrough";
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
  readonly spans: Excel.RangeAreas | null;
}

/** Grids of the named sheets in their order; leaves with a fault where one is missing. */
export async function readSheets(context: Excel.RequestContext, session: OfficeSession, names: readonly string[]): Promise<readonly Grid[]> {
  const firsts = await firstTrip(context, session, names);
  const missing = names.find((_, i) => firsts[i]?.sheet.isNullObject !== false);
  if (missing !== undefined) throw new PortFault({ kind: "sheetMissing", sheet: missing });
  const facts: Omit<SheetFacts, "date1904">[] = [];
  for (const first of firsts) {
    const { sheet, used, head } = first;
    session.names.set(sheet.id, sheet.name);
    const about = { name: sheet.name, visibility: visibilityOf(sheet.visibility) };
    if (used.isNullObject) {
      facts.push({ ...about, blocks: [], spans: await spansOf(session, first), hiddenRows: [], hiddenColumns: [], coloured: [], struck: [] });
      continue;
    }
    const area = areaOf(used);
    const blocks = [...(head.isNullObject ? [] : [blockOf(head)]), ...(await restOf(context, session, sheet.id, area, head.isNullObject ? null : blockOf(head)))];
    const marks = await settleMixed(mixedOf(sheet.id, used, area), (questions) => askAll(context, session, questions));
    facts.push({ ...about, blocks, spans: await spansOf(session, first), ...marksOf(marks, used, area) });
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
  const used = sheet.getUsedRangeOrNullObject(true).untrack().load(USED);
  const corner = sheet.getRangeByIndexes(0, 0, head.bottom + 1, head.right + 1).untrack();
  const spans = session.readerAsksForSpans(name) ? used.getMergedAreasOrNullObject().untrack().load(SPANS) : null;
  return { sheet, used, head: corner.getUsedRangeOrNullObject(true).untrack().load(BLOCK), spans };
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

function mixedOf(sheet: string, used: Excel.Range, area: Area): readonly Question[] {
  const told: readonly (readonly [Property, unknown])[] = [
    ["rowHidden", used.rowHidden], ["columnHidden", used.columnHidden], ["color", used.format.font.color], ["struck", used.format.font.strikethrough],
  ];
  return told.flatMap(([property, value]) => (value === null ? [{ sheet, property, area }] : []));
}

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
function marksOf(answers: readonly Answer[], used: Excel.Range, area: Area): Pick<SheetFacts, "hiddenRows" | "hiddenColumns" | "coloured" | "struck"> {
  const where = (property: Property, isMarked: (value: unknown) => boolean): readonly Area[] =>
    answers.filter((answer) => answer.property === property && isMarked(answer.value)).map((answer) => answer.area);
  const all = (flag: unknown): readonly Area[] => (flag === true ? [area] : []);
  return {
    hiddenRows: [...all(used.rowHidden), ...where("rowHidden", (value) => value === true)],
    hiddenColumns: [...all(used.columnHidden), ...where("columnHidden", (value) => value === true)],
    coloured: where("color", (value) => value !== BLACK),
    struck: [...all(used.format.font.strikethrough), ...where("struck", (value) => value !== false)],
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
