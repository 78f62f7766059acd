import { ownerOf } from "../../ledger/columns";
import type { AgainstRule, Finding } from "../rule";
import { comparisonForm } from "../../text/compare";
import { tell } from "../say";

const say = {
  renamed: {
    zh: "“{header}”列按母版的“{master}”列读取",
    en: "The column {header} is read as the master’s {master}",
  },
} as const;

export const masterColumnsRenamed: AgainstRule = {
  scope: "master",
  id: "master/columns-renamed",
  group: "structure",
  severity: "info",
  title: { zh: "列名与母版不同", en: "Column renamed" },
  why: {
    zh: "列名换了说法，按意思对应；对应错了请改回母版的列名。",
    en: "A column goes by another name and is matched by meaning; if that is wrong, please restore the name.",
  },
  say,
  beyondValues: true,
  check({ ledger }, { ledger: master }) {
    return ledger.columns.flatMap(({ key, header, col }): readonly Finding[] => {
      const own = master.columns[master.index.get(key) ?? -1];
      if (!own || ownerOf(key) === "provenance" || comparisonForm(lastLine(own.header)) === comparisonForm(lastLine(header))) return [];
      return [{ at: { sheet: ledger.sheet, row: ledger.headerRow, col }, row: null, message: tell(say, "renamed", { header, master: own.header }), subject: header }];
    });
  },
  examples: [
    { name: "列名相同", given: [{ progress: "已立项。" }], against: [{ progress: null }], reports: [] },
    { name: "换了说法", given: [{ progress: "已立项。" }], headers: { progress: "工作进展" }, against: [{ progress: null }], reports: [{ at: "0.progress", says: "renamed" }] },
  ],
};

function lastLine(header: string): string {
  return header.split("/").at(-1) ?? header;
}
