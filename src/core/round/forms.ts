/** 下发: which form goes to whom, row by row. Forms hold what is issued and empty cells to fill in; nothing of the store. */
import { type CellValue, isEmpty, plainText } from "../grid/grid";
import type { Grid } from "../grid/grid";
import { type ColumnKey, headerOf, ownerOf } from "../ledger/columns";
import type { Ledger, LedgerRow } from "../ledger/ledger";
import type { Base, BaseRow, Dispatch, RowId } from "./round";
import { formProperties } from "./metadata";

export interface FormUnits {
  /** In the order in which lists name them. */
  readonly named: readonly string[];
  addresses(row: BaseRow, unit: string): "named" | "class" | null;
  /** Phrases of the row that name a class of units (各区县人民政府). */
  classesOf(row: BaseRow): readonly string[];
}

export type FormRow =
  | { readonly kind: "outline"; readonly text: string }
  | { readonly kind: "task" | "goal"; readonly values: readonly CellValue[] };

export interface Form {
  /** Null for a form that several units fill in. */
  readonly unit: string | null;
  /** With its extension, fit for every file system. */
  readonly file: string;
  readonly titleLines: readonly { readonly kind: "label" | "title"; readonly text: string }[];
  readonly columns: readonly { readonly key: ColumnKey; readonly header: string }[];
  /** How many of the columns are issued; they come first. */
  readonly issued: number;
  readonly rows: readonly FormRow[];
  /** The rows of the round that it asks about. */
  readonly asked: readonly RowId[];
  readonly properties: ReadonlyMap<string, string>;
}

export interface FormQuestion {
  readonly ledger: Ledger;
  readonly grid: Grid;
  readonly base: Base;
  readonly parent: string;
  readonly units: FormUnits;
  readonly name: string;
  /** "2026-10-31". */
  readonly due: string;
  /** One book for everybody, with a line for each row and unit. */
  readonly one: boolean;
}

/** What is asked of the units where the master has no column for it yet. */
export const ASKED: readonly ColumnKey[] = ["reportedValue", "status", "progress", "problems", "nextSteps", "note"];
const PROVENANCE: readonly ColumnKey[] = ["reporter", "reportDate", "contact"];

/** The forms in the official order of units; classes of units that nobody is named beside come last. */
export function planForms(question: FormQuestion): readonly Form[] {
  const { base, units } = question;
  if (question.one) return [new FormMaker(question, { unit: null, file: fileName("全部单位", question.name, null) }).everybody()];
  const own = units.named.map((unit) => ({ unit, rows: base.rows.filter((row) => units.addresses(row, unit) === "named") }));
  const classes = new Map<string, BaseRow[]>();
  for (const row of base.rows) {
    if (units.named.some((unit) => units.addresses(row, unit) === "named")) continue;
    for (const phrase of units.classesOf(row)) classes.set(phrase, [...(classes.get(phrase) ?? []), row]);
  }
  const sent = own.filter(({ rows }) => rows.length > 0);
  const width = String(sent.length + classes.size).length;
  const numbered = (index: number): string => String(index + 1).padStart(Math.max(2, width), "0");
  return [
    ...sent.map(({ unit, rows }, index) => new FormMaker(question, { unit, file: fileName(unit, question.name, numbered(index)) }).of(rows)),
    ...[...classes].map(([phrase, rows], index) => new FormMaker(question, { unit: null, file: fileName(phrase, question.name, numbered(sent.length + index)) }).of(rows)),
  ];
}

/** What the round remembers of its forms. */
export function dispatchOf({ name, due, parent }: Pick<FormQuestion, "name" | "due" | "parent">, forms: readonly Form[], sent: string): Dispatch {
  return { name, due, sent, parent, forms: forms.map(({ unit, file, asked }) => ({ unit, file, rows: asked })) };
}

class FormMaker {
  private readonly question: FormQuestion;
  private readonly unit: string | null;
  private readonly file: string;
  private readonly columns: readonly ColumnKey[];
  private readonly issued: number;

  constructor(question: FormQuestion, { unit, file }: { readonly unit: string | null; readonly file: string }) {
    this.question = question;
    this.unit = unit;
    this.file = file;
    const own = question.base.columns;
    const issued = own.filter((column) => ownerOf(column) === "master");
    const replies = own.filter((column) => ownerOf(column) === "shared" || ownerOf(column) === "unit");
    this.columns = [...issued, ...replies, ...ASKED.filter((column) => !replies.includes(column)), ...PROVENANCE];
    this.issued = issued.length;
  }

  of(rows: readonly BaseRow[]): Form {
    return this.form(rows.map((row) => ({ row, reporter: this.unit })));
  }

  everybody(): Form {
    const { base, units } = this.question;
    return this.form(
      base.rows.flatMap((row) => {
        const named: readonly (string | null)[] = units.named.filter((unit) => units.addresses(row, unit) === "named");
        return (named.length === 0 ? [null] : named).map((reporter) => ({ row, reporter }));
      }),
    );
  }

  private form(lines: readonly { readonly row: BaseRow; readonly reporter: string | null }[]): Form {
    const { ledger, base, name, due, parent } = this.question;
    const headings = headingsOf(ledger, this.question.grid);
    const places = new Map(base.rows.map((row, index) => [row.id, ledger.rows[index]]));
    const rows: FormRow[] = [];
    let said = new Set<number>();
    let label: string | null = null;
    for (const { row, reporter } of lines) {
      const place = places.get(row.id);
      const above = place ? headings.filter(({ gridRow, until }) => gridRow < place.gridRow && place.gridRow < until) : [];
      for (const { gridRow, text } of above) if (!said.has(gridRow)) rows.push({ kind: "outline", text });
      said = new Set([...said, ...above.map(({ gridRow }) => gridRow)]);
      if (above.length > 0 && rows.at(-1)?.kind === "outline") label = null;
      rows.push({ kind: row.kind, values: this.values(row, place, reporter, label) });
      label = row.label;
    }
    const columns = new Map(ledger.columns.map(({ key, header }) => [key, header.split("/").at(-1) ?? header]));
    return {
      unit: this.unit,
      file: this.file,
      titleLines: [...titlesOf(ledger, this.question.grid), { kind: "label", text: `轮次：${name}　　填报单位：${this.unit ?? ""}　　请于 ${due} 前报回` }],
      columns: this.columns.map((key) => ({ key, header: columns.get(key) ?? headerOf(key) })),
      issued: this.issued,
      rows,
      asked: [...new Set(lines.map(({ row }) => row.id))],
      properties: formProperties(name, this.unit, parent),
    };
  }

  /** A goal's label stands once above its rows; all other issued cells stand in every row, so that it can be moved and read alone. */
  private values(row: BaseRow, place: LedgerRow | undefined, reporter: string | null, labelAbove: string | null): readonly CellValue[] {
    return this.columns.map((column, index) => {
      if (column === "reporter") return reporter;
      if (index >= this.issued) return null;
      if (column === "serial" && row.kind === "goal" && row.label !== null) return row.label === labelAbove ? null : row.label;
      if (column === "serial" && place?.key && row.kind === "task") return numeric(row.cells.get(column) ?? place.key);
      return row.cells.get(column) ?? null;
    });
  }
}

function numeric(value: CellValue): CellValue {
  return typeof value === "string" && /^\d{1,6}$/u.test(value) ? Number(value) : value;
}

/** Chapters and sections, each until the next one of its kind or above it. */
function headingsOf(ledger: Ledger, grid: Grid): readonly { readonly gridRow: number; readonly until: number; readonly text: string }[] {
  const own = ledger.frame.filter(({ kind }) => kind === "chapter" || kind === "section");
  return own.map(({ kind, gridRow }, index) => {
    const next = own.slice(index + 1).find((other) => other.kind === "chapter" || other.kind === kind);
    return { gridRow, until: next?.gridRow ?? Infinity, text: lineText(grid, gridRow) };
  });
}

const ATTACHMENT = /^\s*附(?:件|表|录)\s*\d*\s*[:：]?\s*$/u;

function titlesOf(ledger: Ledger, grid: Grid): Form["titleLines"] {
  return ledger.frame
    .filter(({ kind }) => kind === "title")
    .map(({ gridRow }) => lineText(grid, gridRow))
    .filter((text) => text !== "")
    .map((text) => ({ kind: ATTACHMENT.test(text) ? ("label" as const) : ("title" as const), text }));
}

function lineText(grid: Grid, gridRow: number): string {
  const line = grid.rows.find(({ row }) => row === gridRow);
  return (line?.values ?? []).filter((value) => !isEmpty(value)).map((value) => plainText(value).trim()).join("　");
}

/** "03_市商务局_2026年10月.xlsx": sorted as sent, the unit in sight, no sign that a file system refuses. */
function fileName(unit: string, round: string, number: string | null): string {
  const parts = [number, unit, round].flatMap((part) => (part === null ? [] : [part.replace(/[\\/:*?"<>|\s\u0000-\u001f]+/gu, "")])).filter((part) => part !== "");
  return `${parts.join("_").slice(0, 100)}.xlsx`;
}
