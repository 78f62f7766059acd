/** One run over a text that tells its signs, and counts what the traits of spelling count. */
import { ANY_TEXT, GAP, KIND_BITS, kindNumber, OF_PAIR, OF_UNIT, signSet, type SignSet, type Tally, TALLY_COUNT, TALLY_OF_KIND, TALLY_OF_PAIR, tallyPlace } from "./signs";

const KIND = (1 << KIND_BITS) - 1;
const [HAN, BLANK, DIGIT, WIDE_DIGIT, YEAR, POINT, EDGE, LINE] = (["han", "blank", "digit", "wideDigit", "year", "point", "edge", "line"] as const).map(kindNumber) as
  [number, number, number, number, number, number, number, number];

const UNSEEN = signSet(["oddBlank", "invisible"]).has;
const INVISIBLE = signSet(["invisible"]).has;
const BLANK_END = signSet(["blankEnd"]).has;
const HAS_WIDE_DIGIT = signSet(["wideDigit"]).has << KIND_BITS;
const [LONG_NUMBER, SHORT_YEAR, YEAR_FIGURE, UNPAIRED, POINT_NUMBER] = (["longNumber", "shortYear", "yearFigure", "unpaired", "pointNumber"] as const).map((sign) => signSet([sign]).meets) as
  [number, number, number, number, number];
/** Seven digits in a row are the least of which a phone number is put together. */
const LONG = 7;
const YEAR_DIGITS = 4;

/** Brackets, quotes and title marks by the sort that they pair with; the closing half has `CLOSING` as well. */
const BRACKETS = new Uint8Array(0x10000);
const CLOSING = 8;
["(（", "“", "《", "【", "〔"].forEach((openings, at) => Array.from(openings, (sign) => (BRACKETS[sign.charCodeAt(0)] = at + 1)));
[")）", "”", "》", "】", "〕"].forEach((closings, at) => Array.from(closings, (sign) => (BRACKETS[sign.charCodeAt(0)] = (at + 1) | CLOSING)));
const [FIRST_BRACKET, LAST_BRACKET] = [kindNumber("openBracket"), kindNumber("closeTitle")];
/** Sorts of open brackets, three bits each; deeper ones than fit are left to whoever asks. */
const DEEPEST = 1 << 27;

/**
 * Reads one text after the other. A sign that is told may still be none to a rule that looks closer; one that is not told
 * is not there. Unseen characters hide what meets, so with them everything may.
 */
export class SignScan implements SignSet {
  has = 0;
  meets = 0;
  private readonly counts = new Int32Array(TALLY_COUNT);

  /** How often this text has it. */
  count(tally: Tally): number {
    return this.counts[tallyPlace(tally)] ?? 0;
  }

  read(text: string): this {
    const { counts } = this;
    counts.fill(0);
    let seen = 0;
    let meets = 0;
    let before = EDGE;
    let digits = 0;
    let open = 0;
    for (let at = 0; at < text.length; at += 1) {
      const entry = OF_UNIT[text.charCodeAt(at)] as number;
      seen |= entry;
      const kind = entry & KIND;
      if (kind === HAN && before === HAN) continue;
      if (kind === BLANK) {
        before |= GAP;
        continue;
      }
      const pair = (before << KIND_BITS) | kind;
      meets |= OF_PAIR[pair] as number;
      (counts[TALLY_OF_PAIR[pair] as number] as number) += 1;
      (counts[TALLY_OF_KIND[kind] as number] as number) += 1;
      if (kind === DIGIT || kind === WIDE_DIGIT) {
        digits = before === DIGIT || before === WIDE_DIGIT ? digits + 1 : 1;
        if (digits >= LONG) meets |= LONG_NUMBER;
      } else if (kind === YEAR) meets |= yearAfter(before & KIND, digits, seen);
      else if (kind >= FIRST_BRACKET && kind <= LAST_BRACKET) {
        open = openAfter(open, BRACKETS[text.charCodeAt(at)] as number);
      }
      before = kind;
    }
    if (open !== 0) meets |= UNPAIRED;
    if ((before & KIND) === POINT) meets |= POINT_NUMBER;
    this.has = ANY_TEXT | (seen >>> KIND_BITS) | (isUnseenEnd(text, 0) || isUnseenEnd(text, text.length - 1) ? BLANK_END : 0);
    this.meets = (this.has & INVISIBLE) === 0 ? meets : -1;
    return this;
  }
}

function yearAfter(before: number, digits: number, seen: number): number {
  if (before !== DIGIT && before !== WIDE_DIGIT) return 0;
  return (digits === 2 || (seen & HAS_WIDE_DIGIT) !== 0 ? SHORT_YEAR : 0) | (digits >= YEAR_DIGITS ? YEAR_FIGURE : 0);
}

/** What is open after a bracket; -1, for ever, where one was closed that was not open. */
function openAfter(open: number, bracket: number): number {
  if (bracket === 0 || open === -1) return open;
  if ((bracket & CLOSING) === 0) return open >= DEEPEST ? -1 : (open << 3) | bracket;
  return (open & 7) === (bracket & 7) ? open >> 3 : -1;
}

function isUnseenEnd(text: string, at: number): boolean {
  const entry = OF_UNIT[text.charCodeAt(at)];
  return entry !== undefined && ((entry & KIND) === BLANK || (entry & KIND) === LINE || ((entry >>> KIND_BITS) & UNSEEN) !== 0);
}
