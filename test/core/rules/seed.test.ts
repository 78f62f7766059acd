import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { placeName } from "../../../src/core/grid/a1";
import { checkLedger, countSeverities } from "../../../src/core/rules/checkLedger";
import { checkContext } from "../../../src/core/rules/context";
import { RULES, sayIssue } from "../../../src/core/rules/index";
import { planNormalize } from "../../../src/core/rules/planNormalize";
import type { Style } from "../../../src/core/text/profile";
import { gridOfText } from "../../support/aGrid";
import { AS_OF, ledgerOf, withCells } from "../../support/aLedger";

const SEEDS = path.join(__dirname, "../../../seeds");
const SOURCE = readFileSync(path.join(SEEDS, readdirSync(SEEDS).find((name) => name.endsWith("工作台账.txt")) ?? ""), "utf8");
const GRID = gridOfText(SOURCE);

function context(style: Style, grid = GRID) {
  return checkContext({ ...ledgerOf(grid), asOf: AS_OF, style });
}

describe("the real ledger", () => {
  const issues = checkLedger(context("master"), RULES);

  test("has these issues, each once with every place, and no other", () => {
    expect(issues.map(({ rule, severity, row, places, fix }) => ({ rule, severity, row, places: places.map(placeName), safe: fix?.safe ?? null }))).toEqual([
      { rule: "text/percent-spacing", severity: "warning", row: "2", places: ["文本!C22"], safe: true },
      { rule: "units/stray-space", severity: "warning", row: "5", places: ["文本!E28"], safe: true },
      { rule: "units/alias", severity: "warning", row: "27", places: ["文本!D64", "文本!E23", "文本!D49"], safe: false },
      { rule: "units/open-list", severity: "info", row: "59", places: ["文本!D131", "文本!D133"], safe: null },
      { rule: "units/separator", severity: "warning", row: "59", places: ["文本!D131"], safe: false },
      { rule: "units/alias", severity: "warning", row: "60", places: ["文本!D133", "文本!D54", "文本!D55"], safe: false },
    ]);
    expect(countSeverities(issues)).toEqual({ error: 0, warning: 5, info: 1 });
  });

  test("says them so", () => {
    expect(issues.map((issue) => sayIssue(issue, "zh"))).toMatchSnapshot();
  });

  test("normalised to its own style changes two cells, and then none", () => {
    const changes = planNormalize(context("master"), RULES);
    expect(changes.map(({ at, row, rules }) => [placeName(at), row, rules])).toEqual([
      ["文本!C22", "2", ["text/percent-spacing"]],
      ["文本!E28", "5", ["units/stray-space"]],
    ]);
    expect(String(changes[0]?.to)).toBe(String(changes[0]?.from).replace("70%以上", "70% 以上"));
    expect(changes[1]).toMatchObject({ from: "国网济南供电公司、 国网莱芜供电公司", to: "国网济南供电公司、国网莱芜供电公司" });
    expect(planNormalize(context("master", withCells(GRID, changes)), RULES)).toEqual([]);
  });

  test("normalised to the standards loses its blanks at digits and the half-width brackets of its sections, and then nothing", () => {
    const changes = planNormalize(context("official"), RULES);
    const after = withCells(GRID, changes);
    const text = after.rows.map(({ values }) => values.join("\t")).join("\n");
    expect(text).toContain("（二十八）建立政策体系");
    expect(text).toContain("到2025年，建成特色专科卫生院20家；全面推进村卫生室“七有四提升”，改造提升村卫生室2000所以上。");
    // Names, codes and letters keep their spelling.
    for (const kept of ["（2024 年版）》", "（GB 55015）", "准 IV 类", "5G 工厂", "高炉-转炉", "“互联网+回收”", "“1+N”", "12导心电图仪"]) expect(text).toContain(kept);
    expect(text).toContain("各区县人民政府（功能区管委会），市政府有关部门（单位）");
    expect(planNormalize(context("official", after), RULES)).toEqual([]);
    expect(checkLedger(context("official", after), RULES).filter(({ fix }) => fix?.safe)).toEqual([]);
  });

  test("is left alone where nothing is to be changed", () => {
    expect(planNormalize(context("none"), RULES)).toEqual([]);
    expect(checkLedger(context("none"), RULES).map(({ rule }) => rule)).toEqual(["units/alias", "units/open-list", "units/alias"]);
  });
});
