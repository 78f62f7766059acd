/** Cuts a text into sentences in one run over its signs, and tells which may hold a figure, a time or an end. */

export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** Which line it stands in, from 0. */
  readonly line: number;
  /** Nothing stands before it in its line. */
  readonly opensLine: boolean;
  /** What kinds of signs it has; see the flags. */
  readonly signs: number;
}

export const FIGURE_SIGN = 1;
export const CHINESE_FIGURE_SIGN = 2;
export const TIME_SIGN = 4;
export const END_SIGN = 8;
const SENTENCE_END = 16;
const LINE_END = 32;
/** What can follow a Chinese figure; 进一步, 统一 and 一批 are none. */
const AFTER_FIGURE = 64;

const SIGNS: Uint8Array = (() => {
  const table = new Uint8Array(65_536);
  const mark = (signs: string, flag: number): void => {
    for (let at = 0; at < signs.length; at++) table[signs.charCodeAt(at)] = (table[signs.charCodeAt(at)] ?? 0) | flag;
  };
  mark("0123456789０１２３４５６７８９", FIGURE_SIGN);
  mark("一二两三四五六七八九十百千万亿半", CHINESE_FIGURE_SIGN);
  mark("年月季五", TIME_SIGN);
  mark("个家名人项座所场次条辆台套件处户间门期篇部份对组万亿倍番成元亩吨分半年月季余多点几一二三四五六七八九十百千吨公平立例种类", AFTER_FIGURE);
  mark("基全高低优过达彻整清应前", END_SIGN);
  mark("。！？!?｡", SENTENCE_END);
  mark("\n\r\u2028\u2029", LINE_END);
  return table;
})();

/** The sentences that have any of the signs, in order; the signs that end them belong to none. */
export function sentencesOf(text: string, wanted: number): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let signs = 0;
  let line = 0;
  let opensLine = true;
  for (let at = 0; at <= text.length; at++) {
    const flags = at === text.length ? LINE_END : (SIGNS[text.charCodeAt(at)] ?? 0);
    if ((flags & (SENTENCE_END | LINE_END)) === 0) {
      signs |= (flags & CHINESE_FIGURE_SIGN) === 0 || ((SIGNS[text.charCodeAt(at + 1)] ?? 0) & AFTER_FIGURE) !== 0 ? flags : flags & ~CHINESE_FIGURE_SIGN;
      continue;
    }
    if ((signs & wanted) !== 0) sentences.push({ start, end: at, line, opensLine, signs });
    opensLine = (flags & LINE_END) !== 0;
    if (opensLine) line++;
    start = at + 1;
    signs = 0;
  }
  return sentences;
}
