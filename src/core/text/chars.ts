/** Kinds of characters by their code, for scans that look at each character once. */

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** A Chinese character, 〇 and 々 included. Rare ones outside the basic plane count by their first half. */
export function isHan(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    code === 0x3007 ||
    code === 0x3005 ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xd840 && code <= 0xd888)
  );
}

/** A blank that stands in a line: space, no-break space, ideographic space. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 0x3000 || code === 0x09;
}

const CHINESE_MARKS: ReadonlySet<number> = new Set(Array.from("，。、；：？！“”‘’（）《》〈〉【】〔〕—…·「」『』％", (mark) => mark.charCodeAt(0)));

/** A full-width punctuation mark of Chinese text. */
export function isChineseMark(code: number): boolean {
  return CHINESE_MARKS.has(code);
}

/** The code at an index, or -1 outside the text. */
export function codeAt(text: string, index: number): number {
  return index >= 0 && index < text.length ? text.charCodeAt(index) : -1;
}
