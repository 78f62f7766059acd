/** A new workbook with one ledger, laid out as offices expect it, through the same writer and the same checks as any other. */
import type { CellValue, Span } from "../core/grid/grid";
import type { ColumnKey, PresetKey } from "../core/ledger/columns";
import { typeOf } from "../core/ledger/columns";
import type { Result } from "../core/result";
import { ok } from "../core/result";
import type { LookName } from "./cellStyle";
import { LOOKS } from "./cellStyle";
import type { WorkbookFault } from "./fault";
import { emptyBook } from "./emptyBook";
import type { Draft } from "./draft";
import type { CellChoice, NewCell } from "./newSheet";
import { newSheetXml } from "./newSheet";
import { pageFor } from "./page";
import { TALLEST_ROW, heightOf, lineCount } from "../core/form/rowHeight";
import { Workbook } from "./workbook";

export interface LedgerBookColumn {
  readonly key: ColumnKey;
  readonly header: string;
}

/** A row of the table; values stand by position in `columns`. */
export type LedgerBookRow =
  /** A chapter or a section: one text, never spanned, read in full because its neighbours are empty. */
  | { readonly kind: "outline"; readonly text: string }
  | { readonly kind: "task"; readonly values: readonly CellValue[] }
  /** The first value is the goal's label; where the rows below it leave theirs empty, the label stands over all of them. */
  | { readonly kind: "goal"; readonly values: readonly CellValue[] };

export interface LedgerBookSpec {
  readonly sheet: string;
  /** Lines above the table, such as "附件 1" (a label) and the title. */
  readonly titleLines: readonly { readonly kind: "label" | "title"; readonly text: string }[];
  readonly columns: readonly LedgerBookColumn[];
  readonly rows: readonly LedgerBookRow[];
  /** What makes it a form that goes out to be filled in. */
  readonly form?: LedgerForm;
}

export interface LedgerForm {
  /** The first columns are issued: shaded, so that everybody sees what is not theirs to fill in. */
  readonly issued: number;
  /** Columns whose cells offer a list of words. */
  readonly choices: readonly { readonly key: ColumnKey; readonly words: readonly string[]; readonly remark: string }[];
  /** A second sheet of plain lines. */
  readonly guide: { readonly sheet: string; readonly lines: readonly string[] };
  /** Document properties by which the file is known again. */
  readonly properties: ReadonlyMap<string, string>;
}

const WIDTHS: Readonly<Partial<Record<PresetKey, number>>> = {
  serial: 6, task: 18, content: 60, leadUnits: 20, responsibleUnits: 20, progress: 40, problems: 30, nextSteps: 30, contact: 16,
};
const WIDTH_BY_TYPE = { serial: 6, text: 24, units: 20, date: 12, number: 10, status: 9 } as const;

const GUIDE_WIDTH = 90;
/** Issued cells of a form: grey enough to be seen on paper, light enough to be read. */
const ISSUED_PAINT = { fill: "F2F2F2", font: "404040" } as const;

const TITLE_HEIGHTS = { label: 22, title: 40 } as const;

/** The width of a column in characters. */
export function columnWidth(key: ColumnKey): number {
  return (WIDTHS as Readonly<Partial<Record<string, number>>>)[key] ?? WIDTH_BY_TYPE[typeOf(key)];
}

/** A workbook with the ledger on its only sheet: no author, no date, the same bytes for the same ledger. */
export function newLedgerBook(spec: LedgerBookSpec): Result<Workbook, WorkbookFault> {
  const page = pageFor(spec.columns.map(({ key }) => columnWidth(key)), LOOKS.body.font.size);
  const layout = new LedgerLayout(spec, page.widths);
  const book = new Workbook(emptyBook(spec.form?.properties));
  const written = book.edit((draft) => {
    const sheet = newSheetXml(
      {
        columns: page.widths.map((width, col) => ({ col, width })),
        cells: layout.cells, heights: layout.heights, spans: layout.spans,
        frozen: { rows: layout.headerRow + 1, cols: frozenColumns(spec.columns) },
        print: { paper: page.paper, pagesWide: 1, margins: page.margins, footer: "&C第 &P 页 共 &N 页" },
        choices: layout.choices(),
      },
      draft.styles, draft.strings,
    );
    draft.putSheet(spec.sheet, "visible", sheet);
    draft.repeatRows(spec.sheet, { first: layout.headerRow, last: layout.headerRow });
    if (spec.form) putGuide(draft, spec.form.guide);
    return ok(null);
  });
  return written.ok ? ok(new Workbook(book.parts())) : written;
}

function putGuide(draft: Draft, { sheet, lines }: LedgerForm["guide"]): void {
  const cells = lines.map((value, row): NewCell => ({ row, col: 0, value, look: row === 0 ? "label" : "wrapped" }));
  const heights = new Map(lines.map((text, row) => [row, heightOf(lineCount(text, GUIDE_WIDTH, LOOKS.wrapped.font.size), row === 0 ? LOOKS.label.font.size : LOOKS.wrapped.font.size) + 4]));
  draft.putSheet(sheet, "visible", newSheetXml({ columns: [{ col: 0, width: GUIDE_WIDTH }], cells, heights, frozen: { rows: 0, cols: 0 }, spans: [], print: null }, draft.styles, draft.strings));
}

/** 序号 and 重点任务 stay in sight where they stand first. */
function frozenColumns(columns: readonly LedgerBookColumn[]): number {
  if (columns[0]?.key !== "serial") return 0;
  return columns[1]?.key === "task" ? 2 : 1;
}

class LedgerLayout {
  readonly cells: NewCell[] = [];
  readonly heights = new Map<number, number>();
  readonly spans: Span[] = [];
  readonly headerRow: number;
  private readonly spec: LedgerBookSpec;
  private readonly widths: readonly number[];

  constructor(spec: LedgerBookSpec, widths: readonly number[]) {
    this.spec = spec;
    this.widths = widths;
    this.headerRow = spec.titleLines.length;
    spec.titleLines.forEach((line, row) => this.addTitle(row, line));
    this.addRow(this.headerRow, spec.columns.map(({ header }) => header), () => "header", 1.3);
    spec.rows.forEach((row, i) => {
      const at = this.headerRow + 1 + i;
      if (row.kind === "outline") this.addOutline(at, row.text);
      else this.addRow(at, row.values, (col) => this.bodyLook(col), 1, isLabelled(row) ? 1 : 0);
    });
    spec.rows.forEach((row, i) => {
      if (isLabelled(row)) this.addLabel(i, row.values[0] ?? null);
    });
  }

  private addTitle(row: number, { kind, text }: LedgerBookSpec["titleLines"][number]): void {
    this.cells.push({ row, col: 0, value: text, look: kind });
    const lines = kind === "title" ? lineCount(text, this.widths.reduce((sum, width) => sum + width, 0), LOOKS.title.font.size) : 1;
    this.heights.set(row, Math.min(TALLEST_ROW, TITLE_HEIGHTS[kind] * lines));
    if (this.widths.length > 1 && kind === "title") this.spans.push({ top: row, left: 0, bottom: row, right: this.widths.length - 1 });
  }

  private addOutline(row: number, text: string): void {
    const last = this.widths.length - 1;
    this.widths.forEach((_, col) => {
      const look = last === 0 ? "header" : col === 0 ? "outline" : col === last ? "outlineEnd" : "outlineMiddle";
      this.cells.push({ row, col, value: col === 0 ? text : null, look });
    });
    this.heights.set(row, heightOf(1, LOOKS.outline.font.size) + 2);
  }

  /** Cells of a row and its height: `air` widens it, columns before `firstCounted` do not count. */
  private addRow(row: number, values: readonly CellValue[], lookOf: (col: number) => LookName, air: number, firstCounted = 0): void {
    let lines = 1;
    this.widths.forEach((width, col) => {
      const value = values[col] ?? null;
      const look = lookOf(col);
      const issued = look !== "header" && col < (this.spec.form?.issued ?? 0);
      this.cells.push({ row, col, value, look, ...(issued ? { paint: ISSUED_PAINT } : {}) });
      if (value !== null && col >= firstCounted) lines = Math.max(lines, lineCount(String(value), width, LOOKS[look].font.size));
    });
    this.heights.set(row, Math.min(TALLEST_ROW, Math.ceil(heightOf(lines, LOOKS.body.font.size) * air)));
  }

  /** The lists of words, each over its whole column of the table. */
  choices(): readonly CellChoice[] {
    const top = this.headerRow + 1;
    const bottom = this.headerRow + this.spec.rows.length;
    return (this.spec.form?.choices ?? []).flatMap(({ key, words, remark }) => {
      const col = this.spec.columns.findIndex((column) => column.key === key);
      return col < 0 || bottom < top ? [] : [{ area: { top, left: col, bottom, right: col }, words, remark }];
    });
  }

  private bodyLook(col: number): LookName {
    const key = this.spec.columns[col]?.key ?? "";
    switch (typeOf(key)) {
      case "date":
        return "bodyDate";
      case "serial":
      case "number":
      case "status":
        return "centred";
      case "text":
      case "units":
        return "body";
    }
  }

  /** A goal's label stands over the rows below it that leave theirs empty; together they are high enough for it to be read. */
  private addLabel(first: number, label: CellValue): void {
    const { rows } = this.spec;
    let last = first;
    while (rows[last + 1]?.kind === "goal" && !isLabelled(rows[last + 1])) last++;
    const [top, bottom] = [this.headerRow + 1 + first, this.headerRow + 1 + last];
    if (last > first) this.spans.push({ top, left: 0, bottom, right: 0 });
    const size = LOOKS.centred.font.size;
    let missing = heightOf(lineCount(String(label), this.widths[0] ?? 0, size), size);
    for (let row = top; row <= bottom; row++) missing -= this.heights.get(row) ?? 0;
    if (missing > 0) this.heights.set(bottom, Math.min(TALLEST_ROW, (this.heights.get(bottom) ?? 0) + missing));
  }
}

function isLabelled(row: LedgerBookRow | undefined): row is LedgerBookRow & { readonly kind: "goal" } {
  return row?.kind === "goal" && row.values[0] !== null && row.values[0] !== undefined && row.values[0] !== "";
}
