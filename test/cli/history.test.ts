import { writeFileSync } from "node:fs";
import { taizhang, testFolder } from "../support/taizhang";

const MASTER = "seeds/样例轮次/总台账.xlsx";
const RETURNS = "seeds/样例轮次/返回.zip";
const out = testFolder();

interface Cell {
  readonly at: string;
  readonly row: string;
  readonly state: string;
  readonly shown: unknown;
  readonly reports: readonly { readonly unit: string; readonly fate: string; readonly at: string; readonly received: string }[];
  readonly decision: unknown;
}

test("a cell tells its base, who said what in which file and cell, and who decided when", () => {
  const first = taizhang("merge", MASTER, RETURNS, "-o", out("一.xlsx"), "--as-of", "2026-11-20").json as unknown as { conflicts: readonly { row: string; column: string; values: readonly { unit: string; file: string; at: string }[] }[] };
  const [conflict] = first.conflicts;
  const [taken] = conflict?.values ?? [];
  if (!conflict || !taken) throw new Error("the sample round has a conflict");
  writeFileSync(out("裁定.json"), JSON.stringify([{ row: conflict.row, column: conflict.column, take: taken.unit, by: "李明" }]));
  taizhang("merge", out("一.xlsx"), "--decide", out("裁定.json"), "-o", out("二.xlsx"), "--as-of", "2026-11-24");
  const read = taizhang("read", out("二.xlsx")).json as unknown as { columns: Record<string, string>; rows: readonly { row: string; at: string }[] };
  const line = /(\d+)$/u.exec(read.rows.find(({ row }) => row === conflict.row)?.at ?? "")?.[1];
  const place = `工作台账!${read.columns[conflict.column] ?? ""}${line ?? ""}`;
  const { cells } = taizhang("history", out("二.xlsx"), "--cell", place, "--cell", "A1").json as unknown as { cells: readonly Cell[] };
  expect(cells[0]).toMatchObject({ at: place, row: conflict.row, state: "锁定", decision: { take: taken.unit, decided: "2026-11-24", by: "李明" } });
  expect(cells[0]?.reports.map(({ unit }) => unit).sort()).toEqual(conflict.values.map(({ unit }) => unit).sort());
  expect(cells[0]?.reports.every(({ at, received }) => at.includes("!") && received === "2026-11-20")).toBe(true);
  expect(cells[1]).toMatchObject({ row: null, reports: [] });
  // The same decision again changes nothing.
  expect(taizhang("merge", out("二.xlsx"), "--decide", out("裁定.json"), "-o", out("三.xlsx"), "--as-of", "2026-12-01").json).toMatchObject({ changes: 0 });
  expect(taizhang("history", out("三.xlsx"), "--cell", place).json).toMatchObject({ cells: [{ decision: { decided: "2026-11-24" } }] });
});

test("a place that is none is wrong usage", () => {
  expect(taizhang("history", MASTER, "--cell", "甲乙").exit).toBe(2);
  expect(taizhang("history", MASTER).exit).toBe(2);
});
