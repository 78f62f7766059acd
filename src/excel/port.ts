/**
 * All that the product asks of a workbook, whoever keeps it: Excel through Office.js, or our own workbook in memory.
 * No Range, no context and no A1 string crosses this line. One contract suite tests every adapter.
 */
import type { CellRef, CellValue, Grid } from "../core/grid/grid";
import type { Change } from "../core/plan/change";
import type { Result } from "../core/result";

/** The looks that our own cells may have; each adapter knows what they mean. */
export type CellLook =
  | "text" | "wrapped" | "number" | "listed" | "listedNumber" | "date" | "helperHeader" | "helperDate" | "helperText" | "light" | "title" | "header" | "outline" | "body" | "centred" | "asOf";

/** A formula of ours: native, over cells of its own sheet, with the value that the core computed for it. */
export interface OwnFormula {
  /** Without the leading "=". */
  readonly formula: string;
  readonly cached: CellValue;
}

export interface OwnCell {
  readonly row: number;
  readonly col: number;
  readonly value: CellValue | OwnFormula;
  readonly look: CellLook;
  /** A static colour of the cell, "RRGGBB": legends and lists that no rule colours. */
  readonly paint?: { readonly fill: string; readonly font: string };
}

export interface OwnColumn {
  readonly col: number;
  /** In characters of the default font, as Excel counts them. */
  readonly width: number;
  /** Inputs of our own formulas: within the group, and hidden. */
  readonly hidden?: true;
}

/** A native rule that colours cells by the word in the row's light cell. */
export interface OwnRule {
  /** Inclusive areas that take the colour. */
  readonly areas: readonly { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }[];
  /** A formula for the first cell of the first area, without "=". */
  readonly formula: string;
  /** "RRGGBB". */
  readonly fill: string;
  readonly font: string;
}

/** What we stand beside the official table, declared whole: putting it again replaces the former one. */
export interface HelperLayer {
  readonly sheet: string;
  readonly columns: readonly OwnColumn[];
  readonly cells: readonly OwnCell[];
  readonly rules: readonly OwnRule[];
  /** The cell all lights count from, named so that people and scripts find it. */
  readonly asOf: CellRef | null;
}

/** A whole sheet of ours (目标清单, `_台账`): created, or replaced as a whole. */
export interface OwnSheet {
  readonly name: string;
  readonly visibility: "visible" | "hidden";
  readonly columns: readonly OwnColumn[];
  readonly cells: readonly OwnCell[];
  /** Rules that colour its cells; none where left out. Whatever rules the sheet had before are gone. */
  readonly rules?: readonly OwnRule[];
  /** Rows from the top that stay in sight and repeat in print; 0 for none. */
  readonly headerRows: number;
}

/**
 * Tells in rows below a sheet of ours what a batch is about to write, so that one that was cut off can be finished or taken
 * back. It is written before anything else; the sheet's own rows come last, from `keep` on, and then the journal goes.
 * A workbook that is written whole or not at all needs none.
 */
export interface WriteJournal {
  /** A sheet that the batch puts or removes. */
  readonly sheet: string;
  readonly keep: number;
  readonly top: number;
  readonly cells: readonly OwnCell[];
}

/** Everything one command writes, in one piece. */
export interface Batch {
  /** Changes of people's cells: each is written only if the cell still holds `from`. */
  readonly changes: readonly Change[];
  /** Layers to put. */
  readonly layers: readonly HelperLayer[];
  /** Names of sheets whose layer is to be taken away without a trace. */
  readonly removeLayers: readonly string[];
  readonly sheets: readonly OwnSheet[];
  readonly removeSheets: readonly string[];
  readonly journal: WriteJournal | null;
}

export const EMPTY_BATCH: Batch = { changes: [], layers: [], removeLayers: [], sheets: [], removeSheets: [], journal: null };

export interface Receipt {
  /** Changes that were written. */
  readonly written: number;
  /** Formulas of the user's that lost their cached value and will be calculated when the file is opened. */
  readonly staleFormulas: number;
}

/** The world's answer when it cannot do what we ask. Each kind is worded once, in `app/sayFault.ts`. */
export type ExcelFault =
  | { readonly kind: "sheetMissing"; readonly sheet: string }
  /** Cells were edited between preview and commit: nothing was written. */
  | { readonly kind: "changedSince"; readonly cells: readonly CellRef[] }
  | { readonly kind: "protected"; readonly sheet: string }
  | { readonly kind: "editing" }
  | { readonly kind: "tooLong"; readonly at: CellRef; readonly length: number }
  | { readonly kind: "partial"; readonly written: readonly CellRef[]; readonly code: string }
  | { readonly kind: "unsupported"; readonly what: string }
  /** What was about to be written would make Excel repair the file: a bug of ours, stopped in time. Nothing was written. */
  | { readonly kind: "invalid"; readonly part: string; readonly reason: string }
  | { readonly kind: "host"; readonly code: string };

export interface SheetSummary {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
}

export interface ExcelPort {
  /** The sheets in their order. */
  sheets(): Promise<Result<readonly SheetSummary[], ExcelFault>>;
  /** Grids of the named sheets, in that order; never part of one. */
  read(names: readonly string[]): Promise<Result<readonly Grid[], ExcelFault>>;
  /** The workbook as a file, to see how its sheets look and print; null, or left out, where the host does not hand it out cheaply. */
  looks?(): Promise<Uint8Array | null>;
  /** Guard first, then all writes; a refused batch wrote nothing. */
  commit(batch: Batch): Promise<Result<Receipt, ExcelFault>>;
  /** Selects the cell and scrolls to it. */
  show(at: CellRef): Promise<Result<null, ExcelFault>>;
  /** The cell that the person stands on; null where there is none. Left out where the host does not tell. */
  selected?(): Promise<CellRef | null>;
  /** Tells of edits by people until the returned function is called. */
  onEdit(listener: (sheet: string) => void): () => void;
  /** The whole workbook as a file, as it stands now. */
  file(): Promise<Result<Uint8Array, ExcelFault>>;
  /** Hands finished files to the person: one as a workbook or a download, many as a zip. */
  deliver(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<Result<null, ExcelFault>>;
}
