/** A workbook in memory: opened from its package, changed as a whole or not at all, saved by writing back what changed. */
import type { Grid } from "../core/grid/grid";
import type { Result } from "../core/result";
import { err, ok } from "../core/result";
import type { ReadOptions } from "../files/input";
import { Draft } from "./draft";
import type { SheetPlace } from "./draft";
import type { WorkbookFault } from "./fault";
import { readGrids } from "./grids";
import type { Package } from "./package";
import { openPackage, partText, savePackage } from "./package";
import { withoutOrphanStrings } from "./orphanStrings";
import { validatePackage } from "./validate";
import type { TextPacker } from "./zipWriter";

export class Workbook {
  private readonly original: Package;
  private current: Package;

  /** A workbook over parts; use `openWorkbook` or `newLedgerBook`. */
  constructor(parts: Package) {
    this.original = parts;
    this.current = parts;
  }

  /** The sheets that have cells, in their order. */
  sheets(): Result<readonly SheetPlace[], WorkbookFault> {
    const draft = Draft.open(this.current);
    return draft.ok ? ok(draft.value.sheets().filter(({ part }) => part !== null)) : draft;
  }

  /** The parts as they stand. */
  parts(): Package {
    return this.current;
  }

  /** The named sheets as grids, in that order, capitals aside as in Excel. */
  read(names: readonly string[]): Result<readonly Grid[], WorkbookFault> {
    const all = readGrids(this.current);
    if (!all.ok) return all;
    const grids: Grid[] = [];
    for (const name of names) {
      const grid = all.value.find(({ sheet }) => sheet.toLowerCase() === name.toLowerCase());
      if (grid === undefined) return err({ kind: "sheetMissing", sheet: name });
      grids.push(grid);
    }
    return ok(grids);
  }

  /** Lets `write` change a draft, checks what came of it and takes it over; with a fault from either, nothing has changed. */
  edit<T>(write: (draft: Draft) => Result<T, WorkbookFault>): Result<T, WorkbookFault> {
    const draft = Draft.open(this.current, this.original);
    if (!draft.ok) return draft;
    const written = write(draft.value);
    if (!written.ok) return written;
    const next = draft.value.finish();
    const valid = validatePackage(next, this.current);
    if (!valid.ok) return valid;
    this.current = next;
    return written;
  }

  /** The file: unchanged parts byte for byte, no clock; texts that no cell shows any more are not in it. */
  save(packer?: TextPacker): Result<Uint8Array, WorkbookFault> {
    const clean = withoutOrphanStrings(this.current, this.original);
    return clean.ok ? ok(savePackage(withOriginals(clean.value, this.original), packer)) : clean;
  }
}

/** Parts whose text came back to what it was are kept as they were. */
function withOriginals(parts: Package, original: Package): Package {
  return new Map(
    [...parts].map(([name, part]) => {
      const before = original.get(name);
      const text = part.kind === "written" && before ? partText(original, name) : null;
      return [name, before && text?.ok && part.kind === "written" && text.value === part.text ? before : part];
    }),
  );
}

/** Opens an .xlsx or .xlsm package without taking its sheets apart. */
export function openWorkbook(bytes: Uint8Array, options: ReadOptions): Result<Workbook, WorkbookFault> {
  const parts = openPackage(bytes, options);
  if (!parts.ok) return parts;
  const draft = Draft.open(parts.value);
  return draft.ok ? ok(new Workbook(parts.value)) : draft;
}
