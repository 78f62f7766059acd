/** What changed between two settings can be taken back, whatever came between that has nothing to do with it. */
import * as fc from "fast-check";
import { DEFAULT_WORKBOOK_SETTINGS, settingRecords, takeRecord, type WorkbookSettings } from "../../../src/core/settings/index";
import { faultOf } from "../../../src/core/settings/settingsFile";
import { recordsOfText, recordsText, settingChanges, withoutChange } from "../../../src/core/settings/settingsJournal";
import type { SettingRecord } from "../../../src/core/settings/subject";

const RECORDS: readonly SettingRecord[] = [
  ["规则", "text/blank-ends", "关闭"], ["规则", "units/alias", "须改"], ["规则", "units/alias", "提示"], ["拼写", "公文规范"], ["拼写", "不改"], ["版式", "标准版式"], ["必填列", "任务", "工作内容", "完成时限"],
  ["时限灯", "配色", "蓝黄红"], ["时限灯", "临期天数", "15"], ["时限灯", "颜色", "逾期", "FF0000", "FFFFFF"], ["节假日", "休", "2026-10-01"], ["节假日", "班", "2026-10-10"],
  ["报送", "第一牵头汇总"], ["汇总方式", "完成值", "相加"], ["汇总方式", "完成值", "取最大"], ["忽略", "此写法", "units/alias", "简称可用", "2026-11-23", "市应急局"], ["忽略", "此规则", "units/open-list", "", "2026-11-23"],
  ["忽略", "此处", "text/blank-ends", "原文如此\n两行", "2026-11-23", " ", "3", "设备更新", "工作内容", "到2025年"],
];

const settings = fc.subarray([...RECORDS]).map((records) =>
  records.reduce<WorkbookSettings>((now, record) => {
    const next = takeRecord(now, record);
    return next && (["lights"] as const).every((key) => faultOf(next, key) === null) ? next : now;
  }, DEFAULT_WORKBOOK_SETTINGS));

const sorted = (of: WorkbookSettings): readonly string[] => settingRecords(of).map((record) => JSON.stringify(record)).sort();

test("what changed, taken back, gives what was", () => {
  fc.assert(fc.property(settings, settings, (before, after) => {
    const back = settingChanges(before, after).reduce<WorkbookSettings | null>((now, change) => now && withoutChange(now, change), after);
    expect(back && sorted(back)).toEqual(sorted(before));
  }), { numRuns: 2_000 });
});

test("a change of one subject is taken back beside later changes of others; one that was changed again is left", () => {
  const [off, on] = [new Map([["units/alias", "off" as const]]), new Map([["units/alias", "error" as const]])];
  const first: WorkbookSettings = { ...DEFAULT_WORKBOOK_SETTINGS, rules: off };
  const [change] = settingChanges(DEFAULT_WORKBOOK_SETTINGS, first);
  if (!change) throw new Error("no change");
  expect(withoutChange({ ...first, spelling: "none" }, change)).toEqual({ ...DEFAULT_WORKBOOK_SETTINGS, spelling: "none" });
  expect(withoutChange({ ...first, rules: on }, change)).toBeNull();
  expect(settingChanges(first, first)).toEqual([]);
});

test("records come back from the text of a journal cell, line breaks in a reason included", () => {
  expect(recordsOfText(recordsText(RECORDS) ?? "")).toEqual(RECORDS);
  expect(recordsText([])).toBeNull();
  expect(recordsOfText('["规则"]\n不是记录\n{"a":1}')).toEqual([["规则"]]);
});
