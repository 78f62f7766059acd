import { comparisonForm } from "../../text/compare";
import type { CellRule } from "../rule";
import { tell } from "../say";

const say = {
  same: {
    zh: "“{text}”在排序或筛选后就不知道指哪一行，请写出内容",
    en: "After sorting or filtering nobody knows what “{text}” points to; please write it out",
  },
} as const;

const DITTO = /^(?:同上(?:一?行|一?项|栏|条|款|所述)?|同前|同左|同第?\d{1,3}[行项条]?|〃|"|'')$/u;
/** A longer text says more than that. */
const LONGEST = 40;

export const textDitto: CellRule = {
  scope: "cell",
  id: "text/ditto",
  group: "content",
  severity: "error",
  title: { zh: "同上", en: "Ditto" },
  why: {
    zh: "汇总时每行单独处理，“同上”没有内容可取。",
    en: "Rows are merged one by one; 同上 holds nothing to take.",
  },
  say,
  on: ["text", "units", "date", "status", "number"],
  needs: { text: { signs: ["ditto"], most: LONGEST } },
  check({ text }) {
    const form = text === null || text.length > LONGEST ? "" : comparisonForm(text).replace(/[。,.]$/u, "");
    return DITTO.test(form) ? [{ message: tell(say, "same", { text: text?.trim() ?? "" }), subject: form }] : [];
  },
  examples: [
    { name: "写明了", given: [{ progress: "同上级部门对接，已立项。" }], reports: [] },
    { name: "同上", given: [{ progress: "同上。" }], reports: [{ at: "1.progress", says: "same" }] },
    { name: "单位同上", given: [{ leadUnits: "同上" }], reports: [{ at: "1.leadUnits", says: "same" }] },
  ],
};
