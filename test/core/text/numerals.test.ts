import fc from "fast-check";
import { chineseNumber, powerWordAt, readNumber } from "../../../src/core/text/numerals";

test.each([
  ["一", 1], ["十", 10], ["十二", 12], ["二十", 20], ["二十五", 25], ["两", 2], ["一百零五", 105], ["三百五十", 350], ["一千零二十", 1020],
  ["三千二百五十六", 3256], ["三万", 30_000], ["十二万", 120_000], ["三万五千", 35_000], ["一万零五", 10_005], ["五亿", 5e8], ["一万亿", 1e12],
  ["三亿五千万", 3.5e8], ["二〇二五", 2025], ["二零二五", 2025], ["三点五", 3.5], ["十二点零五", 12.05], ["零", 0],
])("%s is %d", (text, value) => expect(chineseNumber(text)).toBe(value));

test.each(["", "三百五", "千", "百万", "十十", "万", "三点", "好", "五亿亿亿三"])("“%s” is no number", (text) => {
  expect(chineseNumber(text)).toBeNull();
});

test.each([["1,200", 1200], ["12,345.5", 12_345.5], ["7.8", 7.8], ["2025", 2025], ["三", 3]])("a figure %s is %d", (text, value) =>
  expect(readNumber(text)).toBe(value));

test.each([
  ["万辆", "万", 1e4], ["亿元", "亿", 1e8], ["万亿元", "万亿", 1e12], ["千亿元", "千亿", 1e11], ["百万人次", "百万", 1e6], ["千万", "千万", 1e7],
  ["万千瓦", "万", 1e4], ["亿千瓦时", "亿", 1e8],
])("%s begins with %s", (text, word, power) => expect(powerWordAt(text, 0)).toEqual([word, power]));

test.each(["千瓦", "千米", "百分点", "个", ""])("%s begins with no power word", (text) => expect(powerWordAt(text, 0)).toBeNull());

/** The usual spelling, to read back. */
function written(value: number): string {
  const signs = "零一二三四五六七八九";
  let text = "";
  let gap = false;
  for (const [step, word] of [[1000, "千"], [100, "百"], [10, "十"], [1, ""]] as const) {
    const figure = Math.floor(value / step) % 10;
    if (figure === 0) gap = text !== "";
    else {
      text += `${gap ? "零" : ""}${signs[figure] ?? ""}${word}`;
      gap = false;
    }
  }
  return text;
}

test("every number below ten thousand is read back from its spelling", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (value) => chineseNumber(written(value)) === value));
});
