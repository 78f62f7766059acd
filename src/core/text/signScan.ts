/** One run over a text that tells its signs, and counts what the traits of spelling count. */
import { codeAt, isDigit } from "./chars";
import { ANY_TEXT, GAP, KIND_BITS, kindNumber, OF_PAIR, OF_UNIT, type Sign, signSet, type SignSet, Tallies, TALLY_OF_KIND, TALLY_OF_PAIR, tallyPlace } from "./signs";

const KIND = (1 << KIND_BITS) - 1;
const HAN = kindNumber("han");
const YEAR = kindNumber("year");
const MONTH = kindNumber("month");
const BLANK = kindNumber("blank");
const LINE = kindNumber("line");
const DIGIT = kindNumber("digit");
const WIDE_DIGIT = kindNumber("wideDigit");
const OPEN_BRACKET = kindNumber("openBracket");
const CLOSE_BRACKET = kindNumber("closeBracket");
const EDGE = kindNumber("edge");

const character = (sign: Sign): number => signSet([sign]).has;
const met = (sign: Sign): number => signSet([sign]).meets;
const UNSEEN = character("oddBlank") | character("invisible");
const INVISIBLE = character("invisible");
const BLANK_END = character("blankEnd");
const HAS_WIDE_DIGIT = character("wideDigit") << KIND_BITS;
const BLANK_IN_CHINESE = met("blankInChinese");
const LONG_NUMBER = met("longNumber");
const SHORT_YEAR = met("shortYear");
const YEAR_FIGURE = met("yearFigure");
const BRACKETED_YEAR = met("bracketedYear");
const MONTH_OF_YEAR = met("monthOfYear");
const UNPAIRED = met("unpaired");
const HAN_DIGIT_TIGHT = tallyPlace("hanDigitTight");
const HAN_DIGIT_SPACED = tallyPlace("hanDigitSpaced");
/** Seven digits in a row are the least of which a phone number is put together. */
const LONG = 7;
const YEAR_DIGITS = 4;

/** Chinese characters that are nothing but that: nearly all that is scanned. */
const PLAIN_HAN = Uint8Array.from(OF_UNIT, (entry) => (entry === HAN ? 1 : 0));

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
  /** Of this text. */
  readonly tallies = new Tallies();

  read(text: string): this {
    const { counts } = this.tallies;
    counts.fill(0);
    let seen = 0;
    let meets = 0;
    /** The kind before, with `GAP` where blanks follow it. */
    let before = EDGE;
    /** Of a number: how many digits, and what stands before the first one. */
    let digits = 0;
    let front = EDGE;
    let open = 0;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (before === HAN && PLAIN_HAN[unit] === 1) continue;
      const entry = OF_UNIT[unit] as number;
      seen |= entry;
      const kind = entry & KIND;
      if (kind === BLANK) {
        before |= GAP;
        continue;
      }
      const pair = (before << KIND_BITS) | kind;
      meets |= OF_PAIR[pair] as number;
      (counts[TALLY_OF_PAIR[pair] as number] as number) += 1;
      (counts[TALLY_OF_KIND[kind] as number] as number) += 1;
      if (isFigure(kind)) {
        if (!isFigure(before)) {
          front = before;
          digits = 0;
        }
        digits += 1;
        if (digits >= LONG) meets |= LONG_NUMBER;
      } else if (isFigure(before & KIND)) {
        meets |= afterNumber(kind, digits, front & KIND, seen);
        if (before === DIGIT && digits <= 2 && isHan(front & KIND) && numbersPoint(text, at, unit)) {
          (counts[front < GAP ? HAN_DIGIT_TIGHT : HAN_DIGIT_SPACED] as number) -= 1;
        }
      }
      if (kind >= FIRST_BRACKET && kind <= LAST_BRACKET) open = openAfter(open, BRACKETS[unit] as number);
      before = kind;
    }
    meets |= (open === 0 ? 0 : UNPAIRED) | (before < GAP ? 0 : BLANK_IN_CHINESE);
    this.has = ANY_TEXT | (seen >>> KIND_BITS) | blankEnds(text);
    this.meets = (this.has & INVISIBLE) === 0 ? meets : -1;
    return this;
  }
}

const isFigure = (kind: number): boolean => kind === DIGIT || kind === WIDE_DIGIT;
const isHan = (kind: number): boolean => kind === HAN || kind === YEAR || kind === MONTH;

/** What a number is by what stands before and behind it. */
function afterNumber(kind: number, digits: number, front: number, seen: number): number {
  if (kind === YEAR) return (digits === 2 || (seen & HAS_WIDE_DIGIT) !== 0 ? SHORT_YEAR : 0) | (digits >= YEAR_DIGITS ? YEAR_FIGURE : 0);
  if (kind === MONTH && front === YEAR) return MONTH_OF_YEAR;
  return kind === CLOSE_BRACKET && front === OPEN_BRACKET && digits === YEAR_DIGITS ? BRACKETED_YEAR : 0;
}

/** 建账 4、招标 and 建账 4.招标: the figure is the number of a point, and its gap no habit of spelling. */
function numbersPoint(text: string, at: number, unit: number): boolean {
  if (unit === 0x2e || unit === 0xff0e) return !isDigit(codeAt(text, at + 1));
  return unit === 0x3001 || unit === 0x29 || unit === 0xff09;
}

/** What is open after a bracket; -1, for ever, where one was closed that was not open. */
function openAfter(open: number, bracket: number): number {
  if (bracket === 0 || open === -1) return open;
  if ((bracket & CLOSING) === 0) return open >= DEEPEST ? -1 : (open << 3) | bracket;
  return (open & 7) === (bracket & 7) ? open >> 3 : -1;
}

function blankEnds(text: string): number {
  return isUnseenEnd(text, 0) || isUnseenEnd(text, text.length - 1) ? BLANK_END : 0;
}

function isUnseenEnd(text: string, at: number): boolean {
  const entry = OF_UNIT[text.charCodeAt(at)];
  return entry !== undefined && ((entry & KIND) === BLANK || (entry & KIND) === LINE || ((entry >>> KIND_BITS) & UNSEEN) !== 0);
}
