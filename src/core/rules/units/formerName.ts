import type { Finding, LedgerRule } from "../rule";
import { fullName } from "../../units/parsedUnit";
import { parseUnit } from "../../units/parseUnit";
import { isStillInUse } from "../../units/successors";
import { tell } from "../say";

const say = {
  renamed: {
    zh: "“{name}”似为机构改革前的名称，现在对应“{now}”，请确认",
    en: "“{name}” seems to be a name from before a reform, now “{now}”; please confirm",
  },
} as const;

/** A town in the name is a guess of the grammar, and no old name of a city's own bureau. */
const LEVELS: readonly string[] = ["none", "national", "province", "city", "county"];

export const unitsFormerName: LedgerRule = {
  scope: "ledger",
  id: "units/former-name",
  group: "content",
  severity: "warning",
  title: { zh: "单位旧称", en: "Former name of a unit" },
  why: {
    zh: "旧称对应的职能可能已划给几个单位，需要人来确认。",
    en: "The tasks of a former body may have gone to several; a person has to say which.",
  },
  say,
  check({ rowKeys, units }) {
    return [...units.places].flatMap(([name, places]): readonly Finding[] => {
      const parsed = parseUnit(name);
      const at = places[0];
      if (parsed?.via !== "successor" || isStillInUse(name) || !LEVELS.includes(parsed.place.level) || !at) return [];
      return [{ at, row: rowKeys.get(at.row) ?? null, message: tell(say, "renamed", { name, now: fullName(parsed) }), subject: name, places }];
    });
  },
  examples: [
    { name: "现名，和各地仍在用的名称", given: [{ leadUnits: "市卫生健康委" }, { leadUnits: "市自然资源局、市外办" }], reports: [] },
    { name: "旧称", given: [{ leadUnits: "市卫计委" }], reports: [{ at: "1.leadUnits", says: "renamed" }] },
  ],
};
