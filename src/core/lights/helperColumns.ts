/**
 * Our columns beside the official table (辅助列，不报送): found again by their headers, whoever moved them. The as-of day
 * is itself a header: what stands below it is counted from it.
 */
import { type CellValue, type Grid, type GridRow, isEmpty, rowAt, valueAt } from "../grid/grid";
import { comparisonForm } from "../text/compare";

export const HELPER_KEYS = [
  "light", "days", "deadline", "reported", "words", "adjusted", "override", "ground",
  "statusRead", "adjustedRead", "figureText", "figure", "verdict", "computed", "prior", "came",
] as const;

export type HelperKey = (typeof HELPER_KEYS)[number];

/** Inputs of our own formulas, hidden. */
export const INNER_KEYS: readonly HelperKey[] = ["statusRead", "adjustedRead", "figureText", "figure", "verdict", "computed", "prior", "came"];

/** Headers by key; `days` has the as-of day instead. The star tells our columns from the official ones, the first header says so. */
export const HELPER_HEADERS: Readonly<Record<Exclude<HelperKey, "days">, string>> = {
  light: "灯色（＊辅助列不报送）", deadline: "最近时限＊", reported: "报送＊", words: "时限依据＊",
  adjusted: "调整后时限＊", override: "人工认定＊", ground: "调整或认定理由＊",
  statusRead: "状态识别＊", adjustedRead: "调整生效＊", figureText: "完成值文字＊", figure: "完成值数字＊", verdict: "数值判断＊",
  computed: "推算灯色＊", prior: "轮次开始时填报＊", came: "本轮收到＊",
};

const KEY_OF: ReadonlyMap<string, HelperKey> = new Map(
  HELPER_KEYS.flatMap((key) => (key === "days" ? [] : [[comparisonForm(HELPER_HEADERS[key]), key] as const])),
);

/** Widths in characters. */
export const HELPER_WIDTHS: Readonly<Record<HelperKey, number>> = {
  light: 25, days: 16, deadline: 13, reported: 8, words: 36, adjusted: 14, override: 16, ground: 24,
  statusRead: 12, adjustedRead: 12, figureText: 13, figure: 13, verdict: 12, computed: 18, prior: 12, came: 10,
};

/** Where each of our columns stands. */
export type HelperPlaces = Readonly<Record<HelperKey, number>>;

/** The columns of a sheet that are ours, and the row of their headers. */
export interface HelperBlock {
  readonly headerRow: number;
  /** Inclusive. */
  readonly left: number;
  readonly right: number;
  /** By key; a column that a person deleted is missing. */
  readonly places: Partial<HelperPlaces>;
}

/** The star that all headers of ours have, in both widths. */
const STARS = ["＊", "*"] as const;
/** No header of ours, however it was spaced, is longer: what is need not be looked at. */
const LONGEST_HEADER = 80;

function keyOfHeader(value: CellValue | undefined): HelperKey | undefined {
  if (typeof value !== "string" || value.length > LONGEST_HEADER || !STARS.some((star) => value.includes(star))) return undefined;
  return KEY_OF.get(comparisonForm(value));
}

/** Whether a header cell is one of ours. */
export function isHelperHeader(value: CellValue | undefined): boolean {
  return keyOfHeader(value) !== undefined;
}

/** Our columns in this header row, or null where it has none. */
export function findHelpers(row: GridRow): HelperBlock | null {
  const places: Partial<Record<HelperKey, number>> = {};
  row.values.forEach((value, col) => {
    const key = keyOfHeader(value);
    if (key !== undefined) places[key] ??= col;
  });
  const cols = Object.values(places);
  if (cols.length === 0) return null;
  if (places.light !== undefined && !cols.includes(places.light + 1)) places.days = places.light + 1;
  const all = Object.values(places);
  return { headerRow: row.row, left: Math.min(...all), right: Math.max(...all), places };
}

/** Our columns in the sheet's header row, or null. */
export function helpersOf(grid: Grid, headerRow: number): HelperBlock | null {
  const row = rowAt(grid, headerRow);
  return row ? findHelpers(row) : null;
}

/** Our columns stand beside a header near the top of the sheet. */
const ROWS_SEARCHED = 300;

/** The sheet as it is without us: our columns are no part of the ledger, on a master as on a return made from it. */
export function withoutHelpers(grid: Grid): Grid {
  const block = findBlock(grid);
  if (!block) return grid;
  const own = new Set(Object.values(block.places));
  const clear = <T>(items: readonly (T | undefined)[]): (T | undefined)[] => items.map((item, col) => (own.has(col) ? undefined : item));
  return {
    ...grid,
    rows: grid.rows.map((row) => ({ ...row, values: clear(row.values), marks: row.marks && clear(row.marks) })),
    notes: grid.notes.filter(({ col }) => !own.has(col)),
    hiddenColumns: grid.hiddenColumns.filter((col) => !own.has(col)),
  };
}

/** Our columns wherever their headers stand, or null. */
export function findBlock(grid: Grid): HelperBlock | null {
  for (const row of grid.rows) {
    if (row.row > ROWS_SEARCHED) return null;
    const block = findHelpers(row);
    if (block) return block;
  }
  return null;
}

/** The day the lights count from, as Excel's serial number; null where our columns or the day are missing. */
export function asOfIn(grid: Grid, block: HelperBlock): number | null {
  const value = block.places.days === undefined ? null : valueAt(grid, block.headerRow, block.places.days);
  return typeof value === "number" ? Math.floor(value) : null;
}

/** One column after another from `left`. */
export function placesFrom(left: number): HelperPlaces {
  const at = (key: HelperKey): number => left + HELPER_KEYS.indexOf(key);
  return {
    light: at("light"), days: at("days"), deadline: at("deadline"), reported: at("reported"), words: at("words"),
    adjusted: at("adjusted"), override: at("override"), ground: at("ground"), statusRead: at("statusRead"),
    adjustedRead: at("adjustedRead"), figureText: at("figureText"), figure: at("figure"), verdict: at("verdict"),
    computed: at("computed"), prior: at("prior"), came: at("came"),
  };
}

/** The first free column to the right of everything on the sheet that is not ours; where ours already stand, whole and in order. */
export function helperLeft(grid: Grid, headerRow: number): number {
  const block = helpersOf(grid, headerRow);
  if (block && block.right - block.left + 1 === HELPER_KEYS.length) return block.left;
  const own = new Set(Object.values(block?.places ?? {}));
  let last = -1;
  for (const { values } of grid.rows) {
    for (let col = values.length - 1; col > last; col -= 1) if (!own.has(col) && !isEmpty(values[col])) last = col;
  }
  return grid.spans.reduce((right, span) => Math.max(right, span.right), last) + 1;
}
