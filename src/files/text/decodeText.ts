import type { Remark } from "../../core/grid/sourceFile";
import { fileRemark } from "../remark";

export interface DecodedText {
  readonly text: string;
  readonly remarks: readonly Remark[];
}

/** At most one character in so many may be unreadable, or the bytes are no text of that encoding. */
const GOOD_PER_BAD = 20;
/** Characters of Chinese texts, and the white space that they are laid out with. */
const USUAL = /[\t\n\r -~\u00b7\u2010-\u203b\u2460-\u249b\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+/gu;
const SAMPLE = 4096;
const BYTE_ORDER_MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/**
 * The text of bytes in UTF-8, in GB 18030 (which GBK and GB 2312 are part of), in UTF-16 where they can be nothing else,
 * or in what a byte order mark says; null where they are no text. A character that was cut at the end and single unreadable bytes are remarked.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked = BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte));
  const decoded = marked ? (strictly(bytes, marked[1]) ?? leniently(bytes, marked[1])) : unmarked(bytes);
  return decoded === null || !looksLikeText(decoded.text) ? null : decoded;
}

function unmarked(bytes: Uint8Array): DecodedText | null {
  return wide(bytes) ?? strictly(bytes, "utf-8") ?? mostlyUtf8(bytes) ?? strictly(bytes, "gb18030") ?? leniently(bytes, "gb18030");
}

/** "Unicode text" without its mark has a NUL in every digit, tab and line end, which no other text has. */
function wide(bytes: Uint8Array): DecodedText | null {
  if (bytes.length % 2 !== 0 || !bytes.subarray(0, SAMPLE).includes(0)) return null;
  for (const encoding of ["utf-16le", "utf-16be"]) {
    const decoded = strictly(bytes, encoding);
    const sample = decoded?.text.slice(0, SAMPLE) ?? "";
    if (sample.replace(USUAL, "").length * GOOD_PER_BAD < sample.length) return decoded;
  }
  return null;
}

/** Nearly every character of several bytes is in order, so this is UTF-8 that was damaged, not GBK. */
function mostlyUtf8(bytes: Uint8Array): DecodedText | null {
  const decoded = leniently(bytes, "utf-8");
  return decoded !== null && /[\u0080-\u{10ffff}]/u.test(decoded.text.replaceAll("\ufffd", "")) ? decoded : null;
}

/** Every byte has its meaning; only the last character may be cut. */
function strictly(bytes: Uint8Array, encoding: string): DecodedText | null {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let text: string;
  try {
    text = decoder.decode(bytes, { stream: true });
  } catch {
    return null;
  }
  try {
    return { text: text + decoder.decode(), remarks: [] };
  } catch {
    return { text, remarks: [fileRemark("text/cutOff")] };
  }
}

function leniently(bytes: Uint8Array, encoding: string): DecodedText | null {
  const text = new TextDecoder(encoding).decode(bytes);
  let bad = 0;
  let wide = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) bad++;
    else if (unit >= 0x80) wide++;
  }
  return bad * GOOD_PER_BAD > wide ? null : { text, remarks: bad === 0 ? [] : [fileRemark("text/badBytes", { count: bad })] };
}

/** No control characters besides blanks: a single NUL shows that the bytes mean something else. */
function looksLikeText(text: string): boolean {
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0) return false;
    if (unit < 0x20 && (unit < 0x09 || unit > 0x0d)) controls++;
  }
  return controls * 100 <= text.length;
}
