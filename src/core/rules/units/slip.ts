import { lookAlikes } from "../../text/steps/words";
import { readingsOf } from "../../units/confusedCharacters";
import { parseUnit } from "../../units/parseUnit";
import type { CheckContext } from "../context";
import type { Finding, LedgerRule } from "../rule";
import { tell } from "../say";

const say = {
  near: {
    zh: "“{name}”与“{likely}”只差一个字，是不是写错了？",
    en: "“{name}” is one character from “{likely}”: was it mistyped?",
  },
} as const;

const LONGEST_NAME = 40;

/** A listed unit of the ledger that the name becomes when one confused character is put right. */
function likelyIn({ registry, places }: CheckContext["units"], name: string): string | undefined {
  return name.length > LONGEST_NAME ? undefined : readingsOf(name).find((reading) => places.has(reading) && registry.keyOf(reading) !== registry.keyOf(name) && parseUnit(reading)?.via === "name");
}

export const unitsSlip: LedgerRule = {
  scope: "ledger",
  id: "units/slip",
  group: "content",
  severity: "warning",
  title: { zh: "单位名称疑有错字", en: "Unit probably mistyped" },
  why: {
    zh: "写错一个字就成了另一个单位；不会按相近的字自动改。",
    en: "One wrong character makes another unit. It is never changed by likeness alone.",
  },
  say,
  check({ units, rowKeys }) {
    return [...units.places].flatMap(([name, places]): readonly Finding[] => {
      const at = places[0];
      const via = name.length > LONGEST_NAME ? "name" : parseUnit(name)?.via;
      // A character that only looks different is a rule of its own.
      if (!at || via === "name" || via === "successor" || lookAlikes.apply(name) !== name) return [];
      const likely = units.registry.identify(name).candidates.find((one) => Math.abs(one.length - name.length) <= 1) ?? likelyIn(units, name);
      if (likely === undefined) return [];
      return [{ at, row: rowKeys.get(at.row) ?? null, message: tell(say, "near", { name, likely }), subject: name, places }];
    });
  },
  examples: [
    { name: "两个真正的单位", given: [{ leadUnits: "市商务局、市财政局、市教育局、市体育局" }], reports: [] },
    { name: "短名称错了一个形近字", given: [{ leadUnits: "市教育局" }, { leadUnits: "市教肓局" }], reports: [{ at: "2.leadUnits", says: "near" }] },
    { name: "错了一个字", given: [{ leadUnits: "市住房城乡建设局" }, { leadUnits: "市住房诚乡建设局" }], reports: [{ at: "2.leadUnits", says: "near" }] },
  ],
};
