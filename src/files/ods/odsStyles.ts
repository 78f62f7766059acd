import { COLOURED, DATE, PERCENT, STRUCK } from "../cellMarks";
import { END, nameCode, OPEN, prefixedCode, type XmlScanner } from "../xml/scanner";
import { attributeText, forEachChild } from "../xml/texts";

/** What of a style matters to a reader of values; undefined where it says nothing and its parent decides. */
interface OdsStyle {
  readonly parent: string | null;
  readonly struck: boolean | undefined;
  readonly coloured: boolean | undefined;
  /** The name of its number format. */
  readonly format: string | null;
  /** A style of a table that is not shown. */
  readonly hidden: boolean;
}

const [STYLE, TEXT_PROPERTIES, TABLE_PROPERTIES, DATE_STYLE, PERCENTAGE_STYLE] = ["style", "text-properties", "table-properties", "date-style", "percentage-style"].map(nameCode) as [
  number, number, number, number, number,
];
const [NAME, FAMILY, PARENT, LINE_THROUGH, LINE_THROUGH_TYPE, COLOR, DISPLAY, FORMAT] = [
  "name", "family", "parent-style-name", "text-line-through-style", "text-line-through-type", "color", "display", "data-style-name",
].map(prefixedCode) as [number, number, number, number, number, number, number, number];
/** What of a date's format is of a day; one that shows the time alone shows none (ODF 1.2, 16.27.10). */
const DAY_PARTS: ReadonlySet<number> = new Set(["year", "month", "day", "day-of-week", "week-of-year", "quarter", "era"].map(nameCode));
/** No chain of parents is longer than this; one that is runs in a circle. */
const MOST_PARENTS = 32;

/** The styles of an OpenDocument file (ODF 1.2, 16) by family and name. */
export class OdsStyles {
  private readonly styles = new Map<string, OdsStyle>();
  private readonly formats = new Map<string, number>();
  private readonly known = new Map<string, number>();

  /** Adds those of a part: styles.xml, or the automatic ones that content.xml begins with. */
  add(xml: XmlScanner): void {
    for (let token = xml.next(); token !== END; token = xml.next()) if (token === OPEN) this.addOpened(xml);
  }

  /** Adds the element just opened where it is a style, and goes past its end. */
  addOpened(xml: XmlScanner): void {
    if (xml.name === DATE_STYLE || xml.name === PERCENTAGE_STYLE) this.addFormat(xml);
    if (xml.name !== STYLE) return;
    const key = `${attributeText(xml, FAMILY) ?? ""} ${attributeText(xml, NAME) ?? ""}`;
    const parent = attributeText(xml, PARENT);
    const format = attributeText(xml, FORMAT);
    let struck: boolean | undefined;
    let coloured: boolean | undefined;
    let hidden = false;
    forEachChild(xml, () => {
      if (xml.name === TABLE_PROPERTIES) hidden = xml.hasAttribute(DISPLAY, "false");
      if (xml.name !== TEXT_PROPERTIES) return;
      if (xml.findAttribute(LINE_THROUGH)) struck = !xml.hasAttribute(LINE_THROUGH, "none");
      else if (xml.findAttribute(LINE_THROUGH_TYPE)) struck = !xml.hasAttribute(LINE_THROUGH_TYPE, "none");
      if (xml.findAttribute(COLOR)) coloured = !xml.hasAttribute(COLOR, "#000000");
    });
    this.styles.set(key, { parent, struck, coloured, format, hidden });
  }

  /** What the number format of a style of cells makes of a number: `DATE`, `PERCENT` or 0. */
  formatMarks(name: string): number {
    let style = this.styles.get(`table-cell ${name}`);
    for (let i = 0; style !== undefined && i < MOST_PARENTS; i++) {
      if (style.format !== null) return this.formats.get(style.format) ?? 0;
      style = style.parent === null ? undefined : this.styles.get(`table-cell ${style.parent}`);
    }
    return 0;
  }

  private addFormat(xml: XmlScanner): void {
    const name = attributeText(xml, NAME) ?? "";
    const isDate = xml.name === DATE_STYLE;
    let hasDay = false as boolean;
    forEachChild(xml, () => {
      hasDay ||= DAY_PARTS.has(xml.name);
    });
    this.formats.set(name, isDate ? (hasDay ? DATE : 0) : PERCENT);
  }

  /** Bits of `cellMarks` for a style of cells ("table-cell") or of text ("text"). */
  marks(family: "table-cell" | "text", name: string): number {
    const key = `${family} ${name}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const marks = this.resolve(family, key);
    this.known.set(key, marks);
    return marks;
  }

  isHiddenTable(name: string): boolean {
    return this.styles.get(`table ${name}`)?.hidden === true;
  }

  private resolve(family: string, key: string): number {
    let struck: boolean | undefined;
    let coloured: boolean | undefined;
    let style = this.styles.get(key);
    for (let i = 0; style !== undefined && i < MOST_PARENTS; i++) {
      struck ??= style.struck;
      coloured ??= style.coloured;
      style = style.parent === null ? undefined : this.styles.get(`${family} ${style.parent}`);
    }
    return (struck === true ? STRUCK : 0) | (coloured === true ? COLOURED : 0);
  }
}
