/** Signs that have a full-width and a half-width form. */
import { codeAt, isDigit, isHan, isLatin } from "../chars";
import { protector } from "../protect";
import type { Site, Trait } from "./trait";

const HALF_TO_FULL: Readonly<Record<string, string>> = { ",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）" };
const FULL_TO_HALF: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(HALF_TO_FULL).map(([half, full]) => [full, half]));

const inWidth: Trait["write"] = (found, kind) => {
  const sign = found.trim();
  return (kind === "full" ? HALF_TO_FULL[sign] : FULL_TO_HALF[sign]) ?? null;
};

/** The brackets of (一) before a section; the standard's are full. */
export const sectionBracket: Trait = {
  name: "sectionBracket",
  on: "heading",
  kinds: ["full", "half"],
  standard: "full",
  otherwise: null,
  sites(text) {
    const mark = /^(\s*)([(（])([零〇一二三四五六七八九十百]{1,6})([)）])/u.exec(text);
    if (!mark) return [];
    const open = (mark[1] ?? "").length;
    const close = mark[0].length - 1;
    return [open, close].map((at) => ({ kind: codeAt(text, at) < 0x80 ? "half" : "full", start: at, end: at + 1 }));
  },
  write: inWidth,
};

/** Brackets around Chinese words: （功能区）. Codes and formulas keep theirs, and so does a pair of two widths (a rule of its own). */
export const bracketWidth: Trait = {
  name: "bracketWidth",
  on: "text",
  kinds: ["full", "half"],
  standard: "full",
  otherwise: "full",
  signs: { half: ["halfBracket"], full: ["fullBracket"] },
  sites(text) {
    const pairs: Site[] = [];
    const open: number[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 0x28 || code === 0xff08) open.push(at);
      if (code !== 0x29 && code !== 0xff09) continue;
      const from = open.pop();
      if (from === undefined || !isAroundChinese(text, from, at)) continue;
      const half = codeAt(text, from) === 0x28;
      if (half === (code === 0x29)) pairs.push(bracketSite(from, half), bracketSite(at, half));
    }
    if (pairs.length === 0) return pairs;
    const touches = protector(text);
    return pairs.sort((left, right) => left.start - right.start).filter(({ start, end }) => !touches(start, end));
  },
  write: inWidth,
};

/** Chinese words within the first signs of the pair: enough to tell, whatever follows. */
function isAroundChinese(text: string, open: number, close: number): boolean {
  return /\p{Script=Han}/u.test(text.slice(open + 1, Math.min(close, open + 40))) && !isListNumber(text, open, close);
}

/** (一) in running text numbers a point, as the section above it may. */
function isListNumber(text: string, open: number, close: number): boolean {
  return close - open <= 5 && /^[零〇一二三四五六七八九十百]+$/u.test(text.slice(open + 1, close));
}

function bracketSite(at: number, half: boolean): Site {
  return { kind: half ? "half" : "full", start: at, end: at + 1 };
}

/** Commas, semicolons, colons, question and exclamation marks in Chinese; those in numbers, times and codes are left alone. */
export const markWidth: Trait = {
  name: "markWidth",
  on: "text",
  kinds: ["full", "half"],
  standard: "full",
  otherwise: "full",
  signs: { half: ["markInChinese"], full: ["fullMark"] },
  counted: { unless: ["markInChinese"], times: (tallies, kind) => (kind === "full" ? tallies.of("fullMarks") : 0) },
  sites(text) {
    const touches = protector(text);
    const sites: Site[] = [];
    for (const found of text.matchAll(/[,;:?!，；：？！]/gu)) {
      const at = found.index;
      if (found[0] in FULL_TO_HALF) sites.push({ kind: "full", start: at, end: at + 1 });
      else if (inChinese(text, at) && !touches(at, at + 1)) {
        // The blank that belongs to a half-width mark goes with it.
        sites.push({ kind: "half", start: at, end: codeAt(text, at + 1) === 0x20 && at + 2 < text.length ? at + 2 : at + 1 });
      }
    }
    return sites;
  },
  write: inWidth,
};

/** Whether a half-width mark punctuates Chinese: not between digits or letters, not after the number of a list. */
function inChinese(text: string, at: number): boolean {
  const before = codeAt(text, at - 1);
  const after = codeAt(text, codeAt(text, at + 1) === 0x20 ? at + 2 : at + 1);
  if (isHan(before) || isClosing(before)) return true;
  return (isHan(after) || isOpening(after)) && isWordEnd(before) && !numbersList(text, at);
}

/** "1,推进" is a list that is numbered oddly, and no sentence with a comma. */
function numbersList(text: string, at: number): boolean {
  let start = at;
  while (isDigit(codeAt(text, start - 1))) start -= 1;
  const before = codeAt(text, start - 1);
  return start < at && !isHan(before) && before !== 0x2e;
}

const isClosing = (code: number): boolean => code === 0x201d || code === 0x300b || code === 0xff09;
const isOpening = (code: number): boolean => code === 0x201c || code === 0x300a || code === 0xff08;
const isWordEnd = (code: number): boolean => isDigit(code) || isLatin(code) || code === 0x25 || code === 0x29;

/** Digits; full-width ones come from input methods and hide numbers from every search. */
export const digitWidth: Trait = {
  name: "digitWidth",
  on: "text",
  kinds: ["half", "full"],
  standard: "half",
  otherwise: "half",
  signs: { half: ["digit"], full: ["wideDigit"] },
  counted: { unless: ["wideDigit"], times: (tallies, kind) => (kind === "half" ? tallies.of("digits") - tallies.of("digitDigit") : 0) },
  sites: (text) =>
    [...text.matchAll(/[０-９]+(?:．[０-９]+)?％?|[0-9]+/gu)].map((found) => ({
      kind: (found[0].codePointAt(0) ?? 0) > 0xff ? "full" : "half",
      start: found.index,
      end: found.index + found[0].length,
    })),
  write: (found, kind) =>
    kind === "half" ? found.replace(/[０-９％．]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)) : null,
};

/** ％ behind a number. */
export const percentWidth: Trait = {
  name: "percentWidth",
  on: "text",
  kinds: ["half", "full"],
  standard: "half",
  otherwise: "half",
  signs: { half: ["percent"], full: ["widePercent"] },
  counted: { unless: ["widePercent"], times: (tallies, kind) => (kind === "half" ? tallies.of("digitPercentTight") : 0) },
  sites: (text) =>
    [...text.matchAll(/[%％]/gu)]
      .filter((found) => isDigit(codeAt(text, found.index - 1)))
      .map((found) => ({ kind: found[0] === "%" ? "half" : "full", start: found.index, end: found.index + 1 })),
  write: (_found, kind) => (kind === "half" ? "%" : "％"),
};

/** 5～10 or 5~10. */
export const rangeSign: Trait = {
  name: "rangeSign",
  on: "text",
  kinds: ["full", "half"],
  standard: "full",
  otherwise: null,
  signs: { half: ["tilde"], full: ["wave"] },
  sites: (text) =>
    [...text.matchAll(/[~～〜]/gu)]
      .filter((found) => isRangeSide(codeAt(text, found.index - 1)) && isDigit(codeAt(text, found.index + 1)))
      .map((found) => ({ kind: found[0] === "~" ? "half" : "full", start: found.index, end: found.index + 1 })),
  write: (_found, kind) => (kind === "full" ? "～" : "~"),
};

const isRangeSide = (code: number): boolean => isDigit(code) || code === 0x25 || isHan(code);

/** "三品" or “三品”. Which of two straight quotes opens is told by counting: written by a step, not sign by sign. */
export const quoteSign: Trait = {
  name: "quoteSign",
  on: "text",
  kinds: ["curly", "straight"],
  standard: "curly",
  otherwise: "curly",
  signs: { curly: ["curly"], straight: ["straight"] },
  counted: { unless: ["straight"], times: (tallies, kind) => (kind === "curly" ? tallies.of("quotes") : 0) },
  sites: (text) =>
    [...text.matchAll(/["“”]/gu)].map((found) => ({ kind: found[0] === '"' ? "straight" : "curly", start: found.index, end: found.index + 1 })),
  write: () => null,
};

/** “甲”“乙” or “甲”、“乙”, and the same of 《》. */
export const quoteJoint: Trait = {
  name: "quoteJoint",
  on: "text",
  kinds: ["joined", "marked"],
  standard: "joined",
  otherwise: "joined",
  signs: { joined: ["namesJoined"], marked: ["namesMarked"] },
  counted: { unless: ["namesMarked"], times: (tallies, kind) => (kind === "joined" ? tallies.of("namesJoined") : 0) },
  sites: (text) =>
    [...text.matchAll(/”、?(?=“)|》、?(?=《)/gu)].map((found) => ({
      kind: found[0].length === 1 ? "joined" : "marked",
      start: found.index + 1,
      end: found.index + found[0].length,
    })),
  write: (_found, kind) => (kind === "marked" ? "、" : ""),
};

/** 一、 or 一. after the number of a chapter. */
export const chapterMark: Trait = {
  name: "chapterMark",
  on: "heading",
  kinds: ["、", ".", "．", "，", ",", "：", ":"],
  standard: "、",
  otherwise: "、",
  sites(text) {
    const found = /^\s*[零〇一二三四五六七八九十百]{1,6}([、.．，,：:])/u.exec(text);
    const end = found?.[0].length ?? 0;
    return found ? [{ kind: found[1] ?? "", start: end - 1, end }] : [];
  },
  write: (_found, kind) => kind,
};

/** （一） or （一）、: no mark is due after a bracket. */
export const sectionMark: Trait = {
  name: "sectionMark",
  on: "heading",
  kinds: ["", "、", ".", "．"],
  standard: "",
  otherwise: "",
  sites(text) {
    const found = /^\s*[(（][零〇一二三四五六七八九十百]{1,6}[)）]([、.．]?)/u.exec(text);
    const end = found?.[0].length ?? 0;
    const mark = found?.[1] ?? "";
    return found ? [{ kind: mark, start: end - mark.length, end }] : [];
  },
  write: (_found, kind) => kind,
};
