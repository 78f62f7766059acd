import type { CellRule } from "../rule";
import { tell } from "../say";

const say = {
  struck: {
    zh: "有{count}个单元格的文字带删除线：是要删去，还是忘了清除格式？",
    en: "{count} cells have text struck through: is it meant to be deleted?",
  },
  coloured: {
    zh: "有{count}个单元格的文字单独设了颜色，可能表示修改，请确认",
    en: "{count} cells have words in a colour of their own, which may mark a change; please confirm",
  },
} as const;

export const cellMarked: CellRule = {
  scope: "cell",
  id: "cell/marked",
  group: "content",
  severity: "warning",
  title: { zh: "删除线和彩色文字", en: "Struck or coloured words" },
  why: {
    zh: "颜色和删除线所表示的意思在汇总、转存时会丢失。",
    en: "What colours and strokes mean is lost when cells are merged or saved elsewhere.",
  },
  say,
  beyondValues: true,
  gather: "sentence",
  on: ["text", "units", "date", "number", "status"],
  needs: { marks: ["struck", "coloured"] },
  check: ({ mark }) => [
    ...(mark?.struck ? [{ message: tell(say, "struck", {}) }] : []),
    ...(mark?.coloured ? [{ message: tell(say, "coloured", {}) }] : []),
  ],
  examples: [
    { name: "没有特殊格式", given: [{}], reports: [] },
    { name: "删除线", given: [{ content: { value: "抓好落实。", mark: { struck: true } } }], reports: [{ at: "1.content", says: "struck" }] },
    { name: "红字", given: [{ content: { value: "抓好落实。", mark: { coloured: true } } }], reports: [{ at: "1.content", says: "coloured" }] },
  ],
};
