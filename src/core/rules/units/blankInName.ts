import { blanksInUnit } from "../../text/steps/blanks";
import type { CellRule } from "../rule";
import { tell } from "../say";

const say = {
  blank: {
    zh: "单位名称“{name}”中间多了空格",
    en: "A stray blank in the unit’s name “{name}”",
  },
} as const;

export const unitsBlankInName: CellRule = {
  scope: "cell",
  id: "units/blank-in-name",
  group: "text",
  severity: "warning",
  title: { zh: "单位名称中有空格", en: "Blank inside a unit’s name" },
  why: {
    zh: "名称中间的空格使同一单位对不上。",
    en: "With a blank in it, a name is no longer found.",
  },
  say,
  on: ["units"],
  needs: { text: {} },
  check({ text }, { units }) {
    if (text === null || !text.includes(" ")) return [];
    const { parts } = units.listOf(text);
    const odd = parts.find((part) => part.kind === "unit" && blanksInUnit.apply(part.text) !== part.text);
    if (!odd) return [];
    const to = parts.map((part) => (part.kind === "unit" ? blanksInUnit.apply(part.text) : part.text)).join("");
    return [{ message: tell(say, "blank", { name: odd.text }), subject: odd.text, to, safe: true }];
  },
  examples: [
    { name: "没有空格", given: [{ leadUnits: "市财政局" }], reports: [] },
    { name: "名称中间的空格", given: [{ leadUnits: "市 财政局、市商务局" }], reports: [{ at: "1.leadUnits", says: "blank", to: "市财政局、市商务局", safe: true }] },
  ],
};
