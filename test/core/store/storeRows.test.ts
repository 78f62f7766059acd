import { type Round, withSubmissions } from "../../../src/core/round/round";
import { cellKey } from "../../../src/core/round/voice";
import { DEFAULT_WORKBOOK_SETTINGS } from "../../../src/core/settings/index";
import type { CellValue } from "../../../src/core/grid/grid";
import type { HandColumn } from "../../../src/core/lights/targetColumns";
import { EMPTY_STORE, isEmptyStore, nextRun, type Store, STORE_WARNING } from "../../../src/core/store/store";
import { readStore, storeRows } from "../../../src/core/store/storeRows";
import { aGrid } from "../../support/aGrid";
import { aBase, aRound, aSubmission } from "../../support/aRound";

const STORE: Store = {
  round: withSubmissions(
    aRound({
      base: aBase({ "1": { reportedValue: 3, progress: "甲\n乙" }, "goal-1": {} }),
      decisions: [{ row: "1", column: "status", take: "master" }, { row: "2", column: "note", take: "市甲局", value: "", seen: ["a"] }],
      edits: [{ row: "1", column: "progress", over: "市甲局：文", value: "=手改", seen: [] }],
      policies: new Map([["status", "lead"]]),
    }),
    [aSubmission("市甲局", { "1.progress": "文", "1.reportedValue": 0 }, { proposals: [{ row: null, column: "task", value: "新增", at: "Sheet1!B9" }], supersedes: ["a", "b"] }), aSubmission("市乙局", {})],
  ),
  runs: [{ id: "r1", command: "merge", date: "2026-11-23", summary: "汇总 2 个文件" }],
  changes: [{ run: "r2", rule: "text/x", at: { sheet: "工作台账", row: 4, col: 2 }, row: "1", column: "content", from: "70%以上", to: "70% 以上" }],
  settings: { ...DEFAULT_WORKBOOK_SETTINGS, spelling: "official", rules: new Map([["text/blank-ends", "off"]]) },
  lit: [
    { key: "1", name: "培育绿色工厂", due: { date: "2025-12-31", words: "到 2025 年" }, marks: { adjusted: 46_752, override: "", ground: "市政府同意" } },
    { key: "2", name: "推广新能源车", due: null, marks: { adjusted: null, override: "已完成", ground: "现场核实" } },
    { key: "", name: "2025年工作目标", due: { date: "2025-12-31", words: "" }, marks: null },
  ],
  corrections: [{ serial: "1", task: "培育绿色工厂", clause: "绿色工厂达到 350 家", indicator: "绿色工厂", nth: 1, written: new Map<HandColumn, CellValue>([["newValue", 300], ["remark", "按批复"]]) }],
  past: [],
  others: [],
};

test("a store comes back as it was", () => {
  expect(readStore(aGrid(storeRows(STORE).map((row) => [...row])))).toEqual({ ok: true, value: STORE });
  expect(readStore(aGrid(storeRows(EMPTY_STORE).map((row) => [...row])))).toEqual({ ok: true, value: EMPTY_STORE });
});

test("the first line warns, the second names the format", () => {
  expect(storeRows(STORE).slice(0, 2)).toEqual([[STORE_WARNING], ["格式", 1]]);
});

test("what this version does not know is kept as it stands, settings that make no sense too", () => {
  const lines = [[STORE_WARNING], ["格式", 1], ["设置", "拼写", "公文规范"], ["设置", "拼写", "随便"], ["设置", "新事", 3], ["新记录", null, 7, true], ["设置", "时限灯", "用词", "逾期", "正常"]];
  const read = readStore(aGrid(lines));
  if (!read.ok) throw new Error("unread");
  expect(read.value).toMatchObject({ settings: { spelling: "official", lights: DEFAULT_WORKBOOK_SETTINGS.lights }, others: lines.slice(3) });
  expect(isEmptyStore(read.value)).toBe(false);
  expect(storeRows(read.value)).toEqual(lines);
});

test("a newer format is not read, a damaged line is named", () => {
  expect(readStore(aGrid([[STORE_WARNING], ["格式", 2], ["什么", "新"]]))).toEqual({ ok: false, error: { kind: "newerStore", format: 2 } });
  expect(readStore(aGrid([[STORE_WARNING], ["格式", 1], ["填报", "1", "progress", "文", "A1"]]))).toEqual({ ok: false, error: { kind: "damagedStore", line: 2 } });
  expect(readStore(aGrid([["别的表"]]))).toEqual({ ok: false, error: { kind: "damagedStore", line: 0 } });
});

test("no phone number and no reporter is kept", () => {
  const round = aRound({ base: aBase({ "1": {} }) });
  expect(round.base.columns).not.toContain("contact");
});

test("run ids go on", () => {
  expect(nextRun(EMPTY_STORE)).toBe("r1");
  expect(nextRun(STORE)).toBe("r2");
});

test("what is said around figures, who answers, how long texts are kept and who decided when come back as they went", () => {
  const submission = aSubmission("市甲局", {}, { entries: [{ row: "1", column: "reportedValue", value: 5, at: "表!F2", words: { measure: "万元", period: "total" } }, { row: "2", column: "reportedValue", value: 7, at: "表!F3", words: { period: "month" } }] });
  const round: Round = {
    ...aRound({ submissions: [submission], base: { ...aBase(), words: new Map([["reportedValue", { measure: "万元" }]]) } }),
    decisions: [{ row: "1", column: "status", take: "市甲局", seen: ["已完成"], decided: "2026-11-23", by: "李明" }, { row: "2", column: "status", take: "master", by: "王芳" }],
    edits: [{ row: "1", column: "progress", over: "旧", value: "新", seen: [], noticed: "2026-11-24" }],
    reporting: "first-lead",
    ways: new Map([[cellKey("1", "progress"), "details"]]),
  };
  expect(readStore(aGrid(storeRows({ ...EMPTY_STORE, round })))).toEqual({ ok: true, value: { ...EMPTY_STORE, round } });
});
