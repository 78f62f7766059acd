/**
 * The text that the forms and the extraction read: without the spaces that a city may or may not set, with signs and digits
 * of one width, and with the way back to the places of the source. So "到 ２０２５ 年" and "到2025年" are one text.
 */

export interface Reading {
  /** Folded: half-width digits, letters, brackets, % and ~; full-width ， ； ：; quotes “ ”; dashes "-". */
  readonly text: string;
  readonly source: string;
  /** Place in the source of each sign of `text`; null where they are the same. */
  readonly places: Uint32Array | null;
}

const DROPPED = 0xffff;
const KEPT = new Map<string, string>(
  Object.entries({
    "，": "，", "；": "；", "：": "：", ",": "，", ";": "；", ":": "：", "—": "-", "–": "-", "−": "-", "―": "-", "─": "-", "‐": "-", "‑": "-",
    "〜": "~", "∼": "~", "﹪": "%", "「": "“", "」": "”", "『": "“", "』": "”", "〝": "“", "〞": "”", "‘": "“", "’": "”", "＂": "\"", "＇": "'",
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
    else if (unit >= 0xff01 && unit <= 0xff5e) table[unit] = unit - 0xfee0;
    else table[unit] = INVISIBLE.test(sign) ? DROPPED : unit;
  }
  return table;
})();

const isFigure = (unit: number | undefined): boolean => unit !== undefined && unit >= 48 && unit <= 57;
const SPACE = 32;
const COMMA = 44;
const COLON = 58;

/** A space stays between two figures (30 000 is no 30000), and a comma or colon between them as it is: 1,200 and 10:30. */
function between(source: string, at: number, unit: number, before: number | undefined): number {
  if (!isFigure(before)) return unit;
  const written = source.charCodeAt(at);
  if (unit === DROPPED) return isFigure(FOLD[source.charCodeAt(at + 1)]) ? SPACE : unit;
  if ((written === COMMA || written === COLON) && isFigure(FOLD[source.charCodeAt(at + 1)])) return written;
  return unit;
}

/** Reads `source`; linear in its length. */
export function read(source: string): Reading {
  let same = true;
  for (let at = 0; at < source.length && same; at++) same = FOLD[source.charCodeAt(at)] === source.charCodeAt(at);
  if (same) return { text: source, source, places: null };

  const units = new Uint16Array(source.length);
  const places = new Uint32Array(source.length + 1);
  let length = 0;
  let open = false;
  for (let at = 0; at < source.length; at++) {
    let unit = between(source, at, FOLD[source.charCodeAt(at)] ?? DROPPED, length > 0 ? units[length - 1] : undefined);
    if (unit === DROPPED) continue;
    if (unit === 34) {
      unit = open ? 0x201d : 0x201c;
      open = !open;
    }
    units[length] = unit;
    places[length] = at;
    length++;
  }
  places[length] = source.length;
  return { text: textOf(units, length), source, places: places.subarray(0, length + 1) };
}

/** `String.fromCharCode` takes arguments, and a stack holds only so many. */
function textOf(units: Uint16Array, length: number): string {
  let text = "";
  for (let from = 0; from < length; from += 4096) {
    text += String.fromCharCode(...units.subarray(from, Math.min(length, from + 4096)));
  }
  return text;
}

/** Where the sign at `at` of the reading stands in the source. */
export function placeIn(reading: Reading, at: number): number {
  return reading.places === null ? at : (reading.places[at] ?? reading.source.length);
}

/** The place in the source just after the sign before `end`: trailing spaces do not belong to a stretch of words. */
export function endIn(reading: Reading, end: number): number {
  return end === 0 ? 0 : placeIn(reading, end - 1) + 1;
}

/** The words of the source that `text.slice(start, end)` was read from. */
export function wordsIn(reading: Reading, start: number, end: number): string {
  return reading.source.slice(placeIn(reading, start), endIn(reading, end));
}
