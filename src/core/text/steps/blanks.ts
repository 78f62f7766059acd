/** Blanks and layout that carry no meaning. */
import { codeAt, isChineseMark, isHan } from "../chars";
import { replaceOutside } from "../protect";
import type { TextStep } from "./step";

/** White space without the byte order mark, which takes no room. */
const WHITE = "\\t-\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const ENDS = new RegExp(`^[${WHITE}]+`, "u");
const UNSEEN = new RegExp(`[${WHITE}]`, "u");

/** Blanks and line ends before and behind the text. */
export const blankEnds: TextStep = {
  name: "blankEnds",
  apply(text) {
    let end = text.length;
    while (end > 0 && UNSEEN.test(text[end - 1] ?? "")) end -= 1;
    return text.slice(0, end).replace(ENDS, "");
  },
};

/** Characters that take no room: zero-width blanks, soft hyphens, direction marks, byte order marks. */
export const zeroWidth: TextStep = {
  name: "zeroWidth",
  apply: (text) => text.replace(/[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu, ""),
};

const BLANKS = /[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+/gu;
const ODD = /[^ ]/u;

/** No-break, ideographic and other odd blanks: gone between Chinese, plain elsewhere. Those at the ends, and the indent of a paragraph, are not meant. */
export const plainBlanks: TextStep = {
  name: "plainBlanks",
  apply: (text) =>
    text.replace(BLANKS, (blanks, at: number) => {
      if (!ODD.test(blanks)) return blanks;
      const before = codeAt(text, at - 1);
      const after = codeAt(text, at + blanks.length);
      if (at === 0 || after === -1 || (isLineEnd(before) && /^\u3000+$/u.test(blanks))) return blanks;
      return isLineEnd(before) || isLineEnd(after) || isInChinese(before, after) ? "" : " ";
    }),
};

/** Plain blanks inside Chinese: between two characters, or beside a Chinese mark. */
export const blanksInChinese: TextStep = {
  name: "blanksInChinese",
  apply: (text) =>
    replaceOutside(text, /[ \u3000]+/gu, (blanks, at) => {
      const before = codeAt(text, at - 1);
      const after = codeAt(text, at + blanks.length);
      if (isLineEnd(before) || isLineEnd(after)) return blanks;
      return isInChinese(before, after) ? "" : blanks;
    }),
};

/** A line broken by hand in the middle of a sentence and pushed in with blanks. */
export const handLayout: TextStep = {
  name: "handLayout",
  apply: (text) =>
    text.replace(/[ \t\u00a0\u3000\r\n]+/gu, (layout, at: number) => {
      if (layout.split("\n").length !== 2) return layout;
      const before = codeAt(text, at - 1);
      const after = codeAt(text, at + layout.length);
      const pausing = before === 0xff0c || before === 0x3001;
      // Without blanks only a comma tells that the sentence goes on.
      const inSentence = pausing || (isHan(before) && /[ \u00a0\u3000]{2}$/u.test(layout));
      return inSentence && isHan(after) && !STARTS_POINT.test(text.slice(at + layout.length, at + layout.length + 4)) ? "" : layout;
    }),
};

const STARTS_POINT = /^(?:[一二三四五六七八九十]{1,3}[是、]|第[一二三四五六七八九十]|其[一二三四五]|下一步)/u;

/** Plain blanks in a unit's name, where both sides are Chinese. */
export const blanksInUnit: TextStep = {
  name: "blanksInUnit",
  apply: (text) =>
    text.replace(/ +/gu, (blanks, at: number) =>
      isHan(codeAt(text, at - 1)) && isHan(codeAt(text, at + blanks.length)) ? "" : blanks,
    ),
};

/** Between two Chinese characters, or beside a Chinese mark. */
const isInChinese = (before: number, after: number): boolean => (isHan(before) && isHan(after)) || isChineseMark(before) || isChineseMark(after);
const isLineEnd = (code: number): boolean => code === -1 || code === 0x0a || code === 0x0d;
