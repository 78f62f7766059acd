import { headerOf, type PresetKey } from "../../ledger/columns";
import { headerPlace } from "../finding";
import type { Finding, LedgerRule } from "../rule";
import { tell } from "../say";

const say = {
  without: {
    zh: "没有找到“{header}”列；如果表头用了别的名称，请改成通用名称",
    en: "No column {header} was found; if it goes by another name, please use the usual one",
  },
} as const;

/** Of each line one column has to be there. */
const NEEDED: readonly (readonly PresetKey[])[] = [["serial"], ["task", "content"], ["leadUnits", "responsibleUnits"]];

export const columnsMissing: LedgerRule = {
  scope: "ledger",
  id: "columns/missing",
  group: "structure",
  severity: "warning",
  title: { zh: "缺少必要的列", en: "Column missing" },
  why: {
    zh: "没有序号、任务或单位，就不能分发和汇总。",
    en: "Without serials, tasks or units nothing can be sent out or merged.",
  },
  say,
  check({ ledger }) {
    return NEEDED.filter((keys) => !keys.some((key) => ledger.index.has(key))).map(([key]): Finding => ({
      at: headerPlace(ledger),
      row: null,
      message: tell(say, "without", { header: headerOf(key ?? "") }),
      subject: key ?? "",
    }));
  },
  examples: [
    { name: "只有责任单位也可以", given: [{}], columns: ["serial", "task", "content", "responsibleUnits"], reports: [] },
    { name: "没有单位", given: [{}], columns: ["serial", "task", "content", "note"], reports: [{ at: "0.serial", says: "without" }] },
  ],
};
