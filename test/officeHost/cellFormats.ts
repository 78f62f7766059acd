/**
 * How cells look, read from the workbook's own style tables. Excel's API changes one property at a time, the tables
 * know whole formats only: so changes are gathered and turned into formats when a batch is done.
 */
import type { Borders, CellStyle } from "../../src/workbook/cellStyle";
import type { Styles } from "../../src/workbook/styles";
import { EMPTY_STYLES } from "../../src/workbook/styles";
import { attribute, flagAttribute, numberAttribute } from "../../src/workbook/attributes";
import { childElements, childNamed, parseXml } from "../../src/workbook/xml";
import type { XmlElement } from "../../src/workbook/xml";
import { NotImplemented } from "./hostFault";

export type Side = "l" | "r" | "t" | "b";

/** A format as far as the API tells of it; what our style tables cannot say is left out. */
export interface CellFormat {
  readonly fontName: string;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly struck: boolean;
  /** "RRGGBB", or null for the automatic colour. */
  readonly fontColor: string | null;
  readonly fill: string | null;
  readonly sides: ReadonlySet<Side>;
  readonly horizontal: CellStyle["horizontal"] | null;
  readonly vertical: "top" | "center" | "bottom" | null;
  readonly wrap: boolean;
  readonly numberFormat: string;
  /** Protected sheets let people write into cells that are not locked. */
  readonly locked: boolean;
  /** Properties that no look of ours has; a change of such a cell's format cannot be carried out here. */
  readonly odd: readonly string[];
}

export type FormatPatch = { readonly [K in Exclude<keyof CellFormat, "odd" | "locked" | "struck">]?: CellFormat[K] };

/** Codes of the built-in number formats (ECMA-376 18.8.30) with what they show in Chinese Excel. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [0, "General"], [1, "0"], [2, "0.00"], [3, "#,##0"], [4, "#,##0.00"], [9, "0%"], [10, "0.00%"], [11, "0.00E+00"], [12, "# ?/?"], [13, "# ??/??"],
  [14, "yyyy/m/d"], [15, "d-mmm-yy"], [16, "d-mmm"], [17, "mmm-yy"], [18, "h:mm AM/PM"], [19, "h:mm:ss AM/PM"], [20, "h:mm"], [21, "h:mm:ss"],
  [22, "yyyy/m/d h:mm"], [27, 'yyyy"年"m"月"'], [28, 'm"月"d"日"'], [29, 'm"月"d"日"'], [30, "m/d/yy"], [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'], [33, 'h"时"mm"分"ss"秒"'], [34, '上午/下午h"时"mm"分"'], [35, '上午/下午h"时"mm"分"ss"秒"'], [36, 'yyyy"年"m"月"'],
  [37, "#,##0 ;-#,##0 "], [45, "mm:ss"], [46, "[h]:mm:ss"], [47, "mm:ss.0"], [48, "##0.0E+0"], [49, "@"], [50, 'yyyy"年"m"月"'], [57, 'yyyy"年"m"月"'], [58, 'm"月"d"日"'],
]);

const SIDES: readonly (readonly [Side, string])[] = [["l", "left"], ["r", "right"], ["t", "top"], ["b", "bottom"]];

export class CellFormats {
  private readonly styles: Styles;
  private readonly formats: CellFormat[];

  constructor(styles: Styles, text: string | null) {
    this.styles = styles;
    this.formats = readFormats(text ?? EMPTY_STYLES);
  }

  of(index: number): CellFormat {
    const known = this.formats[index];
    if (known) return known;
    this.formats.push(...readFormats(this.styles.text() ?? EMPTY_STYLES).slice(this.formats.length));
    return this.formats[index] ?? this.of(0);
  }

  /** The index of the format with the changes. */
  changed(index: number, patch: FormatPatch): number {
    return this.styles.indexOf(styleOf({ ...this.of(index), ...patch }));
  }
}

function styleOf(format: CellFormat): CellStyle {
  const { horizontal, vertical, odd } = format;
  if (odd.length > 0) throw new NotImplemented(`changing a format that has ${odd.join(", ")}`);
  if (horizontal === null || vertical === null) throw new NotImplemented(`changing a format aligned ${horizontal ?? "oddly"}, ${vertical ?? "oddly"}`);
  return {
    font: { name: format.fontName, size: format.fontSize, bold: format.bold, color: format.fontColor },
    fill: format.fill, borders: bordersOf(format.sides), horizontal, vertical, wrap: format.wrap, numberFormat: format.numberFormat,
  };
}

function bordersOf(sides: ReadonlySet<Side>): Borders {
  return `${sides.has("l") ? "l" : ""}${sides.has("r") ? "r" : ""}${sides.has("t") ? "t" : ""}${sides.has("b") ? "b" : ""}`;
}

function readFormats(text: string): CellFormat[] {
  const root = parseXml(text)?.root;
  if (root === undefined) return [];
  const table = (name: string): readonly XmlElement[] => {
    const holder = childNamed(root, name);
    return holder ? childElements(holder) : [];
  };
  const codes = new Map(table("numFmts").map((entry) => [numberAttribute(entry, "numFmtId"), attribute(entry, "formatCode") ?? ""]));
  const [fonts, fills, borders] = [table("fonts"), table("fills"), table("borders")];
  return table("cellXfs").map((xf): CellFormat => {
    const number = numberAttribute(xf, "numFmtId") ?? 0;
    const alignment = childNamed(xf, "alignment");
    const protection = childNamed(xf, "protection");
    const odd: string[] = [];
    return {
      ...fontOf(fonts[numberAttribute(xf, "fontId") ?? 0], odd),
      fill: fillOf(fills[numberAttribute(xf, "fillId") ?? 0], odd),
      sides: sidesOf(borders[numberAttribute(xf, "borderId") ?? 0], odd),
      ...alignmentOf(alignment),
      numberFormat: codes.get(number) ?? BUILT_IN.get(number) ?? "General",
      locked: protection === undefined || flagAttribute(protection, "locked", true),
      odd,
    };
  });
}

function fontOf(font: XmlElement | undefined, odd: string[]): Pick<CellFormat, "fontName" | "fontSize" | "bold" | "struck" | "fontColor"> {
  const has = (name: string): boolean => {
    const element = font && childNamed(font, name);
    return element !== undefined && flagAttribute(element, "val", true);
  };
  for (const name of ["i", "u", "strike"]) if (has(name)) odd.push(name);
  const [name, size, color] = ["name", "sz", "color"].map((part) => font && childNamed(font, part));
  return {
    fontName: (name && attribute(name, "val")) ?? "宋体", fontSize: (size && numberAttribute(size, "val")) ?? 11,
    bold: has("b"), struck: has("strike"), fontColor: color ? colorOf(color, odd) : null,
  };
}

/** "RRGGBB"; null for automatic, which the text colours of themes and palettes count as. */
function colorOf(color: XmlElement, odd: string[]): string | null {
  const rgb = attribute(color, "rgb");
  if (rgb !== null) return rgb.slice(-6);
  const [theme, indexed] = [attribute(color, "theme"), attribute(color, "indexed")];
  if ((theme !== null && theme !== "1") || (indexed !== null && indexed !== "64" && indexed !== "8")) odd.push("a colour of a theme");
  return null;
}

function fillOf(fill: XmlElement | undefined, odd: string[]): string | null {
  const pattern = fill && childNamed(fill, "patternFill");
  const kind = pattern ? attribute(pattern, "patternType") : null;
  if (pattern === undefined || kind === null || kind === "none" || kind === "gray125") return null;
  const color = childNamed(pattern, "fgColor");
  if (kind !== "solid" || color === undefined) odd.push("a pattern");
  return color ? colorOf(color, odd) : null;
}

function sidesOf(border: XmlElement | undefined, odd: string[]): ReadonlySet<Side> {
  const drawn = SIDES.flatMap(([side, name]) => {
    const line = border && childNamed(border, name);
    const style = line ? attribute(line, "style") : null;
    if (style !== null && style !== "thin" && style !== "none") odd.push(`a ${style} line`);
    return style === null || style === "none" ? [] : [side];
  });
  return new Set(drawn);
}

function alignmentOf(alignment: XmlElement | undefined): Pick<CellFormat, "horizontal" | "vertical" | "wrap"> {
  const horizontal = (alignment && attribute(alignment, "horizontal")) ?? "general";
  const vertical = (alignment && attribute(alignment, "vertical")) ?? "bottom";
  return {
    horizontal: horizontal === "general" || horizontal === "left" || horizontal === "center" || horizontal === "right" ? horizontal : null,
    vertical: vertical === "top" || vertical === "center" || vertical === "bottom" ? vertical : null,
    wrap: alignment !== undefined && flagAttribute(alignment, "wrapText"),
  };
}
