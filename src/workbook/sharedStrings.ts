/** The table of shared strings: looked up, cleared of texts that no cell shows any more, and, in a new book, appended to. */
import { setAttribute } from "./attributes";
import { stringText, textXml, unescapeControls } from "./cellXml";
import { nextTag } from "./sheetData";
import { flatElementEnd, parseXml, documentText, prefixOf } from "./xml";
import type { XmlDocument } from "./xml";
import { withPrefix, xml } from "./xmlBuild";

export const EMPTY_STRINGS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="0" uniqueCount="0"></sst>';

export class SharedStrings {
  private readonly document: XmlDocument;
  private readonly items: string[];
  private readonly between: readonly string[];
  private readonly tail: string;
  private byText: Map<string, number> | null = null;
  private changed = false;
  private readonly grows: boolean;

  private constructor(document: XmlDocument, items: string[], between: readonly string[], tail: string, grows: boolean) {
    this.grows = grows;
    this.document = document;
    this.items = items;
    this.between = between;
    this.tail = tail;
  }

  /** The table in a part's text, or null where that is not well formed. A table that `grows` takes new texts: that of a book in the making. */
  static parse(text: string, grows = false): SharedStrings | null {
    const document = parseXml(text, new Set(["sst"]));
    if (document === null) return null;
    const [inner = ""] = document.root.children;
    if (typeof inner !== "string") return null;
    const items: string[] = [];
    const between: string[] = [];
    let at = 0;
    for (let start = nextTag(inner, "si", 0); start !== null; start = nextTag(inner, "si", at)) {
      const end = flatElementEnd(inner, start);
      if (end < 0) return null;
      between.push(inner.slice(at, start));
      items.push(inner.slice(start, end));
      at = end;
    }
    return new SharedStrings(document, items, between, inner.slice(at), grows);
  }

  /** How many entries the table has. */
  get size(): number {
    return this.items.length;
  }

  /** The text of an entry; "" where the table has none. */
  textAt(index: number): string {
    return unescapeControls(stringText(this.items[index] ?? ""));
  }

  /** The entry that shows exactly this text without formatting of its own; null where there is none and the table does not grow. */
  indexOf(text: string): number | null {
    const byText = this.index();
    const known = byText.get(text);
    if (known !== undefined) return known;
    if (!this.grows) return null;
    const index = this.items.length;
    this.items.push(withPrefix(xml("si", {}, textXml(text)), prefixOf(this.document.root)));
    byText.set(text, index);
    this.changed = true;
    return index;
  }

  private index(): Map<string, number> {
    if (this.byText) return this.byText;
    const byText = new Map<string, number>();
    this.items.forEach((item, index) => {
      const plain = plainText(item);
      if (plain !== null && !byText.has(plain)) byText.set(plain, index);
    });
    this.byText = byText;
    return byText;
  }

  /** Empties an entry that no cell shows; the others keep their places. */
  clear(index: number): void {
    const old = this.items[index];
    const empty = withPrefix("<si><t/></si>", prefixOf(this.document.root));
    if (old === undefined || old === empty) return;
    this.byText = null;
    this.items[index] = empty;
    this.changed = true;
  }

  /** Drops empty entries from the end, down to so many entries. */
  trim(size: number): void {
    const empty = withPrefix("<si><t/></si>", prefixOf(this.document.root));
    while (this.items.length > size && this.items.at(-1) === empty) this.items.pop();
    this.byText = null;
  }

  /** Whether both tables have the same entries. */
  equals(other: SharedStrings): boolean {
    return this.items.length === other.items.length && this.items.every((item, i) => item === other.items[i]);
  }

  /** The part's text, or null where nothing was changed. */
  text(): string | null {
    if (!this.changed) return null;
    const { root, prolog, epilog } = this.document;
    setAttribute(root, "uniqueCount", this.items.length);
    setAttribute(root, "count", null);
    const inner = this.items.map((item, i) => (this.between[i] ?? "") + item).join("") + this.tail;
    const open = root.open.endsWith("/>") ? `${root.open.slice(0, -2).trimEnd()}>` : root.open;
    return documentText({ prolog, root: { ...root, open, children: [inner], close: `</${root.name}>` }, epilog });
  }
}

/** The text of an entry without runs, phonetics or extensions; null for any other. */
function plainText(item: string): string | null {
  const match = /^<(?:\w+:)?si>\s*<(?:\w+:)?t(?:\s[^>]*)?(?:\/>|>[^]*<\/(?:\w+:)?t>)\s*<\/(?:\w+:)?si>$/u.exec(item);
  if (match === null || /<(?:\w+:)?(?:r|rPh|phoneticPr|extLst)[\s/>]/u.test(item)) return null;
  return unescapeControls(stringText(item));
}
