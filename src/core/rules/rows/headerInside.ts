import { rowAt, isEmpty } from "../../grid/grid";
import type { Finding, LedgerRule } from "../rule";
import { tell } from "../say";

const say = {
  header: {
    zh: "表格中间又有一行表头，读取时已跳过，没有删除",
    en: "The header stands again in the middle of the table; it is skipped, not deleted",
  },
} as const;

/** A header that is repeated more often belongs to the pages of the form. */
const MOST = 2;

export const rowsHeaderInside: LedgerRule = {
  scope: "ledger",
  id: "rows/header-inside",
  group: "structure",
  severity: "info",
  title: { zh: "中间又有表头", en: "Header inside the table" },
  why: {
    zh: "多半是几张表粘贴在一起留下的；按页重复的表头不报。",
    en: "Mostly left from tables pasted together; a header on every page is not mentioned.",
  },
  say,
  check({ ledger, grid }) {
    const again = ledger.frame.filter(({ kind }) => kind === "repeatedHeader");
    // The second line of a header of two lines belongs to the first.
    const apart = again.filter(({ gridRow }, index) => again[index - 1]?.gridRow !== gridRow - 1);
    if (apart.length === 0 || apart.length > MOST) return [];
    return apart.map(({ gridRow }): Finding => {
      const col = rowAt(grid, gridRow)?.values.findIndex((value) => !isEmpty(value)) ?? 0;
      return { at: { sheet: ledger.sheet, row: gridRow, col: Math.max(0, col) }, row: null, message: tell(say, "header", {}) };
    });
  },
  examples: [
    { name: "只有一行表头", given: [{}, {}], reports: [] },
    {
      name: "粘贴时带进了表头",
      given: [{}, { serial: "序号", task: "重点任务", content: "工作内容", leadUnits: "牵头单位", responsibleUnits: "责任单位" }, {}],
      reports: [{ at: "2", says: "header" }],
    },
  ],
};
