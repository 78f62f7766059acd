import { dayOfSerial, isoDay } from "../../grid/day";
import type { CellRule } from "../rule";
import { isLostDay } from "../serialIndex";
import { tell } from "../say";

const say = {
  turned: {
    zh: "序号被表格软件变成了日期（{day}），原来可能是“{serial}”",
    en: "The spreadsheet turned this serial into a date ({day}); it may have been “{serial}”",
  },
} as const;

export const serialDate: CellRule = {
  scope: "cell",
  id: "serial/date",
  group: "structure",
  severity: "error",
  title: { zh: "序号变成日期", en: "Serial turned into a date" },
  why: {
    zh: "“1-1”一类的序号输入后会自动变成日期，原来的编号就丢了。",
    en: "A serial such as 1-1 becomes a date when typed, and the number is lost.",
  },
  say,
  on: ["serial"],
  needs: { number: true },
  check({ value, mark }, { ledger }) {
    if (typeof value !== "number" || !(mark?.date || isLostDay(ledger, value))) return [];
    const day = dayOfSerial(value);
    if (!day) return [];
    const serial = `${day.month}-${day.day}`;
    return [{ message: tell(say, "turned", { day: isoDay(day), serial }), subject: serial, to: serial }];
  },
  examples: [
    { name: "普通序号", given: [{ serial: 1 }], reports: [] },
    { name: "日期格式也丢了", given: [{}, { serial: 45_658 }], reports: [{ at: "2.serial", says: "turned", to: "1-1", safe: false }] },
    { name: "1-2 变成了 1 月 2 日", given: [{}, {}, {}, {}, { serial: { value: 45659, mark: { date: true } } }], reports: [{ at: "5.serial", says: "turned", to: "1-2", safe: false }] },
  ],
};
