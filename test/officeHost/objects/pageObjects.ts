/** Names, print settings and frozen panes of a sheet. */
import { columnName, quotedSheet } from "../../../src/core/grid/a1";
import { setAttribute } from "../../../src/workbook/attributes";
import { areaOf, fixedArea, formulaParts } from "../../../src/workbook/formula";
import { SHEET_ORDER } from "../../../src/workbook/sheetOrder";
import { childNamed, removeChild } from "../../../src/workbook/xml";
import { elementFor, insertInOrder, xml } from "../../../src/workbook/xmlBuild";
import { HostFault, NotImplemented } from "../hostFault";
import type { HostObject, HostType, TypeMembers } from "../hostObject";
import { hostObject, numberArgument, textArgument } from "../hostObject";
import type { LiveBook } from "../liveBook";
import { isUnbounded, LAST_ROW, type RangeRef } from "../rangeRef";
import { areasObject, rangeArgument, rangeObject } from "./rangeObject";

export interface SheetRef {
  readonly id: string;
}

interface NameRef {
  /** The sheet that the name belongs to. */
  readonly sheet: string;
  readonly name: string;
}

/** The file calls them differently (ECMA-376 18.2.6). */
const BUILT_IN: Readonly<Record<string, string>> = { Print_Area: "_xlnm.Print_Area", Print_Titles: "_xlnm.Print_Titles" };

function inFile(name: string): string {
  return BUILT_IN[name] ?? name;
}

function formulaOf({ sheet, name }: NameRef, book: LiveBook): string | null {
  return book.draft.book.nameOf(inFile(name), book.entry(sheet).index);
}

function setName({ sheet, name }: NameRef, formula: string | null, book: LiveBook): void {
  book.draft.book.setName(inFile(name), book.entry(sheet).index, formula);
}

function rangeOf(ref: NameRef, book: LiveBook): RangeRef | null {
  const found = formulaParts(formulaOf(ref, book) ?? "").references[0];
  const sheet = found?.sheet ? book.find(found.sheet)?.id : ref.sheet;
  return found && sheet !== undefined ? { sheet, area: found.area } : null;
}

/** "Sheet!$A:$C". */
function fixedName({ sheet, area }: RangeRef, book: LiveBook): string {
  const columns = area.top === 0 && area.bottom === LAST_ROW;
  if (!columns && isUnbounded({ sheet, area })) throw new NotImplemented("names of whole rows");
  const text = columns ? `$${columnName(area.left)}:$${columnName(area.right)}` : fixedArea(area);
  return `${quotedSheet(book.entry(sheet).name)}!${text}`;
}

const NAME: HostType<NameRef> = {
  name: "NamedItem",
  identity: ({ name }) => ({ _Id: name }),
  scalars: {
    Name: { since: 1, get: ({ name }) => name },
    Formula: {
      since: 7,
      get: (ref, book) => `=${formulaOf(ref, book) ?? ""}`,
      set: (ref, value, book) => setName(ref, textArgument(value, "formula").replace(/^=/u, ""), book),
    },
  },
  methods: {
    GetRangeOrNullObject: {
      since: 4,
      open(ref, _, book) {
        const range = rangeOf(ref, book);
        return range && rangeObject(range, book);
      },
    },
  },
  calls: { Delete: { since: 4, run: (ref, _, book) => setName(ref, null, book) } },
};

const NAMES: HostType<SheetRef> = {
  name: "NamedItemCollection",
  items: ({ id }, book) => {
    const { index } = book.entry(id);
    return book.draft.book.names().filter(({ sheet }) => sheet === index).map(({ name }) => nameObject({ sheet: id, name: shownName(name) }, book));
  },
  item({ id }, name, book) {
    const ref = { sheet: id, name: textArgument(name, "name") };
    if (formulaOf(ref, book) === null) throw new HostFault("ItemNotFound", ref.name);
    return nameObject(ref, book);
  },
  methods: {
    GetItemOrNullObject: {
      since: 4,
      open({ id }, [name], book) {
        const ref = { sheet: id, name: textArgument(name, "name") };
        return formulaOf(ref, book) === null ? null : nameObject(ref, book);
      },
    },
    Add: {
      since: 4,
      open({ id }, [name, reference], book) {
        const ref = { sheet: id, name: textArgument(name, "name") };
        if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(ref.name)) throw new HostFault("InvalidArgument", "name");
        if (formulaOf(ref, book) !== null) throw new HostFault("ItemAlreadyExists", ref.name);
        const formula = typeof reference === "string" ? reference.replace(/^=/u, "") : fixedName(rangeArgument(reference), book);
        setName(ref, formula, book);
        return nameObject(ref, book);
      },
    },
  },
};

function shownName(name: string): string {
  return Object.entries(BUILT_IN).find(([, file]) => file === name)?.[0] ?? name;
}

function nameObject(ref: NameRef, book: LiveBook): HostObject {
  return hostObject(NAME, ref, book);
}

export function namesObject(sheet: SheetRef, book: LiveBook): HostObject {
  return hostObject(NAMES, sheet, book);
}

const PAGE: HostType<SheetRef> = {
  name: "PageLayout",
  methods: {
    GetPrintAreaOrNullObject: {
      since: 9,
      open({ id }, _, book) {
        const parts = formulaParts(formulaOf({ sheet: id, name: "Print_Area" }, book) ?? "");
        return parts.references.length === 0 ? null : areasObject({ sheet: id, areas: parts.references.map(({ area }) => area) }, book);
      },
    },
  },
  calls: {
    SetPrintArea: {
      since: 9,
      run({ id }, [area], book) {
        const areas = textArgument(area, "printArea").split(",").map((text) => areaOf(text));
        const names = areas.map((one) => {
          if (one === null) throw new HostFault("InvalidArgument", "printArea");
          return fixedName({ sheet: id, area: one }, book);
        });
        setName({ sheet: id, name: "Print_Area" }, names.join(","), book);
      },
    },
    SetPrintTitleRows: {
      since: 9,
      run({ id }, [rows], book) {
        const found = /^\$?(\d+):\$?(\d+)$/u.exec(textArgument(rows, "printTitleRows"));
        if (found === null) throw new HostFault("InvalidArgument", "printTitleRows");
        setName({ sheet: id, name: "Print_Titles" }, `${quotedSheet(book.entry(id).name)}!$${found[1] ?? ""}:$${found[2] ?? ""}`, book);
      },
    },
  },
};

export function pageObject(sheet: SheetRef, book: LiveBook): HostObject {
  return hostObject(PAGE, sheet, book);
}

const PANES: HostType<SheetRef> = {
  name: "WorksheetFreezePanes",
  calls: {
    FreezeRows: {
      since: 7,
      run({ id }, [count], book) {
        setPane(id, numberArgument(count, "count"), book);
      },
    },
    Unfreeze: { since: 7, run: ({ id }, _, book) => setPane(id, 0, book) },
  },
};

/** ECMA-376 18.3.1.66. */
function setPane(id: string, rows: number, book: LiveBook): void {
  const { root } = book.sheet(id).part;
  let views = childNamed(root, "sheetViews");
  if (views === undefined) {
    views = elementFor(root, xml("sheetViews", {}, xml("sheetView", { workbookViewId: 0 })));
    insertInOrder(root, views, SHEET_ORDER);
  }
  const view = childNamed(views, "sheetView");
  if (view === undefined) return;
  for (const name of ["pane", "selection"]) {
    const before = childNamed(view, name);
    if (before) removeChild(view, before);
  }
  if (rows > 0) view.children.unshift(elementFor(view, xml("pane", { ySplit: rows, topLeftCell: `A${rows + 1}`, activePane: "bottomLeft", state: "frozen" })));
  setAttribute(view, "topLeftCell", null);
}

export function panesObject(sheet: SheetRef, book: LiveBook): HostObject {
  return hostObject(PANES, sheet, book);
}

export const PAGE_TYPES: readonly TypeMembers[] = [NAME, NAMES, PAGE, PANES];
