import type { ColumnKey } from "../ledger/columns";
import type { PolicyName, RowId } from "../round/round";
import { columnOfWord, columnWord } from "./columnWord";
import { choiceOf, type SettingSubject } from "./subject";

const POLICY = choiceOf<PolicyName>({ ask: "逐项询问", lead: "以牵头单位为准", "all-done": "全部完成才算完成", sum: "相加", max: "取最大", list: "并列" });

/** How values that differ become one, by column; a column that is not here is asked. */
export const policies: SettingSubject<ReadonlyMap<ColumnKey, PolicyName>> = {
  word: "汇总方式",
  initial: new Map(),
  records: (value) => inOrder(value).map(([column, policy]) => [columnWord(column), POLICY.word(policy)]),
  take(before, [column, word, ...more]) {
    const policy = POLICY.code(word);
    return column === undefined || column === "" || policy === null || more.length > 0 ? null : new Map([...before, [columnOfWord(column), policy]]);
  },
};

/** The same for single rows of this ledger, before the column's own. */
export const rowPolicies: SettingSubject<ReadonlyMap<RowId, ReadonlyMap<ColumnKey, PolicyName>>> = {
  word: "单行汇总方式",
  initial: new Map(),
  ofThisLedger: true,
  records: (value) => inOrder(value).flatMap(([row, columns]) => inOrder(columns).map(([column, policy]) => [row, columnWord(column), POLICY.word(policy)])),
  take(before, [row, column, word, ...more]) {
    const policy = POLICY.code(word);
    if (row === undefined || row === "" || column === undefined || column === "" || policy === null || more.length > 0) return null;
    return new Map([...before, [row, new Map([...(before.get(row) ?? []), [columnOfWord(column), policy]])]]);
  },
};

function inOrder<T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...map].sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
}
