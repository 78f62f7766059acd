import type { TraitName } from "../../text/traits/traits";
import { brokenHabit, HABIT_SAY } from "../habit";
import type { CellRule } from "../rule";
import { inHabits } from "../spelling";

const say = {
  unlike: HABIT_SAY.unlike,
  standard: {
    zh: "单位之间的“{from}”宜用顿号，作“{to}”（{count}个单元格）",
    en: "Between units “{from}” should be “{to}” ({count} cells)",
  },
} as const;

const TRAITS: readonly TraitName[] = ["unitSeparator"];

/** A line break in place of the separator is layout: the list of units is the same, whoever reads it. */
function onlyLayout(from: string, to: string): boolean {
  return from.replace(/[\s、]+/gu, "") === to.replace(/[\s、]+/gu, "");
}

export const unitsSeparator: CellRule = {
  scope: "cell",
  id: "units/separator",
  group: "text",
  severity: "warning",
  title: { zh: "单位之间的分隔号不一致", en: "Separator of units unlike the rest" },
  why: {
    zh: "单位之间统一用顿号，便于逐个识别；通篇用其他符号或每行一个的台账按其习惯。",
    en: "Units are set apart by 、 so that each can be told, unless a ledger does otherwise throughout.",
  },
  say,
  gather: "sentence",
  on: ["units"],
  needs: { text: {} },
  check(cell, context) {
    if (cell.text === null || context.units.isProse(cell.text)) return [];
    const to = inHabits(context.profile, TRAITS, cell.text);
    return brokenHabit(cell, context, TRAITS, onlyLayout(cell.text, to));
  },
  examples: [
    { name: "顿号", given: [{ leadUnits: "市财政局、市商务局" }], reports: [] },
    { name: "括号里的逗号属于名称", given: [{ leadUnits: "各区县（含功能区，街道）、市商务局" }], reports: [] },
    { name: "牵头和配合之间用逗号", given: [{ leadUnits: "市商务局牵头，市财政局、市教育局按职责分工负责" }], reports: [] },
    { name: "逗号", given: [{ leadUnits: "市财政局，市商务局" }], reports: [{ at: "1.leadUnits", says: "standard", to: "市财政局、市商务局", safe: false }] },
    { name: "斜线", given: [{ leadUnits: "市财政局/市商务局" }], reports: [{ at: "1.leadUnits", says: "standard", to: "市财政局、市商务局", safe: false }] },
    {
      name: "每行一个单位是合法的体例",
      given: [{ leadUnits: "市财政局\n市商务局" }, { leadUnits: "市财政局\n市教育局" }, { leadUnits: "市公安局\n市商务局" }, { leadUnits: "市水务局\n市商务局" }],
      reports: [],
    },
    { name: "手工换行", given: [{ leadUnits: "市财政局\n　　市商务局" }], reports: [{ at: "1.leadUnits", says: "standard", to: "市财政局、市商务局", safe: true }] },
    { name: "与全文的顿号不同", given: [{ leadUnits: "市财政局、市商务局、市教育局" }, { leadUnits: "市财政局、市商务局、市公安局" }, { leadUnits: "市财政局；市教育局" }], reports: [{ at: "3.leadUnits", says: "unlike", to: "市财政局、市教育局", safe: false }] },
  ],
};
