/**
 * A lossless XML tree: what nobody changed is written as it was read, character for character. Comments, CDATA sections,
 * unknown elements and the order and spelling of attributes stay, because they are kept as text and never understood.
 */

export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  /** The start tag as written: `<a b="1">` or `<a b="1"/>`. */
  open: string;
  readonly children: XmlNode[];
  /** The end tag as written; "" where the start tag closes the element itself. */
  close: string;
}

/** Text, comments, CDATA sections and processing instructions are raw strings. */
export type XmlNode = string | XmlElement;

export interface XmlDocument {
  /** Everything before the root: declaration, comments, white space. */
  readonly prolog: string;
  readonly root: XmlElement;
  readonly epilog: string;
}

const SLASH = 0x2f;
const GREATER = 0x3e;

/** Where the tag that begins at `from` ends (the place after ">"), quotes respected; -1 where it does not. */
export function tagEnd(text: string, from: number): number {
  for (let at = from; ; ) {
    const end = text.indexOf(">", at);
    if (end < 0) return -1;
    const quote = openQuote(text, at, end);
    if (quote === null) return end + 1;
    // The ">" stands inside a value: go on behind the quote that ends it.
    const closed = text.indexOf(quote, end);
    if (closed < 0) return -1;
    at = closed + 1;
  }
}

/** The quote that is still open at `to`, or null. */
function openQuote(text: string, from: number, to: number): string | null {
  let open: string | null = null;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code !== 0x22 && code !== 0x27) continue;
    const quote = code === 0x22 ? '"' : "'";
    if (open === null) open = quote;
    else if (open === quote) open = null;
  }
  return open;
}

/** Where the comment, CDATA section or instruction that begins at `from` ends; -1 for a DOCTYPE and for one without an end. */
export function skipMarkup(text: string, from: number): number {
  const ends: readonly (readonly [string, string])[] = [["<!--", "-->"], ["<![CDATA[", "]]>"], ["<?", "?>"]];
  for (const [begin, end] of ends) {
    if (!text.startsWith(begin, from)) continue;
    const at = text.indexOf(end, from + begin.length);
    return at < 0 ? -1 : at + end.length;
  }
  return -1;
}

/** The qualified name of the tag that begins at `from` with "<" or "</". */
export function tagName(text: string, from: number): string {
  const start = text.charCodeAt(from + 1) === SLASH ? from + 2 : from + 1;
  let end = start;
  for (let code = text.charCodeAt(end); code > 0x20 && code !== GREATER && code !== SLASH; code = text.charCodeAt(end)) end++;
  return text.slice(start, end);
}

/** The name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** "x:" where the element is written with a prefix, else "". */
export function prefixOf(element: XmlElement): string {
  return element.name.slice(0, element.name.indexOf(":") + 1);
}

/** Where the element whose start tag begins at `from` ends, or -1. Elements of the same name must not be nested in it. */
export function flatElementEnd(text: string, from: number): number {
  const opened = tagEnd(text, from);
  if (opened < 0 || text.charAt(opened - 2) === "/") return opened;
  const close = `</${tagName(text, from)}`;
  for (let at = opened, sought = opened; ; ) {
    const end = text.indexOf(close, sought);
    if (end < 0) return -1;
    const markup = text.slice(at, end).indexOf("<!");
    if (markup < 0) {
      if (/[\s>]/u.test(text.charAt(end + close.length))) return tagEnd(text, end);
      sought = end + close.length;
      continue;
    }
    at = skipMarkup(text, at + markup);
    if (at < 0) return -1;
    sought = at;
  }
}

interface Reading {
  readonly text: string;
  readonly opaque: ReadonlySet<string>;
  at: number;
}

/** Reads one start tag; true where its children follow. Null where the text is not well formed. */
function openElement(reading: Reading): { readonly element: XmlElement; readonly hasContent: boolean } | null {
  const { text, at, opaque } = reading;
  const end = tagEnd(text, at);
  const name = tagName(text, at);
  if (end < 0 || name === "") return null;
  const open = text.slice(at, end);
  reading.at = end;
  if (open.endsWith("/>")) return { element: { name, open, children: [], close: "" }, hasContent: false };
  if (!opaque.has(localName(name))) return { element: { name, open, children: [], close: "" }, hasContent: true };
  const after = flatElementEnd(text, at);
  const closeAt = after < 0 ? -1 : text.lastIndexOf("</", after - 1);
  if (closeAt < 0) return null;
  reading.at = after;
  return { element: { name, open, children: [text.slice(end, closeAt)], close: text.slice(closeAt, after) }, hasContent: false };
}

/** Raw text, comments and the like up to the next tag; null where a DOCTYPE or the end of the text comes first. */
function rawUntilTag(reading: Reading): string | null {
  const { text } = reading;
  const start = reading.at;
  for (let at = start; ; ) {
    const next = text.indexOf("<", at);
    if (next < 0) return null;
    const mark = text.charAt(next + 1);
    if (mark !== "!" && mark !== "?") {
      reading.at = next;
      return text.slice(start, next);
    }
    at = skipMarkup(text, next);
    if (at < 0) return null;
  }
}

/**
 * The tree of a document, or null where it is not well formed or has a DOCTYPE.
 * Elements with a local name in `opaque` keep their content as one string; they must not nest.
 */
export function parseXml(text: string, opaque: ReadonlySet<string> = new Set()): XmlDocument | null {
  const reading: Reading = { text, opaque, at: 0 };
  const prolog = rawUntilTag(reading);
  const first = prolog === null ? null : openElement(reading);
  if (prolog === null || first === null) return null;
  const stack: XmlElement[] = first.hasContent ? [first.element] : [];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const raw = rawUntilTag(reading);
    if (raw === null) return null;
    if (raw !== "") top.children.push(raw);
    if (text.startsWith("</", reading.at)) {
      const end = tagEnd(text, reading.at);
      if (end < 0 || tagName(text, reading.at) !== top.name) return null;
      top.close = text.slice(reading.at, end);
      reading.at = end;
      stack.pop();
      continue;
    }
    const next = openElement(reading);
    if (next === null) return null;
    top.children.push(next.element);
    if (next.hasContent) stack.push(next.element);
  }
  return { prolog, root: first.element, epilog: text.slice(reading.at) };
}

/** The element as text. */
export function elementText(element: XmlElement): string {
  const pieces: string[] = [];
  appendElement(element, pieces);
  return pieces.join("");
}

function appendElement(element: XmlElement, pieces: string[]): void {
  if (element.close === "" && element.children.length > 0) {
    pieces.push(`${element.open.slice(0, element.open.endsWith("/>") ? -2 : -1).trimEnd()}>`);
  } else pieces.push(element.open);
  for (const child of element.children) {
    if (typeof child === "string") pieces.push(child);
    else appendElement(child, pieces);
  }
  pieces.push(element.close === "" && element.children.length > 0 ? `</${element.name}>` : element.close);
}

/** The document as text: for an unchanged tree, the text that it was parsed from. */
export function documentText(document: XmlDocument): string {
  return document.prolog + elementText(document.root) + document.epilog;
}

/** A copy that can be changed without changing the original. */
export function cloneElement({ name, open, children, close }: XmlElement): XmlElement {
  return { name, open, children: children.map((child) => (typeof child === "string" ? child : cloneElement(child))), close };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text with its character references and the five entities resolved; unknown ones stay as written. */
export function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gu, (whole, hex?: string, dec?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(dec) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Text fit for an element. */
export function escapeText(text: string): string {
  if (!/[&<>\r]/u.test(text)) return text;
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\r", "&#13;");
}

/** Text fit for an attribute in double quotes; line ends survive. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}

/** The text directly inside an element, CDATA sections included, comments left out. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? rawToText(child) : "")).join("");
}

/** Raw XML text without tags as the characters it stands for. */
export function rawToText(raw: string): string {
  if (!raw.includes("<")) return unescapeXml(raw);
  return raw
    .split(/(<!\[CDATA\[[^]*?\]\]>|<!--[^]*?-->)/u)
    .map((piece) => (piece.startsWith("<![CDATA[") ? piece.slice(9, -3) : piece.startsWith("<!--") ? "" : unescapeXml(piece)))
    .join("");
}

/** Child elements in order. */
export function childElements(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== "string");
}

/** The first child with this local name. */
export function childNamed(element: XmlElement, local: string): XmlElement | undefined {
  return childElements(element).find((child) => localName(child.name) === local);
}

/** All children with this local name. */
export function childrenNamed(element: XmlElement, local: string): readonly XmlElement[] {
  return childElements(element).filter((child) => localName(child.name) === local);
}

/** Takes a child away; white space around it stays. */
export function removeChild(parent: XmlElement, child: XmlElement): void {
  const at = parent.children.indexOf(child);
  if (at >= 0) parent.children.splice(at, 1);
}
