import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { COMMAND_LINE_LIMITS } from "../../src/files/limits";
import { NODE_UNPACKER } from "../../src/nodeUnpacker";
import { openWorkbook } from "../../src/workbook/workbook";
import { taizhang, testFolder } from "../support/taizhang";

const LEDGER = "seeds/工作台账.xlsx";
const out = testFolder();

const file = (records: unknown): string => JSON.stringify({ 类型: "台账助手设置", 格式: 1, 设置: records });
const RECORDS = [["规则", "units/alias", "关闭"], ["规则", "units/open-list", "须改"], ["拼写", "不改"], ["时限灯", "配色", "蓝黄红"], ["时限灯", "用词", "逾期", "超期"]];

const rulesOf = (json: Readonly<Record<string, unknown>>) => (json["issues"] as readonly { rule: string; severity: string }[]).map(({ rule, severity }) => `${rule} ${severity}`);

function openedSheets(path: string): readonly string[] {
  const book = openWorkbook(readFileSync(path), { limits: COMMAND_LINE_LIMITS, unpacker: NODE_UNPACKER });
  const sheets = book.ok ? book.value.sheets() : book;
  return sheets.ok ? sheets.value.map(({ name }) => name) : [];
}

describe("settings of a workbook", () => {
  test("come in from a file, are kept, go out the same, and go away", () => {
    writeFileSync(out("in.json"), file(RECORDS));
    expect(taizhang("settings", LEDGER, "--import", out("in.json"), "-o", out("set.xlsx"))).toMatchObject({ exit: 0, json: { settings: RECORDS } });
    expect(taizhang("settings", out("set.xlsx"), "--export", out("out.json")).exit).toBe(0);
    expect((JSON.parse(readFileSync(out("out.json"), "utf8")) as { 设置: unknown }).设置).toEqual(RECORDS);
    expect(taizhang("settings", out("set.xlsx"), "--reset", "-o", out("reset.xlsx"))).toMatchObject({ exit: 0, json: { settings: [] } });
    expect(openedSheets(out("set.xlsx"))).toContain("_台账");
  });

  test("a change of them is a run that can be undone, as can the reset; then nothing of ours is left", () => {
    const back = taizhang("undo", out("reset.xlsx"), "-o", out("back.xlsx"));
    expect(back).toMatchObject({ exit: 0, json: { left: [], undone: [{ at: "设置：规则" }, { at: "设置：拼写", from: null, to: "不改" }, { at: "设置：时限灯" }] } });
    expect(taizhang("settings", out("back.xlsx")).json).toEqual({ settings: RECORDS });
    expect(taizhang("undo", out("back.xlsx"), "-o", out("bare.xlsx")).exit).toBe(0);
    expect(taizhang("settings", out("bare.xlsx")).json).toEqual({ settings: [] });
    expect(openedSheets(out("bare.xlsx"))).not.toContain("_台账");
  });

  test("check goes by them, and a return by its master's", () => {
    expect(rulesOf(taizhang("check", LEDGER).json)).toContain("units/alias warning");
    const own = rulesOf(taizhang("check", out("set.xlsx")).json);
    expect(own.filter((rule) => rule.startsWith("units/alias"))).toEqual([]);
    expect(own).toContain("units/open-list error");
    expect(taizhang("check", out("set.xlsx")).exit).toBe(1);
  });

  test("normalise goes by them where nothing else is said; lights are in their words", () => {
    expect(taizhang("normalise", out("set.xlsx"), "-o", out("n.xlsx")).json).toMatchObject({ changes: [] });
    expect(taizhang("normalise", out("set.xlsx"), "--style", "master", "-o", out("n.xlsx")).json["changes"]).toHaveLength(2);
    taizhang("light", out("set.xlsx"), "-o", out("lit.xlsx"), "--as-of", "2026-11-23");
    expect(taizhang("settings", out("lit.xlsx")).json).toEqual({ settings: RECORDS });
  });

  test("a bad file is told in a sentence, and nothing is written", () => {
    writeFileSync(out("bad.json"), file([...RECORDS, ["拼写", "随便"]]));
    const answer = taizhang("settings", LEDGER, "--import", out("bad.json"), "-o", out("none.xlsx"));
    expect(answer.exit).toBe(2);
    expect(answer.said).toContain("设置未作任何改动");
    expect(existsSync(out("none.xlsx"))).toBe(false);
    expect(taizhang("settings", LEDGER, "--import", out("bad.json")).said).toContain("用法");
  });
});
