/** What `read` and `import` answer: the ledger as CONTRACT writes it. */
import { columnName, placeName } from "../core/grid/a1";
import type { FileFormat } from "../core/grid/sourceFile";
import { type Ledger, type LedgerRow, textOf } from "../core/ledger/ledger";
import { splitUnits } from "../core/units/splitUnits";

/** Nobody reads more of them in one sentence. */
const MOST_PLACES = 10;

export interface LedgerDescription {
  readonly format: FileFormat;
  readonly sheet: string;
  readonly headerRow: number;
  readonly columns: Readonly<Record<string, string>>;
  readonly counts: { readonly chapters: number; readonly sections: number; readonly tasks: number; readonly goals: number; readonly headerRows: number };
  readonly chapters: readonly { readonly number: number; readonly title: string }[];
  readonly sections: readonly { readonly number: number; readonly title: string; readonly chapter: number | null }[];
  readonly rows: readonly RowDescription[];
  readonly notes: readonly string[];
}

export interface RowDescription {
  readonly row: string | null;
  readonly kind: "task" | "goal";
  readonly chapter: number | null;
  readonly section: number | null;
  readonly task: string;
  readonly content: string;
  readonly leadUnits: readonly string[];
  readonly responsibleUnits: readonly string[];
  readonly unitClasses: readonly string[];
  readonly openEnded: boolean;
  readonly at: string;
}

/** The sentence that says which rows were joined, where a page break had cut any. */
export function sayCutRows(ledger: Ledger): readonly string[] {
  const cut = ledger.rows.filter(({ pieces }) => pieces.length > 0);
  if (cut.length === 0) return [];
  const places = cut.slice(0, MOST_PLACES).map(({ pieces }) => pieces.map(({ gridRow }) => gridRow + 1).join("、"));
  return [`有 ${cut.length} 行被分页拆开，已合并读取：第 ${places.join("行；第 ")} 行${cut.length > MOST_PLACES ? " 等" : ""}`];
}

/** Describes a ledger; `notes` are the sentences of what was noticed on the way. */
export function describeLedger(ledger: Ledger, format: FileFormat, notes: readonly string[]): LedgerDescription {
  const headers = ledger.frame.filter(({ kind }) => kind === "header" || kind === "repeatedHeader").length;
  return {
    format,
    sheet: ledger.sheet,
    headerRow: ledger.headerRow + 1,
    columns: Object.fromEntries(ledger.columns.map(({ key, col }) => [key, columnName(col)])),
    counts: {
      chapters: ledger.chapters.length,
      sections: ledger.sections.length,
      tasks: ledger.rows.filter(({ kind }) => kind === "task").length,
      goals: ledger.rows.filter(({ kind }) => kind === "goal").length,
      headerRows: headers,
    },
    chapters: ledger.chapters.map(({ number, title }) => ({ number, title })),
    sections: ledger.sections.map(({ number, title, chapter }) => ({ number, title, chapter })),
    rows: ledger.rows.map((row) => describeRow(ledger, row)),
    notes,
  };
}

function describeRow(ledger: Ledger, row: LedgerRow): RowDescription {
  const lead = splitUnits(textOf(ledger, row, "leadUnits"));
  const responsible = splitUnits(textOf(ledger, row, "responsibleUnits"));
  const texts = (parts: readonly { readonly text: string }[]): string[] => parts.map(({ text }) => text);
  return {
    row: row.key,
    kind: row.kind,
    chapter: row.chapter,
    section: row.section,
    task: row.kind === "goal" ? (row.label ?? textOf(ledger, row, "task")) : textOf(ledger, row, "task"),
    content: textOf(ledger, row, "content"),
    leadUnits: texts(lead.units),
    responsibleUnits: texts(responsible.units),
    unitClasses: [...texts(lead.classes), ...texts(responsible.classes)],
    openEnded: lead.openEnded || responsible.openEnded,
    at: placeName({ sheet: ledger.sheet, row: row.gridRow, col: firstColumn(ledger) }),
  };
}

function firstColumn(ledger: Ledger): number {
  return ledger.columns[0]?.col ?? 0;
}
