/** Worksheets and their collection. */
import type { Visibility } from "../../../src/workbook/workbookPart";
import { HostFault } from "../hostFault";
import type { Call, HostObject, HostType, TypeMembers } from "../hostObject";
import { hostObject, numberArgument, textArgument } from "../hostObject";
import type { LiveBook } from "../liveBook";
import { parseRange, rangeAt, WHOLE } from "../rangeRef";
import { namesObject, pageObject, panesObject, type SheetRef } from "./pageObjects";
import { areasObject, rangeObject } from "./rangeObject";

const VISIBILITY: Readonly<Record<Visibility, string>> = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" };

const PROTECTION: HostType<SheetRef> = {
  name: "WorksheetProtection",
  scalars: { Protected: { since: 2, get: ({ id }, book) => book.sheet(id).part.isProtected } },
};

/** The client asks before it listens, and says when it stops. */
const REGISTRATION: Readonly<Record<string, Call<SheetRef>>> = {
  _RegisterDataChangedEvent: { since: 7, run: ({ id }, _, book) => void book.listeners.add(id) },
  _UnregisterDataChangedEvent: { since: 7, run: ({ id }, _, book) => void book.listeners.delete(id) },
};

const WORKSHEET: HostType<SheetRef> = {
  name: "Worksheet",
  identity: ({ id }) => ({ Id: id }),
  scalars: {
    Id: { since: 1, get: ({ id }, book) => book.entry(id).id },
    Name: { since: 1, get: ({ id }, book) => book.entry(id).name, set: ({ id }, value, book) => book.renameSheet(id, textArgument(value, "name")) },
    Visibility: {
      since: 1,
      get: ({ id }, book) => VISIBILITY[book.entry(id).visibility],
      set({ id }, value, book) {
        const wanted = Object.entries(VISIBILITY).find(([, name]) => name === value)?.[0];
        if (wanted !== "visible" && wanted !== "hidden" && wanted !== "veryHidden") throw new HostFault("InvalidArgument", "visibility");
        book.setVisibility(id, wanted);
      },
    },
  },
  properties: {
    Protection: { since: 2, open: (sheet, _, book) => hostObject(PROTECTION, sheet, book) },
    Names: { since: 4, open: (sheet, _, book) => namesObject(sheet, book) },
    FreezePanes: { since: 7, open: (sheet, _, book) => panesObject(sheet, book) },
    PageLayout: { since: 9, open: (sheet, _, book) => pageObject(sheet, book) },
  },
  methods: {
    GetRange: { since: 1, open: ({ id }, [address], book) => rangeObject(parseRange(address, book.entry(id).id, book), book) },
    GetRangeByIndexes: {
      since: 7,
      open({ id }, [row, col, rows, cols], book) {
        const [top, left] = [numberArgument(row, "startRow"), numberArgument(col, "startColumn")];
        const area = { top, left, bottom: top + numberArgument(rows, "rowCount") - 1, right: left + numberArgument(cols, "columnCount") - 1 };
        return rangeObject(rangeAt(book.entry(id).id, area), book);
      },
    },
    GetRanges: {
      since: 9,
      open({ id }, [address], book) {
        const text = textArgument(address, "address");
        if (text.length > 8192) throw new HostFault("InvalidArgument", "address");
        return areasObject({ sheet: id, areas: text.split(",").map((one) => parseRange(one, id, book).area) }, book);
      },
    },
    GetUsedRangeOrNullObject: {
      since: 4,
      open({ id }, [valuesOnly], book) {
        const used = book.sheet(id).used(valuesOnly === true, WHOLE);
        return used && rangeObject({ sheet: id, area: used }, book);
      },
    },
  },
  calls: {
    Activate: {
      since: 1,
      run({ id }, _, book) {
        if (book.entry(id).visibility !== "visible") throw new HostFault("InvalidOperation", "a hidden sheet");
        book.activeId = id;
      },
    },
    Delete: { since: 1, run: ({ id }, _, book) => book.deleteSheet(id) },
    ...REGISTRATION,
  },
};

export function worksheetObject(id: string, book: LiveBook): HostObject {
  return hostObject(WORKSHEET, { id }, book);
}

const WORKSHEETS: HostType<SheetRef> = {
  name: "WorksheetCollection",
  items: (_, book) => book.sheets().map(({ id }) => worksheetObject(id, book)),
  item: (_, key, book) => worksheetObject(found(key, book), book),
  methods: {
    GetItem: { since: 1, open: (_, [key], book) => worksheetObject(found(key, book), book) },
    GetItemOrNullObject: {
      since: 4,
      open(_, [key], book) {
        const sheet = book.find(textArgument(key, "key"));
        return sheet ? worksheetObject(sheet.id, book) : null;
      },
    },
    GetActiveWorksheet: { since: 1, open: (_, __, book) => worksheetObject(book.activeId, book) },
    Add: { since: 1, open: (_, [name], book) => worksheetObject(book.addSheet(textArgument(name, "name")).id, book) },
  },
  calls: REGISTRATION,
};

function found(key: unknown, book: LiveBook): string {
  const sheet = book.find(textArgument(key, "key"));
  if (sheet === undefined) throw new HostFault("ItemNotFound", String(key));
  return sheet.id;
}

/** Events of the collection go to the client under the id "Workbook". */
export const WORKBOOK_TARGET = "Workbook";

export function worksheetsObject(book: LiveBook): HostObject {
  return hostObject(WORKSHEETS, { id: WORKBOOK_TARGET }, book);
}

export const WORKSHEET_TYPES: readonly TypeMembers[] = [PROTECTION, WORKSHEET, WORKSHEETS];
