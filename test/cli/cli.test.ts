import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const ROOT = path.join(__dirname, "../..");
const SOURCE = "seeds/济南市推动大规模设备更新和消费品以旧换新工作台账.txt";
const LEDGER = "seeds/工作台账.xlsx";
const MASTER = "seeds/样例轮次/总台账.xlsx";
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "taizhang-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Answer {
  readonly exit: number | null;
  readonly json: Readonly<Record<string, never>> & { readonly [key: string]: unknown };
  readonly said: string;
}

function taizhang(...words: readonly string[]): Answer {
  const run = spawnSync(process.execPath, ["src/taizhang.mjs", ...words, "--json"], { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28 });
  return { exit: run.status, json: (run.stdout === "" ? {} : JSON.parse(run.stdout)) as Answer["json"], said: run.stderr };
}

const out = (name: string): string => path.join(folder, name);
const rowsOf = (answer: Answer) => answer.json["rows"] as unknown as readonly Readonly<Record<string, unknown>>[];

describe("the real ledger", () => {
  test("read: its counts, its rows, its classes of units", () => {
    const answer = taizhang("read", SOURCE);
    expect(answer).toMatchObject({ exit: 0, json: { format: "txt", sheet: "文本", counts: { chapters: 8, sections: 28, tasks: 60, goals: 8, headerRows: 12 } } });
    const source = readFileSync(path.join(ROOT, SOURCE), "utf8").split("\n").map((line) => line.split("\t")).filter((cells) => (cells[2] ?? "") !== "" && cells[2] !== "工作内容");
    expect(rowsOf(answer).map(({ content }) => content)).toEqual(source.map((cells) => cells[2]));
    expect(rowsOf(answer).filter(({ leadUnits }) => JSON.stringify(leadUnits).includes("市卫生健康委等"))).toEqual([]);
    expect(rowsOf(answer).find(({ row }) => row === "60")).toMatchObject({ unitClasses: ["等有关部门（单位）"], openEnded: true });
    expect(rowsOf(answer).find(({ row }) => row === "59")).toMatchObject({ leadUnits: [], unitClasses: ["各区县人民政府（功能区管委会）", "市政府有关部门（单位）"] });
  });

  test("import: the same ledger, read back from the workbook", () => {
    const answer = taizhang("import", SOURCE, "-o", out("import.xlsx"));
    expect(answer).toMatchObject({ exit: 0, json: { format: "xlsx", counts: { chapters: 8, sections: 28, tasks: 60, goals: 8, headerRows: 1 } } });
    const texts = (own: Answer) => rowsOf(own).map(({ task, content, leadUnits, responsibleUnits }) => [task, content, leadUnits, responsibleUnits]);
    expect(texts(answer)).toEqual(texts(taizhang("read", SOURCE)));
  });

  test("import to .csv: the same ledger, read back from the text", () => {
    const answer = taizhang("import", LEDGER, "-o", out("import.csv"));
    expect(answer).toMatchObject({ exit: 0, json: { format: "csv", counts: { chapters: 8, sections: 28, tasks: 60, goals: 8, headerRows: 1 } } });
    expect(rowsOf(answer).map(({ content, leadUnits }) => [content, leadUnits])).toEqual(rowsOf(taizhang("read", LEDGER)).map(({ content, leadUnits }) => [content, leadUnits]));
  });

  test("check: no error; each oddity once, with every place; nothing else", () => {
    const answer = taizhang("check", LEDGER);
    expect(answer.exit).toBe(0);
    const issues = answer.json["issues"] as unknown as readonly { rule: string; severity: string; places: readonly string[] }[];
    expect(issues.map(({ severity, places }) => [severity, places]).sort()).toEqual(
      [
        ["warning", ["工作台账!C16"]],
        ["warning", ["工作台账!E20"]],
        ["warning", ["工作台账!D50", "工作台账!E17", "工作台账!D37"]],
        ["warning", ["工作台账!D105"]],
        ["info", ["工作台账!D105", "工作台账!D107"]],
        ["warning", ["工作台账!D107", "工作台账!D42", "工作台账!D43"]],
      ].sort(),
    );
  });

  test("normalise: exactly two cells; a second run changes nothing and keeps the bytes", () => {
    const first = taizhang("normalise", LEDGER, "-o", out("n1.xlsx"), "--style", "master");
    const changes = first.json["changes"] as unknown as readonly { at: string; from: string; to: string }[];
    expect(changes.map(({ at }) => at)).toEqual(["工作台账!C16", "工作台账!E20"]);
    expect(changes.map(({ from, to }) => [from.replace("70%以上", "70% 以上").replace("、 国网", "、国网") === to])).toEqual([[true], [true]]);
    expect(taizhang("normalise", out("n1.xlsx"), "-o", out("n2.xlsx")).json["changes"]).toEqual([]);
    expect(readFileSync(out("n2.xlsx")).equals(readFileSync(out("n1.xlsx")))).toBe(true);
    const undone = taizhang("undo", out("n1.xlsx"), "-o", out("n0.xlsx"));
    expect(undone.json["left"]).toEqual([]);
    expect(taizhang("normalise", out("n0.xlsx"), "-o", out("n3.xlsx")).json["changes"]).toEqual(changes);
  });

  test.each([
    ["2026-11-23", { unverified: 18, "on-track": 8, "no-deadline": 42 }],
    ["2026-12-15", { unverified: 18, "due-soon": 2, "on-track": 6 }],
    ["2025-06-01", { overdue: 0, unverified: 0, "on-track": 26 }],
  ])("light on %s", (day, counts) => {
    const answer = taizhang("light", LEDGER, "-o", out("lit.xlsx"), "--as-of", day);
    expect(answer).toMatchObject({ exit: 0, json: { counts } });
    const lights = new Map(rowsOf(answer).map(({ row, light }) => [row, light]));
    if (day === "2026-12-15") expect([lights.get("1"), lights.get("30")]).toEqual(["due-soon", "due-soon"]);
    expect(lights.get("5")).toBe("no-deadline");
  });

  test("lights taken back leave the ledger as it was", () => {
    taizhang("light", LEDGER, "-o", out("lit.xlsx"), "--as-of", "2026-11-23");
    taizhang("undo", out("lit.xlsx"), "-o", out("unlit.xlsx"));
    expect(taizhang("read", out("unlit.xlsx")).json).toEqual(taizhang("read", LEDGER).json);
  });
});

test("merge: a folder of returns, exit 1 for what needs a person, the same bytes twice", () => {
  const first = taizhang("merge", MASTER, "seeds/样例轮次/返回", "-o", out("m1.xlsx"), "--as-of", "2026-11-23");
  expect(first.exit).toBe(1);
  const sum = first.json["sum"] as unknown as Readonly<Record<string, number>>;
  expect(Object.entries(sum).reduce((total, [fate, count]) => (fate === "cells" ? total : total + count), 0)).toBe(sum["cells"]);
  expect((first.json["cells"] as unknown as readonly unknown[]).length).toBe(sum["cells"]);
  const packed = taizhang("merge", MASTER, "seeds/样例轮次/返回.zip", "-o", out("m2.xlsx"), "--as-of", "2026-11-23");
  expect(packed.json).toEqual(first.json);
  expect(readFileSync(out("m2.xlsx")).equals(readFileSync(out("m1.xlsx")))).toBe(true);
});

describe("bad input is said, and nothing is half written", () => {
  const bad = (name: string, bytes: Buffer | string): string => {
    writeFileSync(out(name), bytes);
    return out(name);
  };

  test.each<[string, () => readonly string[], RegExp]>([
    ["no such file", () => ["read", "没有.xlsx"], /找不到/u],
    ["no ledger", () => ["read", bad("信.txt", "会议通知\n请准时参加\n")], /表头/u],
    ["an empty file", () => ["check", bad("空.xlsx", "")], /空/u],
    ["a truncated package", () => ["merge", bad("断.xlsx", readFileSync(path.join(ROOT, MASTER)).subarray(0, 5000)), LEDGER, "-o", out("no.xlsx")], /断\.xlsx/u],
    ["an unknown option", () => ["read", LEDGER, "--what"], /--what/u],
    ["no verb", () => ["什么"], /没有/u],
    ["an impossible day", () => ["light", LEDGER, "-o", out("no.xlsx"), "--as-of", "2026-02-30"], /as-of/u],
  ])("%s", (_name, words, sentence) => {
    const answer = taizhang(...words());
    expect(answer.exit).toBe(2);
    expect(answer.said).toMatch(sentence);
    expect(answer.said).not.toMatch(/\bat .*:\d+:\d+/u);
    expect(existsSync(out("no.xlsx"))).toBe(false);
  });

  test("one bad return stops no other", () => {
    const broken = bad("市水务局.xlsx", readFileSync(path.join(ROOT, "seeds/样例轮次/返回/07_市水务局.xlsx")).subarray(0, 3000));
    const letter = bad("市财政局.txt", "会议通知\n");
    const answer = taizhang("merge", MASTER, broken, letter, "seeds/样例轮次/返回/10_市卫生健康委.xlsx", "-o", out("m3.xlsx"));
    expect(answer.exit).toBe(1);
    const files = answer.json["files"] as unknown as readonly { file: string; status: string; reason: string | null }[];
    expect(files.map(({ file, status }) => [file, status])).toEqual([["10_市卫生健康委.xlsx", "merged"], ["市水务局.xlsx", "refused"], ["市财政局.txt", "refused"]]);
    for (const { status, reason } of files) if (status === "refused") expect(reason).toMatch(/[\u4e00-\u9fff]{6}/u);
  });
});

test("deadlines and units are answered without a file", () => {
  expect(taizhang("deadline", "6月前", "每年", "“十四五”末", "--year", "2026", "--as-of", "2026-11-23").json).toMatchObject([
    { text: "6月前", date: "2026-05-31", alternative: "2026-06-30" },
    { kind: "annual", date: "2026-12-31" },
    { date: "2025-12-31" },
  ]);
  expect(taizhang("deadline", "每月25日前（遇节假日顺延）", "收到后2日内", "--received", "2026-11-20", "--as-of", "2026-10-20").json).toMatchObject([
    { kind: "monthly", date: "2026-10-26", note: "遇周末已顺延，未含调休" },
    { kind: "date", date: "2026-11-22" },
  ]);
  expect(taizhang("units", "市发改委", "市应急局", "--in", LEDGER).json).toMatchObject([{ canonical: "市发展改革委", how: "alias" }, { canonical: "市应急管理局", how: "alias" }]);
  expect(taizhang("units", "市发改委").json).toMatchObject([{ canonical: "市发展和改革委员会" }]);
});

test("without --json the answer is a short Chinese text", () => {
  expect(execFileSync(process.execPath, ["src/taizhang.mjs", "read", LEDGER], { cwd: ROOT, encoding: "utf8" })).toMatch(/8 章、28 节、60 项任务/u);
});
