import type { CellValue } from "../../../src/core/grid/grid";
import type { SourceFile } from "../../../src/core/grid/sourceFile";
import { findLedger } from "../../../src/core/parse/parseLedger";
import { ledgerUnits, roundView } from "../../../src/core/round/ledgerUnits";
import { titleLines } from "../../../src/core/round/oldForm";
import { mayInsist } from "../../../src/core/round/reading";
import { readReturn } from "../../../src/core/round/readReturn";
import { type Dispatch } from "../../../src/core/round/round";
import { baseOf } from "../../../src/core/round/roundOfSheet";
import { sayRefusal } from "../../../src/core/round/sayFlag";
import { aGrid } from "../../support/aGrid";
import { aSource } from "../../support/aReturn";

const HEADER = ["序号", "重点任务", "工作内容", "牵头单位", "责任单位", "状态", "进展情况", "填报日期"];
const TASKS: readonly (readonly [string, string])[] = [
  ["促进汽车消费", "到 2026 年底，开展以旧换新 30 场。"], ["建设充电设施", "2026 年新建充电桩 500 个。"], ["畅通家电更新", "支持家电企业联合回收企业促销。"],
  ["改造老旧电梯", "到 2026 年改造老旧电梯 60 部。"], ["推广绿色建材", "举办下乡活动，发放消费券。"],
];
type Line = readonly [task: string, content: string];

function lines(title: string, tasks: readonly Line[], replies: readonly CellValue[] = ["进行中", "已部署。", ""]): readonly (readonly CellValue[])[] {
  return [[title], HEADER, ...tasks.map(([task, content], index) => [index + 1, task, content, "市商务局", "", ...replies])];
}

const october: Dispatch = { name: "2026年10月", due: "2026-10-31", sent: "2026-10-08", parent: "p", forms: [] };

function refusal(form: readonly (readonly CellValue[])[], { master = "工作台账（2026年）", dispatch = null, properties = {}, insisted = false }: { master?: string; dispatch?: Dispatch | null; properties?: Readonly<Record<string, string>>; insisted?: boolean } = {}) {
  const found = findLedger([aGrid(lines(master, TASKS, ["", "", ""]), { sheet: "工作台账" })]);
  if (!found.ok) throw new Error(found.error.kind);
  const base = baseOf(found.value.ledger);
  const units = ledgerUnits(base);
  const view = roundView({ base, dispatch }, units, titleLines(found.value.grid, found.value.ledger));
  const source: SourceFile = { ...aSource("市商务局.xlsx", form), properties: new Map(Object.entries(properties)) };
  const reading = readReturn(source, view, { received: "2026-10-20", run: "r1", insisted });
  expect(reading.counted).toBe(reading.cells.length);
  return reading.refused;
}

const older = (count: number): readonly Line[] => TASKS.map(([task, content], index) => [task, index < count ? content.replace("2026", "2025") : content]);
const others: readonly Line[] = [["培育专精特新", "新增省级企业 40 家。"], ["稳定外贸", "进出口增长 5%。"], ["发展夜间经济", "培育夜间消费街区 6 个。"], ["扩大会展", "举办会展 20 场。"], ["推广绿色建材", "举办下乡活动，发放消费券。"], ["规范直播", "开展检查 12 次。"]];

describe("refused, with the reason", () => {
  test.each<[string, ReturnType<typeof lines>, Parameters<typeof refusal>[1], object]>([
    ["the round in its properties", lines("", TASKS), { dispatch: october, properties: { "taizhang.round": "2026年9月" } }, { kind: "otherRound", round: "2026年9月", own: "2026年10月" }],
    ["the round above its table, properties lost", lines("轮次：2026年9月　　填报单位：市商务局　　请于 2026-09-30 前报回", TASKS), { dispatch: october }, { kind: "otherRound", round: "2026年9月" }],
    ["last year's title", lines("工作台账（2025年）", TASKS), {}, { kind: "otherRound", round: "2025年" }],
    ["the former month in the title", lines("2026年9月工作台账", TASKS), { dispatch: october }, { kind: "otherRound", round: "2026年9月", own: "2026年10月" }],
    ["a year in Chinese", lines("二〇二五年度工作台账", TASKS), {}, { kind: "otherRound", round: "2025年" }],
    ["the same tasks with last year's dates", lines("", older(3)), {}, { kind: "oldTemplate", rows: 5, changed: 2, said: 2025, own: 2026 }],
    ["mostly other tasks", lines("", others), {}, { kind: "oldTemplate", rows: 6, changed: 5, said: 0 }],
    ["no task of ours", lines("", others.slice(0, 3)), {}, { kind: "otherLedger", rows: 3 }],
    ["filled in before the round was sent", lines("", TASKS, ["进行中", "已部署。", "2026-09-20"]), { dispatch: october }, { kind: "oldReport", date: "2026-09-20", sent: "2026-10-08" }],
    ["a round of the same name a year ago", lines("轮次：2026年10月　　填报单位：市商务局　　请于 2025-10-31 前报回", TASKS), { dispatch: october }, { kind: "oldReport", date: "2025-10-31" }],
  ])("%s", (_name, form, options, expected) => {
    const refused = refusal(form, options);
    expect(refused).toMatchObject(expected);
    if (!refused) return;
    expect(mayInsist(refused)).toBe(true);
    for (const language of ["zh", "en"] as const) expect(sayRefusal(refused, language)).not.toContain("undefined");
    expect(refusal(form, { ...options, insisted: true })).toBeNull();
  });
});

describe("taken", () => {
  test.each<[string, ReturnType<typeof lines>, Parameters<typeof refusal>[1]]>([
    ["the form as it went out", lines("工作台账（2026年）", TASKS), {}],
    ["a title of its own without a date", lines("市商务局落实情况", TASKS), { dispatch: october }],
    ["the year without the month", lines("2026年工作台账", TASKS), { dispatch: october }],
    ["the months up to this one", lines("2026年1-10月进展", TASKS), { dispatch: october }],
    ["the plan's years, as the master has them", lines("2024年行动方案台账", TASKS), { master: "2024年行动方案台账", dispatch: october }],
    ["the plan's years with a name behind them", lines("2024年行动方案台账（市商务局）", TASKS), { master: "2024年行动方案台账", dispatch: october }],
    ["a month of the year where nobody says which", lines("2026年9月工作台账", TASKS), {}],
    ["a later month: filled in ahead", lines("2026年11月工作台账", TASKS), { dispatch: october }],
    ["a master without any year", lines("2025年工作台账", TASKS), { master: "工作台账" }],
    ["one target changed", lines("", older(1)), {}],
    ["two texts reworded, no years", lines("", TASKS.map(([task, content], index) => [task, index < 2 ? `${content}并完善配套。` : content] as const)), {}],
    ["a new row beside ours", lines("", [...TASKS, ["新增任务", "新增的内容。"]]), {}],
    ["filled in on the day", lines("", TASKS, ["进行中", "已部署。", "2026-10-08"]), { dispatch: october }],
    ["one day of filling in mistyped among others", [...lines("", TASKS.slice(0, 4), ["进行中", "已部署。", "2026-10-20"]), [5, "推广绿色建材", "举办下乡活动，发放消费券。", "市商务局", "", "进行中", "", "2025-10-20"]], { dispatch: october }],
  ])("%s", (_name, form, options) => {
    expect(refusal(form, options)).toBeNull();
  });
});
