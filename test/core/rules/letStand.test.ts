import { placeName } from "../../../src/core/grid/a1";
import { checkLedger } from "../../../src/core/rules/checkLedger";
import { checkContext } from "../../../src/core/rules/context";
import type { Ignored } from "../../../src/core/rules/ignored";
import { RULES } from "../../../src/core/rules/index";
import { anchorsOf, standsAside } from "../../../src/core/rules/letStand";
import { planNormalize } from "../../../src/core/rules/planNormalize";
import type { ExampleRow, Issue } from "../../../src/core/rules/rule";
import { AS_OF, aSheet, ledgerOf } from "../../support/aLedger";

const LINES: readonly ExampleRow[] = [
  "一、甲",
  { task: "老旧设备更新", content: "抓好落实。 " },
  { task: "汽车换新", content: "抓好 落实。" },
  { task: "家电换新", content: "完成投资 ，抓好落实。" },
];

function check(lines: readonly ExampleRow[], ignored: readonly Ignored[] = []): readonly Issue[] {
  const sheet = ledgerOf(aSheet(lines));
  return checkLedger(checkContext({ ...sheet, asOf: AS_OF }), RULES, standsAside(ignored, sheet.ledger, sheet.grid));
}

const told = (issues: readonly Issue[]): readonly string[] => issues.map(({ rule, at }) => `${rule} ${placeName(at)}`);

/** What is kept of the first issue of a rule, as the pane keeps it. */
function aside(lines: readonly ExampleRow[], rule: string): readonly Ignored[] {
  const { ledger, grid } = ledgerOf(aSheet(lines));
  const issue = check(lines).find((own) => own.rule === rule);
  if (!issue) throw new Error(`no ${rule}`);
  return anchorsOf(issue, ledger, grid).map((anchor) => ({ scope: "here", rule, subject: issue.subject, anchor, reason: "", date: AS_OF }));
}

const RULE = "text/blank-ends";
const OTHERS = told(check(LINES)).filter((line) => !line.startsWith(RULE));

test("the lines have what the tests put aside", () => {
  expect(told(check(LINES))).toContain(`${RULE} 台账!C3`);
  expect(OTHERS.length).toBeGreaterThan(0);
});

test("put aside here: neither told nor put right, and all else stays", () => {
  const ignored = aside(LINES, RULE);
  expect(told(check(LINES, ignored))).toEqual(OTHERS);
  const sheet = ledgerOf(aSheet(LINES));
  const context = checkContext({ ...sheet, asOf: AS_OF });
  const changes = planNormalize(context, RULES, standsAside(ignored, sheet.ledger, sheet.grid));
  expect(changes.map(({ at }) => placeName(at))).not.toContain("台账!C3");
  expect(planNormalize(context, RULES).map(({ at }) => placeName(at))).toContain("台账!C3");
});

test("it goes with its row: rows before it, another number, another sheet name change nothing", () => {
  const ignored = aside(LINES, RULE);
  const moved: readonly ExampleRow[] = ["一、甲", { task: "新增任务" }, { task: "又一项" }, ...LINES.slice(1)];
  expect(told(check(moved, ignored)).filter((line) => line.startsWith(RULE))).toEqual([]);
});

test("the same damage in a row that took its number is told", () => {
  const ignored = aside(LINES, RULE);
  const taken: readonly ExampleRow[] = ["一、甲", { task: "新增任务", content: "另一件事。 " }, ...LINES.slice(1)];
  expect(told(check(taken, ignored)).filter((line) => line.startsWith(RULE))).toEqual([`${RULE} 台账!C3`]);
});

/** Whether a finding about a whole cell, put aside at `at` of `before`, stands aside at `now` of `after`. */
function whole(before: readonly ExampleRow[], at: number, after: readonly ExampleRow[], now: number, col = 2): boolean {
  const [first, second] = [ledgerOf(aSheet(before)), ledgerOf(aSheet(after))];
  const anchors = anchorsOf({ places: [{ sheet: "台账", row: at, col }] }, first.ledger, first.grid);
  const ignored = anchors.map((anchor): Ignored => ({ scope: "here", rule: "a/b", subject: "", anchor, reason: "", date: AS_OF }));
  return standsAside(ignored, second.ledger, second.grid)("a/b", "", { sheet: "台账", row: now, col });
}

test("what is about a whole cell holds while its words do", () => {
  const long = "抓".repeat(200);
  expect(whole([{ task: "甲", content: long }], 1, [{}, { task: "甲", content: long }], 2)).toBe(true);
  expect(whole([{ task: "甲", content: long }], 1, [{ task: "甲", content: `${long}好` }], 1)).toBe(false);
  expect(whole([{ task: "甲", content: "事" }], 1, [{ task: "甲", content: "事" }], 1, 3)).toBe(true);
});

test("a row that goes by another name now is known by its number and its words", () => {
  expect(whole([{ task: "甲", content: "事" }], 1, [{ task: "甲二", content: "事" }], 1)).toBe(true);
  expect(whole([{ task: "甲", content: "事" }], 1, [{}, { task: "甲二", content: "事" }], 2)).toBe(false);
});

test("a heading is known by its words", () => {
  expect(whole(["一、甲", {}], 1, ["零、前", "一、甲", {}], 2, 0)).toBe(true);
  expect(whole(["一、甲", {}], 1, ["一、乙", {}], 1, 0)).toBe(false);
});

test("two rows of one name are told apart by their numbers", () => {
  const twins: readonly ExampleRow[] = [{ task: "同名", content: "甲事。 " }, { task: "同名", content: "甲事。 " }];
  const issues = check(twins).filter(({ rule }) => rule === RULE);
  const ignored = aside(twins, RULE).slice(0, 1);
  const left = check(twins, ignored).filter(({ rule }) => rule === RULE);
  expect(left.flatMap(({ places }) => places)).toHaveLength(issues.flatMap(({ places }) => places).length - 1);
});

test("put aside as a spelling or a rule", () => {
  const units: readonly ExampleRow[] = [1, 2, 3].map(() => ({ leadUnits: "市文化和旅游局" })).concat([{ leadUnits: "市文化旅游局" }, { leadUnits: "市应急局" }, { leadUnits: "市应急管理局" }]);
  const issues = check(units).filter(({ rule }) => rule === "units/alias");
  expect(issues.length).toBe(2);
  const [first] = issues;
  const spelling: Ignored = { scope: "spelling", rule: "units/alias", subject: first?.subject ?? "", anchor: null, reason: "", date: AS_OF };
  expect(spelling.subject).not.toBe("");
  expect(check(units, [spelling]).filter(({ rule }) => rule === "units/alias")).toHaveLength(1);
  expect(check(units, [{ ...spelling, scope: "rule", subject: "" }]).filter(({ rule }) => rule === "units/alias")).toEqual([]);
});
