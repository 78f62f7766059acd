/** Grid → Ledger: which rows are tasks and goals, which are the form around them. Nothing is dropped: every row is in one list. */
import { type CellMark, type CellValue, type Grid, type GridRow, isEmpty, plainText } from "../grid/grid";
import type { Chapter, FrameRow, FrameKind, Ledger, LedgerRow, Section } from "../ledger/ledger";
import { withoutHelpers } from "../lights/helperColumns";
import { err, ok, type Result } from "../result";
import { type Header, headerAt, findHeader, isHeaderRow, repeatsHeader } from "./findHeader";
import { isFooter, isSignature, isTotal, isGoalChapter, isGoalLabel, maySign, readHeading } from "./outline";
import { isNumbered, readSerial } from "./serial";
import { coverOf, type SpanCover } from "./spanCover";

const LONGEST_HEADER_CELL = 40;

export type ParseProblem =
  | { readonly kind: "emptySheet"; readonly sheet: string }
  | { readonly kind: "noHeader"; readonly sheet: string }
  | { readonly kind: "noRows"; readonly sheet: string };

/** The ledger of one sheet, by its own header or by the row (from 0) that a person points at. */
export function parseLedger(sheet: Grid, headerRow?: number): Result<Ledger, ParseProblem> {
  const grid = withoutHelpers(sheet);
  return parseUnder(grid, headerRow === undefined ? findHeader(grid) : headerAt(grid, headerRow));
}

function parseUnder(grid: Grid, header: Header | null): Result<Ledger, ParseProblem> {
  if (!grid.rows.some((row) => row.values.some((value) => !isEmpty(value)))) {
    return err({ kind: "emptySheet", sheet: grid.sheet });
  }
  if (!header || header.columns.length === 0) return err({ kind: "noHeader", sheet: grid.sheet });
  const reader = new RowReader(grid, header);
  for (const row of grid.rows) reader.take(row);
  return ok(reader.ledger());
}

/** A ledger and the sheet it stands in, or why there is none. */
export type FoundLedger = Result<{ readonly ledger: Ledger; readonly grid: Grid }, ParseProblem>;

/** The sheet that holds the ledger: the one whose header names most columns, visible before hidden, then the first. */
export function findLedger(grids: readonly Grid[]): FoundLedger {
  const visible = grids.filter((grid) => grid.visibility === "visible");
  for (const candidates of [visible, grids]) {
    let best: { ledger: Ledger; grid: Grid } | null = null;
    let most = 0;
    for (const grid of candidates) {
      const bare = withoutHelpers(grid);
      const header = findHeader(bare);
      const known = header?.known ?? 0;
      if (known <= most) continue;
      const parsed = parseUnder(bare, header);
      if (!parsed.ok) continue;
      best = { ledger: parsed.value, grid };
      most = known;
    }
    if (best) return ok(best);
  }
  const first = visible[0] ?? grids[0];
  if (!first) return err({ kind: "emptySheet", sheet: "" });
  const problem = parseLedger(first);
  return problem.ok ? err({ kind: "noRows", sheet: first.sheet }) : problem;
}

class RowReader {
  private readonly grid: Grid;
  private readonly header: Header;
  private readonly cover: SpanCover;
  private readonly index: ReadonlyMap<string, number>;
  private readonly hasSpans: boolean;
  private readonly serialAt: number;
  private readonly taskAt: number;
  private readonly chapters: Chapter[] = [];
  private readonly sections: Section[] = [];
  private readonly rows: LedgerRow[] = [];
  private readonly frame: FrameRow[] = [];
  private label: string | null = null;
  private inGoals = false;
  private secondTable = false;
  private goals = 0;

  constructor(grid: Grid, header: Header) {
    this.grid = grid;
    this.header = header;
    this.cover = coverOf(grid);
    this.index = new Map(header.columns.map(({ key }, position) => [key, position]));
    this.hasSpans = grid.spans.length > 0;
    this.serialAt = this.index.get("serial") ?? -1;
    this.taskAt = this.index.get("task") ?? -1;
  }

  take(row: GridRow): void {
    const kind = this.frameKind(row);
    if (kind) this.frame.push({ kind, gridRow: row.row });
    else this.takeBody(row);
  }

  ledger(): Ledger {
    return {
      sheet: this.grid.sheet,
      headerRow: this.header.bottom,
      columns: this.header.columns,
      index: this.index,
      chapters: this.chapters,
      sections: this.sections,
      rows: this.rows,
      frame: this.frame,
    };
  }

  /** What the row is, if it is no row of the ledger; headings are remembered on the way. */
  private frameKind(row: GridRow): FrameKind | null {
    const { values } = row;
    const { filled, first } = filledCells(values);
    if (filled === 0 && !this.cover.reaches(row.row)) return "blank";
    if (row.row < this.header.top) return "title";
    if (row.row <= this.header.bottom) return "header";
    if (this.secondTable) return "note";
    if (this.mayBeHeader(row)) {
      if (repeatsHeader(row, this.header)) return "repeatedHeader";
      if (isHeaderRow(row)) return this.headerAgain(row);
    }
    if (filled === 0) return "footer";
    const text = plainText(values[first]);
    if (filled > 1 && !maySign(text) && this.hasContent(row)) return null;
    const texts = values.filter((value) => !isEmpty(value)).map(plainText);
    if (texts.every(isFooter) || (!this.hasContent(row) && addsUp(texts))) return "footer";
    if (filled === 1) return this.loneKind(row, text, first);
    return isSignature(texts) || (isFooter(text) && !this.hasTask(row)) ? "footer" : null;
  }

  /** The header again after a page break; another header begins a table that is not ours to read. */
  private headerAgain(row: GridRow): FrameKind {
    const again = headerAt(this.grid, row.row);
    const same = again.columns.filter(({ key, col }) => this.header.columns.some((own) => own.key === key && own.col === col));
    if (same.length * 2 >= this.header.columns.length) return "repeatedHeader";
    this.secondTable = true;
    return "note";
  }

  private loneKind(row: GridRow, text: string, col: number): FrameKind | null {
    const heading = readHeading(text);
    const first = this.header.columns[0]?.col ?? 0;
    const outlineCols = ["serial", "task"].map((key) => this.columnOf(key)).concat(first);
    if (heading && outlineCols.includes(col)) {
      this.enter(heading.kind, heading.number, heading.title, row.row);
      return heading.kind;
    }
    if (isFooter(text) || isSignature([text])) return "footer";
    if (col === this.columnOf("serial") && !isNumbered(readSerial(text)) && !isGoalLabel(text)) {
      return this.rows.length === 0 ? "title" : "note";
    }
    // A lone text beside the table, or a page number below it, is nobody's answer.
    return this.header.columns.some((column) => column.col === col) ? null : "note";
  }

  private enter(kind: "chapter" | "section", number: number, title: string, gridRow: number): void {
    this.label = null;
    if (kind === "chapter") {
      this.chapters.push({ number, title, gridRow });
      this.inGoals = isGoalChapter(title);
    } else {
      this.sections.push({ number, title, chapter: this.chapters.at(-1)?.number ?? null, gridRow });
      this.inGoals = false;
    }
  }

  private takeBody(row: GridRow): void {
    const { values, marks, spanned } = this.cells(row);
    const [serialValue, task] = [values[this.serialAt] ?? null, values[this.taskAt] ?? null];
    const serial = readSerial(serialValue);
    const label = [serialValue, task].find((value): value is string => typeof value === "string" && isGoalLabel(value)) ?? null;
    if (label !== null) this.label = label.trim();
    else if (serial !== null || !isEmpty(task)) this.label = null;
    const isGoal = this.label !== null || (this.inGoals && serial === null);
    if (isGoal) this.goals += 1;
    const section = this.sections.at(-1);
    const chapter = this.chapters.at(-1);
    this.rows.push({
      kind: isGoal ? "goal" : "task",
      key: isGoal ? `goal-${this.goals}` : serial,
      chapter: chapter?.number ?? null,
      section: section && (!chapter || section.gridRow > chapter.gridRow) ? section.number : null,
      label: isGoal ? this.label : null,
      gridRow: row.row,
      hidden: row.hidden,
      values,
      marks,
      spanned,
      pieces: [],
    });
  }

  /** The row's cells by column of the ledger; a vertical span lends its value to every row that it covers. */
  private cells(row: GridRow): Pick<LedgerRow, "values" | "marks" | "spanned"> {
    if (!this.hasSpans) {
      const own = row.marks;
      const marked = own === null ? null : this.header.columns.map(({ col }) => own[col]);
      return { values: this.header.columns.map(({ col }) => row.values[col] ?? null), marks: marked?.some((mark) => mark !== undefined) ? marked : null, spanned: null };
    }
    const values: CellValue[] = [];
    const marks: (CellMark | undefined)[] = [];
    const spanned = new Map<number, { row: number; col: number }>();
    this.header.columns.forEach(({ col }, position) => {
      const from = this.cover.firstCell(row.row, col);
      const source = from && this.cover.row(from.row);
      const value = (from ? source?.values[from.col] : row.values[col]) ?? null;
      const mark = from ? source?.marks?.[from.col] : row.marks?.[col];
      values.push(value);
      marks.push(mark);
      if (from && value !== null) spanned.set(position, from);
    });
    return { values, marks: marks.some((mark) => mark !== undefined) ? marks : null, spanned: spanned.size > 0 ? spanned : null };
  }

  /** Cheap: a row with a number or a long text in it is no header. Spares the words of every body row a look-up. */
  private mayBeHeader(row: GridRow): boolean {
    return !row.values.some((value) => typeof value === "number" || (typeof value === "string" && value.length > LONGEST_HEADER_CELL));
  }

  private hasTask(row: GridRow): boolean {
    const col = this.columnOf("task");
    return (col >= 0 && !isEmpty(row.values[col])) || this.hasContent(row);
  }

  private hasContent(row: GridRow): boolean {
    const col = this.columnOf("content");
    return col >= 0 && !isEmpty(row.values[col]);
  }

  private columnOf(key: string): number {
    return this.header.columns[this.index.get(key) ?? -1]?.col ?? -1;
  }
}

/** A line that adds up the lines above it: the word for it, and nothing but figures beside. */
function addsUp(texts: readonly string[]): boolean {
  return texts.some(isTotal) && texts.every((text) => isTotal(text) || /^[\d.,%\s]*$/u.test(text));
}

/** How many cells of the row have something, and the first of them; -1 where none has. */
function filledCells(values: GridRow["values"]): { readonly filled: number; readonly first: number } {
  let filled = 0;
  let first = -1;
  for (let col = 0; col < values.length; col += 1) {
    if (isEmpty(values[col])) continue;
    if (filled === 0) first = col;
    filled += 1;
  }
  return { filled, first };
}
