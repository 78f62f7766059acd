import { rangePercent } from "../../text/steps/marks";
import type { CellRule } from "../rule";
import { tell } from "../say";
import { respelled } from "../spelling";

const say = {
  found: {
    zh: "范围前一个数也应带百分号：“{from}”宜作“{to}”",
    en: "The first number of the range needs its sign: “{from}” should be “{to}”",
  },
} as const;

export const textPercentRange: CellRule = {
  scope: "cell",
  id: "text/percent-range",
  group: "text",
  severity: "info",
  title: { zh: "范围缺百分号", en: "Percent range without its first sign" },
  why: {
    zh: "“5~95%”可以读作 5 到 95%；两端都写百分号才没有歧义（GB/T 15835）。",
    en: "“5~95%” may be read as 5 to 95%; both ends take the sign (GB/T 15835).",
  },
  say,
  on: ["text"],
  needs: { text: { signs: ["digitRange"], and: ["percent", "widePercent"] } },
  check(cell) {
    const found = respelled(cell, (text) => rangePercent.apply(text));
    return found ? [{ message: tell(say, "found", found.shown), subject: found.shown.from, to: found.to, safe: false }] : [];
  },
  examples: [
    { name: "两端都有", given: [{ content: "占比 5%~95%。" }], reports: [] },
    { name: "只有后面有", given: [{ content: "占比 5~95%。" }], reports: [{ at: "1.content", says: "found", to: "占比 5%~95%。", safe: false }] },
  ],
};
