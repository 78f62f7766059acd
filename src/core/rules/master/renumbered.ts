import { isNumbered } from "../../parse/serial";
import { inRow } from "../finding";
import type { AgainstRule } from "../rule";
import { tell } from "../say";

const say = {
  other: {
    zh: "序号{serial}在母版中是{master}；按任务内容对应，不影响汇总（共{count}行）",
    en: "Serial {serial} is {master} in the master; rows are matched by their text ({count} rows)",
  },
} as const;

export const masterRenumbered: AgainstRule = {
  scope: "master",
  id: "master/renumbered",
  group: "structure",
  severity: "info",
  title: { zh: "序号与母版不同", en: "Serials unlike the master’s" },
  why: {
    zh: "填报单位常把自己的几行重新编号；按文字对应即可。",
    en: "Units often number their own rows anew; the text tells which row is meant.",
  },
  say,
  beyondValues: true,
  gather: "sentence",
  check({ ledger }, { twins }) {
    return [...twins].flatMap(([row, twin]) => {
      if (!isNumbered(row.key) || !isNumbered(twin.key) || row.key === twin.key) return [];
      return [inRow(ledger, row, "serial", tell(say, "other", { serial: row.key ?? "", master: twin.key ?? "" }))];
    });
  },
  examples: [
    { name: "序号一致", given: [{ serial: 2, task: "乙", content: "抓好乙类项目的实施。" }], against: [{ task: "甲" }, { task: "乙", content: "抓好乙类项目的实施。" }], reports: [] },
    { name: "从 1 重新编号", given: [{ serial: 1, task: "乙", content: "抓好乙类项目的实施。" }], against: [{ task: "甲" }, { task: "乙", content: "抓好乙类项目的实施。" }], reports: [{ at: "1.serial", says: "other" }] },
  ],
};
