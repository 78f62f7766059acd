import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { CellValue, Grid, GridRow } from "../../src/core/grid/grid";
import { type ColumnKey, headerOf } from "../../src/core/ledger/columns";
import { gridOfText } from "./aGrid";

const SEEDS = path.join(__dirname, "../../seeds");
/** The real ledger's source text as a sheet. */
export const SOURCE = gridOfText(readFileSync(path.join(SEEDS, readdirSync(SEEDS).find((name) => name.endsWith("工作台账.txt")) ?? ""), "utf8"), "台账");

const ISSUED = ["serial", "task", "content", "leadUnits", "responsibleUnits"] as const;
const REPLIES = ["deadline", "targetValue", "reportedValue", "status", "progress", "problems", "note", "reporter", "reportDate", "contact"] as const;
export const COLUMNS: readonly ColumnKey[] = [...ISSUED, ...REPLIES];
const WORK = ["摸底", "立项", "招标", "采购", "施工", "验收", "培训", "宣传"];

/** The real ledger as it comes back: numbers as numbers, every reply filled in soundly, its own six oddities put right. */
function filledIn(): Grid {
  const rows = SOURCE.rows.map((row): GridRow => {
    const [first, ...others] = row.values;
    const isHeader = first === "序号";
    const isBody = !isHeader && typeof row.values[2] === "string" && row.values[2] !== "";
    if (isHeader) return { ...row, values: COLUMNS.map(headerOf) };
    if (!isBody) return row;
    const serial = typeof first === "string" && /^\d+$/u.test(first) ? Number(first) : (first ?? null);
    const n = row.row;
    const done = `已完成${WORK[n % 8] ?? ""}${n}项，印发通知${(n % 5) + 1}份，下一步推进${WORK[(n * 3 + 1) % 8] ?? ""}。`;
    const replies: readonly CellValue[] = [null, null, n, "进行中", done, null, null, "市商务局", "2026年10月14日", "张三 13800000000"];
    return { ...row, values: [serial, ...others.slice(0, 4).map((value) => soundly(value ?? null)), ...replies] };
  });
  return { ...SOURCE, rows };
}

function soundly(value: CellValue): CellValue {
  if (typeof value !== "string") return value;
  return value.replace("70%以上", "70% 以上").replace("、 国网", "、国网").replace("），市政府", "）、市政府").replace("市应急局", "市应急管理局").replace("市文化旅游局", "市文化和旅游局");
}

/** The real ledger as it comes back, with nothing wrong in it. */
export const CLEAN = filledIn();
