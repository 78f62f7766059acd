import { CLOSE, OPEN, RAW, TEXT, type XmlScanner } from "./scanner";
import { XmlFault } from "./xmlFault";

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const REPLACEMENT = 0xfffd;
const NAMED: ReadonlyMap<string, number> = new Map([["lt", 60], ["gt", 62], ["amp", 38], ["quot", 34], ["apos", 39]]);

/**
 * Gathers many texts of a part as UTF-8 and decodes them in one go, which costs a tenth of decoding each by itself.
 * Character references, line ends (XML 1.0, 2.11) and, where asked, the `_x000D_` escapes of spreadsheets are resolved.
 */
export class Texts {
  private bytes: Uint8Array;
  private length = 0;
  /** UTF-16 units so far; where each text ends, in units. */
  private units = 0;
  private ends: number[] = [];
  /** Just behind a lone high surrogate, or -1. */
  private highEnd = -1;
  private high = 0;

  constructor(capacity = 64 * 1024) {
    this.bytes = new Uint8Array(capacity);
  }

  /** Bytes gathered and not yet decoded. */
  get size(): number {
    return this.length;
  }

  /** Adds to the current text. */
  append(from: Uint8Array, start: number, end: number, escapes: boolean): void {
    this.reserve(end - start);
    const out = this.bytes;
    let { length, units } = this;
    for (let i = start; i < end; i++) {
      const byte = from[i] as number;
      if (byte >= 0x80) {
        out[length++] = byte;
        if (byte >= 0xc0) units += byte >= 0xf0 ? 2 : 1;
      } else if (byte !== 0x26 && byte !== 0x0d && (byte !== 0x5f || !escapes)) {
        out[length++] = byte;
        units++;
      } else {
        this.length = length;
        this.units = units;
        i = byte === 0x26 ? this.reference(from, i, end) : byte === 0x0d ? this.lineEnd(from, i, end) : this.escape(from, i, end);
        length = this.length;
        units = this.units;
      }
    }
    this.length = length;
    this.units = units;
  }

  /** Adds the content of a CDATA section: only line ends and escapes mean something in it. */
  appendRaw(from: Uint8Array, start: number, end: number, escapes: boolean): void {
    let plain = start;
    for (let i = start; i < end; i++) {
      if (from[i] !== 0x26) continue;
      this.append(from, plain, i, escapes);
      this.reserve(1);
      this.put(0x26);
      plain = i + 1;
    }
    this.append(from, plain, end, escapes);
  }

  /** Adds all text of the element just opened, and goes past its end. */
  appendElement(xml: XmlScanner, escapes: boolean): void {
    if (xml.empty) return;
    const outside = xml.depth - 1;
    while (xml.depth > outside) {
      const token = xml.next();
      if (token === TEXT) this.append(xml.bytes, xml.start, xml.end, escapes);
      else if (token === RAW) this.appendRaw(xml.bytes, xml.start, xml.end, escapes);
    }
  }

  /** Adds a line feed. */
  newLine(): void {
    this.reserve(1);
    this.put(0x0a);
  }

  /** Whether nothing was added to the current text yet. */
  get isEmpty(): boolean {
    return this.units === (this.ends.at(-1) ?? 0);
  }

  /** Ends the current text; its place among those that `decode` will give. */
  finish(): number {
    return this.ends.push(this.units) - 1;
  }

  /** The finished texts in order; begins anew. Bytes that are not UTF-8 are an `XmlFault`. */
  decode(): string[] {
    let whole: string;
    try {
      whole = UTF8.decode(this.bytes.subarray(0, this.length));
    } catch {
      throw new XmlFault("damaged");
    }
    let start = 0;
    const texts = this.ends.map((end) => {
      const text = whole.slice(start, end);
      start = end;
      return text;
    });
    this.length = 0;
    this.units = 0;
    this.ends = [];
    this.highEnd = -1;
    return texts;
  }

  private reserve(more: number): void {
    const needed = this.length + more + 8;
    if (needed <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, needed));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }

  /** `&lt;`, `&#65;`, `&#x41;`; what is none stays as it is written. The place of its last byte. */
  private reference(from: Uint8Array, at: number, end: number): number {
    let stop = at + 1;
    while (stop < end && stop < at + 12 && from[stop] !== 0x3b) stop++;
    const name = String.fromCharCode(...from.subarray(at + 1, stop));
    const code = from[stop] === 0x3b && stop < end ? codeOf(name) : null;
    this.put(code ?? 0x26);
    return code === null ? at : stop;
  }

  private lineEnd(from: Uint8Array, at: number, end: number): number {
    this.put(0x0a);
    return at + 1 < end && from[at + 1] === 0x0a ? at + 1 : at;
  }

  /** `_x000D_` (ECMA-376 22.9.2.19 ST_Xstring). */
  private escape(from: Uint8Array, at: number, end: number): number {
    if (at + 7 <= end && from[at + 1] === 0x78 && from[at + 6] === 0x5f) {
      const hex = String.fromCharCode(...from.subarray(at + 2, at + 6));
      if (/^[0-9A-Fa-f]{4}$/u.test(hex)) {
        this.put(parseInt(hex, 16));
        return at + 6;
      }
    }
    this.put(0x5f);
    return at;
  }

  /** A code point as UTF-8; two halves of a surrogate pair written apart become one, a lone half U+FFFD. */
  private put(code: number): void {
    if (code >= 0xdc00 && code <= 0xdfff && this.highEnd === this.length) {
      this.length -= 3;
      this.units -= 1;
      this.encode(0x10000 + ((this.high - 0xd800) << 10) + (code - 0xdc00));
      return;
    }
    const isHigh = code >= 0xd800 && code <= 0xdbff;
    this.encode((code >= 0xd800 && code <= 0xdfff) || code === 0 || code > 0x10ffff ? REPLACEMENT : code);
    if (isHigh) {
      this.high = code;
      this.highEnd = this.length;
    }
  }

  private encode(code: number): void {
    const out = this.bytes;
    if (code < 0x80) out[this.length++] = code;
    else if (code < 0x800) {
      out[this.length++] = 0xc0 | (code >> 6);
      out[this.length++] = 0x80 | (code & 63);
    } else {
      if (code < 0x10000) out[this.length++] = 0xe0 | (code >> 12);
      else {
        out[this.length++] = 0xf0 | (code >> 18);
        out[this.length++] = 0x80 | ((code >> 12) & 63);
      }
      out[this.length++] = 0x80 | ((code >> 6) & 63);
      out[this.length++] = 0x80 | (code & 63);
    }
    this.units += code >= 0x10000 ? 2 : 1;
  }
}

function codeOf(name: string): number | null {
  const number = /^#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,8}))$/u.exec(name);
  if (number === null) return NAMED.get(name) ?? null;
  return number[1] === undefined ? Number(number[2]) : parseInt(number[1], 16);
}

/** The value of an attribute of the element just opened, or null where it has none. For parts that are small. */
export function attributeText(xml: XmlScanner, code: number): string | null {
  if (!xml.findAttribute(code)) return null;
  const text = new Texts(xml.end - xml.start + 8);
  text.append(xml.bytes, xml.start, xml.end, false);
  text.finish();
  return text.decode()[0] ?? "";
}

/** All text of the element just opened; goes past its end. For parts that are small. */
export function elementText(xml: XmlScanner, escapes = false): string {
  const text = new Texts(256);
  text.appendElement(xml, escapes);
  text.finish();
  return text.decode()[0] ?? "";
}

/** Calls `visit` for each direct child of the element just opened; a child it does not read to its end is skipped. */
export function forEachChild(xml: XmlScanner, visit: () => void): void {
  if (xml.empty) return;
  const inside = xml.depth;
  for (;;) {
    const token = xml.next();
    if (token === CLOSE && xml.depth < inside) return;
    if (token !== OPEN) continue;
    visit();
    while (xml.depth > inside) xml.next();
  }
}

/** Goes to the root element and opens it; without one the part is damaged. */
export function openRoot(xml: XmlScanner): void {
  if (xml.next() !== OPEN) throw new XmlFault("damaged");
}
