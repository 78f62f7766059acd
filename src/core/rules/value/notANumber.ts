import { readNumber } from "../../text/readNumber";
import { isNothing } from "../deadlines";
import type { CellRule } from "../rule";
import { short, tell } from "../say";

const say = {
  words: {
    zh: "{header}“{text}”不是一个数，无法与目标比较",
    en: "{header} “{text}” is no single number and cannot be compared with the target",
  },
} as const;

export const valueNotANumber: CellRule = {
  scope: "cell",
  id: "value/not-a-number",
  group: "content",
  severity: "warning",
  title: { zh: "完成值不是数字", en: "Reported value is no number" },
  why: {
    zh: "完成值要能与目标值比较、能汇总；文字说明请写在进展情况里。",
    en: "A reported value is compared and summed up; words belong into 进展情况.",
  },
  say,
  on: ["number"],
  under: ["reportedValue"],
  needs: { text: {} },
  check({ text, key, mark }, { ledger }) {
    if (text === null || key !== "reportedValue" || mark?.error || isNothing(text) || /\?{3,}|\ufffd/u.test(text) || readNumber(text) !== null) return [];
    const header = ledger.columns[ledger.index.get(key) ?? -1]?.header ?? "";
    return [{ message: tell(say, "words", { header, text: short(text) }), subject: text }];
  },
  examples: [
    { name: "各种写法的数", given: [{ reportedValue: 72 }, { reportedValue: "1,200" }, { reportedValue: "150家" }, { reportedValue: "７２" }, { reportedValue: "约 30" }, { reportedValue: "无" }], reports: [] },
    { name: "文字", given: [{ reportedValue: "基本完成" }, { reportedValue: "5个区各3个" }], reports: [{ at: "1.reportedValue", says: "words" }, { at: "2.reportedValue", says: "words" }] },
  ],
};
