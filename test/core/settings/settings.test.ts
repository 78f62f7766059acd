import * as fc from "fast-check";
import { LIGHT_PRESETS, presetSettings } from "../../../src/core/lights/settings";
import { areDefault, DEFAULT_WORKBOOK_SETTINGS, SETTING_KEYS, settingRecords, takeRecord, type WorkbookSettings } from "../../../src/core/settings/index";
import type { SettingRecord } from "../../../src/core/settings/subject";
import { saySettingsFileFault } from "../../../src/core/settings/saySettingsFileFault";
import { settingsFile, withSettingsFile } from "../../../src/core/settings/settingsFile";

const [, blue] = LIGHT_PRESETS;

/** Every subject away from what it is by itself. */
const FULL: WorkbookSettings = {
  rules: new Map([["text/blank-ends", "off"], ["units/alias", "error"]]),
  spelling: "official",
  form: "standard",
  required: { task: ["content", "deadline", "督办领导"], goal: [] },
  lights: { ...presetSettings(blue ?? "红黄绿"), soonDays: 15 },
  holidays: { off: new Set(["2026-10-01", "2026-10-02"]), worked: new Set(["2026-10-10"]) },
  reporting: "first-lead",
  policies: new Map([["reportedValue", "sum"], ["status", "all-done"]]),
  rowPolicies: new Map([["12", new Map([["status", "lead"]])]]),
  declined: new Set(["市财政局|12|content|每年不少于5场"]),
  ignored: [
    { scope: "here", rule: "text/blank-ends", subject: " ", anchor: { row: "3", name: "设备更新", column: "content", words: "到2025年" }, reason: "原文如此", date: "2026-11-23" },
    { scope: "here", rule: "form/paper", subject: "", anchor: { row: null, name: "", column: null, words: "" }, reason: "", date: "2026-11-23" },
    { scope: "spelling", rule: "units/alias", subject: "市应急局", anchor: null, reason: "简称可用", date: "2026-11-23" },
    { scope: "rule", rule: "units/open-list", subject: "", anchor: null, reason: "", date: "2026-11-23" },
  ],
};

function readRecords(records: readonly SettingRecord[]): WorkbookSettings | null {
  return records.reduce<WorkbookSettings | null>((settings, record) => settings && takeRecord(settings, record), DEFAULT_WORKBOOK_SETTINGS);
}

test("the settings that stand by themselves need no record; every other value comes back from its records", () => {
  expect(settingRecords(DEFAULT_WORKBOOK_SETTINGS)).toEqual([]);
  expect(areDefault(DEFAULT_WORKBOOK_SETTINGS)).toBe(true);
  expect(readRecords(settingRecords(FULL))).toEqual(FULL);
  const words = new Set(settingRecords(FULL).map(([word]) => word));
  expect(words.size).toBe(SETTING_KEYS.length);
});

test("records read as a person would write them", () => {
  expect(settingRecords(FULL)).toEqual(expect.arrayContaining([
    ["规则", "text/blank-ends", "关闭"], ["规则", "units/alias", "须改"], ["拼写", "公文规范"], ["版式", "标准版式"],
    ["必填列", "任务", "工作内容", "完成时限", "督办领导"], ["必填列", "工作目标"], ["时限灯", "配色", "蓝黄红"], ["时限灯", "临期天数", "15"],
    ["节假日", "休", "2026-10-01"], ["节假日", "班", "2026-10-10"], ["报送", "第一牵头汇总"], ["汇总方式", "完成值", "相加"], ["单行汇总方式", "12", "状态", "以牵头单位为准"], ["不采用", "市财政局|12|content|每年不少于5场"],
    ["忽略", "此写法", "units/alias", "简称可用", "2026-11-23", "市应急局"],
  ]));
});

test.each<readonly [SettingRecord]>([
  [["没有这一项", "x"]], [["规则", "text/blank-ends", "随便"]], [["规则", "没有斜线", "关闭"]], [["规则", "text/blank-ends"]], [["拼写"]], [["拼写", "与母版一致", "多一格"]],
  [["必填列", "别的", "工作内容"]], [["时限灯", "配色", "彩虹"]], [["时限灯", "临期天数", "-1"]], [["时限灯", "用词", "没有这盏灯", "词"]], [["时限灯", "颜色", "逾期", "红"]],
  [["节假日", "休", "2026-02-30"]], [["节假日", "假", "2026-10-01"]], [["汇总方式", "完成值", "随机"]], [["单行汇总方式", "12", "状态"]], [["不采用"]], [["不采用", "a", "b"]],
  [["忽略", "此写法", "text/blank-ends", "", "2026-11-23", "词", "3"]], [["忽略", "此写法", "text/blank-ends", "", "2026-11-23"]], [["忽略", "此规则", "x", "", "2026-11-23"]], [["忽略", "此规则", "a/b", "", "昨天"]],
])("%j makes no sense", (record) => {
  expect(takeRecord(DEFAULT_WORKBOOK_SETTINGS, record)).toBeNull();
});

describe("a settings file", () => {
  const own = ["rowPolicies", "declined", "ignored"] as const;

  test("takes everything to another workbook but what speaks of this ledger's rows", () => {
    const there: WorkbookSettings = { ...DEFAULT_WORKBOOK_SETTINGS, spelling: "none", ignored: FULL.ignored.slice(2) };
    const read = withSettingsFile(there, `\ufeff${settingsFile(FULL)}`);
    expect(read).toEqual({ ok: true, value: { ...FULL, ignored: there.ignored, rowPolicies: new Map(), declined: new Set() } });
    expect(own.some((key) => settingsFile(FULL).includes(key))).toBe(false);
  });

  test("one that was never set clears what was set", () => {
    expect(withSettingsFile(FULL, settingsFile(DEFAULT_WORKBOOK_SETTINGS))).toEqual({ ok: true, value: { ...DEFAULT_WORKBOOK_SETTINGS, ignored: FULL.ignored, rowPolicies: FULL.rowPolicies, declined: FULL.declined } });
  });

  const file = (records: unknown, format: unknown = 1): string => JSON.stringify({ 类型: "台账助手设置", 格式: format, 设置: records });
  test.each([
    ["no JSON", "序号,任务", "notJson"],
    ["cut off", settingsFile(FULL).slice(0, -9), "notJson"],
    ["another file", JSON.stringify({ name: "x" }), "notSettings"],
    ["a list", "[]", "notSettings"],
    ["nothing", "null", "notSettings"],
    ["a newer format", file([], 2), "newerSettings"],
    ["one bad record among good ones", file([["拼写", "公文规范"], ["版式", "花哨"]]), "badRecord"],
    ["a record that is no list", file([{ 拼写: "公文规范" }]), "badRecord"],
    ["a record with a number", file([["时限灯", "临期天数", 30]]), "badRecord"],
    ["rows of another ledger", file([["忽略", "此规则", "a/b", "", "2026-11-23"]]), "badRecord"],
    ["two lights with one word", file([["时限灯", "用词", "逾期", "正常"]]), "unusable"],
    ["text that can't be read", file([["时限灯", "颜色", "逾期", "FFFFFF", "EEEEEE"]]), "unusable"],
  ])("%s is told in a sentence and changes nothing", (_name, text, kind) => {
    const read = withSettingsFile(FULL, text);
    if (read.ok) throw new Error("taken");
    expect(read.error.kind).toBe(kind);
    expect(saySettingsFileFault(read.error)).toMatch(/设置未作任何改动。$/u);
    expect(saySettingsFileFault(read.error, "en")).toMatch(/were not changed\.$/u);
  });

  test("whatever is in it, nothing is thrown", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.oneof(fc.string(), fc.constantFrom("规则", "时限灯", "用词", "逾期", "忽略", "__proto__", "休", "constructor")))), (records) => {
        const read = withSettingsFile(FULL, file(records));
        if (read.ok) expect(withSettingsFile(FULL, settingsFile(read.value))).toEqual(read);
      }),
      { numRuns: 500 },
    );
  });
});
