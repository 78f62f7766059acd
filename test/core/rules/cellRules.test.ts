/** What rules need is a sieve and nothing else: with it and without it, and however often a text comes, the same is said. */
import fc from "fast-check";
import { placeName } from "../../../src/core/grid/a1";
import type { CellMark, CellValue } from "../../../src/core/grid/grid";
import { cellFindings } from "../../../src/core/rules/cellCheck";
import { CellRules } from "../../../src/core/rules/cellRules";
import { ledgerCells } from "../../../src/core/rules/cells";
import { checkLedger } from "../../../src/core/rules/checkLedger";
import { checkContext } from "../../../src/core/rules/context";
import { RULES } from "../../../src/core/rules/index";
import type { CellRule, ExampleRow, Rule } from "../../../src/core/rules/rule";
import { ANY_TEXT, signSet, SIGNS } from "../../../src/core/text/signs";
import type { Trait } from "../../../src/core/text/traits/trait";
import { TRAITS } from "../../../src/core/text/traits/traits";
import { AS_OF, aSheet, contextOf, ledgerOf } from "../../support/aLedger";
import { ledgerText } from "../../support/ledgerText";

const CELL_RULES = RULES.filter((rule): rule is CellRule => rule.scope === "cell");

function without<T extends object, K extends keyof T>(whole: T, ...names: readonly K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => !names.some((one) => one === name))) as Omit<T, K>;
}

/** The rule as it would be asked about every cell of its kind. */
function unsieved(rule: Rule): Rule {
  return rule.scope === "cell" ? without(rule, "needs", "under") : rule;
}

const EVERYWHERE = RULES.map(unsieved);
const KEYS = ["task", "content", "leadUnits", "responsibleUnits", "deadline", "targetValue", "reportedValue", "progress", "status", "reporter", "reportDate", "contact", "note", "serial"] as const;
const MARKS: readonly (CellMark | undefined)[] = [undefined, undefined, undefined, { date: true }, { percent: true }, { formula: true }, { error: true }, { struck: true }, { coloured: true }];

/** What ledgers rarely hold, and rules look for. */
const ODD = [
  "２５年底", "２025年", "20２5 年", "3000年", "1900年", "2025\u200b年", "2026年13月", "2026 年 13 月底", "2025-13-01", "2025.2.30", "1 500 辆", "4、招标", "建账 4.招标", "3．2026年", "４、招标", "（2）推进", "1）", "a)",
  "【", "〕", "《", "》", "“甲”、“乙”", "“甲”“乙”", "《甲》、《乙》", "臺账", "養老", "⼯业", "锟斤拷", "???", "_x000d_", "#REF!", "〃", "同第3行", "见附件", "另附", "下降2倍", "覆盖率为 85，", "普及率94.6",
  "13812345678", "138 1234 5678", "13八00000000", "138OOOO0001", "110101199003071234", "张 三", "www.a.cn", "a@b.cn", "!", "?", "\r\n", "\u2003", "\ufeff", "\u2028", "完成95%", "已完成", "滞后", "45658", "\ud840\udc00字",
] as const;
const cellText = (pieces: number): fc.Arbitrary<string> =>
  fc.array(fc.oneof(ledgerText(2), fc.constantFrom<string>(...ODD)), { maxLength: pieces }).map((parts) => parts.join(""));

const value = (): fc.Arbitrary<CellValue> => fc.oneof({ weight: 8, arbitrary: cellText(5) }, { weight: 1, arbitrary: fc.double({ min: -1e12, max: 1e12, noNaN: true }) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 60_000 }) });
const row = (): fc.Arbitrary<ExampleRow> =>
  fc.oneof(
    { weight: 1, arbitrary: ledgerText(4).map((words) => `一、${words}`) },
    { weight: 9, arbitrary: fc.array(fc.tuple(fc.constantFrom(...KEYS), value(), fc.constantFrom(...MARKS)), { minLength: 1, maxLength: 5 })
      .map((cells) => Object.fromEntries(cells.map(([key, one, mark]) => [key, mark ? { value: one, mark } : one]))) },
  );

test.each(["master", "official", "none"] as const)("what rules of cells need never hides what they say (%s)", (style) => {
  fc.assert(
    fc.property(fc.array(row(), { minLength: 1, maxLength: 6 }), (lines) => {
      const context = checkContext({ ...ledgerOf(aSheet(["一、甲", ...lines, ...lines])), asOf: AS_OF, style });
      expect(checkLedger(context, RULES)).toEqual(checkLedger(context, EVERYWHERE));
    }),
    { numRuns: 250 },
  );
});

test("a text that was quiet before says nothing later either", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...KEYS), cellText(2)), { minLength: 1, maxLength: 4 }), fc.array(fc.nat(3), { maxLength: 8 }), (cells, order) => {
      const lines = order.map((at): ExampleRow => Object.fromEntries([cells[at % cells.length] ?? ["note", ""]]));
      const context = checkContext({ ...ledgerOf(aSheet([{ content: "推进。" }, ...lines])), asOf: AS_OF });
      const afresh = [...ledgerCells(context.ledger, context.grid)].flatMap((cell) =>
        cellFindings(cell, new CellRules(EVERYWHERE, context), context).map(({ rule, finding }) => `${rule.id} ${placeName(cell.at)} ${finding.message.id}`));
      const apart = CELL_RULES.map((rule): Rule => without(rule, "gather"));
      const found = checkLedger({ ...context, shifts: new Map() }, apart).map(({ rule, at, message }) => `${rule} ${placeName(at)} ${message.id}`);
      expect(found.sort()).toEqual(afresh.sort());
    }),
    { numRuns: 100 },
  );
});

test.each(CELL_RULES.filter(({ needs }) => needs).map((rule) => [rule.id, rule] as const))("what %s needs is there in each of its examples that report", (_, rule) => {
  for (const example of rule.examples) {
    if (example.reports.length === 0) continue;
    const context = contextOf(example);
    const asked = [...ledgerCells(context.ledger, context.grid)].filter((cell) => new CellRules([rule], context).about(cell).length > 0);
    expect(asked.length).toBeGreaterThan(0);
  }
});

test("every sign is needed by a rule or a trait, and has a bit of its own", () => {
  const byRules = CELL_RULES.flatMap(({ needs }) => [...(needs?.text?.signs ?? []), ...(needs?.text?.and ?? [])]);
  const byTraits = Object.values(TRAITS).flatMap(({ signs, counted }: Trait) => [...Object.values(signs ?? {}).flat(), ...(counted?.unless ?? [])]);
  expect(new Set([...byRules, ...byTraits])).toEqual(new Set(SIGNS));
  const sets = SIGNS.map((sign) => signSet([sign]));
  expect(new Set(sets.map(({ has, meets }) => `${has} ${meets}`)).size).toBe(SIGNS.length);
  expect(sets.every(({ has, meets }) => (has !== 0) !== (meets !== 0) && has !== ANY_TEXT)).toBe(true);
});
