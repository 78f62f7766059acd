/** The workbook on the workbench: in memory, behind the port, with somebody looking at it. */
import type { CellRef, CellValue, Grid } from "../core/grid/grid";
import { valueAt } from "../core/grid/grid";
import { findLedger } from "../core/parse/parseLedger";
import { err, ok, type Result } from "../core/result";
import { importLedger } from "../app/importLedger";
import { sayExcelFault, sayProblem } from "../app/sayFault";
import { type MemoryExcel, memoryExcel } from "../excel/memoryExcel";
import type { ExcelPort } from "../excel/port";
import { PANE_LIMITS } from "../files/limits";
import { baseName, readFile } from "../files/readFile";
import { sayFileFault } from "../files/sayFileFault";
import { download } from "../pane/download";
import { type Appearance, readAppearance } from "../workbook/appearance";
import { newLedgerBook } from "../workbook/newLedgerBook";
import { openWorkbook, type Workbook } from "../workbook/workbook";

export interface SheetView {
  readonly grid: Grid;
  readonly looks: Appearance;
}

interface Typed {
  readonly at: CellRef;
  readonly from: CellValue;
}

const OPTIONS = { limits: PANE_LIMITS };

export class Book {
  readonly name: string;
  readonly port: ExcelPort;
  private readonly workbook: Workbook;
  private readonly excel: MemoryExcel;
  private readonly listeners = new Set<() => void>();
  private readonly typed: Typed[] = [];
  private views = new Map<string, SheetView>();
  private version = 0;
  private place: CellRef | null = null;

  constructor(name: string, workbook: Workbook) {
    this.name = name;
    this.workbook = workbook;
    this.excel = memoryExcel(workbook, (files) => files.forEach(download));
    this.port = this.watched();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Rises with every change of what is to be seen. */
  readonly snapshot = (): number => this.version;

  /** The sheets that people see, in their order. */
  sheets(): readonly string[] {
    const places = this.workbook.sheets();
    return places.ok ? places.value.filter(({ visibility }) => visibility === "visible").map(({ name }) => name) : [];
  }

  /** A sheet as it is to be shown; null where it is gone. */
  view(sheet: string): SheetView | null {
    const known = this.views.get(sheet);
    if (known) return known;
    const grids = this.workbook.read([sheet]);
    const grid = grids.ok ? grids.value[0] : undefined;
    if (!grid) return null;
    const view = { grid, looks: readAppearance(this.workbook, sheet) };
    this.views.set(sheet, view);
    return view;
  }

  /** The cell that the pane or the person looks at. */
  selected(): CellRef | null {
    return this.place;
  }

  select(at: CellRef): void {
    this.place = at;
    this.tell();
  }

  /** A person types; the sentence says why not. */
  type(at: CellRef, value: CellValue): string | null {
    const view = this.view(at.sheet);
    const from = view ? valueAt(view.grid, at.row, at.col) : null;
    if (from === value) return null;
    const written = this.excel.type([{ at, value }]);
    if (!written.ok) return sayExcelFault(written.error);
    this.typed.push({ at, from });
    this.changed();
    return null;
  }

  /** Takes back what was typed last. */
  untype(): void {
    const last = this.typed.pop();
    if (!last) return;
    this.excel.type([{ at: last.at, value: last.from }]);
    this.place = last.at;
    this.changed();
  }

  /** The workbook as a file, downloaded; the sentence says why not. */
  save(): string | null {
    const saved = this.excel.save();
    if (!saved.ok) return sayExcelFault(saved.error);
    download({ name: this.name, bytes: saved.value });
    return null;
  }

  private watched(): ExcelPort {
    const { excel } = this;
    return {
      sheets: () => excel.sheets(),
      read: (names) => excel.read(names),
      commit: async (batch) => {
        const receipt = await excel.commit(batch);
        if (receipt.ok) this.typed.length = 0;
        this.changed();
        return receipt;
      },
      show: async (at) => {
        const shown = await excel.show(at);
        if (shown.ok) this.select(at);
        return shown;
      },
      selected: () => Promise.resolve(this.place),
      onEdit: (listener) => excel.onEdit(listener),
      file: () => excel.file(),
      deliver: (files) => excel.deliver(files),
    };
  }

  private changed(): void {
    this.views = new Map();
    this.tell();
  }

  private tell(): void {
    this.version += 1;
    for (const listener of this.listeners) listener();
  }
}

/** Opens a file as a book: an .xlsx as it is, any other ledger as a new workbook made from it. */
export async function openBook(file: string, bytes: Uint8Array): Promise<Result<Book, string>> {
  const name = baseName(file);
  const source = await readFile(name, bytes, OPTIONS);
  if (!source.ok) return err(sayFileFault(source.error).zh);
  if (source.value.format === "xlsx" || source.value.format === "xlsm") {
    const workbook = openWorkbook(bytes, OPTIONS);
    return workbook.ok ? ok(new Book(name, workbook.value)) : err(`无法打开“${name}”：文件内部结构有问题，未作任何改动。请在 Excel 或 WPS 中打开并另存后再试。`);
  }
  const found = findLedger(source.value.grids);
  if (!found.ok) return err(sayProblem(found.error));
  const made = newLedgerBook(importLedger(found.value.grid, found.value.ledger));
  return made.ok ? ok(new Book(`${name.replace(/\.[^.]+$/u, "")}.xlsx`, made.value)) : err(`无法用“${name}”生成工作簿。`);
}
