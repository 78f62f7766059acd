import type { CellRule } from "../rule";
import { tell } from "../say";

const say = {
  alias: {
    zh: "填报单位“{name}”即台账里的“{canonical}”，宜用台账的写法（{count}个单元格）",
    en: "The reporter “{name}” is the ledger’s “{canonical}”; better in the ledger’s spelling ({count} cells)",
  },
} as const;

export const unitsReporterAlias: CellRule = {
  scope: "cell",
  id: "units/reporter-alias",
  group: "content",
  severity: "info",
  title: { zh: "填报单位用了别称", en: "Reporter under another name" },
  why: {
    zh: "汇总能认出别称；统一写法便于按单位筛选和统计。",
    en: "Merging knows it; one spelling is better for filters and counts.",
  },
  say,
  gather: "sentence",
  on: ["units"],
  under: ["reporter"],
  needs: { text: {} },
  check({ text, key }, { units }) {
    if (key !== "reporter" || text === null) return [];
    const name = text.trim();
    const canonical = units.registry.find(name)?.name;
    return canonical === undefined || canonical === name || name.length > LONGEST_NAME ? [] : [{ message: tell(say, "alias", { name, canonical }), subject: name, to: canonical, safe: false }];
  },
  examples: [
    { name: "与台账一致", given: [{ leadUnits: "市发展改革委", reporter: "市发展改革委" }], reports: [] },
    { name: "用了简称", given: [{ leadUnits: "市发展改革委", reporter: "市发改委" }], reports: [{ at: "1.reporter", says: "alias", to: "市发展改革委", safe: false }] },
  ],
};

const LONGEST_NAME = 40;
