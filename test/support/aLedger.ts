import type { CellMark, CellNote, CellRef, CellValue, Grid, Span } from "../../src/core/grid/grid";
import { COLUMN_PRESETS, headerOf, type ColumnKey } from "../../src/core/ledger/columns";
import type { CellFace, PrintForm, SheetForm } from "../../src/core/form/form";
import type { Ledger } from "../../src/core/ledger/ledger";
import { parseLedger } from "../../src/core/parse/parseLedger";
import type { Book } from "../../src/core/rules/book";
import { checkContext, type CheckContext, type SheetLedger } from "../../src/core/rules/context";
import type { ExampleBook, ExampleCell, ExampleForm, ExampleRow, RuleExample } from "../../src/core/rules/rule";

const BASE: readonly ColumnKey[] = ["serial", "task", "content", "leadUnits", "responsibleUnits"];
const STEMS = "甲乙丙丁戊己庚辛壬癸";
export const AS_OF = "2026-11-23";

/** The ledger of a sheet, or a failed test. */
export function ledgerOf(grid: Grid): SheetLedger {
  const parsed = parseLedger(grid);
  if (!parsed.ok) throw new Error(`no ledger: ${parsed.error.kind}`);
  return { ledger: parsed.value, grid };
}

/** A sheet of lines under one header; what a line leaves out is filled in blamelessly, an explicit null stays empty. */
export function aSheet(lines: readonly ExampleRow[], options: { hidden?: readonly number[]; hiddenColumns?: readonly ColumnKey[]; spans?: readonly string[]; columns?: readonly ColumnKey[]; headers?: Readonly<Partial<Record<ColumnKey, string>>> } = {}): Grid {
  const columns = options.columns ?? columnsOf(lines);
  const notes: CellNote[] = [];
  let serial = 0;
  const rows = lines.map((line, index) => {
    const row = index + 1;
    if (typeof line === "string") return { row, values: [line], marks: null, hidden: options.hidden?.includes(row) ?? false };
    const cells = columns.map((key) => asCell(key in line ? line[key] : blameless(key, index, (serial += key === "serial" ? 1 : 0))));
    const own = line["serial"];
    if (typeof own === "number") serial = own;
    cells.forEach(({ note }, col) => note !== undefined && notes.push({ row, col, text: note }));
    const marks = cells.map(({ mark }) => mark);
    return {
      row,
      values: cells.map(({ value }) => value),
      marks: marks.some((mark) => mark !== undefined) ? marks : null,
      hidden: options.hidden?.includes(row) ?? false,
    };
  });
  const header = { row: 0, values: columns.map((key) => options.headers?.[key] ?? headerOf(key)), marks: null, hidden: false };
  const spans = (options.spans ?? []).map((span) => asSpan(span, columns));
  return { sheet: "台账", visibility: "visible", rows: [header, ...rows], spans, notes, hiddenColumns: (options.hiddenColumns ?? []).map((key) => columns.indexOf(key)) };
}

/** The context of an example, as its check would see it; `grid` stands for its sheet after some change. */
export function contextOf(example: RuleExample, grid: Grid = sheetOf(example)): CheckContext {
  const issued = example.against ? ledgerOf(aSheet(example.against)) : null;
  const other = issued && { ...issued, book: aBook(issued, example.againstBook, example.againstForm) };
  const own = ledgerOf(grid);
  return checkContext({ ...own, book: aBook(own, example.book, example.form), master: other, last: other, asOf: AS_OF, style: example.style ?? "master" });
}

const WELL_SET: PrintForm = {
  orientation: "landscape", paper: 9, scale: null, fit: { wide: 1, high: 0 }, sideMargins: 1,
  headerFooter: "&C第 &P 页 共 &N 页", titleRows: { first: 0, last: 0 }, area: null, breaks: [],
};
const WELL_SET_FACE: CellFace = { font: "仿宋", size: 11, fill: null, wrap: true, boxed: true };

/** The file of an example; null where it says nothing of one. */
function aBook({ ledger, grid }: SheetLedger, book: ExampleBook | undefined, form: ExampleForm | undefined): Book | null {
  if (!book && !form) return null;
  const sheets = (book?.sheets ?? []).map(({ sheet, lines }): Grid => ({
    sheet, visibility: "visible", rows: lines.map((values, row) => ({ row, values, marks: null, hidden: false })), spans: [], notes: [], hiddenColumns: [],
  }));
  return {
    file: book?.file ?? null,
    grids: [grid, ...sheets],
    properties: book?.properties ?? new Map(),
    remarks: book?.remarks ?? [],
    form: { sheets: form ? [aForm(ledger, grid, form)] : [], people: book?.people ?? [], folder: book?.folder ?? "", externalLinks: book?.externalLinks ?? [] },
  };
}

function aForm(ledger: Ledger, grid: Grid, { body, cells = {}, heights = {}, widths = {}, frozenRows = 1, filtered = false, print }: ExampleForm): SheetForm {
  const faces: CellFace[] = [WELL_SET_FACE];
  const faceOf = (face: CellFace): number => faces.push(face) - 1;
  const usual = faceOf({ ...WELL_SET_FACE, ...body });
  const rows = grid.rows.map(({ row }) => {
    const own = ledger.columns.map(({ key }) => {
      const cell = cells[`${row}.${key}`];
      return cell ? faceOf({ ...WELL_SET_FACE, ...body, ...cell }) : usual;
    });
    return [row, { height: heights[row] ?? null, faces: own, face: null }] as const;
  });
  const columns = ledger.columns.map(({ key, col }) => ({ first: col, last: col, width: widths[key] ?? 20, hidden: false, face: 0 }));
  return { sheet: ledger.sheet, faces, rows: new Map(rows), columns, defaultWidth: 8.43, frozen: { rows: frozenRows, cols: 0 }, filtered, print: { ...WELL_SET, ...print } };
}

function sheetOf({ given, hidden = [], hiddenColumns = [], spans = [], headers = {}, columns = columnsOf(given) }: RuleExample): Grid {
  return aSheet(given, { hidden, hiddenColumns, spans, columns, headers });
}

/** "2.leadUnits" of a place, "2" on an outline row. */
export function nameOfPlace({ ledger }: Pick<SheetLedger, "ledger">, at: CellRef): string {
  const column = ledger.columns.find(({ col }) => col === at.col);
  const isBody = at.row === 0 || ledger.rows.some(({ gridRow }) => gridRow === at.row);
  return isBody && column ? `${at.row}.${column.key}` : String(at.row);
}

/** The sheet with other values in some cells. */
export function withCells(grid: Grid, cells: readonly { readonly at: CellRef; readonly to: CellValue }[]): Grid {
  return {
    ...grid,
    rows: grid.rows.map((row) => {
      const changed = cells.filter(({ at }) => at.row === row.row);
      if (changed.length === 0) return row;
      const values = [...row.values];
      for (const { at, to } of changed) values[at.col] = to;
      return { ...row, values };
    }),
  };
}

function columnsOf(lines: readonly ExampleRow[]): readonly ColumnKey[] {
  const used = new Set<ColumnKey>(BASE);
  for (const line of lines) if (typeof line !== "string") for (const key of Object.keys(line)) used.add(key);
  const presets = COLUMN_PRESETS.map(({ key }) => key as ColumnKey).filter((key) => used.delete(key));
  return [...presets, ...used];
}

function blameless(key: ColumnKey, index: number, serial: number): CellValue {
  const stem = `${STEMS[Math.floor(index / 10) % 10] ?? ""}${STEMS[index % 10] ?? ""}`;
  if (key === "serial") return serial;
  if (key === "task") return `推进${stem}类工作`;
  if (key === "content") return `抓好${stem}类项目的组织实施。`;
  return key === "leadUnits" ? "市商务局" : null;
}

function asCell(cell: ExampleCell | undefined): { value: CellValue; mark?: CellMark; note?: string } {
  return cell !== null && typeof cell === "object" ? cell : { value: cell ?? null };
}

function asSpan(text: string, columns: readonly ColumnKey[]): Span {
  const found = /^(\d+)\.(\w+)\+(\d+)(?:x(\d+))?$/u.exec(text);
  if (!found) throw new Error(`no span: ${text}`);
  const top = Number(found[1]);
  const col = columns.indexOf(found[2] ?? "");
  return { top, bottom: top + Number(found[3]) - 1, left: col, right: col + Number(found[4] ?? 1) - 1 };
}
