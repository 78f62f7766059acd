import { valueAt } from "../../grid/grid";
import type { CheckContext } from "../context";
import type { CellFix, Finding, LedgerRule } from "../rule";
import { tell } from "../say";
import { withUnitSpelled } from "../unitCells";

const say = {
  bare: {
    zh: "“{name}”没有写明哪一级，应是“{full}”吧？",
    en: "“{name}” does not say of which level; probably “{full}”",
  },
} as const;

function fixesOf({ grid, units }: CheckContext, name: string, full: string): readonly CellFix[] {
  return (units.places.get(name) ?? []).flatMap((at) => {
    const from = valueAt(grid, at.row, at.col);
    return typeof from === "string" ? [{ at, from, to: withUnitSpelled(units.listOf(from), name, full), safe: false }] : [];
  });
}

export const unitsLevelMissing: LedgerRule = {
  scope: "ledger",
  id: "units/level-missing",
  group: "content",
  severity: "warning",
  title: { zh: "单位缺层级", en: "Level of a unit missing" },
  why: {
    zh: "“商务局”可能是市里的，也可能是区里的；不写明就对不上。",
    en: "商务局 may be the city’s or a district’s, and is not found without its level.",
  },
  say,
  check(context) {
    const { units, rowKeys } = context;
    return [...units.places].flatMap(([name, places]): readonly Finding[] => {
      const full = units.registry.findWithoutPlace(name)?.name;
      const at = places[0];
      if (full === undefined || full === name || !at) return [];
      return [{ at, row: rowKeys.get(at.row) ?? null, message: tell(say, "bare", { name, full }), subject: name, places, fixes: fixesOf(context, name, full) }];
    });
  },
  examples: [
    { name: "写明了层级", given: [{ leadUnits: "市商务局" }, { leadUnits: "市财政局" }], reports: [] },
    { name: "市、区都有，不能断定", given: [{ leadUnits: "市商务局、历下区商务局" }, { leadUnits: "商务局" }], reports: [] },
    { name: "漏了“市”", given: [{ leadUnits: "市商务局" }, { leadUnits: "商务局、市财政局" }], reports: [{ at: "2.leadUnits", says: "bare", to: "市商务局、市财政局", safe: false }] },
  ],
};
