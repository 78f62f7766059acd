/** Ranges and lists of ranges. */
import type { Span } from "../../../src/core/grid/grid";
import { columnName } from "../../../src/core/grid/a1";
import { changeColumn, columnState, groupColumn, isRowHidden, ungroupColumn } from "../columns";
import { HostFault, NotImplemented } from "../hostFault";
import type { HostObject, HostType, Link, TypeMembers } from "../hostObject";
import { flagArgument, hostObject, numberArgument, textArgument } from "../hostObject";
import type { LiveBook } from "../liveBook";
import { addressOf, areaText, colsOf, intersection, isUnbounded, LAST_COL, LAST_ROW, type RangeRef, rangeAt, rowsOf } from "../rangeRef";
import { carveRules } from "../rules";
import { cellsIn, formatObject, requireWritable, STYLE, type AreasRef } from "./formatObjects";
import { rulesObject } from "./ruleObjects";

/** Excel answers no more cells than these; it gives null instead. */
const MOST_CELLS = 5_000_000;
/** Excel tells of no more merged areas than these. */
const MOST_SPANS = 512;

type Reader = (row: number, col: number, ref: RangeRef, book: LiveBook) => unknown;

function matrix(ref: RangeRef, book: LiveBook, read: Reader): readonly (readonly unknown[])[] | null {
  if (isUnbounded(ref) || rowsOf(ref) * colsOf(ref) > MOST_CELLS) return null;
  const { top, left } = ref.area;
  return Array.from({ length: rowsOf(ref) }, (_, i) => Array.from({ length: colsOf(ref) }, (__, j) => read(top + i, left + j, ref, book)));
}

function valueOf(row: number, col: number, { sheet }: RangeRef, book: LiveBook): unknown {
  return book.contents(sheet, row, col).value ?? "";
}

function formulaOf(row: number, col: number, { sheet }: RangeRef, book: LiveBook): unknown {
  const { formula, value } = book.contents(sheet, row, col);
  return formula ?? value ?? "";
}

function typeOf(row: number, col: number, { sheet }: RangeRef, book: LiveBook): string {
  const { value, isError, formula } = book.contents(sheet, row, col);
  if (isError) return "Error";
  if (value === null) return formula === null ? "Empty" : "String";
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
}

/** Writes a matrix of the range's shape, or one value into every cell; null leaves a cell as it is. */
function writeMatrix(ref: RangeRef, value: unknown, book: LiveBook): void {
  if (isUnbounded(ref)) throw new HostFault("InvalidArgument", "an unbounded range");
  requireWritable({ sheet: ref.sheet, areas: [ref.area] }, book);
  const live = book.sheet(ref.sheet);
  eachValue(ref, value, (row, col, one) => live.enter(row, col, one));
  book.touch();
  book.noteChange(ref);
}

function eachValue({ area, ...ref }: RangeRef, value: unknown, act: (row: number, col: number, value: string | number | boolean) => void): void {
  const rows: readonly unknown[] | null = Array.isArray(value) ? value : null;
  if (rows && rows.length !== rowsOf({ ...ref, area })) throw new HostFault("InvalidArgument", "rows of the array");
  for (const [row, col] of cellsIn(area)) {
    const line = rows?.[row - area.top];
    if (rows && (!Array.isArray(line) || line.length !== colsOf({ ...ref, area }))) throw new HostFault("InvalidArgument", "columns of the array");
    const one: unknown = Array.isArray(line) ? line[col - area.left] : value;
    if (one === null) continue;
    if (typeof one !== "string" && typeof one !== "number" && typeof one !== "boolean") throw new HostFault("InvalidArgument", "a value of the array");
    act(row, col, one);
  }
}

function hiddenRows({ sheet, area }: RangeRef, book: LiveBook): boolean | null {
  const hidden = book.sheet(sheet).part.data.rows.filter(({ row, open }) => row >= area.top && row <= area.bottom && isRowHidden(open)).length;
  return hidden === 0 ? false : hidden === area.bottom - area.top + 1 ? true : null;
}

function hiddenColumns({ sheet, area }: RangeRef, book: LiveBook): boolean | null {
  const root = book.sheet(sheet).part.root;
  const last = Math.min(area.right, area.left + 400);
  const states = Array.from({ length: last - area.left + 1 }, (_, i) => columnState(root, area.left + i).hidden);
  return states.every((state) => state) && last === area.right ? true : states.some((state) => state) ? null : false;
}

function withArea(change: (area: Span, args: readonly unknown[]) => Span): Link<RangeRef> {
  return { since: 1, open: ({ sheet, area }, args, book) => rangeObject(rangeAt(sheet, change(area, args)), book) };
}

function otherArea(value: unknown, { sheet }: RangeRef): Span {
  const ref = isObject(value) ? value.target : null;
  if (!isRangeRef(ref)) throw new NotImplemented("a range argument that is no range");
  if (ref.sheet !== sheet) throw new HostFault("InvalidArgument", "ranges of two sheets");
  return ref.area;
}

function isObject(value: unknown): value is HostObject {
  return typeof value === "object" && value !== null && "target" in value;
}

function isRangeRef(value: unknown): value is RangeRef {
  return typeof value === "object" && value !== null && "area" in value && "sheet" in value;
}

/** The range that an argument names. */
export function rangeArgument(value: unknown): RangeRef {
  const ref = isObject(value) ? value.target : null;
  if (!isRangeRef(ref)) throw new HostFault("InvalidArgument", "range");
  return ref;
}

function mergedAreas({ sheet, area }: RangeRef, book: LiveBook): HostObject | null {
  // Only those whose first cell lies in the range (known behaviour of Excel).
  const spans = book.sheet(sheet).part.spans().filter(({ top, left }) => top >= area.top && top <= area.bottom && left >= area.left && left <= area.right);
  if (spans.length > MOST_SPANS) throw new HostFault("GeneralException", "too many merged areas");
  return spans.length === 0 ? null : areasObject({ sheet, areas: spans }, book);
}

function columnsOf({ area, sheet }: RangeRef, option: unknown, book: LiveBook): readonly number[] {
  if (option !== "ByColumns") throw new NotImplemented(`groups ${String(option)}`);
  if (book.sheet(sheet).part.isProtected) throw new HostFault("AccessDenied", book.entry(sheet).name);
  return Array.from({ length: area.right - area.left + 1 }, (_, i) => area.left + i);
}

const RANGE: HostType<RangeRef> = {
  name: "Range",
  scalars: {
    Address: { since: 1, get: (ref, book) => addressOf(ref, book) },
    RowIndex: { since: 1, get: ({ area }) => area.top },
    ColumnIndex: { since: 1, get: ({ area }) => area.left },
    RowCount: { since: 1, get: (ref) => rowsOf(ref) },
    ColumnCount: { since: 1, get: (ref) => colsOf(ref) },
    Values: { since: 1, get: (ref, book) => matrix(ref, book, valueOf), set: writeMatrix },
    Formulas: { since: 1, get: (ref, book) => matrix(ref, book, formulaOf), set: writeMatrix },
    ValueTypes: { since: 1, get: (ref, book) => matrix(ref, book, typeOf) },
    NumberFormat: {
      since: 1,
      get: (ref, book) => matrix(ref, book, (row, col) => book.sheet(ref.sheet).formatOf(row, col).numberFormat),
      set(ref, value, book) {
        requireWritable({ sheet: ref.sheet, areas: [ref.area] }, book);
        eachValue(ref, value, (row, col, format) => book.sheet(ref.sheet).format(row, col, { numberFormat: textArgument(format, "numberFormat") }));
      },
    },
    Style: { since: 7, set: ({ sheet, area }, value, book) => STYLE.set?.({ sheet, areas: [area] }, value, book) },
    RowHidden: { since: 2, get: hiddenRows },
    ColumnHidden: {
      since: 2,
      get: hiddenColumns,
      set(ref, value, book) {
        const hidden = flagArgument(value, "columnHidden");
        for (const col of columnsOf(ref, "ByColumns", book)) changeColumn(book.sheet(ref.sheet).part.root, col, { hidden });
      },
    },
  },
  properties: {
    Format: { since: 1, open: ({ sheet, area }, _, book) => formatObject({ sheet, areas: [area] }, book) },
    ConditionalFormats: { since: 6, open: ({ sheet, area }, _, book) => rulesObject({ sheet, areas: [area] }, book) },
  },
  methods: {
    GetCell: withArea(({ top, left }, [row, col]) => {
      const [r, c] = [top + numberArgument(row, "row"), left + numberArgument(col, "column")];
      return { top: r, left: c, bottom: r, right: c };
    }),
    GetRow: withArea((area, [row]) => ({ ...area, top: area.top + numberArgument(row, "row"), bottom: area.top + numberArgument(row, "row") })),
    GetColumn: withArea((area, [col]) => ({ ...area, left: area.left + numberArgument(col, "column"), right: area.left + numberArgument(col, "column") })),
    GetEntireColumn: withArea((area) => ({ ...area, top: 0, bottom: LAST_ROW })),
    GetEntireRow: withArea((area) => ({ ...area, left: 0, right: LAST_COL })),
    GetLastCell: withArea(({ bottom, right }) => ({ top: bottom, left: right, bottom, right })),
    GetBoundingRect: {
      since: 1,
      open(ref, [other], book) {
        const area = otherArea(other, ref);
        const { top, left, bottom, right } = ref.area;
        return rangeObject({ sheet: ref.sheet, area: { top: Math.min(top, area.top), left: Math.min(left, area.left), bottom: Math.max(bottom, area.bottom), right: Math.max(right, area.right) } }, book);
      },
    },
    GetIntersectionOrNullObject: {
      since: 4,
      open(ref, [other], book) {
        const area = intersection(ref.area, otherArea(other, ref));
        return area && rangeObject({ sheet: ref.sheet, area }, book);
      },
    },
    GetUsedRangeOrNullObject: {
      since: 4,
      open({ sheet, area }, [valuesOnly], book) {
        const used = book.sheet(sheet).used(valuesOnly === true, area);
        return used && rangeObject({ sheet, area: used }, book);
      },
    },
    GetMergedAreasOrNullObject: { since: 13, open: (ref, _, book) => mergedAreas(ref, book) },
  },
  calls: {
    Clear: { since: 1, run: (ref, [applyTo], book) => clearRange(ref, applyTo, book) },
    Select: {
      since: 1,
      run({ sheet, area }, _, book) {
        if (book.entry(sheet).visibility !== "visible") throw new HostFault("InvalidOperation", "a hidden sheet");
        book.activeId = sheet;
        book.selection = { sheet, area };
      },
    },
    Group: { since: 10, run: (ref, [option], book) => columnsOf(ref, option, book).forEach((col) => groupColumn(book.sheet(ref.sheet).part.root, col)) },
    Ungroup: { since: 10, run: (ref, [option], book) => columnsOf(ref, option, book).forEach((col) => ungroupColumn(book.sheet(ref.sheet).part.root, col)) },
    _ValidateArraySize: {
      since: 3,
      run(ref, [rows, cols]) {
        if (rows !== rowsOf(ref) || cols !== colsOf(ref)) throw new HostFault("InvalidArgument", "size of the array");
      },
    },
  },
};

function clearRange(ref: RangeRef, applyTo: unknown, book: LiveBook): void {
  const live = book.sheet(ref.sheet);
  const all = applyTo === undefined || applyTo === null || applyTo === "All";
  if (!all && applyTo !== "Contents") throw new NotImplemented(`clearing ${textArgument(applyTo, "applyTo")}`);
  requireWritable({ sheet: ref.sheet, areas: [ref.area] }, book);
  live.clear(ref.area, all);
  if (all) carveRules(live.part.root, ref.area);
  book.touch();
  book.noteChange(ref);
}

export function rangeObject(ref: RangeRef, book: LiveBook): HostObject {
  return hostObject(RANGE, ref, book);
}

const RANGES: HostType<AreasRef> = {
  name: "RangeCollection",
  items: ({ sheet, areas }, book) => areas.map((area) => rangeObject({ sheet, area }, book)),
};

const AREAS: HostType<AreasRef> = {
  name: "RangeAreas",
  scalars: {
    Address: { since: 9, get: ({ sheet, areas }, book) => areas.map((area) => addressOf({ sheet, area }, book)).join(",") },
    AreaCount: { since: 9, get: ({ areas }) => areas.length },
    Style: { ...STYLE, since: 9 },
  },
  properties: {
    Areas: { since: 9, open: (ref, _, book) => hostObject(RANGES, ref, book) },
    Format: { since: 9, open: (ref, _, book) => formatObject(ref, book) },
    ConditionalFormats: { since: 9, open: (ref, _, book) => rulesObject(ref, book) },
  },
};

export function areasObject(ref: AreasRef, book: LiveBook): HostObject {
  return hostObject(AREAS, ref, book);
}

/** "A:C" for columns, for messages and events. */
export function shortAddress(area: Span): string {
  return area.left === area.right && area.top === area.bottom ? `${columnName(area.left)}${area.top + 1}` : areaText(area);
}

export const RANGE_TYPES: readonly TypeMembers[] = [RANGE, RANGES, AREAS];
