/** Sound ledgers of other places, each built and worded in its own way: whatever a checker says of them is looked at by a person. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { serialOfDay } from "../../src/core/grid/day";
import type { CellMark, CellValue, Grid, GridRow, Span } from "../../src/core/grid/grid";
import { gridOfText } from "./aGrid";

export const CLEAN_LEDGERS = ["district", "air", "digital", "energy", "county"] as const;
export type CleanLedger = (typeof CLEAN_LEDGERS)[number];

const NUMBERS = new Set(["序号", "编号", "年度目标", "完成数", "年度目标值", "实际完成值"]);
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/u;

/** One of them as it would be typed into a sheet: figures as numbers, ISO days as days, ⏎ as a line break. */
export function cleanLedger(name: CleanLedger): Grid {
  const text = gridOfText(readFileSync(path.join(__dirname, "ledgers", `${name}.tsv`), "utf8"), "台账");
  const top = text.rows.findIndex(({ values }) => values[0] === "序号" || values[0] === "编号");
  const lower = text.rows[top + 1]?.values[0] === null ? text.rows[top + 1] : undefined;
  const headers = (text.rows[top]?.values ?? []).map((header, col) => lower?.values[col] ?? header ?? null);
  const rows = text.rows.map((row) => (row.row <= top + (lower ? 1 : 0) ? row : typed(row, headers)));
  return { ...text, rows, spans: lower ? headerSpans(top, text.rows[top]?.values ?? [], lower.values) : [] };
}

function typed(row: GridRow, headers: GridRow["values"]): GridRow {
  const marks: (CellMark | undefined)[] = [];
  const values = row.values.map((value, col): CellValue => {
    if (typeof value !== "string") return value ?? null;
    if (NUMBERS.has(String(headers[col])) && /^[\d.]+$/u.test(value)) return Number(value);
    const [, year, month, day] = ISO_DAY.exec(value) ?? [];
    if (year === undefined) return value.replaceAll("⏎", "\n");
    marks[col] = { date: true };
    return serialOfDay({ year: Number(year), month: Number(month), day: Number(day) });
  });
  return { ...row, values, marks: marks.length > 0 ? marks : null };
}

/** A header of two rows: one cell over its parts, the others down both rows. */
function headerSpans(top: number, upper: GridRow["values"], lower: GridRow["values"]): readonly Span[] {
  const parts = lower.flatMap((value, col) => (value === null || value === undefined ? [] : [col]));
  const down = upper.flatMap((_, col) => (parts.includes(col) ? [] : [{ top, bottom: top + 1, left: col, right: col }]));
  return [...down, { top, bottom: top, left: parts[0] ?? 0, right: parts[parts.length - 1] ?? 0 }];
}
