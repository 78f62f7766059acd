import { textOf } from "../../ledger/ledger";
import { inRow } from "../finding";
import type { AgainstRule } from "../rule";
import { short, tell } from "../say";

const say = {
  added: {
    zh: "母版里没有“{task}”这一行，是新增的任务吗？",
    en: "The master has no row “{task}”: is it a new task?",
  },
} as const;

export const masterRowAdded: AgainstRule = {
  scope: "master",
  id: "master/row-added",
  group: "structure",
  severity: "warning",
  title: { zh: "新增的行", en: "Row that was not issued" },
  why: {
    zh: "新增的行不会自动进入母版，需要主管单位决定。",
    en: "New rows do not enter the master by themselves.",
  },
  say,
  beyondValues: true,
  check({ ledger }, { twins }) {
    return ledger.rows.flatMap((row) => {
      const words = textOf(ledger, row, "task") || textOf(ledger, row, "content");
      return twins.has(row) || words.trim() === "" ? [] : [inRow(ledger, row, "task", tell(say, "added", { task: short(words) }), { subject: words })];
    });
  },
  examples: [
    { name: "只报了其中几行", given: [{ serial: 2, task: "乙", content: "抓好乙类项目的组织实施。" }], against: [{ task: "甲" }, { task: "乙", content: "抓好乙类项目的组织实施。" }], reports: [] },
    { name: "多了一行", given: [{}, { task: "组织进社区活动", content: "开展惠民消费活动。" }], against: [{}], reports: [{ at: "2.task", says: "added" }] },
  ],
};
