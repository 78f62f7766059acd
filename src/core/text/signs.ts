/**
 * The signs of a text: what characters it has, and which of them meet. Most texts lack what most rules look for, and one
 * scan (`signScan.ts`) tells; so a rule says as data which signs it needs, and is not asked about texts without them.
 */
import { TRADITIONAL_CHARACTERS } from "./traditional";

/** What a character is to its neighbours: each is of one kind. Ranges as "a-z"; a hyphen that means itself stands last. */
const KINDS = {
  other: "",
  han: "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ud840-\ud888",
  year: "年",
  month: "月",
  digit: "0-9",
  wideDigit: "０-９",
  latin: "A-Za-z",
  percent: "%％",
  blank: " \t\u00a0\u3000",
  line: "\n\r",
  comma: "，",
  pause: "、",
  semicolon: "；：",
  stop: "。",
  asking: "？！",
  halfMark: ",;:?!",
  point: ".",
  widePoint: "．",
  openBracket: "(（[［【〔",
  closeBracket: ")）]］】〕",
  openQuote: "“",
  closeQuote: "”",
  openTitle: "《",
  closeTitle: "》",
  range: "~～〜—－–-",
  slash: "/",
  mark: "‘’〈〉…·「」『』",
  /** No character: what stands before the first one. */
  edge: "",
} as const;
export type Kind = keyof typeof KINDS;

/** Characters that are signs by themselves. */
const CHARACTERS = {
  oddBlank: "\t\v\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000",
  invisible: "\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff",
  lookAlike: "\u2f00-\u2fd5\uf900-\ufaff",
  garbled: "\ufffd锟烫屯锘鍙鍚鐨鏄鍦涓浠鏂鎴瀹鐢鏈ÃÂåäæèéç",
  doubtful: "?_",
  halfBracket: "()",
  fullBracket: "（）",
  wideDigit: KINDS.wideDigit,
  digit: KINDS.digit,
  widePercent: "％",
  percent: "%",
  tilde: "~",
  wave: "～〜",
  curly: "“”",
  straight: '"',
  title: "《》",
  fullMark: "，；：？！",
  widePoint: "．",
  times: "倍",
  rate: "率比",
  ditto: "同〃\"“”„‟＂「」『』'‘’＇",
  elsewhere: "见附另",
  variant: `帐賬帳臺枱${TRADITIONAL_CHARACTERS}`,
  hash: "#",
  at: "@",
} as const;

/** Two kinds that stand side by side: `tight`, or with blanks and nothing else between them. */
interface Meeting {
  readonly left: readonly Kind[];
  readonly right: readonly Kind[];
  readonly gap: "tight" | "spaced" | "any";
}

const HAN: readonly Kind[] = ["han", "year", "month"];
const DIGIT: readonly Kind[] = ["digit"];
const FIGURE: readonly Kind[] = ["digit", "wideDigit"];
const CHINESE_MARK: readonly Kind[] = ["comma", "pause", "semicolon", "stop", "asking", "openBracket", "closeBracket", "openQuote", "closeQuote", "openTitle", "closeTitle", "range", "mark", "percent"];
const ANYTHING: readonly Kind[] = (Object.keys(KINDS) as Kind[]).filter((kind) => kind !== "blank" && kind !== "edge");

const meet = (left: readonly Kind[], right: readonly Kind[], gap: Meeting["gap"]): Meeting => ({ left, right, gap });

const MEETINGS = {
  hanDigitTight: [meet(HAN, DIGIT, "tight"), meet(DIGIT, HAN, "tight")],
  hanDigitSpaced: [meet(HAN, DIGIT, "spaced"), meet(DIGIT, HAN, "spaced")],
  hanLatinTight: [meet(HAN, ["latin"], "tight"), meet(["latin"], HAN, "tight")],
  hanLatinSpaced: [meet(HAN, ["latin"], "spaced"), meet(["latin"], HAN, "spaced")],
  percentHanTight: [meet(["percent"], HAN, "tight")],
  percentHanSpaced: [meet(["percent"], HAN, "spaced")],
  digitPercentTight: [meet(DIGIT, ["percent"], "tight")],
  digitPercentSpaced: [meet(DIGIT, ["percent"], "spaced")],
  blankInChinese: [meet(HAN, HAN, "spaced"), meet(CHINESE_MARK, ANYTHING, "spaced"), meet([...ANYTHING, "edge"], CHINESE_MARK, "spaced")],
  doubledMark: [meet(["comma", "pause", "semicolon", "stop"], ["comma", "pause", "semicolon", "stop"], "tight")],
  pointInChinese: [meet([...HAN, "closeBracket", "closeQuote"], ["point"], "tight")],
  markInChinese: [meet([...HAN, "closeBracket", "closeQuote", "closeTitle"], ["halfMark"], "tight"), meet(["halfMark"], [...HAN, "openBracket", "openQuote", "openTitle"], "any")],
  brokenLine: [meet([...HAN, "comma", "pause"], ["line"], "any")],
  figureDate: [meet(["month"], FIGURE, "any"), meet(FIGURE, ["point", "widePoint", "slash", "range"], "any")],
  digitComma: [meet(DIGIT, ["comma"], "tight")],
  digitRange: [meet(DIGIT, ["range"], "any")],
  digitsApart: [meet(DIGIT, DIGIT, "spaced"), meet(DIGIT, ["range"], "tight")],
  namesJoined: [meet(["closeQuote"], ["openQuote"], "tight"), meet(["closeTitle"], ["openTitle"], "tight")],
  namesMarked: [meet(["closeQuote", "closeTitle"], ["pause"], "tight")],
  address: [meet(["halfMark"], ["slash"], "tight"), meet(["latin"], ["point"], "tight")],
} as const satisfies Readonly<Record<string, readonly Meeting[]>>;

/** What only the scan itself can tell; the first of characters, the others of meetings. */
const AT_ENDS = "blankEnd";
const ON_THE_WAY = ["longNumber", "shortYear", "yearFigure", "monthOfYear", "bracketedYear", "unpaired"] as const;

/** The name of a sign. */
export type Sign = keyof typeof CHARACTERS | typeof AT_ENDS | keyof typeof MEETINGS | (typeof ON_THE_WAY)[number];

const HAS = [...Object.keys(CHARACTERS), AT_ENDS] as readonly Sign[];
const MEETS = [...Object.keys(MEETINGS), ...ON_THE_WAY] as readonly Sign[];
export const SIGNS: readonly Sign[] = [...HAS, ...MEETS];

/** Signs as bits. */
export interface SignSet {
  readonly has: number;
  readonly meets: number;
}

export function signSet(signs: readonly Sign[]): SignSet {
  let has = 0;
  let meets = 0;
  for (const sign of signs) {
    const at = HAS.indexOf(sign);
    if (at >= 0) has |= 1 << at;
    else meets |= 1 << MEETS.indexOf(sign);
  }
  return { has, meets };
}

/** In `has` of every text that was scanned, the empty one too. */
export const ANY_TEXT = 1 << 30;

/** Whether two sets have a sign in common. */
export function shareSign(left: SignSet, right: SignSet): boolean {
  return ((left.has & right.has) | (left.meets & right.meets)) !== 0;
}

/** What a scan counts: how often kinds occur, or meet. A pair of kinds is counted under one name only. */
const TALLIES = {
  hanDigitTight: MEETINGS.hanDigitTight,
  hanDigitSpaced: MEETINGS.hanDigitSpaced,
  hanLatinTight: MEETINGS.hanLatinTight,
  hanLatinSpaced: MEETINGS.hanLatinSpaced,
  percentHanTight: MEETINGS.percentHanTight,
  percentHanSpaced: MEETINGS.percentHanSpaced,
  digitPercentTight: MEETINGS.digitPercentTight,
  digitPercentSpaced: MEETINGS.digitPercentSpaced,
  namesJoined: MEETINGS.namesJoined,
  digitDigit: [meet(DIGIT, DIGIT, "tight")],
  digits: DIGIT,
  quotes: ["openQuote", "closeQuote"],
  fullMarks: ["comma", "semicolon", "asking"],
} as const satisfies Readonly<Record<string, readonly Meeting[] | readonly Kind[]>>;
export type Tally = keyof typeof TALLIES;

const TALLY_NAMES = Object.keys(TALLIES) as readonly Tally[];
/** Place 0 of the counts is for what nobody asks about. */
const TALLY_COUNT = TALLY_NAMES.length + 1;
const TALLY_PLACES: ReadonlyMap<Tally, number> = new Map(TALLY_NAMES.map((tally, at) => [tally, at + 1]));
export const tallyPlace = (tally: Tally): number => TALLY_PLACES.get(tally) ?? 0;

/** What one text or many have. */
export class Tallies {
  /** By place. */
  readonly counts = new Int32Array(TALLY_COUNT);

  of(tally: Tally): number {
    return this.counts[tallyPlace(tally)] ?? 0;
  }

  add({ counts }: Tallies): void {
    for (let place = 0; place < TALLY_COUNT; place += 1) (this.counts[place] as number) += counts[place] as number;
  }
}

/** The low bits of a character's entry are its kind; its signs stand above them. */
export const KIND_BITS = 5;
const KIND_NAMES = Object.keys(KINDS) as readonly Kind[];
export const kindNumber = (kind: Kind): number => KIND_NAMES.indexOf(kind);
/** Set in the left of a pair where blanks stand between the two. */
export const GAP = 1 << KIND_BITS;

/** Each UTF-16 unit to its kind and its signs. */
export const OF_UNIT: Uint32Array = (() => {
  const table = new Uint32Array(0x10000);
  // Of two kinds the later one in the list counts: 年 is a year, though a Chinese character.
  for (const kind of KIND_NAMES) forUnits(KINDS[kind], (unit) => (table[unit] = kindNumber(kind)));
  Object.values(CHARACTERS).forEach((characters, at) => forUnits(characters, (unit) => (table[unit] = ((table[unit] ?? 0) | (1 << (KIND_BITS + at))) >>> 0)));
  return table;
})();

/** Each pair of kinds to the signs that their meeting is. */
export const OF_PAIR: Int32Array = (() => {
  const table = new Int32Array(1 << (2 * KIND_BITS + 1));
  Object.values(MEETINGS).forEach((meetings, at) => forPairs(meetings, (pair) => (table[pair] = (table[pair] ?? 0) | (1 << at))));
  return table;
})();

/** Each pair of kinds, and each kind, to the place where it is counted. */
export const TALLY_OF_PAIR = new Uint8Array(OF_PAIR.length);
export const TALLY_OF_KIND = new Uint8Array(1 << KIND_BITS);
for (const tally of TALLY_NAMES) {
  for (const counted of TALLIES[tally] as readonly (Meeting | Kind)[]) {
    if (typeof counted === "string") TALLY_OF_KIND[kindNumber(counted)] = tallyPlace(tally);
    else forPairs([counted], (pair) => (TALLY_OF_PAIR[pair] = tallyPlace(tally)));
  }
}

function forPairs(meetings: readonly Meeting[], write: (pair: number) => void): void {
  for (const { left, right, gap } of meetings) {
    for (const one of left.map(kindNumber)) {
      for (const other of right.map(kindNumber)) {
        if (gap !== "spaced") write((one << KIND_BITS) | other);
        if (gap !== "tight") write(((one | GAP) << KIND_BITS) | other);
      }
    }
  }
}

function forUnits(characters: string, write: (unit: number) => void): void {
  for (let at = 0; at < characters.length; at += 1) {
    const isRange = characters[at + 1] === "-" && at + 2 < characters.length;
    const last = characters.charCodeAt(isRange ? at + 2 : at);
    for (let unit = characters.charCodeAt(at); unit <= last; unit += 1) write(unit);
    if (isRange) at += 2;
  }
}
