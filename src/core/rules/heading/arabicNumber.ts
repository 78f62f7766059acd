import type { CellRule } from "../rule";
import { isEmpty, plainText, rowAt } from "../../grid/grid";
import { digitHeading, headingLike } from "../outline";
import { short, tell } from "../say";

const say = {
  arabic: {
    zh: "“{heading}”像是一节的标题，宜与其他各节一样用汉字编号，作“{to}”",
    en: "“{heading}” looks like a section; the others are numbered in Chinese: “{to}”",
  },
} as const;

export const headingArabicNumber: CellRule = {
  scope: "cell",
  id: "heading/arabic-number",
  group: "structure",
  severity: "warning",
  title: { zh: "节标题用了阿拉伯数字", en: "Section numbered in digits" },
  why: {
    zh: "第二层标题用“（一）”（GB/T 9704）；“(1)”是第四层，这一行不会被认作一节。",
    en: "Sections are numbered （一） (GB/T 9704); (1) is the fourth level, so the row is not read as a section.",
  },
  say,
  on: ["margin"],
  needs: { text: { signs: ["digit"] } },
  check({ text, at }, { ledger, grid }) {
    const number = digitHeading(text ?? "");
    const within = at.row > ledger.headerRow && at.row < (ledger.rows[ledger.rows.length - 1]?.gridRow ?? 0);
    if (number === null || !within || ledger.sections.length === 0) return [];
    const [model] = ledger.sections;
    const to = headingLike(text ?? "", model ? plainText(rowAt(grid, model.gridRow)?.values.find((value) => !isEmpty(value))) : "");
    return [{ message: tell(say, "arabic", { heading: short(text ?? ""), to: short(to) }), subject: String(number), to }];
  },
  examples: [
    { name: "汉字编号", given: ["(一) 甲", {}, "(二) 乙", {}], reports: [] },
    { name: "阿拉伯数字编号", given: ["(一) 甲", {}, "(2) 乙", {}], reports: [{ at: "3", says: "arabic", to: "(二) 乙", safe: false }] },
    { name: "同一层混用了“2.”", given: ["（一）甲", {}, "2. 乙", {}, "（三）丙", {}], reports: [{ at: "3", says: "arabic", to: "（二）乙", safe: false }] },
  ],
};
