import type { CellRule } from "../rule";
import { short, tell } from "../say";

const say = {
  sentence: {
    zh: "{header}栏里是一段话：“{text}”，可能填错了列",
    en: "The column of units holds a sentence: “{text}”; it may belong to the next column",
  },
} as const;

export const unitsProse: CellRule = {
  scope: "cell",
  id: "units/prose",
  group: "content",
  severity: "error",
  title: { zh: "单位栏里不是单位", en: "No unit in a column of units" },
  why: {
    zh: "多半是粘贴时错了一列；按这样的单位没法分发和汇总。",
    en: "Mostly pasted one column too far; nothing can be sent to or merged by such a unit.",
  },
  say,
  on: ["units"],
  needs: { text: {} },
  check({ text, key }, { ledger, units }) {
    if (text === null) return [];
    if (!units.isProse(text)) return [];
    const header = ledger.columns[ledger.index.get(key ?? "") ?? -1]?.header ?? "";
    return [{ message: tell(say, "sentence", { header, text: short(text) }), subject: short(text) }];
  },
  examples: [
    { name: "单位", given: [{ leadUnits: "市发展改革委、市工业和信息化局、市农业农村局等有关部门（单位）" }], reports: [] },
    { name: "进展填到了单位栏", given: [{ responsibleUnits: "已完成摸底，正在推进项目建设，预计年底前完工。" }], reports: [{ at: "1.responsibleUnits", says: "sentence" }] },
  ],
};
