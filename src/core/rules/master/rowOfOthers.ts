import { isEmpty } from "../../grid/grid";
import { ownerOf } from "../../ledger/columns";
import type { CheckContext } from "../context";
import type { LedgerRow } from "../../ledger/ledger";
import { inRow } from "../finding";
import { isAddressedTo, reporterOf } from "../reporter";
import type { AgainstRule } from "../rule";
import { tell } from "../say";

const say = {
  foreign: {
    zh: "这一行不是发给{unit}的，却填了内容，请核对",
    en: "This row is not addressed to {unit}, but was filled in; please check",
  },
} as const;

function isAnswered({ ledger }: CheckContext, row: LedgerRow): boolean {
  return ledger.columns.some(({ key }, position) => {
    const owner = ownerOf(key);
    return (owner === "unit" || owner === "shared") && !row.spanned?.has(position) && !isEmpty(row.values[position]);
  });
}

export const masterRowOfOthers: AgainstRule = {
  scope: "master",
  id: "master/row-of-others",
  group: "content",
  severity: "warning",
  title: { zh: "填了别的单位的行", en: "Row of another unit" },
  why: {
    zh: "没有发给该单位的行，填的内容不会自动采用。",
    en: "What a unit writes into rows that are not its own is not taken by itself.",
  },
  say,
  beyondValues: true,
  check(context, { ledger: master, twins }) {
    const reporter = reporterOf(context);
    if (!reporter) return [];
    return [...twins].flatMap(([row, twin]) => {
      const own = isAddressedTo(master, twin, reporter, context);
      return own !== false || !isAnswered(context, row) ? [] : [inRow(context.ledger, row, "progress", tell(say, "foreign", { unit: reporter.name }))];
    });
  },
  examples: [
    {
      name: "各填各的；各单位都要填的行",
      given: [{ leadUnits: "市财政局", progress: "已立项。", reporter: "市财政局" }, { leadUnits: "各有关部门", progress: "已落实。", reporter: "市财政局" }],
      against: [{ leadUnits: "市财政局" }, { leadUnits: "各有关部门" }],
      reports: [],
    },
    {
      name: "填了别人的行",
      given: [{ leadUnits: "市财政局", progress: "已立项。", reporter: "市财政局" }, { leadUnits: "市商务局", progress: "已落实。", reporter: "市财政局" }],
      against: [{ leadUnits: "市财政局" }, { leadUnits: "市商务局" }],
      reports: [{ at: "2.progress", says: "foreign" }],
    },
  ],
};
