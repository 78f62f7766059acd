import { readFileSync } from "node:fs";
import { presetSettings } from "../../src/core/lights/settings";
import { COMMAND_LINE_LIMITS } from "../../src/files/limits";
import { readFile } from "../../src/files/readFile";
import { partsOf } from "../workbook/books";
import { taizhang, testFolder } from "../support/taizhang";

const LEDGER = "seeds/工作台账.xlsx";
const out = testFolder();

async function sheetsOf(path: string) {
  const read = await readFile("x.xlsx", readFileSync(path), { limits: COMMAND_LINE_LIMITS });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.grids;
}

describe("定稿", () => {
  test("of a ledger with lights: its own cells as they were, the colours kept, nothing of ours", async () => {
    taizhang("normalise", LEDGER, "-o", out("n.xlsx"));
    taizhang("light", out("n.xlsx"), "-o", out("lit.xlsx"), "--as-of", "2026-11-23");
    const answer = taizhang("final", out("lit.xlsx"), "-o", out("final.xlsx"), "--as-of", "2026-11-23");
    expect(answer).toMatchObject({ exit: 0, json: { open: [], leftSheets: expect.arrayContaining(["_台账", "目标清单"]) as unknown } });
    const [before] = await sheetsOf(out("n.xlsx"));
    const after = await sheetsOf(out("final.xlsx"));
    expect(after.map(({ sheet }) => sheet)).toEqual([before?.sheet]);
    expect(after[0]?.rows.map(({ row, values }) => [row, values])).toEqual(before?.rows.map(({ row, values }) => [row, values]));
    expect(after[0]?.spans).toEqual(before?.spans);
    const parts = partsOf(readFileSync(out("final.xlsx")));
    const all = Object.values(parts).join("\n");
    for (const gone of ["<f>", "<f ", "cfRule", "_台账", "台账_", "勿外发", "目标清单"]) expect(all.includes(gone)).toBe(false);
    expect(parts["docProps/core.xml"]).toContain("<dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>");
    expect(parts["xl/workbook.xml"]).toContain("_xlnm.Print_Titles");
    // 18 rows stand at 已过时限·待核实 on that day.
    const painted = parts["xl/styles.xml"]?.includes(`<fgColor rgb="FF${presetSettings("红黄绿").looks.unverified.fill}"`);
    expect(painted).toBe(true);
  });

  test("whatever is open is listed, and the copy is made all the same", () => {
    const master = "seeds/样例轮次/总台账.xlsx";
    taizhang("merge", master, "seeds/样例轮次/返回.zip", "-o", out("merged.xlsx"), "--as-of", "2026-11-23");
    const answer = taizhang("final", out("merged.xlsx"), "-o", out("merged-final.xlsx"), "--as-of", "2026-11-23");
    expect(answer.exit).toBe(1);
    const open = answer.json["open"] as readonly { kind: string; message: string; at: string | null }[];
    expect(open.some(({ kind, at }) => kind === "conflict" && at !== null)).toBe(true);
    expect(open.every(({ message }) => message !== "")).toBe(true);
    expect(taizhang("read", out("merged-final.xlsx")).exit).toBe(0);
  });

  test("without a place to write to it says how it is used", () => {
    expect(taizhang("final", LEDGER)).toMatchObject({ exit: 2 });
  });
});
