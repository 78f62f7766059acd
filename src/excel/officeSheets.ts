/** Whole sheets of ours, and the journal of what is being written in one of them. */
import { cellSteps, PROPERTY_BYTES, sheetIn, type Step, widthSteps } from "./officeCells";
import { ruleStep } from "./officeLayer";
import type { Guarded, OwnSheetState } from "./officeGuard";
import type { Batch, OwnSheet } from "./port";

/** The journal's rows, below what its sheet holds; and at the end the sheet's own rows, from the first that differs. */
export function journalSteps(batch: Batch, { ownSheets }: Guarded, date1904: boolean): { readonly first: readonly Step[]; readonly last: readonly Step[] } {
  const { journal } = batch;
  if (!journal) return { first: [], last: [] };
  const id = ownSheets.get(journal.sheet)?.id ?? null;
  const key = id ?? journal.sheet;
  const own = batch.sheets.find(({ name }) => name === journal.sheet);
  const end = Math.max(...journal.cells.map(({ row }) => row));
  // Cells are written in rectangles, not row by row: the last row, which says that the journal is whole, has to wait for all others.
  const lines = [journal.cells.filter(({ row }) => row < end), journal.cells.filter(({ row }) => row === end)];
  const first = [...(id === null && own ? [addStep(own)] : []), ...lines.flatMap((cells) => cellSteps(key, cells, date1904))];
  if (!own) return { first, last: [deleteStep(key)] };
  return {
    first,
    last: [
      clearStep(key, journal.keep, journal.top - 1),
      ...widthSteps(key, own.columns, ({ hidden }) => hidden === true),
      ...cellSteps(key, own.cells.filter(({ row }) => row >= journal.keep), date1904),
      clearStep(key, journal.top, end),
    ],
  };
}

/** Whole sheets of ours that come, go or are put anew; the journal's own goes its own way. */
export function sheetSteps({ sheets, removeSheets, journal }: Batch, { ownSheets }: Guarded, date1904: boolean): readonly Step[] {
  const removed = removeSheets.flatMap((name): readonly Step[] => {
    const id = ownSheets.get(name)?.id;
    return id && name !== journal?.sheet ? [deleteStep(id)] : [];
  });
  const put = sheets.filter(({ name }) => name !== journal?.sheet);
  return [...removed, ...put.flatMap((sheet) => ownSheetSteps(sheet, ownSheets.get(sheet.name), date1904))];
}

function deleteStep(key: string): Step {
  return { bytes: PROPERTY_BYTES, write: (context) => sheetIn(context, key).delete() };
}

function addStep({ name, visibility }: OwnSheet): Step {
  return {
    bytes: 3 * PROPERTY_BYTES,
    write(context) {
      context.workbook.worksheets.add(name);
      if (visibility === "hidden") sheetIn(context, name).visibility = "Hidden";
    },
  };
}

/** Whole rows, both included. */
function clearStep(key: string, first: number, last: number): Step {
  return {
    bytes: 3 * PROPERTY_BYTES,
    write(context) {
      if (first <= last) sheetIn(context, key).getRange(`${first + 1}:${last + 1}`).untrack().clear();
    },
  };
}

function ownSheetSteps(sheet: OwnSheet, state: OwnSheetState | undefined, date1904: boolean): readonly Step[] {
  const { name, visibility, columns, cells, rules = [], headerRows } = sheet;
  const id = state?.id ?? null;
  const key = id ?? name;
  const last: Step = {
    bytes: 4 * PROPERTY_BYTES,
    isCosmetic: true,
    write(context) {
      const { freezePanes, pageLayout } = sheetIn(context, key);
      if (headerRows > 0) {
        freezePanes.freezeRows(headerRows);
        pageLayout.setPrintTitleRows(`$1:$${headerRows}`);
      } else if (id !== null) freezePanes.unfreeze();
    },
  };
  const first = id === null ? addStep(sheet) : emptyStep(key, visibility, state?.visibility);
  return [first, ...widthSteps(key, columns, ({ hidden }) => hidden === true), ...cellSteps(key, cells, date1904), ...rules.map((rule) => ruleStep(key, rule)), ...(visibility === "visible" ? [last] : [])];
}

/** A sheet of ours that is there is emptied, its rules too (Excel clears them with the formats), and shown or hidden as it is wanted. */
function emptyStep(key: string, visibility: OwnSheet["visibility"], shown: string | undefined): Step {
  const wanted = visibility === "visible" ? "Visible" : "Hidden";
  return {
    bytes: 8 * PROPERTY_BYTES,
    write(context) {
      const sheet = sheetIn(context, key);
      sheet.getRange().untrack().clear();
      if (shown !== wanted) sheet.visibility = wanted;
    },
  };
}
