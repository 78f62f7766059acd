/** Workbooks of the scripted month, written and read by a library that the product does not use. */
import * as XLSX from "@e965/xlsx";
import { DISTRICT_CLASS, LAST_MONTH, ROWS, type Said } from "./city";
import type { CellTexts } from "./expected";

export type Sheet = XLSX.WorkSheet;

const HEADERS = ["序号", "重点任务", "工作内容", "牵头单位", "责任单位", "完成值", "状态", "进展情况", "存在问题", "下一步措施", "备注"] as const;

/** The ledger as the office has it, with last month's texts where there are any. */
export function masterBook(): Uint8Array {
  const lines: (string | number | null)[][] = [["江川市重点任务工作台账"], [...HEADERS]];
  for (const { serial, task, content, leads, others } of ROWS) {
    if (serial % 15 === 1) lines.push([`${"一二三四".charAt(Math.floor(serial / 15))}、${["民生改善", "产业发展", "城乡建设", "安全稳定"][Math.floor(serial / 15)] ?? ""}`]);
    const before = LAST_MONTH.get(serial);
    lines.push([serial, task, content, leads.join("、"), others.join("、"), before?.value ?? null, before?.status ?? null, before?.progress ?? null]);
  }
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(lines), "工作台账");
  return written(book, "xlsx");
}

export function written(book: XLSX.WorkBook, kind: XLSX.BookType): Uint8Array {
  return new Uint8Array(XLSX.write(book, { type: "array", bookType: kind, compression: true }) as ArrayBuffer);
}

export function opened(bytes: Uint8Array): XLSX.WorkBook {
  return XLSX.read(bytes, { type: "array" });
}

/** The table of a sheet: its header's row, the columns by header, and the rows by 序号. */
export interface Table {
  readonly sheet: Sheet;
  readonly header: number;
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: ReadonlyMap<number, number>;
}

export function tableOf(book: XLSX.WorkBook): Table {
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name];
    if (!sheet || name === "_台账") continue;
    const lines = XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, blankrows: true });
    const header = lines.findIndex((line) => line.includes("序号") && line.includes("工作内容"));
    if (header < 0) continue;
    const columns = new Map((lines[header] ?? []).flatMap((text, col) => (typeof text === "string" ? [[text, col] as const] : [])));
    const rows = new Map(lines.flatMap((line, row) => (row > header && Number.isInteger(Number(line[0])) && line[0] !== undefined && line[0] !== "" ? [[Number(line[0]), row] as const] : [])));
    return { sheet, header, columns, rows };
  }
  throw new Error("no table");
}

export function put(sheet: Sheet, row: number, col: number, value: string | number): void {
  XLSX.utils.sheet_add_aoa(sheet, [[value]], { origin: { r: row, c: col } });
}

export function cellAt({ sheet }: Table, row: number, col: number | undefined): string | number | null {
  const cell = col === undefined ? undefined : (sheet[XLSX.utils.encode_cell({ r: row, c: col })] as XLSX.CellObject | undefined);
  return typeof cell?.v === "string" || typeof cell?.v === "number" ? cell.v : null;
}

/** What the ledger shows, by 序号. */
export function shownIn(master: Uint8Array): ReadonlyMap<number, CellTexts> {
  const table = tableOf(opened(master));
  const at = (row: number, header: string): string | number | null => cellAt(table, row, table.columns.get(header));
  return new Map(
    [...table.rows].map(([serial, row]) => {
      const value = at(row, "完成值");
      return [serial, { value: value === null ? null : Number(value), status: textOrNull(at(row, "状态")), progress: textOrNull(at(row, "进展情况")) }];
    }),
  );
}

function textOrNull(value: string | number | null): string | null {
  return value === null ? null : String(value);
}

/** A form filled in by a clerk; rows of which nothing is said stay empty. */
export function fill(form: Uint8Array, says: (serial: number) => Said, more: Readonly<Record<string, string>> = {}): XLSX.WorkBook {
  const book = opened(form);
  const table = tableOf(book);
  for (const [serial, row] of table.rows) {
    const { value, status, progress } = says(serial);
    for (const [header, own] of Object.entries({ 完成值: value, 状态: status, 进展情况: progress, ...more })) {
      const col = table.columns.get(header);
      if (own !== undefined && col !== undefined) put(table.sheet, row, col, own);
    }
  }
  return book;
}

/** The districts' book: each row of the form once a district, with its own name and its own figures. */
export function districtsBook(form: Uint8Array, districts: readonly string[], says: (unit: string, serial: number) => Said): XLSX.WorkBook {
  const table = tableOf(opened(form));
  const header = [...table.columns].sort(([, left], [, right]) => left - right).map(([text]) => text);
  const lines: (string | number | null)[][] = [[`${DISTRICT_CLASS}填报汇总`], header];
  for (const row of table.rows.values()) {
    for (const unit of districts) {
      const serial = Number(cellAt(table, row, table.columns.get("序号")));
      const { value, status, progress } = says(unit, serial);
      const own: Readonly<Record<string, string | number | undefined>> = { 完成值: value, 状态: status, 进展情况: progress, 填报单位: unit };
      lines.push(header.map((text) => own[text] ?? cellAt(table, row, table.columns.get(text))));
    }
  }
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(lines), "汇总");
  return book;
}

/** Every cell with a text or a value of every sheet, as `sheet!A1`: a span once, at its first cell. */
export function rawCells(bytes: Uint8Array): ReadonlyMap<string, string> {
  const book = opened(bytes);
  const found = new Map<string, string>();
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name] ?? {};
    const covered = (r: number, c: number): boolean => (sheet["!merges"] ?? []).some(({ s, e }) => s.r <= r && r <= e.r && s.c <= c && c <= e.c && !(s.r === r && s.c === c));
    for (const at of Object.keys(sheet).filter((key) => !key.startsWith("!"))) {
      const cell = sheet[at] as XLSX.CellObject;
      const { r, c } = XLSX.utils.decode_cell(at);
      const text = cell.v === undefined || cell.t === "z" ? "" : String(cell.v);
      if (text.trim() !== "" && !covered(r, c)) found.set(`${name}!${at}`, text);
    }
  }
  return found;
}

/** The texts of the progress column of a file. */
export function textsIn(bytes: Uint8Array): readonly string[] {
  const table = tableOf(opened(bytes));
  const col = table.columns.get("进展情况");
  return [...table.rows.values()].flatMap((row) => cellAt(table, row, col) ?? []).map(String);
}

/** All that the hidden sheet of the store holds, in one text. */
export function storedIn(master: Uint8Array): string {
  const sheet = opened(master).Sheets["_台账"] ?? {};
  return Object.keys(sheet).map((at) => String((sheet[at] as XLSX.CellObject | undefined)?.v ?? "")).join("\n");
}
