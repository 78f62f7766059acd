/** Blanks between Chinese characters and digits, letters or percent signs. Names in 《》 and addresses keep theirs. */
import { codeAt, isBlank, isDigit, isHan, isLatin } from "../chars";
import { protector } from "../protect";
import type { Sign } from "../signs";
import type { Site, Trait } from "./trait";

type IsKind = (code: number) => boolean;

const isPercent: IsKind = (code) => code === 0x25 || code === 0xff05;

/** The gaps of any width between a character of one kind and a character of another. */
function gaps(text: string, meet: (left: number, right: number) => boolean): readonly Site[] {
  const touches = protector(text);
  const sites: Site[] = [];
  let left = -1;
  let leftEnd = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) continue;
    if (left >= 0 && meet(left, code) && !touches(leftEnd, Math.max(at, leftEnd + 1))) {
      sites.push({ kind: at === leftEnd ? "tight" : "spaced", start: leftEnd, end: at });
    }
    left = code;
    leftEnd = at + 1;
  }
  return sites;
}

const write: Trait["write"] = (_found, kind) => (kind === "spaced" ? " " : "");

/** With these signs some gaps may stand in a name or an address, which only a closer look tells. */
const PROTECTED: readonly Sign[] = ["title", "at", "address"];

type Spacing = "hanDigit" | "hanLatin" | "percentHan" | "digitPercent";

function spacing(name: Spacing, standard: "tight" | null, meet: (left: number, right: number) => boolean): Trait {
  return {
    name, on: "text", kinds: ["spaced", "tight"], standard, otherwise: null,
    signs: { spaced: [`${name}Spaced`], tight: [`${name}Tight`] },
    counted: { unless: PROTECTED, times: (tallies, kind) => tallies.of(kind === "spaced" ? `${name}Spaced` : `${name}Tight`) },
    sites: (text) => gaps(text, meet),
    write,
  };
}

const digitSpacing = spacing("hanDigit", "tight", (left, right) => (isHan(left) && isDigit(right)) || (isDigit(left) && isHan(right)));
const POINT = /^\d{1,2}(?:[、)）]|[.．](?!\d))/u;

/** 到 2025 年 or 到2025年; the standard's examples have no blank. The number of a point (建账 4、招标) is none of it. */
export const hanDigit: Trait = {
  ...digitSpacing,
  sites: (text) => digitSpacing.sites(text).filter(({ end }) => !POINT.test(text.slice(end, end + 4))),
};

/** 和 DCMM 贯标 or 和DCMM贯标; the standards say nothing of it. */
export const hanLatin = spacing("hanLatin", null, (left, right) => (isHan(left) && isLatin(right)) || (isLatin(left) && isHan(right)));

/** 70% 以上 or 70%以上. */
export const percentHan = spacing("percentHan", "tight", (left, right) => isPercent(left) && isHan(right));

/** 70 % or 70%. */
export const digitPercent: Trait = {
  ...spacing("digitPercent", "tight", (left, right) => isDigit(left) && isPercent(right)),
  otherwise: "tight",
};

/** The blank after the mark that numbers a heading. */
function afterMark(name: string, mark: RegExp): Trait {
  const sites = (text: string): readonly Site[] => {
    const start = mark.exec(text)?.[0].length ?? text.length;
    let end = start;
    while (isBlank(codeAt(text, end))) end += 1;
    return end >= text.length ? [] : [{ kind: end === start ? "tight" : "spaced", start, end }];
  };
  return { name, on: "heading", kinds: ["spaced", "tight"], standard: "tight", otherwise: null, sites, write };
}

/** 一、工作目标 or 一、 工作目标. */
export const chapterGap = afterMark("chapterGap", /^\s*[零〇一二三四五六七八九十百]{1,6}、/u);

/** (一)工业 or (一) 工业. */
export const sectionGap = afterMark("sectionGap", /^\s*[(（][零〇一二三四五六七八九十百]{1,6}[)）]/u);
