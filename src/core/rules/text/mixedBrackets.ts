import { mixedBrackets } from "../../text/steps/marks";
import type { CellRule } from "../rule";
import { tell } from "../say";
import { respelled } from "../spelling";

const say = {
  found: {
    zh: "一对括号宽窄不一：“{from}”宜作“{to}”（{count}个单元格）",
    en: "Brackets of two widths: “{from}” should be “{to}” ({count} cells)",
  },
} as const;

export const textMixedBrackets: CellRule = {
  scope: "cell",
  id: "text/mixed-brackets",
  group: "text",
  severity: "warning",
  title: { zh: "括号一全一半", en: "Brackets of two widths" },
  why: {
    zh: "一对括号应同为全角或同为半角。",
    en: "The two brackets of a pair have one width.",
  },
  say,
  gather: "sentence",
  on: ["text", "units", "heading"],
  needs: { text: { signs: ["halfBracket"], and: ["fullBracket"] } },
  check(cell) {
    const found = respelled(cell, (text) => mixedBrackets.apply(text));
    return found ? [{ message: tell(say, "found", found.shown), subject: found.shown.from, to: found.to, safe: false }] : [];
  },
  examples: [
    { name: "成对", given: [{ leadUnits: "各区县（功能区）" }], reports: [] },
    { name: "前全后半", given: [{ leadUnits: "各区县（功能区)" }], reports: [{ at: "1.leadUnits", says: "found", to: "各区县（功能区）", safe: false }] },
  ],
};
