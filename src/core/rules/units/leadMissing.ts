import { textOf } from "../../ledger/ledger";
import { inRow } from "../finding";
import type { LedgerRule } from "../rule";
import { short, tell } from "../say";

const say = {
  empty: {
    zh: "“{task}”没有牵头单位，不知道发给谁",
    en: "“{task}” has no lead unit: nobody can be sent it",
  },
  most: {
    zh: "有{times}项任务没有牵头单位",
    en: "{times} tasks have no lead unit",
  },
} as const;

export const unitsLeadMissing: LedgerRule = {
  scope: "ledger",
  id: "units/lead-missing",
  group: "content",
  severity: "warning",
  title: { zh: "缺牵头单位", en: "Lead unit missing" },
  why: {
    zh: "每项任务都要有人牵头；责任单位可以不填。",
    en: "Each task needs a lead; responsible units may be left out.",
  },
  say,
  check({ ledger }) {
    if (!ledger.index.has("leadUnits")) return [];
    const tasks = ledger.rows.filter((row) => textOf(ledger, row, "task").trim() !== "" || textOf(ledger, row, "content").trim() !== "");
    const empty = tasks.filter((row) => textOf(ledger, row, "leadUnits").trim() === "");
    const [first] = empty;
    // A form that is not filled in yet is one remark and not a hundred.
    if (first && empty.length > 3 && empty.length > tasks.length / 2) {
      return [inRow(ledger, first, "leadUnits", tell(say, "most", { times: empty.length }))];
    }
    return empty.map((row) => inRow(ledger, row, "leadUnits", tell(say, "empty", { task: short(textOf(ledger, row, "task") || textOf(ledger, row, "content")) })));
  },
  examples: [
    { name: "都有，责任单位可以空着", given: [{ responsibleUnits: null }], reports: [] },
    { name: "工作目标行有单位", given: ["一、工作目标", { serial: "2025 年工作目标", task: null }], reports: [] },
    { name: "一项没有", given: [{}, { leadUnits: null }], reports: [{ at: "2.leadUnits", says: "empty" }] },
    { name: "空白表", given: [1, 2, 3, 4].map(() => ({ leadUnits: null })), reports: [{ at: "1.leadUnits", says: "most" }] },
  ],
};
