/** A ledger of single cases, each reasoned by hand before it was run, through the command line as on 2026-11-23. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const ROOT = path.join(__dirname, "../..");

/** 工作内容 | 完成时限 | 目标值 | 完成值 | 状态 | light | date; a dash is an empty cell. */
const TABLE = `
  到 2025 年，建成充电站 300 座。 | - | - | - | - | unverified | 2025-12-31
  到 2025 年，建成充电站 300 座。 | - | - | 320 | - | done | 2025-12-31
  到 2025 年，建成充电站 300 座。 | - | - | 250 | - | overdue | 2025-12-31
  到 2025 年，建成充电站 300 座。 | - | - | 250 | 已完成 | undecided | 2025-12-31
  到 2025 年，建成充电站 300 座。 | - | - | - | 已完成 | done | 2025-12-31
  到 2025 年，建成充电站 300 座。 | - | - | - | 进行中 | overdue | 2025-12-31
  到 2025 年，建成充电站 300 座。 | - | - | - | 正在推进 | overdue | 2025-12-31
  到 2025 年，建成充电站 300 座。 | - | - | - | 未启动 | overdue | 2025-12-31
  到 2025 年，建成充电站 300 座。 | - | - | - | 进度滞后 | overdue | 2025-12-31
  到 2025 年，建成充电站 300 座。 | - | - | - | √ | done | 2025-12-31
  到 2025 年，建成充电站 300 座。 | - | - | - | 已阅 | unverified | 2025-12-31
  到 2025 年，建成充电站 300 座。 | - | - | 320座 | - | done | 2025-12-31
  到 2025 年，建成充电站 300 座。 | - | - | ３２０座 | - | done | 2025-12-31
  到 2025 年，建成充电站 300 座。 | - | - | 1,320 | - | done | 2025-12-31
  到 2025 年，建成充电站 300 座。 | - | - | 完成320座 | - | done | 2025-12-31
  到 2025 年，建成充电站 300 座。 | - | - | 约320座 | - | done | 2025-12-31
  到 2025 年，建成充电站 300 座。 | - | - | 未统计 | - | unverified | 2025-12-31
  到 2025 年，建成充电站 300 座。 | 2026年底 | - | 250 | - | on-track | 2026-12-31
  到 2025 年，建成充电站 300 座。 | 2026-12-20 | - | - | - | due-soon | 2026-12-20
  到 2025 年，建成充电站 300 座。 | 2026.12.20 | - | - | 滞后 | behind | 2026-12-20
  到 2025 年，建成充电站 300 座。 | 20261220 | - | - | - | due-soon | 2026-12-20
  到 2025 年，建成充电站 300 座。 | 46376 | - | - | - | due-soon | 2026-12-20
  到 2025 年，建成充电站 300 座。 | 2026/11/30 | - | - | - | due-soon | 2026-11-30
  到 2025 年，建成充电站 300 座。 | 11月底 | - | - | - | due-soon | 2026-11-30
  到 2025 年，建成充电站 300 座。 | 长期坚持 | - | - | - | no-deadline | -
  到 2025 年，建成充电站 300 座。 | 市发改委 | - | - | - | unverified | 2025-12-31
  到 2025 年，建成充电站 300 座。 | 2025年9月31日 | - | - | - | unverified | 2025-12-31
  推进绿色制造。 | - | - | - | - | no-deadline | -
  推进绿色制造。 | - | - | - | 完成 | done | -
  推进绿色制造。 | - | - | - | 推进中 | no-deadline | -
  推进绿色制造。 | - | - | - | 未达进度 | behind | -
  每年开展检查不少于 2 次。 | - | - | - | - | on-track | 2026-12-31
  每年开展检查不少于 2 次。 | - | - | 1 | - | on-track | 2026-12-31
  每年开展检查不少于 2 次。 | - | - | 2 | - | done | 2026-12-31
  每季度通报一次。 | - | - | - | - | on-track | 2026-12-31
  每月5日前报送进展。 | - | - | - | - | due-soon | 2026-12-05
  6月前完成方案编制。 | - | - | - | - | unverified | 2026-05-31
  12月前完成方案编制。 | - | - | - | - | due-soon | 2026-11-30
  11月前完成方案编制。 | - | - | - | - | due-soon | 2026-10-31
  到 2027 年，新能源汽车保有量达到 30 万辆。 | - | - | 32 | - | done | 2027-12-31
  到 2027 年，新能源汽车保有量达到 30 万辆。 | - | - | 320000 | - | done | 2027-12-31
  到 2027 年，新能源汽车保有量达到 30 万辆。 | - | - | 32万辆 | - | done | 2027-12-31
  到 2027 年，新能源汽车保有量达到 30 万辆。 | - | - | 29.5万辆 | - | on-track | 2027-12-31
  到 2027 年，新能源汽车保有量达到 30 万辆。 | - | - | 3200 | 已完成 | undecided | 2027-12-31
  到 2025 年，废旧家电回收率达到 85% 以上。 | - | - | 0.86 | - | done | 2025-12-31
  到 2025 年，废旧家电回收率达到 85% 以上。 | - | - | 86% | - | done | 2025-12-31
  到 2025 年，废旧家电回收率达到 85% 以上。 | - | - | 86 | - | done | 2025-12-31
  到 2025 年，废旧家电回收率达到 85% 以上。 | - | - | 84.9% | - | overdue | 2025-12-31
  到 2025 年，废旧家电回收率达到 85% 以上。 | - | - | 0.84 | - | overdue | 2025-12-31
  到 2025 年，万元产值能耗占比降至 20% 以下。 | - | - | 18% | - | done | 2025-12-31
  到 2025 年，万元产值能耗占比降至 20% 以下。 | - | - | 22% | - | overdue | 2025-12-31
  “十四五”末，建成基地 3 个。 | - | - | - | - | unverified | 2025-12-31
  到 2025 年，绿色工厂达到 350 家；到 2027 年，达到 400 家。 | - | - | - | 进行中 | unverified | 2025-12-31
  到 2025 年，绿色工厂达到 350 家；到 2027 年，达到 400 家。 | - | - | - | 未启动 | overdue | 2025-12-31
  到 2025 年，绿色工厂达到 350 家；到 2027 年，达到 400 家。 | - | - | - | 已办结 | done | 2025-12-31
  2025年9月底前印发方案，2027年6月底前完成改造。 | - | - | - | 进行中 | unverified | 2025-09-30
  推进绿色制造。 | 2025年底、2027年底 | - | - | 进行中 | unverified | 2025-12-31
  推进绿色制造。 | 2025年底、2027年底 | - | - | 尚未启动 | overdue | 2025-12-31
  到 2025 年，建成充电站 300 座。 | 立行立改 | - | - | - | no-deadline | -
  到 2025 年，绿色工厂达到 350 家、绿色园区达到 30 个。 | - | 350 | 340 | - | overdue | 2025-12-31
  到 2025 年，绿色工厂达到 350 家、绿色园区达到 30 个。 | - | 350 | 360 | - | unverified | 2025-12-31
  到 2025 年，绿色工厂达到 350 家、绿色园区达到 30 个。 | - | - | 360 | - | unverified | 2025-12-31
  到 2025 年，建成充电站 300 座。 | - | - | 0 | - | overdue | 2025-12-31
  推进绿色制造。 | 2026年上半年 | - | - | - | unverified | 2026-06-30
  推进绿色制造。 | 2026年四季度 | - | - | - | on-track | 2026-12-31
  推进绿色制造。 | 2026-11-23 | - | - | - | due-soon | 2026-11-23
  推进绿色制造。 | 2026-11-22 | - | - | - | unverified | 2026-11-22
  推进绿色制造。 | 2026年1月-11月 | - | - | 未开展 | due-soon | 2026-11-30
  推进绿色制造。 | 每年12月底前 | - | - | - | on-track | 2026-12-31
  推进绿色制造。 | 年底前 | - | - | 持续推进 | on-track | 2026-12-31
  推进绿色制造。 | 2025年 | - | - | 正在推进 | overdue | 2025-12-31
  推进绿色制造。 | 明年上半年 | - | - | - | on-track | 2027-06-30
  到 2025 年，城镇绿色建筑占比控制在 5%～95%。 | - | - | 50% | - | done | 2025-12-31
  到 2025 年，事故数控制在 10 起以内。 | - | - | 9起 | 已完成 | done | 2025-12-31
  到 2025 年，事故数控制在 10 起以内。 | - | - | 11起 | 已完成 | undecided | 2025-12-31
  到 2025 年，事故数控制在 10 起以内。 | - | - | 11起 | - | overdue | 2025-12-31
  到 2027 年，淘汰老旧车辆 1.2 万辆。 | - | - | 1.3万辆 | 未启动 | undecided | 2027-12-31
  到 2027 年，淘汰老旧车辆 1.2 万辆。 | - | - | 12000 | - | done | 2027-12-31
  到 2025 年，基本淘汰国三及以下排放标准车辆。 | - | - | - | - | unverified | 2025-12-31
  到 2025 年，基本淘汰国三及以下排放标准车辆。 | - | - | - | 已完成 | done | 2025-12-31
  到 2025 年，投资规模较 2023 年增长 25% 以上。 | - | - | 25% | - | done | 2025-12-31
  到 2025 年，投资规模较 2023 年增长 25% 以上。 | - | - | 24% | 进行中 | overdue | 2025-12-31
  到 2025 年，投资规模较 2023 年增长 25% 以上。 | - | - | 380 | - | undecided | 2025-12-31
`;

interface Case {
  readonly cells: readonly string[];
  readonly light: string;
  readonly date: string | null;
}

const CASES = TABLE.trim().split("\n").map((line): Case => {
  const cells = line.split("|").map((cell) => cell.trim()).map((cell) => (cell === "-" ? "" : cell));
  return { cells: cells.slice(0, 5), light: cells[5] ?? "", date: cells[6] === "" ? null : (cells[6] ?? null) };
});

let rows: readonly { readonly light: string; readonly date: string | null; readonly reason: string }[] = [];

beforeAll(() => {
  const folder = mkdtempSync(path.join(tmpdir(), "taizhang-"));
  const quoted = (cell: string): string => `"${cell}"`;
  const lines = CASES.map(({ cells: [content = "", ...replies] }, index) => [String(index + 1), `任务第${index + 1}号`, content, "市发改委", ...replies].map(quoted).join(","));
  writeFileSync(path.join(folder, "台账.csv"), ["2026年重点工作台账", "序号,重点任务,工作内容,牵头单位,完成时限,目标值,完成值,状态", ...lines].join("\n"));
  const run = spawnSync(process.execPath, ["src/taizhang.mjs", "light", path.join(folder, "台账.csv"), "-o", path.join(folder, "亮灯.xlsx"), "--json", "--as-of", "2026-11-23"], { cwd: ROOT, encoding: "utf8" });
  rows = (JSON.parse(run.stdout) as { rows: typeof rows }).rows;
  rmSync(folder, { recursive: true });
});

test("all of them are rows", () => {
  expect(CASES.length).toBeGreaterThan(80);
  expect(rows).toHaveLength(CASES.length);
});

test.each(CASES.map((one, index) => [one.cells.filter((cell) => cell !== "").join(" · "), index] as const))("%s", (_, index) => {
  expect(rows[index]).toMatchObject({ light: CASES[index]?.light, date: CASES[index]?.date });
});
