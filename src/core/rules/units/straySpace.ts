import type { TraitName } from "../../text/traits/traits";
import type { CellRule } from "../rule";
import { tell } from "../say";
import { inHabits, respelled } from "../spelling";

const say = {
  standard: {
    zh: "“{from}”里多了空格或换行，应作“{to}”（{count}个单元格）",
    en: "“{from}” has stray blanks, should be “{to}” ({count} cells)",
  },
} as const;

const TRAITS: readonly TraitName[] = ["unitGap"];

export const unitsStraySpace: CellRule = {
  scope: "cell",
  id: "units/stray-space",
  group: "text",
  severity: "warning",
  title: { zh: "单位之间多了空格", en: "Stray blanks between units" },
  why: {
    zh: "顿号前后的空格使同一单位看起来像两个。",
    en: "Blanks at the separator make one unit look like two.",
  },
  say,
  gather: "sentence",
  on: ["units"],
  needs: { text: {} },
  check(cell, context) {
    if (cell.text === null || context.units.isProse(cell.text)) return [];
    const found = respelled(cell, (text) => inHabits(context.profile, TRAITS, text));
    if (!found) return [];
    return [{ message: tell(say, "standard", found.shown), subject: found.shown.from, to: found.to, safe: true }];
  },
  examples: [
    { name: "顿号前后没有空格", given: [{ leadUnits: "市财政局、市商务局" }], reports: [] },
    { name: "顿号后多了空格", given: [{ leadUnits: "国网济南供电公司、 国网莱芜供电公司" }], reports: [{ at: "1.leadUnits", says: "standard", to: "国网济南供电公司、国网莱芜供电公司", safe: true }] },
    { name: "换行和手工缩进", given: [{ leadUnits: "市财政局、\n　　市商务局" }], reports: [{ at: "1.leadUnits", says: "standard", to: "市财政局、市商务局", safe: true }] },
  ],
};
