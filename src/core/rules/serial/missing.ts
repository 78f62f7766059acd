import { textOf } from "../../ledger/ledger";
import { inRow } from "../finding";
import type { RowRule } from "../rule";
import { short, tell } from "../say";

const say = {
  empty: {
    zh: "“{task}”没有序号，请补上",
    en: "“{task}” has no serial; please number it",
  },
} as const;

export const serialMissing: RowRule = {
  scope: "row",
  id: "serial/missing",
  group: "structure",
  severity: "error",
  title: { zh: "缺序号", en: "Serial missing" },
  why: {
    zh: "没有序号的任务在汇总时只能靠文字辨认，容易错行。",
    en: "A task without a serial can only be told by its text when returns are merged.",
  },
  say,
  check(row, { ledger, serials }) {
    if (row.kind !== "task" || row.key !== null || !serials.numbered) return [];
    const words = textOf(ledger, row, "task") || textOf(ledger, row, "content");
    return words.trim() === "" ? [] : [inRow(ledger, row, "serial", tell(say, "empty", { task: short(words) }))];
  },
  examples: [
    { name: "都有序号", given: [{}, {}], reports: [] },
    { name: "工作目标行没有序号是正常的", given: ["一、工作目标", { serial: "2025 年工作目标", task: null }, "二、主要任务", {}], reports: [] },
    { name: "一项缺序号", given: [{}, {}, {}, {}, { serial: null, task: "推进摸底" }, {}], reports: [{ at: "5.serial", says: "empty" }] },
    { name: "通篇不编号的台账不报", given: [{ serial: null }, { serial: null }], reports: [] },
  ],
};
