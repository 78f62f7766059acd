import { isNumbered, readSerial } from "../../parse/serial";
import type { CellRule } from "../rule";
import { tell } from "../say";

const say = {
  spelled: {
    zh: "序号“{from}”应作“{to}”（{count}个单元格）",
    en: "Serial “{from}” should be “{to}” ({count} cells)",
  },
  asText: {
    zh: "序号“{from}”是文本格式的数字，应与其他序号一样为数字（{count}个单元格）",
    en: "Serial “{from}” is a number kept as text; the others are numbers ({count} cells)",
  },
} as const;

export const serialSpelling: CellRule = {
  scope: "cell",
  id: "serial/spelling",
  group: "structure",
  severity: "warning",
  title: { zh: "序号写法不一", en: "Serials spelled in several ways" },
  why: {
    zh: "“1.”“１”“①”和文本格式的“1”都能看懂，但排序、筛选时与数字 1 不同。",
    en: "1., １ and ① are understood, but neither sort nor filter like the number 1.",
  },
  say,
  gather: "sentence",
  on: ["serial"],
  needs: { text: {} },
  check({ text, row }, { serials }) {
    const serial = readSerial(text);
    if (text === null || serial === null || !isNumbered(serial) || row?.kind !== "task" || !serials.numbered) return [];
    const to = serials.typed ? Number(serial) : serial;
    if (text === to) return [];
    return [{ message: tell(say, text === serial ? "asText" : "spelled", { from: text, to: serial }), subject: text, to, safe: true }];
  },
  examples: [
    { name: "数字", given: [{ serial: 1 }, { serial: 2 }], reports: [] },
    { name: "文本来源的台账，序号都是文本", given: [{ serial: "1" }, { serial: "2" }], reports: [] },
    { name: "全角、带点", given: [{ serial: "1" }, { serial: "２" }, { serial: "3." }], reports: [{ at: "2.serial", says: "spelled", places: ["2.serial", "3.serial"], to: "2", safe: true }] },
    { name: "带圈", given: [{}, {}, {}, {}, { serial: "⑤" }], reports: [{ at: "5.serial", says: "spelled", to: 5, safe: true }] },
    { name: "文本格式的数字", given: [{}, {}, {}, {}, { serial: "5" }], reports: [{ at: "5.serial", says: "asText", to: 5, safe: true }] },
  ],
};
