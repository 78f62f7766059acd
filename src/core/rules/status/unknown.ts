import { statusWord } from "../../lights/status";
import { comparisonForm } from "../../text/compare";
import { isNothing } from "../deadlines";
import type { CellRule } from "../rule";
import { short, tell } from "../say";

const say = {
  word: {
    zh: "状态“{text}”不在已完成、进行中、未启动、滞后之列，请选定一个",
    en: "The status “{text}” is none of 已完成, 进行中, 未启动, 滞后; please choose one",
  },
} as const;

/** 完成95%, 已完成 8 成: something was done, and not all of it. */
function isPartly(text: string): boolean {
  const share = /^(?:已|约|累计|目前)?(?:完成|推进|进度)?(?:了|约|率|到|至|达)?:?(\d{1,2}(?:\.\d{1,2})?)%(?:左右|以上|完成)?$/u.exec(comparisonForm(text))?.[1];
  return share !== undefined && Number(share) > 0;
}

export const statusUnknown: CellRule = {
  scope: "cell",
  id: "status/unknown",
  group: "content",
  severity: "warning",
  title: { zh: "状态不明", en: "Unknown status" },
  why: {
    zh: "不认得的状态不能亮灯，也不会替填报单位猜。",
    en: "A status that is not known gets no light, and is not guessed.",
  },
  say,
  on: ["status"],
  check({ value, mark }, { statusOf }) {
    const text = typeof value === "boolean" ? "" : String(value);
    if (text === "" || mark?.error || isNothing(text) || statusOf(text) !== null || /\?{3,}|\ufffd/u.test(text)) return [];
    return [{ message: tell(say, "word", { text: short(text) }), subject: text, ...(isPartly(text) ? { to: statusWord("ongoing") } : {}) }];
  },
  examples: [
    { name: "通用状态和常见同义词", given: [{ status: "已完成" }, { status: "推进中" }, { status: "√" }, { status: "达序时" }, { status: "滞后" }], reports: [] },
    { name: "一句话，一个数", given: [{ status: "完成95%" }, { status: 95 }], reports: [{ at: "1.status", says: "word", to: "进行中", safe: false }, { at: "2.status", says: "word" }] },
  ],
};
