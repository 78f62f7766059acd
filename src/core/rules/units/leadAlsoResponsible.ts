import { cellOf, type LedgerRow, textOf } from "../../ledger/ledger";
import type { CheckContext } from "../context";
import { inRow, placeIn } from "../finding";
import type { LedgerRule } from "../rule";
import { tell } from "../say";
import { withoutUnits } from "../unitCells";
import { Memo } from "../../units/memo";
import type { UnitPart } from "../../units/splitUnits";

const say = {
  both: {
    zh: "“{unit}”已是牵头单位，责任单位里可以不再列出",
    en: "“{unit}” is the lead unit already and need not stand among the responsible ones",
  },
} as const;

/** Where so many rows do so, the ledger means it: 责任单位 lists everybody. */
const CONVENTION = 0.5;

function bothIn({ ledger, units }: CheckContext, row: LedgerRow): readonly UnitPart[] {
  const lead = new Set(units.listOf(textOf(ledger, row, "leadUnits")).units.map(({ text }) => units.registry.keyOf(text)));
  return units.listOf(textOf(ledger, row, "responsibleUnits")).units.filter(({ text }) => lead.has(units.registry.keyOf(text)));
}

export const unitsLeadAlsoResponsible: LedgerRule = {
  scope: "ledger",
  id: "units/lead-also-responsible",
  group: "content",
  severity: "info",
  title: { zh: "牵头单位又列为责任单位", en: "Lead unit also responsible" },
  why: {
    zh: "同一单位在一行里列两次，统计任务数时会多算；通篇如此的台账不报。",
    en: "A unit that stands in a row twice is counted twice; ledgers that always do so are left alone.",
  },
  say,
  check(context) {
    const { ledger, units } = context;
    const own = (row: LedgerRow): boolean => !row.spanned?.has(ledger.index.get("responsibleUnits") ?? -1);
    const withBoth = ledger.rows.filter((row) => own(row) && textOf(ledger, row, "leadUnits") !== "" && textOf(ledger, row, "responsibleUnits") !== "");
    const known = new Memo<readonly UnitPart[]>();
    const both = (row: LedgerRow): readonly UnitPart[] => known.get(`${textOf(ledger, row, "leadUnits")}\u0000${textOf(ledger, row, "responsibleUnits")}`, () => bothIn(context, row));
    const found = withBoth.map((row) => ({ row, parts: both(row) })).filter(({ parts }) => parts.length > 0);
    if (found.length >= 4 && found.length > withBoth.length * CONVENTION) return [];
    return found.map(({ row, parts }) => {
      const from = cellOf(ledger, row, "responsibleUnits");
      const to = withoutUnits(units.listOf(String(from)), parts);
      const fixes = [{ at: placeIn(ledger, row, "responsibleUnits"), from, to: to.trim() === "" ? null : to, safe: false }];
      const unit = parts[0]?.text ?? "";
      return inRow(ledger, row, "responsibleUnits", tell(say, "both", { unit }), { subject: unit, fixes });
    });
  },
  examples: [
    { name: "各不相同", given: [{ leadUnits: "市商务局", responsibleUnits: "市财政局" }], reports: [] },
    { name: "重复列出", given: [{ leadUnits: "市商务局", responsibleUnits: "市商务局、市财政局" }], reports: [{ at: "1.responsibleUnits", says: "both", to: "市财政局", safe: false }] },
    { name: "只有牵头单位自己", given: [{ leadUnits: "市商务局", responsibleUnits: "市商务局" }], reports: [{ at: "1.responsibleUnits", says: "both", to: null, safe: false }] },
    {
      name: "责任单位一栏通篇列全",
      given: [1, 2, 3, 4].map(() => ({ leadUnits: "市商务局", responsibleUnits: "市商务局、市财政局" })),
      reports: [],
    },
  ],
};
