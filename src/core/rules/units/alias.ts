import type { CellFix, Finding, LedgerRule } from "../rule";
import type { CheckContext } from "../context";
import { comparisonForm } from "../../text/compare";
import { parseUnit } from "../../units/parseUnit";
import { valueAt } from "../../grid/grid";
import { isStillInUse } from "../../units/successors";
import { tell } from "../say";
import { withUnitSpelled } from "../unitCells";

const say = {
  spelled: {
    zh: "“{name}”（{times}处）与“{usual}”（{usualTimes}处）应是同一单位，宜统一为“{usual}”",
    en: "“{name}” ({times} places) and “{usual}” ({usualTimes} places) are one unit; “{usual}” is usual here",
  },
  unlikeMaster: {
    zh: "“{name}”（{times}处）在母版中写作“{usual}”",
    en: "“{name}” ({times} places) is written “{usual}” in the master",
  },
} as const;

/** No unit's name is longer. */
const LONGEST_NAME = 60;

/** The usual spelling of a unit that the ledger knows by another one, or null. A former name is a rule of its own. */
function usualOf(name: string, context: CheckContext): string | null {
  if (name.length > LONGEST_NAME) return null;
  const { canonical, how } = context.units.registry.identify(name);
  // What the master writes itself is the master's to settle.
  if (context.master && context.units.registry.find(name)?.forms.some((form) => form.name === name)) return null;
  const other = how === "alias" && comparisonForm(canonical) !== comparisonForm(name);
  return other && (parseUnit(name)?.via !== "successor" || isStillInUse(name)) ? canonical : null;
}

function fixesOf(context: CheckContext, name: string, usual: string): readonly CellFix[] {
  const { grid, units } = context;
  return (units.places.get(name) ?? []).flatMap((at) => {
    const from = valueAt(grid, at.row, at.col);
    if (typeof from !== "string") return [];
    return [{ at, from, to: withUnitSpelled(units.listOf(from), name, usual), safe: false }];
  });
}

export const unitsAlias: LedgerRule = {
  scope: "ledger",
  id: "units/alias",
  group: "content",
  severity: "warning",
  title: { zh: "同一单位两种写法", en: "One unit under two names" },
  why: {
    zh: "同一单位写法不一，分发和统计时会被当成两个单位。",
    en: "A unit under two names is sent two files and counted twice.",
  },
  say,
  check(context) {
    const { places } = context.units;
    return [...places].flatMap(([name, at]): readonly Finding[] => {
      const usual = usualOf(name, context);
      const first = at[0];
      if (usual === null || !first) return [];
      const usualPlaces = places.get(usual) ?? [];
      const times = { times: at.length, usualTimes: usualPlaces.length };
      const message = usualPlaces.length > 0 ? tell(say, "spelled", { name, usual, ...times }) : tell(say, "unlikeMaster", { name, usual, times: at.length });
      const row = context.rowKeys.get(first.row) ?? null;
      return [{ at: first, row, message, subject: name, places: [...at, ...usualPlaces], fixes: fixesOf(context, name, usual) }];
    });
  },
  examples: [
    { name: "各单位一种写法", given: [{ leadUnits: "市商务局" }, { leadUnits: "市财务局" }], reports: [] },
    {
      name: "简称与全称",
      given: [{ leadUnits: "市应急管理局" }, { leadUnits: "市应急局、市水务局" }, { responsibleUnits: "市应急管理局" }],
      reports: [{ at: "2.leadUnits", says: "spelled", places: ["2.leadUnits", "1.leadUnits", "3.responsibleUnits"], to: "市应急管理局、市水务局", safe: false }],
    },
    {
      name: "与母版写法不同",
      given: [{ leadUnits: "市应急局" }],
      against: [{ leadUnits: "市应急管理局" }],
      reports: [{ at: "1.leadUnits", says: "unlikeMaster", to: "市应急管理局", safe: false }],
    },
  ],
};
