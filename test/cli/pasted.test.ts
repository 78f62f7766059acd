import { writeFileSync } from "node:fs";
import { taizhang, testFolder } from "../support/taizhang";

const MASTER = "seeds/样例轮次/总台账.xlsx";
const out = testFolder();

test("a pasted reply is received as the unit's, kept, and merged with what was received", () => {
  writeFileSync(out("回复.txt"), "办公室：\n第3项：状态：进行中；进展情况：已完成改造 2 处。\n市水务局\n");
  const got = taizhang("receive", MASTER, "--paste", out("回复.txt"), "--unit", "市水务局", "-o", out("收.xlsx"), "--as-of", "2026-11-23");
  expect(got.exit).toBe(0);
  expect(got.json["pasted"]).toMatchObject([{ unit: "市水务局", unread: [{ line: 1, reason: "没有写明是第几项" }, { line: 3 }] }]);
  expect(got.json["register"]).toContainEqual(expect.objectContaining({ unit: "市水务局", state: "缺项", rows: 1 }));
  const merged = taizhang("merge", out("收.xlsx"), "-o", out("汇.xlsx"), "--as-of", "2026-11-23");
  expect(merged.json).toMatchObject({ files: [{ unit: "市水务局", status: "merged" }], changes: 2 });
});

test("whose the words are must be said", () => {
  expect(taizhang("receive", MASTER, "--paste", out("回复.txt"), "-o", out("x.xlsx"))).toMatchObject({ exit: 2 });
});
