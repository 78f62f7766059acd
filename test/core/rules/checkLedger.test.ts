import fc from "fast-check";
import { placeName } from "../../../src/core/grid/a1";
import type { CellMark } from "../../../src/core/grid/grid";
import { cellFindings, settle } from "../../../src/core/rules/cellCheck";
import { CellRules } from "../../../src/core/rules/cellRules";
import { ledgerCells, withValue } from "../../../src/core/rules/cells";
import { checkLedger, countSeverities } from "../../../src/core/rules/checkLedger";
import { checkContext } from "../../../src/core/rules/context";
import { RULES } from "../../../src/core/rules/index";
import { planNormalize } from "../../../src/core/rules/planNormalize";
import type { LedgerCell } from "../../../src/core/rules/cell";
import type { ExampleRow, Rule } from "../../../src/core/rules/rule";
import { comparisonForm } from "../../../src/core/text/compare";
import { readNumber } from "../../../src/core/text/readNumber";
import { splitUnits } from "../../../src/core/units/splitUnits";
import { AS_OF, aSheet, ledgerOf, withCells } from "../../support/aLedger";
import { ledgerText } from "../../support/ledgerText";

function contextOf(lines: readonly ExampleRow[], more: Partial<Parameters<typeof checkContext>[0]> = {}) {
  return checkContext({ ...ledgerOf(aSheet(lines)), asOf: AS_OF, ...more });
}

describe("the check", () => {
  const damaged: readonly ExampleRow[] = [
    "一、甲",
    { content: "到　2025 年，，完成", leadUnits: "市财政局、 市商务局、市财政局" },
    { serial: 1, progress: "同上", status: "搞定" },
    { reportedValue: { value: "#REF!", mark: { error: true } }, deadline: "9月31日" },
  ];

  test("tells issues in the order of the sheet, then of the list", () => {
    const issues = checkLedger(contextOf(damaged), RULES);
    const order = issues.map(({ at, rule }) => [at.row, at.col, RULES.findIndex(({ id }) => id === rule)] as const);
    expect(order).toEqual([...order].sort((left, right) => left[0] - right[0] || left[1] - right[1] || left[2] - right[2]));
    expect(issues.map(({ rule }) => rule).sort()).toEqual([
      "cell/error", "deadline/impossible", "serial/duplicate", "status/unknown", "text/ditto", "text/doubled-marks", "text/odd-blank", "units/repeated", "units/stray-space",
    ]);
  });

  test("finds the same whatever the order of the list", () => {
    const places = (rules: readonly Rule[]) => checkLedger(contextOf(damaged), rules).map(({ rule, places: at }) => `${rule} ${at.map(placeName).join()}`).sort();
    expect(places([...RULES].reverse())).toEqual(places(RULES));
  });

  test("counts severities", () => {
    expect(countSeverities(checkLedger(contextOf(damaged), RULES))).toEqual({ error: 4, warning: 5, info: 0 });
  });

  test("can be sent to another thread", () => {
    const issues = checkLedger(contextOf(damaged), RULES);
    expect(structuredClone(issues)).toEqual(issues);
  });

  test.each([
    // mark, fix
    [undefined, { to: "抓好落实。", safe: true }],
    [{ formula: true }, null],
    [{ struck: true }, { to: "抓好落实。", safe: false }],
    [{ coloured: true }, { to: "抓好落实。", safe: false }],
  ] as readonly (readonly [CellMark | undefined, object | null])[])("with the mark %j a fix is %j", (mark, fix) => {
    const context = contextOf([{ content: mark ? { value: "抓好落实。 ", mark } : "抓好落实。 " }]);
    const issue = checkLedger(context, RULES).find(({ rule }) => rule === "text/blank-ends");
    if (fix) expect(issue?.fix).toMatchObject(fix);
    else expect(issue?.fix).toBeNull();
    expect(planNormalize(context, RULES)).toHaveLength(mark ? 0 : 1);
  });

  test("says nothing of issued cells that a return left as the master has them", () => {
    const lines: readonly ExampleRow[] = [{ content: "建立台帐,完善制度", leadUnits: "市财政局，市商务局" }, { progress: "已立项。 " }];
    const master = ledgerOf(aSheet(lines));
    expect(checkLedger(contextOf(lines), RULES).map(({ rule }) => rule)).toEqual(["text/half-width-marks", "text/unusual-words", "units/separator", "text/blank-ends"]);
    expect(checkLedger(contextOf(lines, { master }), RULES).map(({ rule }) => rule)).toEqual(["text/blank-ends"]);
    expect(planNormalize(contextOf(lines, { master }), RULES).map(({ at }) => placeName(at))).toEqual(["台账!F3"]);
  });
});

describe("normalising", () => {
  test("puts all safe fixes of a cell into one change", () => {
    const [change, ...others] = planNormalize(contextOf([{ reportedValue: 1 }, { reportedValue: " ７２\u200b" }]), RULES);
    expect(others).toEqual([]);
    expect(change).toMatchObject({ kind: "setCell", from: " ７２\u200b", to: 72, row: "2" });
    expect(change?.rules).toEqual(expect.arrayContaining(["text/blank-ends", "text/full-width-digits", "value/number-as-text"]));
  });

  test("is empty after it was written", () => {
    const context = contextOf([{ content: "　到2025年。", leadUnits: "市 财政局、 市商务局、市财政局" }, { content: "到 2025 年，建成 20 家、30 所。" }]);
    const changes = planNormalize(context, RULES);
    expect(changes).toHaveLength(2);
    const after = checkContext({ ...ledgerOf(withCells(context.grid, changes)), asOf: AS_OF });
    expect(planNormalize(after, RULES)).toEqual([]);
  });

  const unitsOf = (text: string) => [...new Set(splitUnits(text).units.map((unit) => comparisonForm(unit.text)))].sort();

  test.each(["master", "official"] as const)("of random cells (%s) is at rest after one run, keeps what the cells mean, and makes no new issue", (style) => {
    const keys = ["content", "progress", "leadUnits", "reportedValue", "status", "deadline"] as const;
    fc.assert(
      fc.property(fc.constantFrom(...keys), ledgerText(), (key, text) => {
        const context = contextOf([{ content: "到 2025 年，建成 20 家、30 所。", reportedValue: 5 }, { [key]: text }], { style });
        const own = new CellRules(RULES, context);
        for (const cell of ledgerCells(context.ledger, context.grid)) {
          const settled = settle(cell, own, context);
          if (!settled) continue;
          const { value } = settled;
          const was = String(cell.value);
          expect(settle(withValue(cell, value), own, context)).toBeNull();
          if (cell.kind === "units") expect(unitsOf(String(value))).toEqual(unitsOf(was));
          else if (typeof value === "number") expect(value).toBe(readNumber(was)?.value);
          else expect(comparisonForm(String(value))).toBe(comparisonForm(was));
          const offered = (now: LedgerCell) => cellFindings(now, own, context).filter(({ fix }) => !fix?.safe).map(({ rule, finding }) => [rule.id, finding.message]);
          const before = new Set(offered(cell).map((one) => JSON.stringify(one)));
          expect(offered(withValue(cell, value)).filter((one) => !before.has(JSON.stringify(one)) && !cellFindings(cell, own, context).some(({ rule }) => rule.id === one[0]))).toEqual([]);
        }
      }),
      { numRuns: 5000 },
    );
  });

  test.each(["、 ", "《", "（(", "1，", "到 2025", "市财政局、", "1.1-", "“、", "\u3000\n", "率达到1，"])("ends on a full cell of %j", (piece) => {
    const text = piece.repeat(Math.floor(32_767 / piece.length));
    for (const key of ["content", "leadUnits", "deadline", "reportedValue", "progress"] as const) {
      const context = contextOf([{ [key]: text }]);
      expect(checkLedger(context, RULES).length).toBeGreaterThanOrEqual(0);
      expect(planNormalize(context, RULES).length).toBeLessThanOrEqual(1);
    }
  });
});
