import type { CellRule } from "../rule";
import { tell } from "../say";
import { repeatedUnits, withoutUnits } from "../unitCells";

const say = {
  twice: {
    zh: "“{unit}”在同一格里出现了两次",
    en: "“{unit}” stands in this cell twice",
  },
} as const;

export const unitsRepeated: CellRule = {
  scope: "cell",
  id: "units/repeated",
  group: "content",
  severity: "warning",
  title: { zh: "同一格里单位重复", en: "Unit twice in a cell" },
  why: {
    zh: "重复的单位没有意义，去掉后单位名单不变。",
    en: "The second one says nothing; without it the list of units is the same.",
  },
  say,
  on: ["units"],
  needs: { text: {} },
  check({ text }, { units }) {
    if (text === null) return [];
    const list = units.listOf(text);
    const again = repeatedUnits(list);
    const [first] = again;
    return first ? [{ message: tell(say, "twice", { unit: first.text }), subject: first.text, to: withoutUnits(list, again), safe: true }] : [];
  },
  examples: [
    { name: "各一次", given: [{ responsibleUnits: "市财政局、市商务局" }], reports: [] },
    { name: "写了两次", given: [{ responsibleUnits: "市财政局、市商务局、市财政局" }], reports: [{ at: "1.responsibleUnits", says: "twice", to: "市财政局、市商务局", safe: true }] },
  ],
};
