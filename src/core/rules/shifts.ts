/**
 * Values that stand in a neighbour's column: a paste that began one cell too far, or one answer in the wrong cell.
 * Only what is certain by its kind (a known unit, a status word, a day, a figure, a phone, a sentence) is called misplaced.
 */
import { type CellMark, type CellValue, isEmpty } from "../grid/grid";
import { type ColumnKey, typeOf } from "../ledger/columns";
import type { Ledger, LedgerRow } from "../ledger/ledger";
import type { Status } from "../lights/status";
import { comparisonForm } from "../text/compare";
import { readDay } from "../text/readDay";
import type { UnitIndex } from "./unitIndex";

type ValueKind = "units" | "status" | "date" | "number" | "phone" | "prose" | "words";

/** Cells of one row that stand in the wrong column. */
export interface Shift {
  /** Positions in `Ledger.columns`, from left to right. */
  readonly positions: readonly number[];
  /** Where each belongs, counted from where it stands; null where that is not known. */
  readonly by: 1 | -1 | null;
}

interface Seen {
  readonly kind: ValueKind | null;
  readonly key: ColumnKey;
}

const SHORTEST_PROSE = 12;
/** These are statuses in a 状态 cell, and common words anywhere else. */
const COMMON_WORDS: ReadonlySet<string> = new Set(["是", "否", "√", "正常", "推进", "持续", "完成", "在建", "100%"]);

/** What a column mostly holds by its own custom is not misplaced there. */
const CUSTOM_SHARE = 0.2;
const CUSTOM_FEWEST = 3;

/** The misplaced cells of each row that has some. Linear in the cells. */
export function findShifts(ledger: Ledger, units: UnitIndex, statusOf: (text: string) => Status | null): ReadonlyMap<LedgerRow, Shift> {
  const kindOf = kindReader(units, statusOf);
  const seen = ledger.rows.map((row) => ledger.columns.map(({ key }, position): Seen => ({
    key,
    kind: row.spanned?.has(position) || row.marks?.[position]?.error ? null : kindOf(row.values[position] ?? null, row.marks?.[position]),
  })));
  const custom = customs(seen, ledger.columns.length);
  const shifts = new Map<LedgerRow, Shift>();
  ledger.rows.forEach((row, index) => {
    const cells = (seen[index] ?? []).map((cell, position) => (custom.has(`${position} ${cell.kind ?? ""}`) ? { ...cell, kind: cell.kind === null ? null : ("words" as const) } : cell));
    const shift = shiftIn(cells);
    if (shift) shifts.set(row, shift);
  });
  return shifts;
}

function customs(seen: readonly (readonly Seen[])[], width: number): ReadonlySet<string> {
  const usual = new Set<string>();
  for (let position = 0; position < width; position += 1) {
    const counts = new Map<string, number>();
    for (const row of seen) {
      const cell = row[position];
      if (cell?.kind && !fits(cell.kind, cell.key)) counts.set(cell.kind, (counts.get(cell.kind) ?? 0) + 1);
    }
    for (const [kind, times] of counts) if (times >= CUSTOM_FEWEST && times >= seen.length * CUSTOM_SHARE) usual.add(`${position} ${kind}`);
  }
  return usual;
}

function kindReader(units: UnitIndex, statusOf: (text: string) => Status | null) {
  return (value: CellValue, mark: CellMark | undefined): ValueKind | null => {
    if (isEmpty(value) || typeof value === "boolean") return null;
    if (typeof value === "number") return mark?.date ? "date" : "number";
    const text = (value ?? "").trim();
    if (/1[3-9]\d{9}(?!\d)/u.test(text) && text.length < 40) return "phone";
    if (/^\d+(?:\.\d+)?%?$/u.test(comparisonForm(text))) return "number";
    if (readDay(text) || MONTH.test(text)) return "date";
    if (!COMMON_WORDS.has(text) && statusOf(text) !== null) return "status";
    if (isUnits(text, units)) return "units";
    return text.length >= SHORTEST_PROSE && /[。；]|，.{4}/u.test(text) ? "prose" : "words";
  };
}

/** 2026年12月底前: no day, but a deadline and nothing else. */
const MONTH = /^(?:19|20)\d{2} ?年(?: ?\d{1,2} ?月(?:份)?)?(?:底|末|年底|年末|上旬|中旬|下旬)?(?:前|之前|以前)?$/u;
const LONGEST_UNITS = 200;
const LONGEST_NAME = 30;
/** The last characters of units' names: spares all other texts a look-up. */
const UNIT_END = /[委局厅部办室心院会社司队府区县市团联行校站所处）)]$/u;

/** Units of the ledger and nothing else. */
function isUnits(text: string, { registry }: UnitIndex): boolean {
  if (text.length > LONGEST_UNITS || !UNIT_END.test(text)) return false;
  return text.split(/[、，,;；\s/]+/u).every((name) => name.length <= LONGEST_NAME && UNIT_END.test(name) && registry.find(name) !== undefined);
}

/** Whether the kind is what the column is for. */
function fits(kind: ValueKind, key: ColumnKey): boolean {
  const type = typeOf(key);
  if (kind === "words" || kind === "prose") return type === "text";
  if (kind === "phone") return key === "contact";
  if (kind === "number") return type === "number" || type === "serial";
  return kind === type;
}

const NEVER_UNITS: ReadonlySet<ColumnKey> = new Set(["task", "content", "progress", "status", "reportedValue", "targetValue"]);

/** Whether the kind is wrong in the column whatever stands beside it. */
function isSurelyWrong(kind: ValueKind, key: ColumnKey): boolean {
  if (kind === "units") return NEVER_UNITS.has(key);
  return typeOf(key) === "units" && (kind === "date" || kind === "number" || kind === "status");
}

/** Whether the kind is wrong in the column if it fits the one beside it, and that one is empty. */
function isOddIn(kind: ValueKind, key: ColumnKey): boolean {
  if (fits(kind, key) || key === "serial" || key === "note") return false;
  switch (typeOf(key)) {
    case "date":
      return kind !== "number" && kind !== "words";
    case "text":
      return (kind !== "date" && kind !== "words") || key === "contact";
    case "units":
    case "status":
    case "number":
    case "serial":
      return kind !== "words";
  }
}

function shiftIn(cells: readonly Seen[]): Shift | null {
  for (const by of [1, -1] as const) {
    const positions = moved(cells, by);
    if (positions.length > 0) return { positions, by };
  }
  const wrong = cells.findIndex(({ kind, key }) => kind !== null && isSurelyWrong(kind, key));
  return wrong < 0 ? null : { positions: [wrong], by: null };
}

/** The longest run beside an empty cell that fits when it moves by one; nothing where that is not clear. */
function moved(cells: readonly Seen[], by: 1 | -1): readonly number[] {
  let best: readonly number[] = [];
  cells.forEach(({ kind, key }, empty) => {
    if (kind !== null || key === "serial") return;
    const run: number[] = [];
    let odd = 0;
    let length = 0;
    for (let at = empty - by; cells[at] && cells[at + by]; at -= by) {
      const cell = cells[at];
      const target = cells[at + by];
      if (!cell || !target || cell.key === "serial") break;
      if (cell.kind !== null && !fits(cell.kind, target.key)) break;
      if (cell.kind === null && run.length === 0) break;
      if (cell.kind !== null) run.push(at);
      if (cell.kind === null || !isOddIn(cell.kind, cell.key)) continue;
      odd += 1;
      length = run.length;
    }
    const whole = run.slice(0, length);
    if ((odd >= 2 || (odd === 1 && length <= 2)) && whole.length > best.length) best = whole;
  });
  return [...best].sort((left, right) => left - right);
}
