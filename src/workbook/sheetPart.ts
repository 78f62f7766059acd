/** One worksheet part in work: its rows and cells, and the elements around them. */
import { parseCellName } from "../core/grid/a1";
import type { Span } from "../core/grid/grid";
import { attribute, flagAttribute, setAttribute } from "./attributes";
import { areaName, areaOf } from "./formula";
import type { SheetData } from "./sheetData";
import { cellsOf, parseSheetData, sheetDataText } from "./sheetData";
import { SHEET_ORDER } from "./sheetOrder";
import { childNamed, childrenNamed, documentText, localName, parseXml, prefixOf } from "./xml";
import type { XmlDocument, XmlElement } from "./xml";
import { elementFor, insertInOrder, xml } from "./xmlBuild";

const OPAQUE: ReadonlySet<string> = new Set(["sheetData"]);

export class SheetPart {
  readonly root: XmlElement;
  readonly data: SheetData;
  private readonly document: XmlDocument;
  private readonly before: Span | null;

  private constructor(document: XmlDocument, data: SheetData) {
    this.document = document;
    this.root = document.root;
    this.data = data;
    this.before = this.bounds();
  }

  /** The sheet in a part's text, or null where that is no well-formed worksheet. */
  static parse(text: string): SheetPart | null {
    const document = parseXml(text, OPAQUE);
    if (document === null || localName(document.root.name) !== "worksheet") return null;
    const holder = childNamed(document.root, "sheetData") ?? addSheetData(document.root);
    const [inner = ""] = holder.children;
    const data = typeof inner === "string" ? parseSheetData(inner, prefixOf(document.root)) : null;
    return data && new SheetPart(document, data);
  }

  /** "x:" where the part writes its elements with a prefix. */
  get prefix(): string {
    return prefixOf(this.root);
  }

  get isProtected(): boolean {
    const protection = childNamed(this.root, "sheetProtection");
    return protection !== undefined && flagAttribute(protection, "sheet");
  }

  /** Excel's merged cells. */
  spans(): readonly Span[] {
    const holder = childNamed(this.root, "mergeCells");
    if (holder === undefined) return [];
    return childrenNamed(holder, "mergeCell").flatMap((cell) => areaOf(attribute(cell, "ref") ?? "") ?? []);
  }

  /** The area from the first to the last cell, or null for a sheet without cells. */
  bounds(): Span | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const row of this.data.rows) {
      const columns = row.cells ? row.cells.map(({ col }) => col) : edgeColumns(row.body);
      if (columns === null) cellsOf(row);
      const cols = columns ?? cellsOf(row).map(({ col }) => col);
      const [first, last] = [cols.at(0), cols.at(-1)];
      if (first === undefined || last === undefined) continue;
      top = Math.min(top, row.row);
      bottom = Math.max(bottom, row.row);
      left = Math.min(left, first);
      right = Math.max(right, last);
    }
    return bottom < 0 ? null : { top, left, bottom, right };
  }

  /** The part's text. `dimension` follows where the edges of the sheet have moved. */
  text(): string {
    const holder = childNamed(this.root, "sheetData");
    if (holder) holder.children.splice(0, holder.children.length, ...[sheetDataText(this.data)].filter((text) => text !== ""));
    const dimension = childNamed(this.root, "dimension");
    const now = this.bounds();
    if (dimension && JSON.stringify(now) !== JSON.stringify(this.before)) setAttribute(dimension, "ref", now ? areaName(now) : "A1");
    return documentText(this.document);
  }
}

function addSheetData(root: XmlElement): XmlElement {
  const holder = elementFor(root, xml("sheetData"));
  insertInOrder(root, holder, SHEET_ORDER);
  return holder;
}

const FIRST_REF = /^\s*<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3}\d{1,7})"/u;

/** First and last column of a row that was not taken apart; null where the text is not as plain as Excel writes it. */
function edgeColumns(body: string): readonly number[] | null {
  if (body === "") return [];
  const first = FIRST_REF.exec(body)?.[1];
  const lastAt = Math.max(body.lastIndexOf("<c "), body.lastIndexOf(":c "));
  const last = lastAt < 0 ? undefined : /\sr="([A-Z]{1,3}\d{1,7})"/u.exec(body.slice(lastAt, lastAt + 200))?.[1];
  const cols = [first, last].map((name) => (name === undefined ? null : (parseCellName(name)?.col ?? null)));
  const [from, to] = cols;
  return from === null || from === undefined || to === null || to === undefined ? null : [from, to];
}
