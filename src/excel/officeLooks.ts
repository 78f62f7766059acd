/** How cells of ours look, in the words of Excel's interface; the workbook in memory says the same in styles. */
import type { CellLook } from "./port";

export interface OfficeLook {
  readonly fontName: string;
  /** In points. */
  readonly fontSize: number;
  readonly bold: boolean;
  /** "#RRGGBB", or null for none. */
  readonly fill: string | null;
  /** Sides with a thin line, of each cell. */
  readonly borders: "all" | "open" | "none";
  readonly horizontal: "General" | "Left" | "Center" | "Right";
  readonly vertical: "Top" | "Center";
  readonly wrap: boolean;
  /** "General", or the format of a date. */
  readonly numberFormat: string;
}

const PLAIN: OfficeLook = {
  fontName: "宋体", fontSize: 10, bold: false, fill: null, borders: "none", horizontal: "General", vertical: "Center", wrap: false, numberFormat: "General",
};
const HEAD: OfficeLook = { ...PLAIN, fontName: "黑体", fontSize: 11, bold: true };
const BODY: OfficeLook = { ...PLAIN, fontName: "仿宋", fontSize: 11, borders: "all", horizontal: "Left", wrap: true };
const DATE = "yyyy-mm-dd";

export const OFFICE_LOOKS: Readonly<Record<CellLook, OfficeLook>> = {
  text: { ...PLAIN, horizontal: "Left" },
  wrapped: { ...PLAIN, horizontal: "Left", vertical: "Top", wrap: true },
  number: { ...PLAIN, horizontal: "Right" },
  listed: { ...PLAIN, borders: "all", horizontal: "Left", wrap: true },
  listedNumber: { ...PLAIN, borders: "all", horizontal: "Right" },
  date: { ...PLAIN, horizontal: "Center", numberFormat: DATE },
  helperHeader: { ...PLAIN, bold: true, fill: "#F2F2F2", borders: "all", horizontal: "Center", wrap: true },
  helperDate: { ...PLAIN, borders: "all", horizontal: "Center", numberFormat: DATE },
  helperText: { ...PLAIN, fontSize: 9, borders: "all", horizontal: "Left" },
  light: { ...PLAIN, bold: true, borders: "all", horizontal: "Center" },
  asOf: { ...PLAIN, bold: true, borders: "all", horizontal: "Center", numberFormat: `"截至"${DATE}` },
  title: { ...PLAIN, fontName: "方正小标宋简体", fontSize: 20, horizontal: "Center" },
  header: { ...HEAD, fill: "#E7ECF2", borders: "all", horizontal: "Center", wrap: true },
  outline: { ...HEAD, borders: "open", horizontal: "Left" },
  body: BODY,
  centred: { ...BODY, horizontal: "Center" },
};

const EVERY_SIDE = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"] as const;
/** Open to the right: a text that is longer than its column runs on. */
const OPEN_SIDES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "InsideHorizontal"] as const;

const SIDES: Readonly<Record<OfficeLook["borders"], readonly (typeof EVERY_SIDE)[number][]>> = { all: EVERY_SIDE, open: OPEN_SIDES, none: [] };

/** Gives cells a look, whatever they looked like before. A static colour goes before the look's own. */
export function applyLook(cells: Excel.RangeAreas, look: OfficeLook, paint: { readonly fill: string; readonly font: string } | null): void {
  cells.style = Excel.BuiltInStyle.normal;
  const { format } = cells;
  format.font.name = look.fontName;
  format.font.size = look.fontSize;
  format.font.bold = look.bold;
  format.horizontalAlignment = look.horizontal;
  format.verticalAlignment = look.vertical;
  format.wrapText = look.wrap;
  const fill = paint === null ? look.fill : `#${paint.fill}`;
  if (fill !== null) format.fill.color = fill;
  if (paint !== null) format.font.color = `#${paint.font}`;
  for (const side of SIDES[look.borders]) format.borders.getItem(side).style = "Continuous";
}
