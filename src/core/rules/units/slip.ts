import { lookAlikes } from "../../text/steps/words";
import { readingsOf } from "../../units/confusedCharacters";
import { parseUnit } from "../../units/parseUnit";
import type { CheckContext } from "../context";
import type { Finding, LedgerRule } from "../rule";
import { tell } from "../say";
import { wholeOf } from "../unitParts";

const say = {
  near: {
    zh: "“{name}”与“{likely}”只差一个字，是不是写错了？",
    en: "“{name}” is one character from “{likely}”: was it mistyped?",
  },
} as const;

const LONGEST_NAME = 40;

/** A listed unit that the name becomes when one confused character is put right: the ledger's own first. */
function likelyOf({ registry, places }: CheckContext["units"], name: string): string | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const listed = readingsOf(name).filter((reading) => registry.keyOf(reading) !== registry.keyOf(name) && parseUnit(reading)?.via === "name");
  return listed.find((reading) => places.has(reading)) ?? (isOfLocal(name) ? listed[0] : undefined);
}

/** Of a place of some level, so that the rest is a body's name and nothing else. */
function isOfLocal(name: string): boolean {
  const level = parseUnit(name)?.place.level;
  return level !== undefined && level !== "none" && level !== "national";
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
      if (!at || via === "name" || via === "successor" || lookAlikes.apply(name) !== name || wholeOf(units, name) !== undefined) return [];
      const likely = units.registry.identify(name).candidates.find((one) => Math.abs(one.length - name.length) <= 1) ?? likelyOf(units, name);
      if (likely === undefined) return [];
      return [{ at, row: rowKeys.get(at.row) ?? null, message: tell(say, "near", { name, likely }), subject: name, places }];
    });
  },
  examples: [
    { name: "两个真正的单位", given: [{ leadUnits: "市商务局、市财政局、市教育局、市体育局" }], reports: [] },
    { name: "短名称错了一个形近字", given: [{ leadUnits: "市教育局" }, { leadUnits: "市教肓局" }], reports: [{ at: "2.leadUnits", says: "near" }] },
    { name: "台账里没有原名的错字", given: [{ leadUnits: "市教育局" }, { leadUnits: "市商物局" }], reports: [{ at: "2.leadUnits", says: "near" }] },
    { name: "内设机构另有规则", given: [{ leadUnits: "市工业和信息化局" }, { leadUnits: "市工信局原材料科" }], reports: [] },
    { name: "错了一个字", given: [{ leadUnits: "市住房城乡建设局" }, { leadUnits: "市住房诚乡建设局" }], reports: [{ at: "2.leadUnits", says: "near" }] },
  ],
};
