/** Workbooks of any size as Excel and as other programs write them, kept in the cache between runs. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cellName, columnName } from "../../src/core/grid/a1";
import type { CellValue } from "../../src/core/grid/grid";
import { aZip } from "../support/aZip";
import { workbookParts } from "../support/aWorkbook";
import { answered, DAY_COLUMNS, HEADER, issued, type Line, someTasks, type Task, unitOf, UNITS } from "./someLedgers";

/** Other files need another name: raised whenever what is written changes. */
const EDITION = 2;
const CACHE = path.join("node_modules", ".cache", "taizhang", "bench", String(EDITION));

const TASKS = 5_000;
const UNITS_EACH = 26;
/** Of three files one keeps its texts in the cells, as other programs than Excel do. */
const INLINE_OF = 3;
const ROWS_UNDER_HEADING = 15;

const STYLES =
  '<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  "<borders count=\"2\"><border/><border><left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/><bottom style=\"thin\"/></border></borders>" +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0"><alignment wrapText="1"/></xf><xf numFmtId="14" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"/></cellXfs>';

/** A master of 5,000 tasks, and 1,000 files of 130 answered rows each. */
export function manyFiles(): { readonly master: string; readonly returns: string; readonly files: number } {
  const folder = kept("many", (target) => {
    const tasks = someTasks(TASKS, UNITS_EACH);
    const byUnit = UNITS.map((): Task[] => []);
    for (const task of tasks) for (const unit of task.units) byUnit[unit]?.push(task);
    mkdirSync(path.join(target, "returns"));
    writeFileSync(path.join(target, "master.xlsx"), fileOf([HEADER, ...tasks.map(issued)], true));
    byUnit.forEach((own, unit) => {
      const name = `${String(unit + 1).padStart(4, "0")}_${UNITS[unit] ?? ""}.xlsx`;
      writeFileSync(path.join(target, "returns", name), fileOf([HEADER, ...own.map((task) => answered(task, unit))], unit % INLINE_OF !== 0));
    });
  });
  return { master: path.join(folder, "master.xlsx"), returns: path.join(folder, "returns"), files: UNITS.length };
}

/** A master of 60 tasks, and the files of 45 units for each of so many months. */
export function aYear(months: number): { readonly master: string; readonly returns: readonly string[] } {
  const units = 45;
  const folder = kept(`year-${months}`, (target) => {
    const tasks = someTasks(60, 3).map((task): Task => ({ ...task, units: task.units.map((unit) => unit % units) }));
    writeFileSync(path.join(target, "master.xlsx"), fileOf([HEADER, ...tasks.map(issued)], true));
    for (let month = 0; month < months; month++) {
      const own = path.join(target, monthName(month));
      mkdirSync(own);
      for (let unit = 0; unit < units; unit++) {
        const rows = tasks.filter((task) => task.units.includes(unit)).map((task) => answered(task, unit, month));
        writeFileSync(path.join(own, `${String(unit + 1).padStart(2, "0")}_${UNITS[unit] ?? ""}_${monthName(month)}.xlsx`), fileOf([HEADER, ...rows], unit % INLINE_OF !== 0));
      }
    }
  });
  return { master: path.join(folder, "master.xlsx"), returns: Array.from({ length: months }, (_, month) => path.join(folder, monthName(month))) };
}

const monthName = (month: number): string => `${String(month + 1).padStart(2, "0")}月`;

/** One sheet of so many rows in 13 columns, with headings that span the table. */
export function largeFile(rows: number): string {
  const folder = kept(`large-${rows}`, (target) => {
    const tasks = someTasks(rows, 3);
    const lines: Line[] = [HEADER];
    const headings: number[] = [];
    tasks.forEach((task, at) => {
      if (at % ROWS_UNDER_HEADING === 0) {
        headings.push(lines.length);
        lines.push([`（${at / ROWS_UNDER_HEADING + 1}）${task.task}`]);
      }
      lines.push(answered(task, task.units[0] ?? 0));
    });
    writeFileSync(path.join(target, "large.xlsx"), fileOf(lines, true, headings));
  });
  return path.join(folder, "large.xlsx");
}

const DISTRICTS = 12;

/**
 * One sheet of so many rows as a city joins them in a year: each month of each district is a part with the same tasks,
 * numbered anew, led by bureaus of the district; what is answered are each bureau's own words, as in returned files.
 */
export function cityFile(rows: number): string {
  const folder = kept(`city-${rows}`, (target) => {
    const lines: Line[] = [HEADER];
    const headings: number[] = [];
    const tasks = someTasks(Math.ceil(rows / (MONTHS * DISTRICTS)), 3);
    for (let part = 0; part < MONTHS * DISTRICTS; part++) {
      const month = Math.floor(part / DISTRICTS);
      const district = part % DISTRICTS;
      headings.push(lines.length);
      lines.push([`${monthName(month)}（${district + 1}）`]);
      for (const task of tasks.slice(0, rows + headings.length - lines.length)) {
        const units = task.units.map((unit) => unitOf(district, unit));
        lines.push(answered({ ...task, units }, units[0] ?? 0, month));
      }
    }
    writeFileSync(path.join(target, "city.xlsx"), fileOf(lines, true, headings));
  });
  return path.join(folder, "city.xlsx");
}

const MONTHS = 12;

/** A folder that is there as a whole or not at all. */
function kept(name: string, make: (folder: string) => void): string {
  const folder = path.join(CACHE, name);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  make(unfinished);
  renameSync(unfinished, folder);
  return folder;
}

function fileOf(lines: readonly Line[], shared: boolean, headings: readonly number[] = []): Uint8Array {
  const strings = new Map<string, number>();
  const rows = lines.map((line, row) => rowXml(line, row, shared ? strings : null));
  const spans = headings.map((row) => `<mergeCell ref="${cellName(row, 0)}:${cellName(row, HEADER.length - 1)}"/>`);
  const merged = spans.length === 0 ? "" : `<mergeCells count="${spans.length}">${spans.join("")}</mergeCells>`;
  const last = columnName(HEADER.length - 1);
  const xml = `<dimension ref="A1:${last}${lines.length}"/><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="13" width="20" customWidth="1"/></cols><sheetData>${rows.join("")}</sheetData>${merged}`;
  const table = [...strings.keys()].map((text) => `<si><t>${escaped(text)}</t></si>`).join("");
  const parts = workbookParts({ sheets: [{ name: "Sheet1", xml }], styles: STYLES, ...(shared ? { strings: table } : {}) });
  return aZip(Object.entries(parts).map(([name, content]) => ({ name, content })));
}

function rowXml(line: Line, row: number, strings: Map<string, number> | null): string {
  const cells = line.map((value, col) => cellXml(value, row, col, strings)).join("");
  return `<row r="${row + 1}" spans="1:${HEADER.length}">${cells}</row>`;
}

function cellXml(value: CellValue, row: number, col: number, strings: Map<string, number> | null): string {
  const at = cellName(row, col);
  const style = row === 0 ? 1 : DAY_COLUMNS.has(col) && typeof value === "number" ? 3 : 2;
  if (value === null) return `<c r="${at}" s="${style}"/>`;
  if (typeof value !== "string") return `<c r="${at}" s="${style}"><v>${Number(value)}</v></c>`;
  if (strings === null) return `<c r="${at}" s="${style}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
  let index = strings.get(value);
  if (index === undefined) {
    index = strings.size;
    strings.set(value, index);
  }
  return `<c r="${at}" s="${style}" t="s"><v>${index}</v></c>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
