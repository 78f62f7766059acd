import { textOf } from "../../ledger/ledger";
import { comparisonForm } from "../../text/compare";
import { inRow } from "../finding";
import type { AgainstRule } from "../rule";
import { short, tell } from "../say";

const say = {
  copied: {
    zh: "进展情况与上期一字不差：“{text}”",
    en: "The progress is word for word that of the round before: “{text}”",
  },
} as const;

const SHORTEST = 6;

export const lastSameProgress: AgainstRule = {
  scope: "last",
  id: "last/same-progress",
  group: "content",
  severity: "info",
  title: { zh: "与上期相同", en: "Same as last time" },
  why: {
    zh: "一字不差的进展多半是照抄，可退回补充。",
    en: "Progress that is the same word for word was mostly copied.",
  },
  say,
  check({ ledger }, { ledger: last, twins }) {
    return [...twins].flatMap(([row, twin]) => {
      const text = textOf(ledger, row, "progress");
      const form = comparisonForm(text);
      if (form.length < SHORTEST || form !== comparisonForm(textOf(last, twin, "progress"))) return [];
      return [inRow(ledger, row, "progress", tell(say, "copied", { text: short(text) }), { subject: form })];
    });
  },
  examples: [
    { name: "有新进展", given: [{ progress: "已建成 30 家工厂。" }], against: [{ progress: "已建成 20 家工厂。" }], reports: [] },
    { name: "照抄上月", given: [{ progress: "已建成 20 家工厂。" }], against: [{ progress: "已建成20家工厂。" }], reports: [{ at: "1.progress", says: "copied" }] },
  ],
};
