import { readFileSync, writeFileSync } from "node:fs";
import { COMMAND_LINE_LIMITS } from "../../src/files/limits";
import { readFile } from "../../src/files/readFile";
import { taizhang, testFolder } from "../support/taizhang";

const out = testFolder();
const HEADER = "序号,重点任务,工作内容,牵头单位,责任单位,完成值,状态,进展情况,备注";
const ROWS = ["1,促进汽车消费,开展以旧换新活动30场。,市商务局,市财政局、市公安局", "2,加强资金保障,统筹专项资金。,市财政局,市商务局"] as const;
const TEXTS = { 市商务局: "商务综述。", 市财政局: "财".repeat(20_000), 市公安局: "公".repeat(15_000) };
const FIGURES: Readonly<Record<string, string>> = { 市商务局: "5", 市财政局: "7 场", 市公安局: "" };
const merge = (...words: readonly string[]) => taizhang("merge", out("总.xlsx"), ...Object.keys(TEXTS).map((unit) => out(`${unit}.csv`)), "--policy", "完成值=sum", "--as-of", "2026-11-23", ...words);

async function sheetsOf(name: string): Promise<ReadonlyMap<string, readonly (readonly unknown[])[]>> {
  const read = await readFile(name, readFileSync(out(name)), { limits: COMMAND_LINE_LIMITS });
  if (!read.ok) throw new Error(read.error.kind);
  return new Map(read.value.grids.map(({ sheet, rows }) => [sheet, rows.map(({ values }) => values)]));
}

beforeAll(() => {
  writeFileSync(out("总.csv"), [HEADER, ...ROWS.map((row) => `${row},,,,`), ""].join("\n"));
  for (const [unit, text] of Object.entries(TEXTS)) {
    writeFileSync(out(`${unit}.csv`), [HEADER, `${ROWS[0]},${FIGURES[unit] ?? ""},,${text},`, `${ROWS[1]},,,${unit === "市公安局" ? "" : `${unit}${"二".repeat(900)}`},`, ""].join("\n"));
  }
  taizhang("import", out("总.csv"), "-o", out("总.xlsx"));
});

test("without a choice nothing too long is written: it is asked, what is too tall for a row is said", async () => {
  const { exit, json } = merge("-o", out("问.xlsx"));
  expect(exit).toBe(1);
  expect(json["conflicts"]).toMatchObject([{ row: "1", column: "progress", master: null, reason: expect.stringContaining("32767") as unknown }]);
  expect(json["flags"]).toContainEqual(expect.objectContaining({ kind: "tooTall", row: "2" }));
  expect(json["sums"]).toMatchObject([{ row: "1", total: 12, measure: "场", parts: [{ unit: "市商务局", value: 5 }, { unit: "市财政局", value: 7, said: 7 }], missing: ["市公安局"] }]);
});

test.each([["details", "共 3 个单位填报，全文见“分单位明细”。"], ["牵头综述", "商务综述。\n（市商务局综述；其余 2 个单位的内容见“分单位明细”）"]])("--long %s: every text is kept whole beside the ledger", async (way, shown) => {
  const { exit, json } = merge("--long", way, "-o", out("分.xlsx"));
  expect(exit).toBe(0);
  expect(json["conflicts"]).toEqual([]);
  const sheets = await sheetsOf("分.xlsx");
  const details = sheets.get("分单位明细") ?? [];
  expect(details.filter(([row, column]) => row === "1" && column === "进展情况").map(([, , unit, text, file]) => [unit, text, file])).toEqual(Object.entries(TEXTS).map(([unit, text]) => [unit, text, `${unit}.csv`]));
  expect(details.some(([, , unit, text]) => unit === "合计" && text === "12场；尚缺：市公安局")).toBe(true);
  expect([...sheets.values()][0]?.[1]?.[7]).toBe(shown);
  // Nothing changes: nothing is written.
  expect(taizhang("merge", out("分.xlsx"), "-o", out("再.xlsx"), "--as-of", "2026-12-01").json).toMatchObject({ changes: 0 });
  expect(readFileSync(out("再.xlsx")).equals(readFileSync(out("分.xlsx")))).toBe(true);
});

test("a file that is taken back goes from the details, too", async () => {
  merge("--long", "details", "-o", out("分.xlsx"));
  taizhang("undo", out("分.xlsx"), "--file", "市公安局.csv", "-o", out("撤.xlsx"));
  const details = (await sheetsOf("撤.xlsx")).get("分单位明细") ?? [];
  expect(details.filter(([, , unit]) => unit === "市公安局")).toEqual([]);
  expect(details.filter(([, , unit]) => unit === "市财政局").length).toBeGreaterThan(0);
});

test("an unknown way is wrong usage", () => {
  expect(merge("--long", "截断", "-o", out("错.xlsx")).exit).toBe(2);
});

test("what is said of files stands in the decisions", () => {
  writeFileSync(out("市商务局2.csv"), [HEADER, `${ROWS[0]},6,,改后的综述。,`, ""].join("\n"));
  writeFileSync(out("裁定.json"), JSON.stringify([{ file: "市商务局2.csv", supersedes: true }]));
  const asked = taizhang("merge", out("总.xlsx"), out("市商务局.csv"), out("市商务局2.csv"), "-o", out("二.xlsx"));
  expect((asked.json["conflicts"] as readonly unknown[]).length).toBe(2);
  const decided = taizhang("merge", out("总.xlsx"), out("市商务局.csv"), out("市商务局2.csv"), "--decide", out("裁定.json"), "-o", out("二.xlsx"));
  expect(decided.json).toMatchObject({ conflicts: [], flags: expect.arrayContaining([expect.objectContaining({ kind: "supersedes", file: "市商务局2.csv" })]) as unknown });
  writeFileSync(out("坏.json"), JSON.stringify([{ file: "市商务局2.csv" }]));
  expect(merge("--decide", out("坏.json"), "-o", out("错.xlsx")).exit).toBe(2);
});
