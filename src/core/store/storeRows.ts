/** The store as rows of cells, and back. Column A says what a row is. */
import { type CellValue, type Grid, isEmpty, plainText } from "../grid/grid";
import type { FigureWords } from "../round/figure";
import { isPolicyName } from "../round/policies/index";
import type { BaseRow, Decision, Entry, HandEdit, PolicyName, Proposal, Round, RowId, Submission, UnitSource } from "../round/round";
import { err, ok, type Result } from "../result";
import { DEFAULT_WORKBOOK_SETTINGS, recordsOf, SETTING_KEYS, settingRecords, subjectOf, takeRecord } from "../settings/index";
import { faultOf } from "../settings/settingsFile";
import { isJournalRow } from "./journal";
import { LitLineReader, litLines } from "./litLines";
import { figureWords, type Line, RoundLineReader, roundLines } from "./roundLines";
import { type PastRound, pastLine, takePast } from "./pastLine";
import { type JournalChange, type RunLine, type Store, STORE_FORMAT, STORE_WARNING } from "./store";

export const STORE_WORDS = {
  format: "格式", round: "轮次", policy: "汇总方式", columns: "列", row: "行", file: "文件", entry: "填报", proposal: "修改建议",
  decision: "裁定", edit: "手改", run: "操作", change: "修改", setting: "设置", past: "往期",
} as const;
const WORDS = STORE_WORDS;

export type StoreProblem =
  | { readonly kind: "newerStore"; readonly format: number }
  | { readonly kind: "damagedStore"; readonly line: number }
  /** A batch was cut off while it was written: it is finished or taken back first. */
  | { readonly kind: "interrupted" };

/** The rows of a store; equal stores have equal rows. */
export function storeRows(store: Store): readonly Line[] {
  return [...storeLines(store, ({ entries }) => entries.map(entryLine))];
}

/** The rows one after the other; `entryLines` writes what a submission says. */
export function* storeLines(store: Store, entryLines: (own: Submission) => Iterable<Line>): Generator<Line> {
  yield [STORE_WARNING];
  yield [WORDS.format, STORE_FORMAT];
  for (const record of settingRecords(store.settings)) yield [WORDS.setting, ...record];
  if (store.round) yield* roundRows(store.round, entryLines);
  for (const { id, command, date, summary } of store.runs) yield [WORDS.run, id, command, date, summary];
  for (const { run, rule, at, row, column, from, to } of store.changes) yield [WORDS.change, run, rule, at.sheet, at.row, at.col, row, column, from, to];
  yield* litLines(store.lit, store.corrections);
  for (const own of store.past) yield [WORDS.past, ...pastLine(own)];
  yield* store.others;
}

function* roundRows(round: Round, entryLines: (own: Submission) => Iterable<Line>): Generator<Line> {
  const { id, base, submissions, decisions, edits, policies } = round;
  yield [WORDS.round, id];
  for (const [column, name] of policies) yield [WORDS.policy, column, name];
  yield [WORDS.columns, ...base.columns];
  for (const row of base.rows) yield [WORDS.row, row.id, row.kind, row.label, ...base.columns.map((column) => row.cells.get(column) ?? null)];
  for (const own of submissions) {
    yield [WORDS.file, own.id, own.file, own.unit, own.unitFrom, own.received, own.run, own.supersedes.join(" "), own.rows.join(" "), ...toldEnd(own.copies?.join("\n"))];
    yield* entryLines(own);
    for (const { row, column, value, at } of own.proposals) yield [WORDS.proposal, row, column, value, at];
  }
  yield* [
    ...decisions.map(({ row, column, take, value, seen, decided, by }): Line => [WORDS.decision, row, column, take, value === undefined ? null : JSON.stringify(value), seen ? JSON.stringify(seen) : null, ...toldEnd(decided, by)]),
    ...edits.map(({ row, column, over, value, seen, noticed }): Line => [WORDS.edit, row, column, over, value, JSON.stringify(seen), ...toldEnd(noticed)]),
    ...roundLines(round),
  ];
}

/** Cells at the end of a line, as far as they are known. */
function toldEnd(first: string | undefined, second?: string): Line {
  if (second !== undefined) return [first ?? null, second];
  return first === undefined ? [] : [first];
}

/** One value that a unit reports, as a row of the store. */
export function entryLine({ row, column, value, at, words: said }: Entry): Line {
  return [WORDS.entry, row, column, value, at, ...toldEnd(said?.measure, said?.period)];
}

/** The store of a sheet's grid; a newer format and a damaged sheet are told apart and never half read. */
export function readStore(grid: Grid): Result<Store, StoreProblem> {
  const reader = new StoreReader();
  for (const { row, values } of grid.rows) {
    const problem = reader.take(row, values);
    if (problem) return err(problem);
  }
  return ok(reader.store());
}

/** The store of rows that come one after the other. */
export function readStoreLines(lines: Iterable<Line>): Result<Store, StoreProblem> {
  const reader = new StoreReader();
  let row = 0;
  for (const line of lines) {
    const problem = reader.take(row, line);
    if (problem) return err(problem);
    row += 1;
  }
  return ok(reader.store());
}

class StoreReader {
  private format = 0;
  private id: string | null = null;
  private columns: readonly string[] = [];
  private readonly policies = new Map<string, PolicyName>();
  private readonly rows: BaseRow[] = [];
  private readonly files: (Omit<Submission, "entries" | "proposals"> & { entries: Entry[]; proposals: Proposal[] })[] = [];
  private readonly decisions: Decision[] = [];
  private readonly edits: HandEdit[] = [];
  private readonly runs: RunLine[] = [];
  private readonly changes: JournalChange[] = [];
  private settings = DEFAULT_WORKBOOK_SETTINGS;
  private readonly past: PastRound[] = [];
  private readonly others: Line[] = [];
  private readonly newer = new RoundLineReader();
  private readonly lights = new LitLineReader();

  take(line: number, values: readonly (CellValue | undefined)[]): StoreProblem | null {
    const text = (index: number): string => plainText(values[index]);
    const kind = text(0);
    if (kind === WORDS.format) this.format = Number(values[1]);
    if (this.format > STORE_FORMAT) return { kind: "newerStore", format: this.format };
    if (kind === "" || kind === STORE_WARNING || kind === WORDS.format || isJournalRow(values)) return null;
    if (this.format < 1) return { kind: "damagedStore", line };
    return this.takeLine(kind, values, text) ? null : { kind: "damagedStore", line };
  }

  store(): Store {
    const round: Round | null =
      this.id === null
        ? null
        : { id: this.id, base: { columns: this.columns, rows: this.rows, ...this.newer.baseParts() }, submissions: this.files, decisions: this.decisions, edits: this.edits, policies: this.policies, ...this.newer.parts() };
    this.leaveUnusable();
    return { round, runs: this.runs, changes: this.changes, settings: this.settings, ...this.lights.parts(), past: this.past, others: this.others };
  }

  /** Settings that can't be used together, as after an edit by hand: the subject stands as it does by itself, its records stay. */
  private leaveUnusable(): void {
    for (const key of SETTING_KEYS) {
      if (faultOf(this.settings, key) === null) continue;
      this.others.push(...recordsOf(this.settings, key).map((record): Line => [WORDS.setting, ...record]));
      this.settings = { ...this.settings, [key]: subjectOf(key).initial };
    }
  }

  private takeLine(kind: string, values: readonly (CellValue | undefined)[], text: (index: number) => string): boolean {
    const value = (index: number): CellValue => values[index] ?? null;
    switch (kind) {
      case WORDS.round:
        this.id = text(1);
        return true;
      case WORDS.policy:
        if (isPolicyName(text(2))) this.policies.set(text(1), text(2) as PolicyName);
        return isPolicyName(text(2));
      case WORDS.columns:
        this.columns = values.slice(1).map(plainText).filter((column) => column !== "");
        return true;
      case WORDS.row:
        this.rows.push(this.baseRow(values));
        return true;
      case WORDS.file:
        this.files.push({ id: text(1), file: text(2), unit: text(3), unitFrom: text(4) as UnitSource, received: text(5), run: text(6), supersedes: words(text(7)), rows: words(text(8)), ...(text(9) === "" ? {} : { copies: text(9).split("\n") }), entries: [], proposals: [] });
        return true;
      case WORDS.entry:
        this.files.at(-1)?.entries.push({ row: text(1), column: text(2), value: value(3), at: text(4), ...wordsAt(text(5), text(6)) });
        return this.files.length > 0;
      case WORDS.proposal:
        this.files.at(-1)?.proposals.push({ row: rowOrNull(value(1)), column: text(2), value: value(3), at: text(4) });
        return this.files.length > 0;
      default:
        return this.takeDecided(kind, text, value) || this.newer.take(kind, values) || this.lights.take(kind, values) || this.takeOther(kind, values, value);
    }
  }

  private takeDecided(kind: string, text: (index: number) => string, value: (index: number) => CellValue): boolean {
    const json = (index: number): unknown => parsed(text(index));
    switch (kind) {
      case WORDS.decision: {
        const typed = json(4);
        const seen = json(5);
        const own = { row: text(1), column: text(2), take: text(3) };
        const told = { ...(text(6) === "" ? {} : { decided: text(6) }), ...(text(7) === "" ? {} : { by: text(7) }) };
        this.decisions.push({ ...own, ...(isCellValue(typed) ? { value: typed } : {}), ...(isTexts(seen) ? { seen } : {}), ...told });
        return true;
      }
      case WORDS.edit: {
        const seen = json(5);
        this.edits.push({ row: text(1), column: text(2), over: value(3), value: value(4), seen: isTexts(seen) ? seen : [], ...(text(6) === "" ? {} : { noticed: text(6) }) });
        return true;
      }
      case WORDS.run:
        this.runs.push({ id: text(1), command: text(2), date: text(3), summary: text(4) });
        return true;
      case WORDS.change:
        this.changes.push({ run: text(1), rule: text(2), at: { sheet: text(3), row: Number(value(4)), col: Number(value(5)) }, row: rowOrNull(value(6)), column: rowOrNull(value(7)), from: value(8), to: value(9) });
        return true;
      default:
        return false;
    }
  }

  private takeOther(kind: string, values: readonly (CellValue | undefined)[], value: (index: number) => CellValue): boolean {
    if (kind === WORDS.past) {
      this.past.push(takePast(values.slice(1)));
      return true;
    }
    const next = kind === WORDS.setting ? takeRecord(this.settings, values.slice(1).map(plainText)) : null;
    if (next) this.settings = next;
    else this.others.push(values.map((_own, index) => value(index)));
    return true;
  }

  private baseRow(values: readonly (CellValue | undefined)[]): BaseRow {
    const cells = baseCells(this.columns, values);
    return { id: plainText(values[1]), kind: values[2] === "goal" ? "goal" : "task", label: rowOrNull(values[3] ?? null), cells };
  }
}

/** The filled cells of a base row, as its line has them. */
export function baseCells(columns: readonly string[], line: readonly (CellValue | undefined)[]): ReadonlyMap<string, CellValue> {
  const cells = new Map<string, CellValue>();
  columns.forEach((column, index) => {
    const value = line[index + 4];
    if (!isEmpty(value)) cells.set(column, value ?? null);
  });
  return cells;
}

function rowOrNull(value: CellValue): RowId | null {
  return value === null || value === "" ? null : plainText(value);
}

function words(text: string): readonly string[] {
  return text === "" ? [] : text.split(" ");
}

/** The JSON of a cell; undefined for an empty or damaged one, which then counts as not given. */
function parsed(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function wordsAt(measure: string, period: string): { readonly words?: FigureWords } {
  const words = figureWords(measure, period);
  return words ? { words } : {};
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function isCellValue(value: unknown): value is CellValue {
  return value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
