/** The style tables of a workbook (ECMA-376 18.8): entries are appended, shared, and never written twice. */
import { DATE } from "../files/cellMarks";
import { marksOfBuiltIn, marksOfFormat } from "../files/numberFormat";
import { attributesOf, attribute, flagAttribute, numberAttribute, setAttribute } from "./attributes";
import type { Borders, CellStyle, FontStyle, RuleStyle } from "./cellStyle";
import { borderUnder, fillOf, fontUnder } from "./ruleLook";
import { childElements, childNamed, cloneElement, documentText, localName, parseXml } from "./xml";
import type { XmlDocument, XmlElement } from "./xml";
import { elementFor, insertInOrder, xml } from "./xmlBuild";

const ORDER = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];

/** A styles part with the entries that every program takes for granted. */
export const EMPTY_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/></styleSheet>';

/** Format codes that have a number of their own (ECMA-376 18.8.30) and that we use. */
const BUILT_IN: ReadonlyMap<string, number> = new Map([["General", 0], ["0", 1], ["0.00", 2], ["0%", 9], ["@", 49]]);
const FIRST_OWN_FORMAT = 164;

interface Table {
  readonly entries: XmlElement[];
  /** The first entry of each kind. */
  readonly byKey: Map<string, number>;
}

export class Styles {
  private readonly document: XmlDocument;
  private readonly tables = new Map<string, Table>();
  private changed = false;
  /** Formats under rules that were made already. */
  private readonly underRules = new Map<string, number>();

  private constructor(document: XmlDocument) {
    this.document = document;
  }

  /** The tables in a part's text, or null where that is not well formed. */
  static parse(text: string): Styles | null {
    const document = parseXml(text);
    return document && localName(document.root.name) === "styleSheet" ? new Styles(document) : null;
  }

  /** The cell format for a look. */
  indexOf(style: CellStyle): number {
    const format = this.numberFormat(style.numberFormat);
    const horizontal = style.horizontal === "general" ? null : style.horizontal;
    const alignment = xml("alignment", { horizontal, vertical: style.vertical, wrapText: style.wrap });
    return this.share("cellXfs", xml("xf", {
      numFmtId: format, fontId: this.share("fonts", fontXml(style.font)), fillId: this.fill(style.fill),
      borderId: style.borders === "" ? 0 : this.share("borders", borderXml(style.borders)), xfId: 0,
      applyNumberFormat: format !== 0, applyFont: true, applyFill: style.fill !== null, applyBorder: style.borders !== "", applyAlignment: true,
    }, alignment));
  }

  /** The same format with or without the mark that a text is meant as text whatever it begins with (ECMA-376 18.8.45, quotePrefix). */
  withTextMark(index: number, marked: boolean): number {
    const base = this.entries("cellXfs")[index];
    if (base === undefined || (attribute(base, "quotePrefix") === "1") === marked) return index;
    const copy = cloneElement(base);
    setAttribute(copy, "quotePrefix", marked ? "1" : null);
    return this.shareElement("cellXfs", copy);
  }

  /** Whether the format shows a number as a day. */
  isDate(index: number): boolean {
    const format = numberAttribute(this.entries("cellXfs")[index] ?? this.document.root, "numFmtId") ?? 0;
    const own = this.entries("numFmts").find((entry) => numberAttribute(entry, "numFmtId") === format);
    return ((own ? marksOfFormat(attribute(own, "formatCode") ?? "") : marksOfBuiltIn(format)) & DATE) !== 0;
  }

  /** Whether the format breaks a text into lines, and its size in points. */
  textLook(index: number): { readonly wraps: boolean; readonly size: number } {
    const format = this.entries("cellXfs")[index];
    const alignment = format && childNamed(format, "alignment");
    const font = this.entries("fonts")[(format && numberAttribute(format, "fontId")) ?? 0];
    const size = font && childNamed(font, "sz");
    return { wraps: alignment !== undefined && flagAttribute(alignment, "wrapText"), size: (size && numberAttribute(size, "val")) ?? 11 };
  }

  /** The differential format of a rule. */
  ruleFormat(style: RuleStyle): number {
    const font = xml("font", {}, xml("color", { rgb: `FF${style.font}` }));
    const fill = xml("fill", {}, xml("patternFill", { patternType: "solid" }, xml("fgColor", { rgb: `FF${style.fill}` }) + xml("bgColor", { rgb: `FF${style.fill}` })));
    return this.share("dxfs", xml("dxf", {}, font + fill));
  }

  /** The differential format of a fill alone; `fill` is "RRGGBB". */
  fillFormat(fill: string): number {
    return this.share("dxfs", xml("dxf", {}, xml("fill", {}, xml("patternFill", { patternType: "solid" }, xml("fgColor", { rgb: `FF${fill}` }) + xml("bgColor", { rgb: `FF${fill}` })))));
  }

  /** A cell format with the looks of differential formats laid over it, the strongest first. */
  withRules(index: number, formats: readonly number[]): number {
    const key = `${index}|${formats.join(",")}`;
    const known = this.underRules.get(key);
    if (known !== undefined) return known;
    const looks = formats.flatMap((format) => this.entries("dxfs")[format] ?? []);
    const base = this.entries("cellXfs")[index];
    const xf = base ? cloneElement(base) : elementFor(this.document.root, xml("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 }));
    const { root } = this.document;
    const parts = [
      ["fonts", "fontId", "applyFont", fontUnder(this.entries("fonts")[numberAttribute(xf, "fontId") ?? 0], looks, root)],
      ["fills", "fillId", "applyFill", fillOf(looks, root)],
      ["borders", "borderId", "applyBorder", borderUnder(this.entries("borders")[numberAttribute(xf, "borderId") ?? 0], looks, root)],
    ] as const;
    for (const [table, id, applies, part] of parts) {
      if (part === null) continue;
      setAttribute(xf, id, this.shareElement(table, part));
      setAttribute(xf, applies, 1);
    }
    const style = this.shareElement("cellXfs", xf);
    this.underRules.set(key, style);
    return style;
  }

  /** The part's text, or null where nothing was changed. */
  text(): string | null {
    return this.changed ? documentText(this.document) : null;
  }

  private fill(color: string | null): number {
    if (color === null) return 0;
    return this.share("fills", xml("fill", {}, xml("patternFill", { patternType: "solid" }, xml("fgColor", { rgb: `FF${color}` }) + xml("bgColor", { indexed: 64 }))));
  }

  private numberFormat(code: string): number {
    const builtIn = BUILT_IN.get(code);
    if (builtIn !== undefined) return builtIn;
    const known = this.entries("numFmts");
    const same = known.find((entry) => attribute(entry, "formatCode") === code);
    const number = same && numberAttribute(same, "numFmtId");
    if (typeof number === "number") return number;
    const next = Math.max(FIRST_OWN_FORMAT - 1, ...known.map((entry) => numberAttribute(entry, "numFmtId") ?? 0)) + 1;
    this.share("numFmts", xml("numFmt", { numFmtId: next, formatCode: code }));
    return next;
  }

  private entries(table: string): readonly XmlElement[] {
    return this.table(table).entries;
  }

  private table(name: string): Table {
    const known = this.tables.get(name);
    if (known) return known;
    const holder = childNamed(this.document.root, name);
    const entries = holder ? [...childElements(holder)] : [];
    const byKey = new Map<string, number>();
    entries.forEach((entry, index) => {
      const key = canonical(entry);
      if (!byKey.has(key)) byKey.set(key, index);
    });
    const table: Table = { entries, byKey };
    this.tables.set(name, table);
    return table;
  }

  private share(table: string, text: string): number {
    return this.shareElement(table, elementFor(this.document.root, text));
  }

  private shareElement(name: string, wanted: XmlElement): number {
    const { entries, byKey } = this.table(name);
    const key = canonical(wanted);
    const same = byKey.get(key);
    if (same !== undefined) return same;
    const holder = childNamed(this.document.root, name) ?? this.addTable(name);
    holder.children.push(wanted);
    const index = entries.push(wanted) - 1;
    byKey.set(key, index);
    setAttribute(holder, "count", entries.length);
    this.changed = true;
    return index;
  }

  private addTable(table: string): XmlElement {
    const holder = elementFor(this.document.root, xml(table, { count: 0 }));
    insertInOrder(this.document.root, holder, ORDER);
    return holder;
  }
}

function borderXml(borders: Borders): string {
  const side = (name: string): string => (borders.includes(name.charAt(0)) ? xml(name, { style: "thin" }, xml("color", { auto: true })) : xml(name));
  return xml("border", {}, `${side("left")}${side("right")}${side("top")}${side("bottom")}<diagonal/>`);
}

function fontXml({ name, size, bold, color }: FontStyle): string {
  const rgb = color === null ? "" : xml("color", { rgb: `FF${color}` });
  return xml("font", {}, `${bold ? "<b/>" : ""}<sz val="${size}"/>${rgb}${xml("name", { val: name })}<family val="3"/><charset val="134"/>`);
}

/** Two entries are the same where elements and attributes are, whatever their order, prefixes and spelling of "true". */
function canonical(element: XmlElement): string {
  const values = attributesOf(element.open)
    .filter(([name]) => !name.startsWith("xmlns"))
    .map(([name, value]) => `${localName(name)}=${value === "true" ? "1" : value === "false" ? "0" : value}`)
    .sort();
  return `${localName(element.name)}(${values.join(",")})[${childElements(element).map(canonical).sort().join(";")}]`;
}
