import type { Finding, LedgerRule } from "../rule";
import { parseUnit } from "../../units/parseUnit";
import { GARBLED } from "../garbled";
import { tell } from "../say";

const say = {
  stranger: {
    zh: "没有认出“{name}”是哪个单位，请核对",
    en: "“{name}” was not recognised as a unit; please check",
  },
} as const;

/** Only a ledger most of whose units are understood lets the others stand out. */
const FEWEST = 5;
const CLEAR_SHARE = 0.8;
const LONGEST_NAME = 24;
/** 华电包头发电公司: by its own word a company, whichever it is. */
const COMPANY = /^[\p{Script=Han}（）()]{4,}(?:公司|集团)$/u;

export const unitsUnknown: LedgerRule = {
  scope: "ledger",
  id: "units/unknown",
  group: "content",
  severity: "info",
  title: { zh: "没有认出的单位", en: "Unit not recognised" },
  why: {
    zh: "可能是少见的简称，也可能填的不是单位；不影响其他行。",
    en: "It may be a rare short form or no unit at all; other rows are not affected.",
  },
  say,
  check({ units, master, rowKeys }) {
    const names = [...units.places.keys()].filter((name) => name.length <= LONGEST_NAME && !GARBLED.test(name));
    const known = names.filter((name) => parseUnit(name) !== null).length;
    if (known < FEWEST || known < names.length * CLEAR_SHARE) return [];
    return names.flatMap((name): readonly Finding[] => {
      const places = units.places.get(name) ?? [];
      const at = places[0];
      const { how, candidates } = units.registry.identify(name);
      // A slip is a rule of its own, and what the master calls a unit is one.
      if (!at || parseUnit(name) !== null || COMPANY.test(name) || candidates.length > 0 || (master && how !== "unknown")) return [];
      return [{ at, row: rowKeys.get(at.row) ?? null, message: tell(say, "stranger", { name }), subject: name, places }];
    });
  },
  examples: [
    { name: "都认得", given: [{ leadUnits: "市商务局、市财政局、市教育局、市公安局、市水务局" }], reports: [] },
    {
      name: "不是单位",
      given: [{ leadUnits: "市商务局、市财政局、市教育局、市公安局、市水务局" }, { leadUnits: "张三" }],
      reports: [{ at: "2.leadUnits", says: "stranger" }],
    },
    { name: "企业按其名称认", given: [{ leadUnits: "市商务局、市财政局、市教育局、市公安局、市水务局" }, { leadUnits: "华电包头发电公司" }], reports: [] },
    { name: "多数单位都没有把握的台账不报", given: [{ leadUnits: "指挥中心、综合科、各大队" }], reports: [] },
  ],
};
