/** What the reply cells must hold when certain units have said certain things: the clerk's rules, spelled out once more. */
import { type CityRow, DISTRICT_CLASS, ROWS, type Said, type Says, speakersIn } from "./city";

export interface CellTexts {
  readonly value: number | null;
  readonly status: string | null;
  readonly progress: string | null;
}

/** By 序号: what the sheet shows. `before` is what it showed when the month began. */
export function expectedCells(says: Says, before: ReadonlyMap<number, CellTexts>): ReadonlyMap<number, CellTexts> {
  return new Map(ROWS.map((row) => [row.serial, expectedRow(row, says, before.get(row.serial) ?? EMPTY)]));
}

export const EMPTY: CellTexts = { value: null, status: null, progress: null };

function expectedRow(row: CityRow, says: Says, before: CellTexts): CellTexts {
  const said = speakersIn(row).map((unit) => ({ unit, ...says(unit, row.serial) }));
  return { value: figureOf(row, said, before.value), status: statusOf(row, said, before.status), progress: textOf(said, before.progress) };
}

type Voice = Said & { readonly unit: string };

/** The districts' figures add up; elsewhere the first leading unit's counts. */
function figureOf(row: CityRow, said: readonly Voice[], before: number | null): number | null {
  const figures = said.flatMap(({ unit, value }) => (value === undefined ? [] : [{ unit, value }]));
  if (row.leads[0] === DISTRICT_CLASS) return figures.length === 0 ? before : figures.reduce((sum, { value }) => sum + value, 0);
  const all = new Set(figures.map(({ value }) => value));
  if (all.size <= 1) return figures[0]?.value ?? before;
  return row.leads.flatMap((lead) => figures.find(({ unit }) => unit === lead)?.value ?? [])[0] ?? before;
}

/** Behind when one is, done when all whom the row names say so, not begun when nobody has begun, else under way. */
function statusOf(row: CityRow, said: readonly Voice[], before: string | null): string | null {
  const words = said.flatMap(({ status }) => (status === undefined ? [] : [status]));
  if (words.length === 0) return before;
  if (words.includes("滞后")) return "滞后";
  const only = words.every((word) => word === words[0]) ? words[0] : undefined;
  const named = said.filter(({ unit }) => row.leads.includes(unit) || row.others.includes(unit));
  return only === "已完成" && named.some(({ status }) => status === undefined) ? "进行中" : (only ?? "进行中");
}

/** One text stands alone, several stand one a line under their units' names; a unit's line of last month gives way to its new one. */
function textOf(said: readonly Voice[], before: string | null): string | null {
  const texts = said.flatMap(({ unit, progress }) => (progress === undefined || progress === before ? [] : [{ unit, progress }]));
  if (texts.length === 0) return before;
  const lines = (before ?? "").split("\n").filter((line) => line.includes("："));
  if (lines.length > 0) return renewed(lines, texts);
  return texts.length === 1 ? (texts[0]?.progress ?? null) : texts.map(({ unit, progress }) => `${unit}：${progress}`).join("\n");
}

function renewed(lines: readonly string[], texts: readonly { readonly unit: string; readonly progress: string }[]): string {
  const left = [...texts];
  const own = lines.map((line) => {
    const at = left.findIndex(({ unit }) => line.startsWith(`${unit}：`));
    const [next] = at < 0 ? [] : left.splice(at, 1);
    return next ? `${next.unit}：${next.progress}` : line;
  });
  return [...own, ...left.map(({ unit, progress }) => `${unit}：${progress}`)].join("\n");
}
