/** How a sheet looks: widths, heights, fonts, fills and borders, for a grid that shows it. Reads, never writes. */
import { parseCellName } from "../core/grid/a1";
import { attribute, flagAttribute, numberAttribute } from "./attributes";
import type { Package } from "./package";
import { partText } from "./package";
import type { Workbook } from "./workbook";
import { childElements, childNamed, localName, parseXml, type XmlElement } from "./xml";

export interface Face {
  readonly bold: boolean;
  readonly italic: boolean;
  /** In points. */
  readonly size: number;
  /** "RRGGBB", or null for the colour of the page. */
  readonly color: string | null;
  readonly fill: string | null;
  readonly wrap: boolean;
  readonly horizontal: "left" | "center" | "right" | null;
  readonly vertical: "top" | "center" | "bottom";
  /** The sides with a line that count on screen; "" for none. */
  readonly borders: "" | "right" | "bottom" | "both";
  readonly numberFormat: string;
}

export interface Appearance {
  /** In characters, by column; others have the default. */
  readonly widths: ReadonlyMap<number, number>;
  readonly defaultWidth: number;
  /** In points, by row; others fit their text. */
  readonly heights: ReadonlyMap<number, number>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly frozen: { readonly rows: number; readonly cols: number };
  faceOf(row: number, col: number): Face;
}

export const PLAIN_FACE: Face = {
  bold: false, italic: false, size: 11, color: null, fill: null, wrap: false, horizontal: null, vertical: "bottom", borders: "", numberFormat: "General",
};

/** The number formats that the format names by number only (ECMA-376 18.8.30), as far as dates and figures go. */
const BUILT_IN: Readonly<Record<number, string>> = { 9: "0%", 10: "0.00%", 14: "yyyy-mm-dd", 22: "yyyy-mm-dd hh:mm", 49: "@" };

/** The looks of a sheet by its name; plain where the sheet is not there or can't be understood. */
export function readAppearance(workbook: Workbook, sheet: string): Appearance {
  const places = workbook.sheets();
  const part = places.ok ? places.value.find(({ name }) => name === sheet)?.part : undefined;
  const root = part === undefined || part === null ? null : rootOf(workbook.parts(), part);
  return root ? appearanceOf(root, readFaces(workbook.parts())) : appearanceOf(null, [PLAIN_FACE]);
}

function appearanceOf(root: XmlElement | null, faces: readonly Face[]): Appearance {
  const widths = new Map<number, number>();
  const heights = new Map<number, number>();
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const styles = new Map<number, Map<number, number>>();
  for (const col of children(root, "cols")) {
    const from = (numberAttribute(col, "min") ?? 1) - 1;
    const to = Math.min(numberAttribute(col, "max") ?? from + 1, from + 256) - 1;
    for (let at = from; at <= to; at += 1) {
      widths.set(at, numberAttribute(col, "width") ?? 9);
      if (flagAttribute(col, "hidden")) hiddenColumns.add(at);
    }
  }
  for (const row of children(root, "sheetData")) {
    const at = (numberAttribute(row, "r") ?? 1) - 1;
    const height = numberAttribute(row, "ht");
    if (height !== null) heights.set(at, height);
    if (flagAttribute(row, "hidden")) hiddenRows.add(at);
    styles.set(at, stylesOf(row));
  }
  const format = root ? childNamed(root, "sheetFormatPr") : undefined;
  return {
    widths,
    defaultWidth: (format && numberAttribute(format, "defaultColWidth")) ?? 9,
    heights,
    hiddenRows,
    hiddenColumns,
    frozen: frozenIn(root),
    faceOf: (row, col) => faces[styles.get(row)?.get(col) ?? 0] ?? PLAIN_FACE,
  };
}

function frozenIn(root: XmlElement | null): Appearance["frozen"] {
  const views = root ? childNamed(root, "sheetViews") : undefined;
  const view = views && childNamed(views, "sheetView");
  const pane = view && childNamed(view, "pane");
  if (!pane || !(attribute(pane, "state") ?? "").startsWith("frozen")) return { rows: 0, cols: 0 };
  return { rows: numberAttribute(pane, "ySplit") ?? 0, cols: numberAttribute(pane, "xSplit") ?? 0 };
}

function stylesOf(row: XmlElement): Map<number, number> {
  const own = new Map<number, number>();
  for (const cell of childElements(row)) {
    const place = parseCellName(attribute(cell, "r") ?? "");
    const style = numberAttribute(cell, "s");
    if (place && style !== null) own.set(place.col, style);
  }
  return own;
}

function readFaces(parts: Package): readonly Face[] {
  const name = [...parts.keys()].find((part) => /(?:^|\/)styles\d*\.xml$/u.test(part));
  const root = name === undefined ? null : rootOf(parts, name);
  const fonts = children(root, "fonts");
  const fills = children(root, "fills");
  const borders = children(root, "borders");
  const formats = new Map(children(root, "numFmts").map((format) => [numberAttribute(format, "numFmtId") ?? -1, attribute(format, "formatCode") ?? "General"]));
  const faces = children(root, "cellXfs").map((xf): Face => {
    const border = borders[numberAttribute(xf, "borderId") ?? 0];
    const format = numberAttribute(xf, "numFmtId") ?? 0;
    return {
      ...fontFace(fonts[numberAttribute(xf, "fontId") ?? 0]),
      ...alignmentFace(childNamed(xf, "alignment")),
      fill: fillOf(fills[numberAttribute(xf, "fillId") ?? 0]),
      borders: bordersOf(border),
      numberFormat: formats.get(format) ?? BUILT_IN[format] ?? "General",
    };
  });
  return faces.length > 0 ? faces : [PLAIN_FACE];
}

function bordersOf(border: XmlElement | undefined): Face["borders"] {
  const has = (side: string): boolean => {
    const own = border && childNamed(border, side);
    return own !== undefined && (attribute(own, "style") ?? "none") !== "none";
  };
  if (has("right")) return has("bottom") ? "both" : "right";
  return has("bottom") ? "bottom" : "";
}

function fontFace(font: XmlElement | undefined): Pick<Face, "bold" | "italic" | "size" | "color"> {
  const size = font && childNamed(font, "sz");
  return {
    bold: isOn(font, "b"),
    italic: isOn(font, "i"),
    size: (size && numberAttribute(size, "val")) ?? PLAIN_FACE.size,
    color: colorIn(font && childNamed(font, "color")),
  };
}

function alignmentFace(alignment: XmlElement | undefined): Pick<Face, "wrap" | "horizontal" | "vertical"> {
  if (!alignment) return { wrap: false, horizontal: null, vertical: "bottom" };
  const horizontal = attribute(alignment, "horizontal");
  const vertical = attribute(alignment, "vertical");
  return {
    wrap: flagAttribute(alignment, "wrapText"),
    horizontal: horizontal === "left" || horizontal === "center" || horizontal === "right" ? horizontal : null,
    vertical: vertical === "top" || vertical === "center" ? vertical : "bottom",
  };
}

function isOn(font: XmlElement | undefined, local: string): boolean {
  const own = font && childNamed(font, local);
  return own !== undefined && flagAttribute(own, "val", true);
}

function fillOf(fill: XmlElement | undefined): string | null {
  const pattern = fill && childNamed(fill, "patternFill");
  return pattern && attribute(pattern, "patternType") === "solid" ? colorIn(childNamed(pattern, "fgColor")) : null;
}

/** Colours by name only: a theme's own colours are left to the page. */
function colorIn(color: XmlElement | undefined): string | null {
  const rgb = color && attribute(color, "rgb");
  return rgb ? rgb.slice(-6).toUpperCase() : null;
}

function children(root: XmlElement | null, local: string): readonly XmlElement[] {
  const holder = root ? childNamed(root, local) : undefined;
  return holder ? childElements(holder).filter(({ name }) => localName(name) !== "extLst") : [];
}

function rootOf(parts: Package, name: string): XmlElement | null {
  const text = partText(parts, name);
  return text.ok ? (parseXml(text.value)?.root ?? null) : null;
}
