/** How a cell of ours looks, in words of the product; `styles.ts` turns it into indexes of the file. */

export interface CellStyle {
  readonly font: FontStyle;
  /** "RRGGBB", or null for none. */
  readonly fill: string | null;
  /** The sides with a thin line. */
  readonly borders: Borders;
  readonly horizontal: "left" | "center" | "right" | "general";
  readonly vertical: "top" | "center" | "bottom";
  readonly wrap: boolean;
  /** A format code of Excel's; "General" and "@" among them. */
  readonly numberFormat: string;
}

/** left, right, top, bottom: any of them, in this order. */
export type Borders = `${"" | "l"}${"" | "r"}${"" | "t"}${"" | "b"}`;

export interface FontStyle {
  readonly name: string;
  /** In points. */
  readonly size: number;
  readonly bold: boolean;
  /** "RRGGBB", or null for the automatic colour. */
  readonly color: string | null;
}

/** A differential format of ours: what a rule changes. */
export interface RuleStyle {
  /** "RRGGBB". */
  readonly fill: string;
  readonly font: string;
}

const SONG: FontStyle = { name: "宋体", size: 10, bold: false, color: null };
const FANGSONG: FontStyle = { name: "仿宋", size: 11, bold: false, color: null };
const HEI: FontStyle = { name: "黑体", size: 11, bold: true, color: null };
const PLAIN = { fill: null, borders: "", horizontal: "general", vertical: "center", wrap: false, numberFormat: "General" } as const;
const BODY: CellStyle = { ...PLAIN, font: FANGSONG, borders: "lrtb", horizontal: "left", wrap: true };

/** No lines between the cells of an outline row: its text runs on over them. */
const OUTLINE: CellStyle = { ...PLAIN, font: HEI, borders: "ltb", horizontal: "left" };

/** Light fill of header cells: seen on paper, and never mistaken for a light. */
const HEADER_FILL = "E7ECF2";
/** The same for columns that are not sent out. */
const HELPER_FILL = "F2F2F2";

/** Every look of ours by name. */
export const LOOKS = {
  text: { ...PLAIN, font: SONG, horizontal: "left" },
  wrapped: { ...PLAIN, font: SONG, horizontal: "left", vertical: "top", wrap: true },
  number: { ...PLAIN, font: SONG, horizontal: "right" },
  listed: { ...PLAIN, font: SONG, borders: "lrtb", horizontal: "left", wrap: true },
  listedNumber: { ...PLAIN, font: SONG, borders: "lrtb", horizontal: "right" },
  date: { ...PLAIN, font: SONG, horizontal: "center", numberFormat: "yyyy-mm-dd" },
  helperHeader: { ...PLAIN, font: { ...SONG, bold: true }, fill: HELPER_FILL, borders: "lrtb", horizontal: "center", wrap: true },
  helperDate: { ...PLAIN, font: SONG, borders: "lrtb", horizontal: "center", numberFormat: "yyyy-mm-dd" },
  helperText: { ...PLAIN, font: { ...SONG, size: 9 }, borders: "lrtb", horizontal: "left" },
  light: { ...PLAIN, font: { ...SONG, bold: true }, borders: "lrtb", horizontal: "center" },
  asOf: { ...PLAIN, font: { ...SONG, bold: true }, borders: "lrtb", horizontal: "center", numberFormat: '"截至"yyyy-mm-dd' },
  title: { ...PLAIN, font: { name: "方正小标宋简体", size: 20, bold: false, color: null }, horizontal: "center" },
  label: { ...PLAIN, font: { name: "黑体", size: 14, bold: false, color: null }, horizontal: "left" },
  header: { ...PLAIN, font: HEI, fill: HEADER_FILL, borders: "lrtb", horizontal: "center", wrap: true },
  outline: OUTLINE,
  outlineMiddle: { ...OUTLINE, borders: "tb" },
  outlineEnd: { ...OUTLINE, borders: "rtb" },
  body: BODY,
  bodyDate: { ...BODY, horizontal: "center", numberFormat: "yyyy-mm-dd" },
  bodyNumber: { ...BODY, horizontal: "center" },
  centred: { ...BODY, horizontal: "center" },
} as const satisfies Record<string, CellStyle>;

export type LookName = keyof typeof LOOKS;
