/** Ledgers in which nothing is wrong, each in a style of its own: what a checker says of them is a false alarm. */
import type { CellValue, Grid } from "../../../src/core/grid/grid";
import { isEmpty } from "../../../src/core/grid/grid";
import { checkLedger } from "../../../src/core/rules/checkLedger";
import { checkContext } from "../../../src/core/rules/context";
import { RULES, sayIssue } from "../../../src/core/rules/index";
import { planNormalize } from "../../../src/core/rules/planNormalize";
import { AS_OF, ledgerOf } from "../../support/aLedger";
import { CLEAN, COLUMNS } from "../../support/realLedger";

type Rewrite = (text: string, col: number) => string;

function rewritten(rewrite: Rewrite, grid: Grid = CLEAN): Grid {
  const rows = grid.rows.map((row) => ({ ...row, values: row.values.map((value: CellValue | undefined, col) => (typeof value === "string" ? rewrite(value, col) : (value ?? null))) }));
  return { ...grid, rows };
}

/** Figures that a city's own ledger would have instead; years and what is no target stay. */
const otherFigures: Rewrite = (text) => text.replace(/(\d+)( ?)(家|个|场|万辆|座|项|所)/gu, (_, number: string, gap: string, measure: string) => `${Math.round(Number(number) * 1.4)}${gap}${measure}`);
const inCity = (city: string, power: readonly [string, string]): Rewrite => (text) =>
  text.replaceAll("济南", city).replaceAll("泉城", "港城").replaceAll("莱芜", power[0]).replaceAll("山东", power[1]);
const tight: Rewrite = (text) => text.replace(/([\u4e00-\u9fff]) (?=\d)/gu, "$1").replace(/(\d|%) (?=[\u4e00-\u9fff])/gu, "$1").replace(/([\u4e00-\u9fff]) (?=[A-Z])/gu, "$1").replace(/([A-Z]) (?=[\u4e00-\u9fff])/gu, "$1");
const fullSections: Rewrite = (text) => text.replace(/^\(([一二三四五六七八九十]+)\) /u, "（$1）");
const unitsBy = (separator: string): Rewrite => (text, col) => (col === COLUMNS.indexOf("leadUnits") || col === COLUMNS.indexOf("responsibleUnits") ? text.replaceAll("、", separator) : text);
const halfBrackets: Rewrite = (text) => text.replaceAll("（", "(").replaceAll("）", ")");
const straightQuotes: Rewrite = (text) => text.replaceAll("“", '"').replaceAll("”", '"');
const all = (...rewrites: readonly Rewrite[]): Rewrite => (text, col) => rewrites.reduce((now, rewrite) => rewrite(now, col), text);

/** Numbers that begin anew: sections in each chapter, tasks in each section. */
function renumbered(grid: Grid): Grid {
  const numerals = "一二三四五六七八九十";
  let section = 0;
  let task = 0;
  const rows = grid.rows.map((row) => {
    const [first, ...others] = row.values;
    if (typeof first === "string" && /^[一二三四五六七八九十]+、/u.test(first)) section = 0;
    if (typeof first === "string" && /^[(（]/u.test(first)) {
      section += 1;
      task = 0;
      return { ...row, values: [first.replace(/[一二三四五六七八九十]+/u, numerals[section - 1] ?? ""), ...others] };
    }
    if (typeof first !== "number") return row;
    task += 1;
    return { ...row, values: [task, ...others] };
  });
  return { ...grid, rows };
}

/** 13 and 14 are parts of 12. */
function withSubTasks(grid: Grid): Grid {
  const serials = new Map<CellValue, CellValue>([[13, "12-1"], [14, "12-2"]]);
  for (let serial = 15; serial <= 60; serial += 1) serials.set(serial, serial - 2);
  return { ...grid, rows: grid.rows.map((row) => ({ ...row, values: [serials.get(row.values[0] ?? null) ?? row.values[0], ...row.values.slice(1)] })) };
}

describe.each<readonly [string, Grid]>([
  ["written without blanks, sections in full brackets", rewritten(all(inCity("烟台", ["蓬莱", "山东"]), otherFigures, tight, fullSections))],
  ["with blanks, another city and other figures", rewritten(all(inCity("绍兴", ["诸暨", "浙江"]), otherFigures))],
  ["one unit a line, numbers beginning anew", renumbered(rewritten(all(inCity("襄阳", ["枣阳", "湖北"]), otherFigures, unitsBy("\n"))))],
  ["commas between units, half-width brackets and straight quotes throughout", rewritten(all(inCity("洛阳", ["偃师", "河南"]), otherFigures, unitsBy("，"), halfBrackets, straightQuotes))],
  ["of a text file, where every number is a text", { ...CLEAN, rows: CLEAN.rows.map((row) => ({ ...row, values: row.values.map((value) => (typeof value === "number" ? String(value) : value)) })) }],
  ["with sub-tasks 12-1 and 12-2", withSubTasks(CLEAN)],
])("a sound ledger %s", (_, grid) => {
  const context = checkContext({ ...ledgerOf(grid), asOf: AS_OF });

  test("keeps its rows", () => {
    expect(context.ledger.rows).toHaveLength(68);
    expect(grid.rows.some(({ values }) => values.every((value) => isEmpty(value)))).toBe(true);
  });

  test("raises no alarm", () => {
    const alarms = checkLedger(context, RULES).filter(({ rule }) => rule !== "contact/personal" && rule !== "units/open-list");
    expect(alarms.map((issue) => `${issue.rule}: ${sayIssue(issue, "zh")}`)).toEqual([]);
  });

  test("is not touched", () => {
    expect(planNormalize(context, RULES)).toEqual([]);
  });
});
