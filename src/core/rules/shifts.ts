/**
 * Values that stand in a neighbour's column: a paste that began one cell too far, or one answer in the wrong cell.
 * Only what is certain by its kind (a known unit, a status word, a day, a figure, a phone, a sentence) is called misplaced.
 */
import { type CellMark, type CellValue, isEmpty } from "../grid/grid";
import { type ColumnKey, typeOf } from "../ledger/columns";
import type { Ledger, LedgerRow } from "../ledger/ledger";
import type { Status } from "../lights/status";
import { isDigit } from "../text/chars";
import { comparisonForm, firstUnit } from "../text/compare";
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

/** A kind's place in this list is what is kept of a cell; 0 where it says nothing. */
const KINDS: readonly (ValueKind | null)[] = [null, "units", "status", "date", "number", "phone", "prose", "words"];
const WORDS = KINDS.indexOf("words");

const SHORTEST_PROSE = 12;
/** These are statuses in a 状态 cell, and common words anywhere else. */
const COMMON_WORDS: ReadonlySet<string> = new Set(["是", "否", "√", "正常", "推进", "持续", "完成", "在建", "100%"]);

/** What a column mostly holds by its own custom is not misplaced there. */
const CUSTOM_SHARE = 0.2;
const CUSTOM_FEWEST = 3;

/** The misplaced cells of each row that has some. Linear in the cells. */
export function findShifts(ledger: Ledger, units: UnitIndex, statusOf: (text: string) => Status | null): ReadonlyMap<LedgerRow, Shift> {
  const kindOf = kindReader(units, statusOf);
  const width = ledger.columns.length;
  const kinds = new Uint8Array(ledger.rows.length * width);
  ledger.rows.forEach(({ values, marks, spanned }, index) => {
    for (let position = 0; position < width; position += 1) {
      if (spanned?.has(position) || marks?.[position]?.error) continue;
      kinds[index * width + position] = KINDS.indexOf(kindOf(values[position] ?? null, marks?.[position]));
    }
  });
  const custom = customs(ledger, kinds);
  const odd = ledger.columns.map(({ key }, position) => KINDS.map((kind, at) => kind !== null && !custom.has(customKey(position, at)) && (isOddIn(kind, key) || isSurelyWrong(kind, key))));
  const shifts = new Map<LedgerRow, Shift>();
  ledger.rows.forEach((row, index) => {
    const own = kinds.subarray(index * width, (index + 1) * width);
    if (!own.some((kind, position) => odd[position]?.[kind])) return;
    const cells = ledger.columns.map(({ key }, position): Seen => {
      const kind = own[position] ?? 0;
      return { key, kind: KINDS[kind !== 0 && custom.has(customKey(position, kind)) ? WORDS : kind] ?? null };
    });
    const shift = shiftIn(cells);
    if (shift) shifts.set(row, shift);
  });
  return shifts;
}

const customKey = (position: number, kind: number): number => position * KINDS.length + kind;

/** The kinds that columns hold by their own custom, though they are not made for them. */
function customs({ rows, columns }: Ledger, kinds: Uint8Array): ReadonlySet<number> {
  const counts = new Uint32Array(columns.length * KINDS.length);
  kinds.forEach((kind, at) => {
    const key = customKey(at % columns.length, kind);
    counts[key] = (counts[key] ?? 0) + 1;
  });
  const usual = new Set<number>();
  columns.forEach(({ key }, position) => KINDS.forEach((kind, at) => {
    const times = counts[customKey(position, at)] ?? 0;
    if (kind !== null && !fits(kind, key) && times >= CUSTOM_FEWEST && times >= rows.length * CUSTOM_SHARE) usual.add(customKey(position, at));
  }));
  return usual;
}

function kindReader(units: UnitIndex, statusOf: (text: string) => Status | null) {
  const kindOfText = (written: string): ValueKind => {
    const text = written.trim();
    if (text.length < 40 && text.length >= PHONE_DIGITS && /1[3-9]\d{9}(?!\d)/u.test(text)) return "phone";
    if (isDigit(firstUnit(text))) {
      if (/^\d+(?:\.\d+)?%?$/u.test(comparisonForm(text))) return "number";
      if (readDay(text) || MONTH.test(text)) return "date";
    }
    if (!COMMON_WORDS.has(text) && statusOf(text) !== null) return "status";
    if (text.length <= LONGEST_UNITS && endsAsUnit(text) && areUnits(text, units)) return "units";
    return text.length >= SHORTEST_PROSE && /[。；]|，.{4}/u.test(text) ? "prose" : "words";
  };
  /** Units and statuses come again and again. */
  const known = new Map<string, ValueKind>();
  return (value: CellValue, mark: CellMark | undefined): ValueKind | null => {
    if (isEmpty(value) || typeof value === "boolean") return null;
    if (typeof value === "number") return mark?.date ? "date" : "number";
    if (typeof value !== "string" || value.length > LONGEST_KEPT) return kindOfText(String(value));
    const before = known.get(value);
    if (before !== undefined) return before;
    const fresh = kindOfText(value);
    if (known.size < MOST_KEPT) known.set(value, fresh);
    return fresh;
  };
}

/** 2026年12月底前: no day, but a deadline and nothing else. */
const MONTH = /^(?:19|20)\d{2} ?年(?: ?\d{1,2} ?月(?:份)?)?(?:底|末|年底|年末|上旬|中旬|下旬)?(?:前|之前|以前)?$/u;

const [LONGEST_KEPT, MOST_KEPT] = [60, 20_000];
const PHONE_DIGITS = 11;
const LONGEST_UNITS = 200;
const LONGEST_NAME = 30;
/** The last characters of units' names: spares all other texts a look-up. */
const UNIT_END = /[委局厅部办室心院会社司队府区县市团联行校站所处]$/u;

/** A remark in brackets is no part of the name: 市财政局（国库处）. */
function endsAsUnit(text: string): boolean {
  const last = text.charAt(text.length - 1);
  if (last !== ")" && last !== "）") return UNIT_END.test(last);
  const open = Math.max(text.lastIndexOf("("), text.lastIndexOf("（"));
  return UNIT_END.test(text.slice(0, open < 0 ? -1 : open).trimEnd().slice(-1));
}

/** Units of the ledger and nothing else. */
function areUnits(text: string, { registry }: UnitIndex): boolean {
  return text.split(/[、，,;；\s/]+/u).every((name) => name.length <= LONGEST_NAME && endsAsUnit(name) && registry.find(name) !== undefined);
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
