/**
 * The text that the forms and the extraction read: without the spaces that a city may or may not set, with signs and digits
 * of one width, and with the way back to the places of the source. So "到 ２０２５ 年" and "到2025年" are one text.
 */

export interface Reading {
  /** Folded: half-width digits, letters, brackets, % and ~; full-width ， ； ：; quotes “ ”; dashes "-". */
  readonly text: string;
  readonly source: string;
  /** Where `source` begins in the text that it was cut from. */
  readonly offset: number;
  /** For every sign of the source that was left out, how many of `text` stand before it; ascending. */
  readonly drops: readonly number[];
}

const DROPPED = 0xffff;
/** A straight quote: opening and closing in turn. */
const QUOTE = 0xfffe;
const KEPT = new Map<string, string>(
  Object.entries({
    "，": "，", "；": "；", "：": "：", ",": "，", ";": "；", ":": "：", "—": "-", "–": "-", "−": "-", "―": "-", "─": "-", "‐": "-", "‑": "-",
    "〜": "~", "∼": "~", "﹪": "%", "「": "“", "」": "”", "『": "“", "』": "”", "〝": "“", "〞": "”", "‘": "“", "’": "”",
    "【": "[", "】": "]", "〔": "[", "〕": "]", "﹝": "[", "﹞": "]", "｡": "。", "､": "、", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\n": "\n",
  }),
);
const INVISIBLE = /[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/u;

/** For every UTF-16 unit what it is read as, `DROPPED` for what is not read at all. */
const FOLD: Uint16Array = (() => {
  const table = new Uint16Array(65_536);
  for (let unit = 0; unit < 65_536; unit++) {
    const sign = String.fromCharCode(unit);
    const kept = KEPT.get(sign);
    if (kept !== undefined) table[unit] = kept.charCodeAt(0);
    else if (unit === 0x22 || unit === 0xff02) table[unit] = QUOTE;
    else if (unit >= 0xff01 && unit <= 0xff5e) table[unit] = unit - 0xfee0;
    else table[unit] = INVISIBLE.test(sign) ? DROPPED : unit;
  }
  return table;
})();

const isFigure = (unit: number | undefined): boolean => unit !== undefined && unit >= 48 && unit <= 57;
const SPACE = 32;
const COMMA = 44;
const COLON = 58;

/** Reads `source`, which begins at `offset` of the whole; linear in its length. */
export function read(source: string, offset = 0): Reading {
  const drops: number[] = [];
  let text = "";
  let from = 0;
  let open = false;
  /** The last unit of `text`; asking the text itself would put it together anew each time. */
  let last: number | undefined;
  for (let at = 0; at < source.length; at++) {
    const written = source.charCodeAt(at);
    const folded = FOLD[written];
    if (folded === written) continue;
    if (at > from) {
      text += source.slice(from, at);
      last = source.charCodeAt(at - 1);
    }
    from = at + 1;
    if (folded === QUOTE) {
      text += open ? "”" : "“";
      open = !open;
      last = QUOTE;
      continue;
    }
    const unit = betweenFigures(source, at, written, folded ?? DROPPED, last);
    if (unit === DROPPED) drops.push(text.length);
    else {
      text += String.fromCharCode(unit);
      last = unit;
    }
  }
  return { text: from === 0 ? source : text + source.slice(from), source, offset, drops };
}

/** A space stays between two figures (30 000 is no 30000), and a comma or colon between them as it is: 1,200 and 10:30. */
function betweenFigures(source: string, at: number, written: number, folded: number, before: number | undefined): number {
  if (folded !== DROPPED && written !== COMMA && written !== COLON) return folded;
  if (!isFigure(before) || !isFigure(FOLD[source.charCodeAt(at + 1)])) return folded;
  return folded === DROPPED ? SPACE : written;
}

/** Where the sign at `at` of the reading stands in its source. */
function placeInSource({ drops }: Reading, at: number): number {
  let low = 0;
  let high = drops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((drops[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return at + low;
}

/** Where the sign at `at` of the reading stands in the whole text. */
export function placeIn(reading: Reading, at: number): number {
  return reading.offset + placeInSource(reading, at);
}

/** The place in the whole text just after the sign before `end`: trailing spaces do not belong to a stretch of words. */
export function endIn(reading: Reading, end: number): number {
  return end === 0 ? reading.offset : placeIn(reading, end - 1) + 1;
}

/** The words of the source that `text.slice(start, end)` was read from. */
export function wordsIn(reading: Reading, start: number, end: number): string {
  return end <= start ? "" : reading.source.slice(placeInSource(reading, start), placeInSource(reading, end - 1) + 1);
}
