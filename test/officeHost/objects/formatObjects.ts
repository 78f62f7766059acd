/** `format` of a range or of several: fonts, fills, lines, alignment, width. Mixed properties read as null. */
import type { Span } from "../../../src/core/grid/grid";
import type { CellFormat, FormatPatch, Side } from "../cellFormats";
import { changeColumn, columnState, POINTS_PER_CHARACTER, pointsOf } from "../columns";
import { HostFault, NotImplemented } from "../hostFault";
import type { HostObject, HostType, Scalar, TypeMembers } from "../hostObject";
import { flagArgument, hostObject, numberArgument, textArgument } from "../hostObject";
import type { LiveBook } from "../liveBook";
import { isUnbounded } from "../rangeRef";

/** Areas of one sheet. */
export interface AreasRef {
  readonly sheet: string;
  readonly areas: readonly Span[];
}

interface BorderRef extends AreasRef {
  readonly edge: string;
}

/** Refuses what a protected sheet refuses. */
export function requireWritable({ sheet, areas }: AreasRef, book: LiveBook): void {
  const live = book.sheet(sheet);
  if (!live.part.isProtected) return;
  const locked = areas.some((area) => isUnbounded({ sheet, area }) || cellsIn(area).some(([row, col]) => live.formatOf(row, col).locked));
  if (locked) throw new HostFault("AccessDenied", book.entry(sheet).name);
}

/** Places of an area, row by row. */
export function cellsIn({ top, left, bottom, right }: Span): readonly (readonly [row: number, col: number])[] {
  return Array.from({ length: bottom - top + 1 }, (_, i) => Array.from({ length: right - left + 1 }, (__, j) => [top + i, left + j] as const)).flat();
}

/** One value that all have, or null. */
export function common<T>(values: readonly T[]): T | null {
  const [first, ...rest] = values;
  return first !== undefined && rest.every((value) => value === first) ? first : null;
}

function patchAll(ref: AreasRef, book: LiveBook, patch: FormatPatch): void {
  requireWritable(ref, book);
  const live = book.sheet(ref.sheet);
  for (const area of ref.areas) {
    if (isUnbounded({ sheet: ref.sheet, area })) throw new NotImplemented("formats of whole rows or columns");
    for (const [row, col] of cellsIn(area)) live.format(row, col, patch);
  }
}

function readAll<T>({ sheet, areas }: AreasRef, book: LiveBook, read: (format: CellFormat) => T): T | null {
  const live = book.sheet(sheet);
  return common(areas.flatMap((area) => placesIn(area, live.written(area)).map(([row, col]) => read(live.formatOf(row, col)))));
}

const MANY = 100_000;

/** All places; of a large area those that are written, and one that is not for all the others. */
function placesIn(area: Span, written: readonly (readonly [row: number, col: number])[]): readonly (readonly [row: number, col: number])[] {
  const { top, left, bottom, right } = area;
  const size = (bottom - top + 1) * (right - left + 1);
  return size <= MANY ? cellsIn(area) : written.length < size ? [...written, [bottom, right]] : written;
}

function scalar(since: number, read: (format: CellFormat) => unknown, patchOf: ((value: unknown) => FormatPatch) | null): Scalar<AreasRef> {
  const get: Scalar<AreasRef>["get"] = (ref, book) => readAll(ref, book, read);
  return patchOf === null ? { since, get } : { since, get, set: (ref, value, book) => patchAll(ref, book, patchOf(value)) };
}

/** "#RRGGBB" from "RRGGBB"; automatic counts as black. */
function shownColor(color: string | null, automatic: string): string {
  return color === null ? automatic : `#${color}`;
}

function colorOf(value: unknown): string {
  const found = /^#([0-9A-Fa-f]{6})$/u.exec(textArgument(value, "color"))?.[1];
  if (found === undefined) throw new HostFault("InvalidArgument", "color");
  return found.toUpperCase();
}

function oneOf<T extends string>(value: unknown, choices: Readonly<Record<string, T>>, name: string): T {
  const found = choices[textArgument(value, name)];
  if (found === undefined) throw new NotImplemented(`${name} ${String(value)}`);
  return found;
}

const HORIZONTAL = { General: "general", Left: "left", Center: "center", Right: "right" } as const;
const VERTICAL = { Top: "top", Center: "center" } as const;

function nameIn(choices: Readonly<Record<string, string>>, value: string | null): string | null {
  return Object.entries(choices).find(([, one]) => one === value)?.[0] ?? value;
}

const FONT: HostType<AreasRef> = {
  name: "RangeFont",
  scalars: {
    Name: scalar(1, ({ fontName }) => fontName, (value) => ({ fontName: textArgument(value, "name") })),
    Size: scalar(1, ({ fontSize }) => fontSize, (value) => ({ fontSize: numberArgument(value, "size") })),
    Bold: scalar(1, ({ bold }) => bold, (value) => ({ bold: flagArgument(value, "bold") })),
    Color: scalar(1, ({ fontColor }) => shownColor(fontColor, "#000000"), (value) => ({ fontColor: colorOf(value) })),
    Strikethrough: scalar(9, ({ struck }) => struck, null),
  },
};

const FILL: HostType<AreasRef> = {
  name: "RangeFill",
  scalars: { Color: scalar(1, ({ fill }) => shownColor(fill, "#FFFFFF"), (value) => ({ fill: colorOf(value) })) },
  calls: { Clear: { since: 1, run: (ref, _, book) => patchAll(ref, book, { fill: null }) } },
};

const EDGES: Readonly<Record<string, (row: number, col: number, area: Span) => readonly Side[]>> = {
  EdgeTop: (row, _, { top }) => (row === top ? ["t"] : []),
  EdgeBottom: (row, _, { bottom }) => (row === bottom ? ["b"] : []),
  EdgeLeft: (_, col, { left }) => (col === left ? ["l"] : []),
  EdgeRight: (_, col, { right }) => (col === right ? ["r"] : []),
  InsideHorizontal: (row, _, { top, bottom }) => [...(row > top ? (["t"] as const) : []), ...(row < bottom ? (["b"] as const) : [])],
  InsideVertical: (_, col, { left, right }) => [...(col > left ? (["l"] as const) : []), ...(col < right ? (["r"] as const) : [])],
};

const BORDER: HostType<BorderRef> = {
  name: "RangeBorder",
  scalars: {
    Style: {
      since: 1,
      set(ref, value, book) {
        const isDrawn = oneOf(value, { Continuous: "yes", None: "no" }, "line style") === "yes";
        requireWritable(ref, book);
        const live = book.sheet(ref.sheet);
        for (const area of ref.areas) {
          for (const [row, col] of cellsIn(area)) {
            const sides = new Set(live.formatOf(row, col).sides);
            const touched = EDGES[ref.edge]?.(row, col, area) ?? [];
            for (const side of touched) if (isDrawn) sides.add(side); else sides.delete(side);
            if (touched.length > 0) live.format(row, col, { sides });
          }
        }
      },
    },
  },
};

const BORDERS: HostType<AreasRef> = {
  name: "RangeBorderCollection",
  item(ref, edge, book) {
    const name = textArgument(edge, "index");
    if (!Object.hasOwn(EDGES, name)) throw new NotImplemented(`lines at ${name}`);
    return hostObject(BORDER, { ...ref, edge: name }, book);
  },
};

/** Whole columns or not, a width is that of the columns. */
function eachColumn({ sheet, areas }: AreasRef, book: LiveBook, act: (col: number) => void): void {
  if (book.sheet(sheet).part.isProtected) throw new HostFault("AccessDenied", book.entry(sheet).name);
  for (const { left, right } of areas) for (let col = left; col <= right; col++) act(col);
}

const FORMAT: HostType<AreasRef> = {
  name: "RangeFormat",
  scalars: {
    HorizontalAlignment: scalar(1, ({ horizontal }) => nameIn(HORIZONTAL, horizontal), (value) => ({ horizontal: oneOf(value, HORIZONTAL, "alignment") })),
    VerticalAlignment: scalar(1, ({ vertical }) => nameIn(VERTICAL, vertical) ?? "Bottom", (value) => ({ vertical: oneOf(value, VERTICAL, "alignment") })),
    WrapText: scalar(1, ({ wrap }) => wrap, (value) => ({ wrap: flagArgument(value, "wrapText") })),
    ColumnWidth: {
      since: 2,
      get: ({ sheet, areas }, book) => common(areas.flatMap(({ left, right }) => Array.from({ length: right - left + 1 }, (_, i) => pointsOf(columnState(book.sheet(sheet).part.root, left + i))))),
      set(ref, value, book) {
        if (typeof value !== "number" || value < 0) throw new HostFault("InvalidArgument", "columnWidth");
        eachColumn(ref, book, (col) => changeColumn(book.sheet(ref.sheet).part.root, col, { width: value / POINTS_PER_CHARACTER }));
      },
    },
    UseStandardWidth: {
      since: 7,
      set(ref, value, book) {
        if (flagArgument(value, "useStandardWidth")) eachColumn(ref, book, (col) => changeColumn(book.sheet(ref.sheet).part.root, col, { width: null }));
      },
    },
  },
  properties: {
    Font: { since: 1, open: (ref, _, book) => hostObject(FONT, ref, book) },
    Fill: { since: 1, open: (ref, _, book) => hostObject(FILL, ref, book) },
    Borders: { since: 1, open: (ref, _, book) => hostObject(BORDERS, ref, book) },
  },
};

/** `style` of a range; "Normal" takes away every format of its own. */
export const STYLE: Scalar<AreasRef> = {
  since: 7,
  set(ref, value, book) {
    if (value !== "Normal") throw new NotImplemented(`the style ${textArgument(value, "style")}`);
    requireWritable(ref, book);
    for (const area of ref.areas) {
      if (isUnbounded({ sheet: ref.sheet, area })) throw new NotImplemented("the style of whole rows or columns");
      for (const [row, col] of cellsIn(area)) book.sheet(ref.sheet).plain(row, col);
    }
  },
};

export function formatObject(ref: AreasRef, book: LiveBook): HostObject {
  return hostObject(FORMAT, ref, book);
}

export const FORMAT_TYPES: readonly TypeMembers[] = [FONT, FILL, BORDER, BORDERS, FORMAT];
