import * as XLSX from "@e965/xlsx";
import type { CellMark, CellValue, Grid } from "../../../src/core/grid/grid";

/** Number, day, text, truth value, error. */
export type SeenKind = "n" | "d" | "s" | "b" | "e";
export type SeenCell = readonly [kind: SeenKind, value: string | number | boolean];

/** A sheet as one reader sees it, in a form that readers can be compared in. */
export interface SeenSheet {
  readonly sheet: string;
  /** LibreOffice knows two states, hidden and not. */
  readonly hidden: boolean;
  /** By row and column, from 0, parted by a blank. Cells without a value are left out. */
  readonly cells: Readonly<Record<string, SeenCell>>;
  /** Top, left, bottom, right. */
  readonly spans: readonly string[];
  /** Those that have a cell. */
  readonly hiddenRows: readonly number[];
}

export type Seen = readonly SeenSheet[] | "refused";

/** What of one reader differs from what another sees: "台账 A1: n 1 | s 1". */
export interface Difference {
  /** The name of the workbook. */
  readonly workbook: string;
  readonly what: "refused" | "sheets" | "sheet hidden" | "value" | "kind" | "cell missing" | "cell added" | "spans" | "hidden rows";
  readonly at: string;
  readonly ours: string;
  readonly theirs: string;
}

const spanKey = (top: number, left: number, bottom: number, right: number): string => [top, left, bottom, right].join(" ");

function kindOf(value: CellValue, mark: CellMark | undefined): SeenKind {
  if (mark?.error) return "e";
  if (typeof value === "number") return mark?.date ? "d" : "n";
  return typeof value === "boolean" ? "b" : "s";
}

/** Our grids. */
export function seenByUs(grids: readonly Grid[]): readonly SeenSheet[] {
  return grids.map((grid) => {
    const cells: Record<string, SeenCell> = {};
    for (const { row, values, marks } of grid.rows) {
      values.forEach((value, col) => {
        if (value !== null && value !== undefined) cells[`${row} ${col}`] = [kindOf(value, marks?.[col]), value];
      });
    }
    return {
      sheet: grid.sheet,
      hidden: grid.visibility !== "visible",
      cells,
      spans: grid.spans.map(({ top, left, bottom, right }) => spanKey(top, left, bottom, right)).sort(),
      hiddenRows: withCells(cells, (row) => grid.rows.find((each) => each.row === row)?.hidden === true),
    };
  });
}

type DenseRows = readonly (readonly (XLSX.CellObject | undefined)[] | undefined)[];

/** How SheetJS reads these bytes. */
export function seenBySheetJs(bytes: Uint8Array): Seen {
  let book: XLSX.WorkBook;
  try {
    book = XLSX.read(bytes, { type: "array", dense: true, cellStyles: true, cellNF: true, WTF: true });
  } catch {
    return "refused";
  }
  return book.SheetNames.map((sheet, i) => {
    const read = book.Sheets[sheet] as (XLSX.WorkSheet & { readonly "!data"?: DenseRows }) | undefined;
    const cells: Record<string, SeenCell> = {};
    (read?.["!data"] as DenseRows | undefined)?.forEach((line, row) =>
      line?.forEach((cell, col) => {
        if (cell === undefined || cell.t === "z" || cell.v === undefined) return;
        cells[`${row} ${col}`] = [cell.t === "n" && isDay(cell) ? "d" : cell.t === "d" ? "d" : cell.t, cell.t === "e" ? (cell.w ?? "") : (cell.v as string | number | boolean)];
      }),
    );
    return {
      sheet,
      hidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0,
      cells,
      spans: (read?.["!merges"] ?? []).map(({ s, e }) => spanKey(s.r, s.c, e.r, e.c)).sort(),
      hiddenRows: withCells(cells, (row) => read?.["!rows"]?.[row]?.hidden === true),
    };
  });
}

function isDay({ z }: XLSX.CellObject): boolean {
  const code = String(z ?? "");
  return (XLSX.SSF as unknown as { is_date(code: string): boolean }).is_date(code);
}

function withCells(cells: Readonly<Record<string, SeenCell>>, isHidden: (row: number) => boolean): readonly number[] {
  return [...new Set(Object.keys(cells).map((key) => Number(key.split(" ")[0])))].filter(isHidden).sort((a, b) => a - b);
}

/** Where two readers differ; nothing where they agree. */
export function differences(workbook: string, ours: Seen, theirs: Seen): readonly Difference[] {
  const found: Difference[] = [];
  const tell = (what: Difference["what"], at: string, own: unknown, other: unknown): void => {
    if (JSON.stringify(own) !== JSON.stringify(other)) found.push({ workbook, what, at, ours: JSON.stringify(own), theirs: JSON.stringify(other) });
  };
  if (ours === "refused" || theirs === "refused") {
    tell("refused", "", ours === "refused" ? "refused" : "read", theirs === "refused" ? "refused" : "read");
    return found;
  }
  tell("sheets", "", ours.map(({ sheet }) => sheet), theirs.map(({ sheet }) => sheet));
  ours.forEach((own, i) => {
    const other = theirs[i];
    if (other === undefined) return;
    tell("sheet hidden", own.sheet, own.hidden, other.hidden);
    tell("spans", own.sheet, own.spans, other.spans);
    tell("hidden rows", own.sheet, own.hiddenRows, other.hiddenRows);
    for (const key of new Set([...Object.keys(own.cells), ...Object.keys(other.cells)])) {
      const [one, two] = [own.cells[key], other.cells[key]];
      const at = `${own.sheet} ${key}`;
      if (one === undefined || two === undefined) tell(one === undefined ? "cell added" : "cell missing", at, one ?? null, two ?? null);
      else if (!sameValue(one[1], two[1])) tell("value", at, one, two);
      else if (one[0] !== two[0]) tell("kind", at, one, two);
    }
  });
  return found;
}

/** Days go through calendar dates in LibreOffice, to the nanosecond; numbers go through fifteen digits in some formats. */
function sameValue(one: SeenCell[1], two: SeenCell[1]): boolean {
  if (typeof one !== "number" || typeof two !== "number") return one === two;
  return one === two || Math.abs(one - two) <= 1e-8 * Math.min(1, Math.abs(one));
}
