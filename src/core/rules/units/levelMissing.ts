import { valueAt } from "../../grid/grid";
import type { CheckContext } from "../context";
import type { CellFix, Finding, LedgerRule } from "../rule";
import { parseUnit } from "../../units/parseUnit";
import { groupBy } from "../groupBy";
import { tell } from "../say";
import type { UnitIndex } from "../unitIndex";
import { withUnitSpelled } from "../unitCells";

const say = {
  bare: {
    zh: "“{name}”没有写明哪一级，应是“{full}”吧？",
    en: "“{name}” does not say of which level; probably “{full}”",
  },
} as const;

const LEVEL_WORDS: readonly string[] = ["市", "县", "区", "州", "旗", "盟"];
const CLEAR_SHARE = 0.8;
const FEWEST = 5;

/** The word that most units of the ledger begin with, or null: 市 in a city's ledger. */
function usualLevel(units: UnitIndex): string | null {
  const words = [...units.places.keys()].map((name) => parseUnit(name)?.place.name ?? "").filter((word) => LEVEL_WORDS.includes(word));
  const [most] = [...groupBy(words, (word) => word)].sort(([, left], [, right]) => right.length - left.length);
  return most && most[1].length >= FEWEST && most[1].length >= words.length * CLEAR_SHARE ? most[0] : null;
}

/** The unit that is meant: the ledger's own of that name, else a listed one of the ledger's usual level. */
function fullOf(units: UnitIndex, level: string | null, name: string): string | undefined {
  const own = units.registry.findWithoutPlace(name)?.name;
  if (own !== undefined || level === null) return own;
  const parsed = parseUnit(name);
  const isBare = parsed?.via === "name" && parsed.place.level === "none" && units.registry.identify(name).candidates.length === 0;
  const full = `${level}${name}`;
  const there = parseUnit(full);
  return isBare && there?.via === "name" && there.place.name === level ? full : undefined;
}

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
    const level = usualLevel(units);
    return [...units.places].flatMap(([name, places]): readonly Finding[] => {
      const full = fullOf(units, level, name);
      const at = places[0];
      if (full === undefined || full === name || !at) return [];
      return [{ at, row: rowKeys.get(at.row) ?? null, message: tell(say, "bare", { name, full }), subject: name, places, fixes: fixesOf(context, name, full) }];
    });
  },
  examples: [
    { name: "写明了层级", given: [{ leadUnits: "市商务局" }, { leadUnits: "市财政局" }], reports: [] },
    { name: "市、区都有，不能断定", given: [{ leadUnits: "市商务局、历下区商务局" }, { leadUnits: "商务局" }], reports: [] },
    { name: "台账里没有全名，其他单位都是市级", given: [{ leadUnits: "市商务局、市财政局、市公安局、市水务局、市民政局" }, { leadUnits: "教育局" }], reports: [{ at: "2.leadUnits", says: "bare", to: "市教育局", safe: false }] },
    { name: "漏了“市”", given: [{ leadUnits: "市商务局" }, { leadUnits: "商务局、市财政局" }], reports: [{ at: "2.leadUnits", says: "bare", to: "市商务局、市财政局", safe: false }] },
  ],
};
