/** Punctuation: doubled, of the wrong width, of two widths in one pair. */
import { codeAt, isDigit, isHan, isLatin } from "../chars";
import { replaceOutside } from "../protect";
import type { TextStep } from "./step";

/** ，， 、、 ；； and a comma or 、 before a full stop. Three stops in a row are somebody's ellipsis and stay. */
export const doubledMarks: TextStep = {
  name: "doubledMarks",
  apply: (text) =>
    replaceOutside(text, /[，、；：。]{2,}/gu, (marks) => {
      const last = marks[marks.length - 1] ?? "";
      if (/^。{3,}$/u.test(marks)) return marks;
      if (new Set(marks).size === 1) return last;
      return last === "。" && !marks.slice(0, -1).includes("。") ? "。" : marks;
    }),
};

/** A half-width full stop behind Chinese, at the end or before Chinese. Inside quotes it may part a name: “求真.务实”. */
export const halfStop: TextStep = {
  name: "halfStop",
  apply(text) {
    let quotes = 0;
    return replaceOutside(text, /[“”]|\.+/gu, (stop, at) => {
      if (stop === "“" || stop === "”") quotes = stop === "“" ? quotes + 1 : Math.max(0, quotes - 1);
      if (stop !== "." || quotes > 0) return stop;
      const before = codeAt(text, at - 1);
      const after = codeAt(text, at + 1);
      return (isHan(before) || before === 0xff09 || before === 0x201d) && (after === -1 || after === 0x0a || isHan(after)) ? "。" : stop;
    });
  },
};

/** （功能区): both brackets full-width around Chinese, half-width around anything else. */
export const mixedBrackets: TextStep = {
  name: "mixedBrackets",
  apply(text) {
    const signs = new Map<number, string>();
    const open: number[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const char = text[at] ?? "";
      if (char === "(" || char === "（") open.push(at);
      if (char !== ")" && char !== "）") continue;
      const from = open.pop();
      if (from === undefined || (text[from] === "(") === (char === ")")) continue;
      const full = open.length > 0 || hasHan(text, from, at);
      signs.set(from, full ? "（" : "(").set(at, full ? "）" : ")");
    }
    return signs.size === 0 ? text : Array.from({ length: text.length }, (_, at) => signs.get(at) ?? text.charAt(at)).join("");
  },
};

function hasHan(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isHan(codeAt(text, at))) return true;
  return false;
}

/** "三品" to “三品”, where the quotes of a line pair up and stand at Chinese. */
export const curlyQuotes: TextStep = {
  name: "curlyQuotes",
  apply: (text) => text.split("\n").map(curlyLine).join("\n"),
};

function curlyLine(line: string): string {
  const parts = line.split('"');
  if (parts.length < 3 || parts.length % 2 === 0 || parts.some((part, index) => index % 2 === 1 && /[“”]/u.test(part))) return line;
  if (!parts.some((part, index) => index % 2 === 1 && isHan(codeAt(part, 0)))) return line;
  return parts.map((part, index) => (index === 0 ? part : (index % 2 === 1 ? "“" : "”") + part)).join("");
}

/** 5~95% to 5%~95%: the first percent sign may only be dropped where nothing else can be meant. */
export const rangePercent: TextStep = {
  name: "rangePercent",
  apply: (text) =>
    replaceOutside(text, /(\d{1,9}(?:\.\d{1,9})?)( ?[~～〜—－-]{1,2} ?)(\d{1,9}(?:\.\d{1,9})?)(?= ?[%％])/gu, (found, at, [low = "", sign = "", high = ""]) => {
      const before = codeAt(text, at - 1);
      return isDigit(before) || before === 0x2e || before === 0x2d || before === 0x7e ? found : `${low}%${sign}${high}`;
    }),
};

/** 1，200 and 1 200 家 to 1,200, 2．5 to 2.5: marks inside a number that cut it in two. */
export const numberMarks: TextStep = {
  name: "numberMarks",
  apply: (text) =>
    replaceOutside(text, /(\d{1,9})．(?=\d)/gu, (found, at, [digits = ""]) =>
      numbersPoint(text, at, digits.length) ? found : `${digits}.`,
    ).replace(/\d[\d，]*/gu, (run) => {
      const number = run.replace(/，+$/u, "");
      return THOUSANDS.test(number) ? number.replaceAll("，", ",") + run.slice(number.length) : run;
    }).replace(/\d{1,3}(?: \d{3}){1,3}(?=(?:\.\d{1,3})? ?(?:多|余|万|亿|元|吨|家|个|户|人|辆|台|套|件|场|座|处|亩|米|公里|千米|平方|立方|千瓦|项|所|名|次|条|棵|株|头|只|瓶|本|册|艘|架|盏|公顷|MW|kW|km))/gu, (run, at: number) =>
      blankParts(text, at, run) ? run : run.replaceAll(" ", ","),
    ),
};

/** 第 1 200 家, G35 120 公里, 2025 120 家, 0 120 个: the blank parts two things. */
function blankParts(text: string, at: number, run: string): boolean {
  return run.startsWith("0") || /[\dA-Za-z.,+\-/~～:：第]$/u.test(text.slice(Math.max(0, at - 2), at).trimEnd());
}

/** "3．2026年底前" is the third point and no number: one or two digits that begin a sentence, or stand before a year. */
function numbersPoint(text: string, at: number, length: number): boolean {
  const before = codeAt(text, at - 1);
  const begins = before === -1 || !(isHan(before) || isDigit(before) || isLatin(before) || before === 0x20);
  return length <= 2 && (begins || /^\d{4} ?年/u.test(text.slice(at + length + 1, at + length + 7)));
}

const THOUSANDS = /^\d{1,3}(?:，\d{3})+$/u;

/** 鲁政发[2024]3号 to 鲁政发〔2024〕3号. */
export const documentNumber: TextStep = {
  name: "documentNumber",
  apply: (text) =>
    text.replace(
      /([\u4e00-\u9fff])[[(（【［]( ?\d{4} ?)[\])）】］](?= ?第? ?\d{1,5} ?号)/gu,
      (_found, word: string, year: string) => `${word}〔${year.trim()}〕`,
    ),
};
