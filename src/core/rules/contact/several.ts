import { textOf } from "../../ledger/ledger";
import { comparisonForm } from "../../text/compare";
import { inRow } from "../finding";
import type { LedgerRule } from "../rule";
import { short, tell } from "../say";

const say = {
  people: {
    zh: "“{text}”一格里有{times}个人，每格宜只写一人",
    en: "“{text}” names {times} people; one a cell is better",
  },
} as const;

const NAME = /^[\p{Script=Han}·]{2,4}$/u;
/** Where many cells name several, that is how it is done here. */
const MOST_SHARE = 0.3;
const MOST = 2;

/** How many people the cell names, by their numbers or by their names. */
function peopleIn(text: string): number {
  const form = comparisonForm(text);
  const phones = form.match(/1[3-9]\d{9}(?!\d)/gu)?.length ?? 0;
  const names = text.replace(/[（(][^（）()]*[）)]/gu, "").split(/[、，,;；/\n]+/u).map((name) => name.replace(/[\d\s:：-]+/gu, ""));
  return Math.max(phones, names.length > 1 && names.every((name) => NAME.test(name)) ? names.length : 1);
}

export const contactSeveral: LedgerRule = {
  scope: "ledger",
  id: "contact/several",
  group: "content",
  severity: "info",
  title: { zh: "一格里有几个联系人", en: "Several people in one cell" },
  why: {
    zh: "不知道该找谁；姓名和号码也容易对错。",
    en: "Nobody knows whom to call, and names and numbers get mixed up.",
  },
  say,
  check({ ledger }) {
    const filled = ledger.rows.filter((row) => textOf(ledger, row, "contact").trim() !== "");
    const several = filled.filter((row) => peopleIn(textOf(ledger, row, "contact")) > 1);
    if (several.length > MOST && several.length > filled.length * MOST_SHARE) return [];
    return several.map((row) => {
      const text = textOf(ledger, row, "contact");
      return inRow(ledger, row, "contact", tell(say, "people", { text: short(text), times: peopleIn(text) }), { subject: short(text) });
    });
  },
  examples: [
    { name: "一人一格，手机和座机", given: [{ contact: "张三 13800000000" }, { contact: "李四 13900000000、0531-88888888" }], reports: [] },
    { name: "两个人", given: [{ contact: "张三、李四" }], reports: [{ at: "1.contact", says: "people" }] },
    { name: "两个号码", given: [{ contact: "张三13800000000李四13900000000" }], reports: [{ at: "1.contact", says: "people" }] },
  ],
};
