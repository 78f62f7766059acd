import type { CellRule } from "../rule";
import { short, tell } from "../say";

const say = {
  unnamed: {
    zh: "“{words}”没有逐一写明单位，分发前需要选定（{count}个单元格）",
    en: "“{words}” does not name its units; they have to be chosen before sending out ({count} cells)",
  },
} as const;

export const unitsOpenList: CellRule = {
  scope: "cell",
  id: "units/open-list",
  group: "content",
  severity: "info",
  title: { zh: "单位没有写全", en: "Open list of units" },
  why: {
    zh: "“等有关部门”“各区县”是合法写法，只是不能据此确定发给谁。",
    en: "各区县 and 等有关部门 are proper wording, but do not tell whom to send to.",
  },
  say,
  gather: "sentence",
  on: ["units"],
  needs: { text: {} },
  check({ text, owner }, { units }) {
    if (text === null || owner !== "master" || units.isProse(text)) return [];
    const { openEnded, classes } = units.listOf(text);
    return openEnded ? [{ message: tell(say, "unnamed", { words: short(classes[0]?.text ?? text) }) }] : [];
  },
  examples: [
    { name: "都写明了", given: [{ leadUnits: "市财政局、市商务局" }], reports: [] },
    {
      name: "一类单位和“等”",
      given: [{ leadUnits: "各区县人民政府（功能区管委会）" }, { leadUnits: "市教育局、市卫生健康委等有关部门（单位）" }],
      reports: [{ at: "1.leadUnits", says: "unnamed", places: ["1.leadUnits", "2.leadUnits"] }],
    },
  ],
};
