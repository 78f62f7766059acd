import { latin1 } from "../bytes";
import { XmlFault } from "./xmlFault";

/** The tokens of XML. `RAW` is the text of a CDATA section, in which nothing is escaped. */
export const END = 0;
export const OPEN = 1;
export const CLOSE = 2;
export const TEXT = 3;
export const RAW = 4;
export type Token = 0 | 1 | 2 | 3 | 4;

const DEEPEST = 1024;
const PREFIXED = 0x40000000;

const [TAB, LF, CR, SPACE, BANG, QUOTE, APOSTROPHE, DASH, SLASH, COLON, LESS, EQUALS, MORE, QUESTION, BRACKET, BRACKET_END] = [
  0x09, 0x0a, 0x0d, 0x20, 0x21, 0x22, 0x27, 0x2d, 0x2f, 0x3a, 0x3c, 0x3d, 0x3e, 0x3f, 0x5b, 0x5d,
];

/** The number by which the scanner knows an element or an attribute: a hash of its local name. */
export function nameCode(local: string): number {
  let code = 0;
  for (let i = 0; i < local.length; i++) code = (Math.imul(code, 31) + local.charCodeAt(i)) | 0;
  return code;
}

/** The code of an attribute that has a namespace prefix, whichever it is (`r:id`, `xml:space`). */
export function prefixedCode(local: string): number {
  return nameCode(local) ^ PREFIXED;
}

/**
 * Walks over XML in UTF-8, one token a call, without building anything: names are codes, text and attribute values
 * are places in the bytes. Prefixes of elements are skipped, so strict and transitional files read alike. Proves that
 * every element is closed in its order; refuses a DOCTYPE and what is cut short with an `XmlFault`.
 */
export class XmlScanner {
  readonly bytes: Uint8Array;
  /** Of the element last opened or closed. */
  name = 0;
  /** The element just opened has no content, and no CLOSE will follow. */
  empty = false;
  /** How many elements are open; counts an element from its OPEN until its CLOSE was given. */
  depth = 0;
  /** Where the text just given begins and ends. */
  start = 0;
  end = 0;
  /** Where the next token begins. Only who has read text itself, up to a "<", may move it. */
  at: number;
  private open = new Int32Array(32);
  private attributes = 0;
  private codes = new Int32Array(16);
  private starts = new Int32Array(16);
  private ends = new Int32Array(16);

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  }

  next(): Token {
    const { bytes } = this;
    for (;;) {
      const at = this.at;
      if (at >= bytes.length) {
        if (this.depth !== 0) throw new XmlFault("damaged");
        return END;
      }
      if (bytes[at] !== LESS) {
        this.start = at;
        this.at = this.end = this.find(LESS, at);
        if (this.depth > 0) return TEXT;
        continue;
      }
      const kind = bytes[at + 1];
      if (kind === SLASH) return this.close(at + 2);
      if (kind === QUESTION) this.at = this.after(QUESTION, MORE, at + 2);
      else if (kind === BANG) {
        if (this.declaration(at + 2)) return RAW;
      } else return this.openTag(at + 1);
    }
  }

  /** Goes past the end of the element just opened, without giving its content. */
  skip(): void {
    if (this.empty) return;
    const outside = this.depth - 1;
    while (this.depth > outside) this.next();
  }

  /** Whether the element just opened has the attribute; its value then lies between `start` and `end`. */
  findAttribute(code: number): boolean {
    for (let i = 0; i < this.attributes; i++) {
      if (this.codes[i] === code) {
        this.start = this.starts[i] as number;
        this.end = this.ends[i] as number;
        return true;
      }
    }
    return false;
  }

  /** Whether one of the attributes of this code has exactly this value (in ASCII). */
  hasAttribute(code: number, value: string): boolean {
    for (let i = 0; i < this.attributes; i++) {
      const start = this.starts[i] as number;
      if (this.codes[i] !== code || (this.ends[i] as number) - start !== value.length) continue;
      let same = true;
      for (let j = 0; same && j < value.length; j++) same = this.bytes[start + j] === value.charCodeAt(j);
      if (same) return true;
    }
    return false;
  }

  /** The number in an attribute that holds digits only, or -1 where it is absent or something else. */
  wholeAttribute(code: number): number {
    if (!this.findAttribute(code) || this.start === this.end || this.end - this.start > 15) return -1;
    let value = 0;
    for (let i = this.start; i < this.end; i++) {
      const digit = (this.bytes[i] as number) - 0x30;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return value;
  }

  /** Whether an attribute says yes: "1", "true" or "on" (ECMA-376 22.9.2.7). */
  isOn(code: number): boolean {
    if (!this.findAttribute(code)) return false;
    const first = this.bytes[this.start];
    return first === 0x31 || first === 0x74 || (first === 0x6f && this.bytes[this.start + 1] === 0x6e);
  }

  private find(byte: number, from: number): number {
    const { bytes } = this;
    const { length } = bytes;
    let at = from;
    while (at < length && bytes[at] !== byte) at++;
    return at;
  }

  private after(first: number, second: number, from: number): number {
    for (let at = from; ; at++) {
      at = this.find(first, at);
      if (at + 1 >= this.bytes.length) throw new XmlFault("damaged");
      if (this.bytes[at + 1] === second) return at + 2;
    }
  }

  /** A comment is skipped (false), a CDATA section is given (true), anything else is refused. */
  private declaration(at: number): boolean {
    const { bytes } = this;
    if (bytes[at] === DASH && bytes[at + 1] === DASH) {
      this.at = this.afterTwo(DASH, at + 2) + 1;
      return false;
    }
    if (bytes[at] !== BRACKET || bytes[at + 1] !== 0x43) {
      throw new XmlFault(bytes[at] === 0x44 || bytes[at] === 0x64 ? kindOfDoctype(bytes, at) : "damaged");
    }
    this.start = at + 7;
    const more = this.afterTwo(BRACKET_END, at + 7);
    this.end = more - 2;
    this.at = more + 1;
    return true;
  }

  /** The place of the ">" that follows two of `byte`. */
  private afterTwo(byte: number, from: number): number {
    let at = this.after(byte, byte, from);
    while (this.bytes[at] !== MORE) at = this.after(byte, byte, at - 1);
    return at;
  }

  private close(from: number): Token {
    const { bytes } = this;
    const { length } = bytes;
    let code = 0;
    let at = from;
    for (; at < length; at++) {
      const byte = bytes[at] as number;
      if (byte === MORE || byte <= SPACE) break;
      code = byte === COLON ? 0 : (Math.imul(code, 31) + byte) | 0;
    }
    while (at < length && bytes[at] !== MORE) at++;
    if (at >= length || this.depth === 0 || this.open[this.depth - 1] !== code) throw new XmlFault("damaged");
    this.depth--;
    this.name = code;
    this.at = at + 1;
    return CLOSE;
  }

  private openTag(from: number): Token {
    const { bytes } = this;
    const { length } = bytes;
    let code = 0;
    let at = from;
    for (; at < length; at++) {
      const byte = bytes[at] as number;
      if (byte === MORE || byte === SLASH || byte <= SPACE) break;
      code = byte === COLON ? 0 : (Math.imul(code, 31) + byte) | 0;
    }
    this.name = code;
    this.attributes = 0;
    if (bytes[at] !== MORE) at = this.readAttributes(at);
    this.empty = bytes[at] === SLASH;
    if (this.empty) at++;
    if (at >= length || bytes[at] !== MORE || code === 0) throw new XmlFault("damaged");
    this.at = at + 1;
    if (!this.empty) {
      if (this.depth === this.open.length) this.deepen();
      this.open[this.depth++] = code;
    }
    return OPEN;
  }

  private readAttributes(from: number): number {
    const { bytes } = this;
    const { length } = bytes;
    let count = 0;
    let at = from;
    for (;;) {
      let byte = bytes[at] as number;
      while (isSpace(byte)) byte = bytes[++at] as number;
      if (byte === MORE || byte === SLASH) break;
      let code = 0;
      let prefixed = 0;
      for (; at < length && byte !== EQUALS && byte > SPACE; byte = bytes[++at] as number) {
        if (byte === COLON) {
          code = 0;
          prefixed = PREFIXED;
        } else code = (Math.imul(code, 31) + byte) | 0;
      }
      while (byte === EQUALS || isSpace(byte)) byte = bytes[++at] as number;
      if (byte !== QUOTE && byte !== APOSTROPHE) throw new XmlFault("damaged");
      const quote = byte;
      const start = ++at;
      while (at < length && bytes[at] !== quote) at++;
      if (at >= length) throw new XmlFault("damaged");
      if (count === this.codes.length) this.widen();
      this.codes[count] = code ^ prefixed;
      this.starts[count] = start;
      this.ends[count] = at;
      count++;
      at++;
    }
    this.attributes = count;
    return at;
  }

  private deepen(): void {
    if (this.depth >= DEEPEST) throw new XmlFault("damaged");
    this.open = wider(this.open);
  }

  private widen(): void {
    this.codes = wider(this.codes);
    this.starts = wider(this.starts);
    this.ends = wider(this.ends);
  }
}

function wider(array: Int32Array): Int32Array<ArrayBuffer> {
  const wide = new Int32Array(array.length * 2);
  wide.set(array);
  return wide;
}

function isSpace(byte: number): boolean {
  return byte === SPACE || byte === LF || byte === CR || byte === TAB;
}

/** Entities that name a file or an address stand near the beginning of a declaration. */
function kindOfDoctype(bytes: Uint8Array, at: number): "doctype" | "externalEntity" {
  return /\b(?:SYSTEM|PUBLIC)\b/u.test(latin1(bytes.subarray(at, at + 2048))) ? "externalEntity" : "doctype";
}
