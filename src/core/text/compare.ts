/**
 * Texts are compared in a form of their own and shown as written (law 5): a department that only loses our spaces or
 * changes the width of a comma has changed nothing. NFKC is not used: it rewrites Chinese punctuation and letters alike.
 */

/** Characters that nobody sees, or that only lay text out: first and last of each run. */
const INVISIBLE: readonly (readonly [number, number])[] = [
  [0x00, 0x00], [0x09, 0x0d], [0x20, 0x20], [0xa0, 0xa0], [0xad, 0xad], [0x1680, 0x1680], [0x180e, 0x180e], [0x2000, 0x200f], [0x2028, 0x202f],
  [0x205f, 0x2064], [0x2066, 0x206f], [0x3000, 0x3000], [0xfeff, 0xfeff],
];

/** Signs that are written in two ways, to the one way they are compared in. */
const SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "，": ",", "；": ";", "：": ":", "！": "!", "？": "?", "（": "(", "）": ")", "【": "[", "】": "]", "［": "[", "］": "]",
    "〔": "[", "〕": "]", "“": '"', "”": '"', "„": '"', "‟": '"', "＂": '"', "「": '"', "」": '"', "『": '"', "』": '"', "‘": "'", "’": "'", "＇": "'",
    "—": "-", "–": "-", "−": "-", "－": "-", "‐": "-", "‑": "-", "―": "-", "─": "-", "～": "~", "〜": "~", "∼": "~", "％": "%", "﹪": "%",
    "．": ".", "／": "/", "＋": "+", "＝": "=", "＜": "<", "＞": ">", "＆": "&", "＃": "#", "＊": "*", "＠": "@", "＿": "_",
    "·": "·", "•": "·", "・": "·", "‧": "·", "｡": "。", "､": "、",
  }),
);

/** Digits and letters of double width. */
const WIDE: readonly (readonly [number, number])[] = [[0xff10, 0xff19], [0xff21, 0xff3a], [0xff41, 0xff5a]];
const WIDE_BEYOND = 0xfee0;
const NOTHING = 0;

/** What each UTF-16 unit becomes, `NOTHING` for what is left out: one look instead of three searches, as all that is read goes through here. */
const BECOMES = ((): Uint16Array => {
  const table = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
  for (const [first, last] of INVISIBLE) table.fill(NOTHING, first, last + 1);
  for (const [first, last] of WIDE) for (let unit = first; unit <= last; unit++) table[unit] = unit - WIDE_BEYOND;
  for (const [sign, plain] of SIGNS) table[sign.charCodeAt(0)] = plain.charCodeAt(0);
  return table;
})();

/** As many units as are made a text of at once. */
const PIECE = 4096;
const piece = new Uint16Array(PIECE);

/** The form in which two texts are the same text: without white space, signs and digits of one width. Idempotent. */
export function comparisonForm(text: string): string {
  const { length } = text;
  let at = 0;
  while (at < length && BECOMES[text.charCodeAt(at)] === text.charCodeAt(at)) at++;
  if (at === length) return text;
  let form = text.slice(0, at);
  let filled = 0;
  for (; at < length; at++) {
    const unit = BECOMES[text.charCodeAt(at)] as number;
    if (unit === NOTHING) continue;
    piece[filled++] = unit;
    if (filled < PIECE) continue;
    form += textOf(filled);
    filled = 0;
  }
  return form + textOf(filled);
}

function textOf(filled: number): string {
  return String.fromCharCode.apply(null, piece.subarray(0, filled) as unknown as number[]);
}

/** The first UTF-16 unit of the comparison form, or -1 where nothing is left: tells in most cases that a form need not be made. */
export function firstUnit(text: string): number {
  for (let at = 0; at < text.length; at += 1) {
    const unit = BECOMES[text.charCodeAt(at)] as number;
    if (unit !== NOTHING) return unit;
  }
  return -1;
}

/** A number over the comparison form: equal for equal forms, and for others mostly not. Makes no form. */
export function comparisonMark(text: string): number {
  let mark = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = BECOMES[text.charCodeAt(at)] as number;
    if (unit !== NOTHING) mark = (Math.imul(mark, 31) + unit) | 0;
  }
  return mark;
}

/** Whether two texts say the same, layout and widths aside. */
export function sameText(left: string, right: string): boolean {
  return left === right || comparisonForm(left) === comparisonForm(right);
}
