import type { ColumnKey } from "../../ledger/columns";
import type { AgainstRule } from "../rule";
import { tell } from "../say";

const say = {
  moved: {
    zh: "列的顺序与母版不同：“{header}”列换了位置；按列名读取，不影响汇总",
    en: "The columns stand in another order than the master’s: {header} was moved; they are read by name",
  },
} as const;

/** The key whose removal leaves both orders alike, else the first that differs; null where the order is the same. */
function movedKey(own: readonly ColumnKey[], master: readonly ColumnKey[]): ColumnKey | null {
  const first = own.findIndex((key, index) => key !== master[index]);
  if (first < 0) return null;
  const without = (keys: readonly ColumnKey[], key: ColumnKey | undefined): string => keys.filter((other) => other !== key).join("|");
  return [own[first], master[first]].find((key) => without(own, key) === without(master, key)) ?? own[first] ?? null;
}

export const masterColumnsMoved: AgainstRule = {
  scope: "master",
  id: "master/columns-moved",
  group: "structure",
  severity: "info",
  title: { zh: "列的顺序与母版不同", en: "Columns in another order" },
  why: {
    zh: "按列名对应，不按位置；手工粘贴到母版时要当心错列。",
    en: "Columns are matched by name; who pastes by hand has to watch out.",
  },
  say,
  beyondValues: true,
  check({ ledger }, { ledger: master }) {
    const shared = ledger.columns.filter(({ key }) => master.index.has(key));
    const key = movedKey(shared.map((column) => column.key), master.columns.filter((column) => ledger.index.has(column.key)).map((column) => column.key));
    const column = ledger.columns[ledger.index.get(key ?? "") ?? -1];
    return column ? [{ at: { sheet: ledger.sheet, row: ledger.headerRow, col: column.col }, row: null, message: tell(say, "moved", { header: column.header }) }] : [];
  },
  examples: [
    { name: "顺序相同，多一列", given: [{ progress: "已立项。" }], against: [{}], reports: [] },
    { name: "单位挪到了前面", given: [{}], columns: ["serial", "leadUnits", "task", "content", "responsibleUnits"], against: [{}], reports: [{ at: "0.leadUnits", says: "moved" }] },
  ],
};
