import type { Finding, LedgerRule } from "../rule";
import { tell } from "../say";
import { wholeOf } from "../unitParts";

const say = {
  inside: {
    zh: "“{name}”是“{whole}”的内设机构，台账按单位分发，是否归到该单位？",
    en: "“{name}” is a part of “{whole}”; ledgers go to whole units: is that the one?",
  },
} as const;

export const unitsPart: LedgerRule = {
  scope: "ledger",
  id: "units/part",
  group: "content",
  severity: "warning",
  title: { zh: "写的是内设机构", en: "Part of a unit" },
  why: {
    zh: "处室、科室不单独报送，按它分发会多出一个单位。",
    en: "Divisions do not report by themselves; sending to one makes an extra unit.",
  },
  say,
  check({ units, rowKeys }) {
    return [...units.places].flatMap(([name, places]): readonly Finding[] => {
      const at = places[0];
      const whole = wholeOf(units, name);
      if (!at || whole === undefined) return [];
      return [{ at, row: rowKeys.get(at.row) ?? null, message: tell(say, "inside", { name, whole }), subject: name, places }];
    });
  },
  examples: [
    { name: "单位", given: [{ leadUnits: "市发展改革委、市政府办公室" }], reports: [] },
    { name: "内设处室", given: [{ leadUnits: "市发展改革委" }, { responsibleUnits: "市发改委环资处" }], reports: [{ at: "2.responsibleUnits", says: "inside" }] },
  ],
};
