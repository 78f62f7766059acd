import { isNumbered, readSerial } from "../../parse/serial";
import type { CellRule } from "../rule";
import { short, tell } from "../say";

const say = {
  noNumber: {
    zh: "序号“{serial}”不是数字，而其他任务都用数字编号",
    en: "Serial “{serial}” is no number, as the others are",
  },
} as const;

/** 3-1, 12.2: a part of a task, numbered on purpose. */
const SUBNUMBER = /^\d{1,4}(?:[.\-－—]\d{1,4}){1,3}$/u;

export const serialUnreadable: CellRule = {
  scope: "cell",
  id: "serial/unreadable",
  group: "structure",
  severity: "warning",
  title: { zh: "序号不是数字", en: "Serial is no number" },
  why: {
    zh: "序号栏里的其他内容多半是填错了列，或行被插乱。",
    en: "Other words in the column of serials were mostly typed into the wrong column.",
  },
  say,
  on: ["serial"],
  check({ value, text, row, mark }, { serials }) {
    const serial = readSerial(value);
    if (row?.kind !== "task" || serial === null || isNumbered(serial) || mark?.date || mark?.error || !serials.numbered) return [];
    return SUBNUMBER.test(serial) ? [] : [{ message: tell(say, "noNumber", { serial: short(text ?? serial) }), subject: serial }];
  },
  examples: [
    { name: "数字和分项编号", given: [{}, {}, {}, {}, {}, { serial: "5-1" }], reports: [] },
    { name: "填成了别的内容", given: [{}, {}, {}, {}, { serial: "新增" }], reports: [{ at: "5.serial", says: "noNumber" }] },
    { name: "通篇用字母编号", given: [{ serial: "A" }, { serial: "B" }], reports: [] },
  ],
};
