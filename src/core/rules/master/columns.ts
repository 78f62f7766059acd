import { ownerOf } from "../../ledger/columns";
import { headerPlace } from "../finding";
import type { AgainstRule, Finding } from "../rule";
import { tell } from "../say";

const say = {
  extra: {
    zh: "“{header}”列是母版没有的，按填报单位的文字处理",
    en: "The master has no column {header}; it is taken as the unit’s own text",
  },
  gone: {
    zh: "母版的“{header}”列在这里没有；母版的内容保留",
    en: "The master’s column {header} is not here; what the master says is kept",
  },
} as const;

export const masterColumns: AgainstRule = {
  scope: "master",
  id: "master/columns",
  group: "structure",
  severity: "info",
  title: { zh: "列与母版不同", en: "Columns unlike the master’s" },
  why: {
    zh: "多出的列要决定去留，少了的列不等于删除。",
    en: "What becomes of an extra column has to be said; a missing one deletes nothing.",
  },
  say,
  beyondValues: true,
  check({ ledger }, { ledger: master }) {
    const extra = ledger.columns
      .filter(({ key }) => !master.index.has(key) && ownerOf(key) !== "provenance")
      .map(({ header, col, key }): Finding => ({ at: { sheet: ledger.sheet, row: ledger.headerRow, col }, row: null, message: tell(say, "extra", { header }), subject: key }));
    const gone = master.columns
      .filter(({ key }) => !ledger.index.has(key) && ownerOf(key) !== "provenance")
      .map(({ header, key }): Finding => ({ at: headerPlace(ledger), row: null, message: tell(say, "gone", { header }), subject: key }));
    return [...extra, ...gone];
  },
  examples: [
    { name: "列相同", given: [{ progress: "已立项。" }], against: [{ progress: null }], reports: [] },
    { name: "多了一列", given: [{ 完成百分比: "95" }], columns: ["serial", "task", "content", "leadUnits", "responsibleUnits", "完成百分比"], against: [{}], reports: [{ at: "0.完成百分比", says: "extra" }] },
    { name: "少了一列", given: [{}], columns: ["serial", "task", "content", "leadUnits"], against: [{}], reports: [{ at: "0.serial", says: "gone" }] },
  ],
};
