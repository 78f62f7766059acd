import type { Finding, LedgerRule } from "../rule";
import type { CheckContext } from "../context";
import { parseUnit } from "../../units/parseUnit";
import { tell } from "../say";

const say = {
  stranger: {
    zh: "没有认出“{name}”是哪个单位，请核对",
    en: "“{name}” was not recognised as a unit; please check",
  },
  likely: {
    zh: "没有认出“{name}”，是不是“{likely}”？",
    en: "“{name}” was not recognised; is it “{likely}”?",
  },
} as const;

/** Only a ledger most of whose units are understood lets the others stand out. */
const FEWEST = 5;
const CLEAR_SHARE = 0.8;
const LONGEST = 24;

/** Named in the tables, and not only shaped like a unit (市住房诚乡建设局). */
function isListed(name: string): boolean {
  return parseUnit(name)?.via === "name";
}

/** The only listed unit of the same length that differs in one character, not in its first two: 城 for 诚. */
function likelyName(name: string, { units }: CheckContext): string | null {
  const near = units.registry.units.filter((unit) => unit.name !== name && isOneOff(unit.name, name) && isListed(unit.name));
  const [only] = near;
  return near.length === 1 && only ? only.name : null;
}

function isOneOff(left: string, right: string): boolean {
  if (left.length !== right.length || left.length < 5) return false;
  let differing = 0;
  for (let at = 0; at < left.length && differing < 2; at += 1) {
    if (left[at] === right[at]) continue;
    if (at < 2) return false;
    differing += 1;
  }
  return differing === 1;
}

/** What the master calls a unit is one, whatever it looks like. */
function isInMaster(name: string, { master, units }: CheckContext): boolean {
  return master !== null && units.registry.units.some((unit) => unit.name === name);
}

export const unitsUnknown: LedgerRule = {
  scope: "ledger",
  id: "units/unknown",
  group: "content",
  severity: "info",
  title: { zh: "没有认出的单位", en: "Unit not recognised" },
  why: {
    zh: "可能是错字、简称不常见，或填的不是单位。绝不会按相近的字自动改。",
    en: "It may be a slip, a rare short form or no unit at all. It is never changed by likeness.",
  },
  say,
  check(context) {
    const { rowKeys, units } = context;
    const names = [...units.places.keys()].filter((name) => name.length <= LONGEST);
    const known = names.filter((name) => parseUnit(name) !== null).length;
    if (known < FEWEST || known < names.length * CLEAR_SHARE) return [];
    return names.flatMap((name): readonly Finding[] => {
      if (isListed(name)) return [];
      const likely = likelyName(name, context);
      const places = units.places.get(name) ?? [];
      const at = places[0];
      if (!at || (likely === null && (parseUnit(name) !== null || isInMaster(name, context)))) return [];
      const message = likely === null ? tell(say, "stranger", { name }) : tell(say, "likely", { name, likely });
      return [{ at, row: rowKeys.get(at.row) ?? null, message, subject: name, places }];
    });
  },
  examples: [
    { name: "都认得", given: [{ leadUnits: "市商务局、市财政局、市教育局、市公安局、市水务局" }], reports: [] },
    {
      name: "错字",
      given: [{ leadUnits: "市住房城乡建设局、市财政局、市教育局、市公安局、市水务局" }, { leadUnits: "市住房诚乡建设局" }],
      reports: [{ at: "2.leadUnits", says: "likely" }],
    },
    {
      name: "不是单位",
      given: [{ leadUnits: "市商务局、市财政局、市教育局、市公安局、市水务局" }, { leadUnits: "张三" }],
      reports: [{ at: "2.leadUnits", says: "stranger" }],
    },
    { name: "多数单位都没有把握的台账不报", given: [{ leadUnits: "指挥中心、综合科、各大队" }], reports: [] },
  ],
};
