import { plainFigures } from "../../text/plainFigures";
import type { CellRule } from "../rule";
import { tell } from "../say";

const say = {
  year: {
    zh: "“{year}年”不像这份台账里的年份，请核对",
    en: "{year} is no likely year of this ledger; please check",
  },
} as const;

const EARLIEST = 1949;
const YEARS_AHEAD = 50;

export const textImplausibleYear: CellRule = {
  scope: "cell",
  id: "text/implausible-year",
  group: "content",
  severity: "warning",
  title: { zh: "年份可疑", en: "Implausible year" },
  why: {
    zh: "年份多一位少一位或敲错一位，时限就会算错。",
    en: "With one wrong digit in a year the deadline is wrong.",
  },
  say,
  on: ["text", "date"],
  needs: { text: { signs: ["yearFigure"] } },
  check({ text }, { asOf }) {
    if (text === null || !text.includes("年")) return [];
    const latest = Number(asOf.slice(0, 4)) + YEARS_AHEAD;
    for (const found of plainFigures(text).matchAll(/(?:^|[^\d.,])(\d{4,5}) ?年(?![以内期限龄代])/gu)) {
      const year = Number(found[1]);
      if (year < EARLIEST || year > latest) return [{ message: tell(say, "year", { year }), subject: String(year) }];
    }
    return [];
  },
  examples: [
    { name: "常见年份", given: [{ content: "较 2023 年增长，到 2035 年建成，1978 年以来最高。" }], reports: [] },
    { name: "敲错一位", given: [{ content: "到 1619 年，基本淘汰。" }], reports: [{ at: "1.content", says: "year" }] },
    { name: "多了一位", given: [{ deadline: "20255年底" }], reports: [{ at: "1.deadline", says: "year" }] },
  ],
};
