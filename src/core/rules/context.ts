/** What a check looks at, and what is worked out once for all rules. */
import { parseIsoDay } from "../grid/day";
import type { SheetForm } from "../form/form";
import { mergedCells } from "../form/mergedCells";
import { type FormHabits, isStyled, learnFormHabits } from "../form/formHabits";
import type { Grid } from "../grid/grid";
import { type ColumnKey, presetOf, typeOf } from "../ledger/columns";
import { type Ledger, type LedgerRow, type RowKey, textOf } from "../ledger/ledger";
import { headerMeaning } from "../parse/headerWords";
import { readStatus, type Status } from "../lights/status";
import type { DeadlineContext } from "../targets/calendar";
import { type DeadlineCellRead, readDeadlineCell } from "../targets/deadlineCell";
import { extractTargets } from "../targets/extractTargets";
import type { Target } from "../targets/target";
import type { Holidays } from "../targets/workdays";
import { Unreachable } from "../result";
import { learnProfile, type Style, type StyleProfile } from "../text/profile";
import type { Book } from "./book";
import { styleSamples } from "./cells";
import { CellSigns } from "./cellSigns";
import { compareWith, type ComparedLedger } from "./comparedLedger";
import type { FormStyle } from "./formStyle";
import { DEFAULT_REQUIRED, type RequiredColumns } from "./requiredColumns";
import { indexSerials, type SerialIndex } from "./serialIndex";
import { findShifts, type Shift } from "./shifts";
import { indexUnits, type UnitIndex } from "./unitIndex";
import { Memo } from "../units/memo";

/** A ledger together with the sheet it was read from. */
export interface SheetLedger {
  readonly ledger: Ledger;
  readonly grid: Grid;
  /** The file around it, where it is known. */
  readonly book?: Book | null;
}

export interface CheckContext {
  readonly ledger: Ledger;
  readonly grid: Grid;
  readonly book: Book | null;
  /** How the ledger's sheet looks; null where nobody tells: then rules of form say nothing. */
  readonly form: SheetForm | null;
  /** Whether a cell of a task's row belongs to a merged cell; asked by rules of form. */
  readonly isMerged: (row: number, col: number) => boolean;
  /** What its looks have in common; the master's where that one is set with care. */
  readonly formHabits: FormHabits | null;
  /** The file and the sheet of the master. */
  readonly masterBook: Book | null;
  readonly masterGrid: Grid | null;
  /** How the text should be spelled; learned from the master where there is one, else from the ledger itself. */
  readonly profile: StyleProfile;
  /** The signs of its texts, as far as they were found on the way. */
  readonly signs: CellSigns;
  readonly units: UnitIndex;
  readonly serials: SerialIndex;
  /** Columns for figures in which most cells are numbers and not texts of digits. */
  readonly typedNumbers: ReadonlySet<ColumnKey>;
  /** Columns of people and their numbers: 联系人, and 联系电话 beside it. */
  readonly contactKeys: ReadonlySet<ColumnKey>;
  /** Most cells of 联系人 hold a number: the column is made for it. */
  readonly phonesUsual: boolean;
  /** The targets of a row's text, each with its own deadline: the 完成时限 cell is not asked. Equal texts are read once. */
  readonly targetsOf: (row: LedgerRow) => readonly Target[];
  /** The status that a 状态 cell names. */
  readonly statusOf: (text: string) => Status | null;
  /** What a text in 完成时限 says. Equal words are read once. */
  readonly deadlineOf: (text: string) => DeadlineCellRead;
  /** Cells that stand in the wrong column, by row: one rule speaks of them, and no other says anything. */
  readonly shifts: ReadonlyMap<LedgerRow, Shift>;
  /** The key of the task or goal in a row of the sheet. */
  readonly rowKeys: ReadonlyMap<number, RowKey | null>;
  /** The issued master of a return. */
  readonly master: ComparedLedger | null;
  /** The ledger of the round before. */
  readonly last: ComparedLedger | null;
  /** Cells that must be filled, by kind of row. */
  readonly required: RequiredColumns;
  /** What the form of the sheet is held to. */
  readonly formStyle: FormStyle;
  /** The list of holidays, or null where there is none. */
  readonly holidays: Holidays | null;
  /** From when and in which year the words of the ledger are read. */
  readonly when: DeadlineContext;
  /** "2026-11-23". */
  readonly asOf: string;
  /** The document's year, for words that name none; null where it is not known. */
  readonly year: number | null;
}

export interface CheckGiven extends SheetLedger {
  readonly master?: SheetLedger | null;
  readonly last?: SheetLedger | null;
  readonly asOf: string;
  readonly year?: number | null;
  readonly style?: Style;
  readonly required?: RequiredColumns;
  readonly formStyle?: FormStyle;
  readonly holidays?: Holidays | null;
}

/** Longer texts are sentences, and told as such at a glance. */
const LONGEST_STATUS = 60;

/** Works out once what rules share. Linear in the ledger. */
export function checkContext(given: CheckGiven): CheckContext {
  const { ledger, grid, book = null, master, last, asOf, year = null, style = "master", required = DEFAULT_REQUIRED, formStyle = "master", holidays = null } = given;
  const model = master ?? { ledger, grid };
  const signs = new CellSigns(ledger);
  const units = indexUnits(ledger, model.ledger);
  const statuses = new Memo<Status | null>();
  const statusOf = (text: string): Status | null => (text.length > LONGEST_STATUS ? readStatus(text) : statuses.get(text, readStatus));
  const when = deadlineContext({ asOf, year });
  const form = formStyle === "none" ? null : formOf(book, ledger);
  return {
    ledger,
    grid,
    book,
    form,
    isMerged: form ? mergedCells(grid.spans, ledger.rows.map(({ gridRow }) => gridRow)) : () => false,
    formHabits: habitsOf(form, ledger, master ?? null),
    masterBook: master?.book ?? null,
    masterGrid: master?.grid ?? null,
    profile: learnProfile(styleSamples(model.ledger, model.grid), style, master ? undefined : ({ row, position }, found) => signs.keep(row, position, found)),
    signs,
    units,
    serials: indexSerials(ledger),
    targetsOf: targetReader(ledger, when),
    statusOf,
    shifts: findShifts(ledger, units, statusOf),
    deadlineOf: remember((text) => readDeadlineCell(text, undefined, when)),
    typedNumbers: columnsOfNumbers(ledger),
    contactKeys: new Set(ledger.columns.filter(({ key, header }) => key === "contact" || (!presetOf(key) && headerMeaning(header)?.key === "contact")).map(({ key }) => key)),
    phonesUsual: arePhonesUsual(ledger),
    rowKeys: new Map(ledger.rows.map(({ gridRow, key }) => [gridRow, key])),
    master: master ? compareWith(ledger, master.ledger) : null,
    last: last ? compareWith(ledger, last.ledger) : null,
    required,
    formStyle,
    holidays,
    when,
    asOf,
    year,
  };
}

function formOf(book: Book | null, ledger: Ledger): SheetForm | null {
  return book?.form?.sheets.find(({ sheet }) => sheet === ledger.sheet) ?? null;
}

function habitsOf(form: SheetForm | null, ledger: Ledger, master: SheetLedger | null): FormHabits | null {
  if (!form) return null;
  const issued = master ? formOf(master.book ?? null, master.ledger) : null;
  const habits = issued && master ? learnFormHabits(issued, master.ledger) : null;
  return habits && isStyled(habits) ? habits : learnFormHabits(form, ledger);
}

function arePhonesUsual(ledger: Ledger): boolean {
  const contacts = ledger.rows.map((row) => textOf(ledger, row, "contact")).filter((text) => text.trim() !== "");
  return contacts.filter((text) => /\d{7,}/u.test(text)).length * 2 > contacts.length;
}

function columnsOfNumbers(ledger: Ledger): ReadonlySet<ColumnKey> {
  const typed = new Set<ColumnKey>();
  ledger.columns.forEach(({ key }, position) => {
    if (typeOf(key) !== "number") return;
    let numbers = 0;
    let texts = 0;
    for (const { values } of ledger.rows) {
      const value = values[position];
      if (typeof value === "number") numbers += 1;
      else if (typeof value === "string" && /\d/u.test(value)) texts += 1;
    }
    if (numbers > 0 && numbers >= texts) typed.add(key);
  });
  return typed;
}

export function deadlineContext({ asOf, year }: Pick<CheckContext, "asOf" | "year">): DeadlineContext {
  const today = parseIsoDay(asOf);
  if (!today) throw new Unreachable(`as-of ${asOf}`);
  return { year, asOf: today };
}

function remember<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    const fresh = read(text);
    known.set(text, fresh);
    return fresh;
  };
}

/** Equal texts under equal labels are read once, and give the same array. */
function targetReader(ledger: Ledger, when: DeadlineContext): (row: LedgerRow) => readonly Target[] {
  const byLabel = new Map<string | null, Map<string, readonly Target[]>>();
  return (row) => {
    const known = byLabel.get(row.label) ?? new Map<string, readonly Target[]>();
    if (known.size === 0) byLabel.set(row.label, known);
    const content = textOf(ledger, row, "content");
    const before = known.get(content);
    if (before) return before;
    const targets = extractTargets(content, { ...when, label: row.label });
    known.set(content, targets);
    return targets;
  };
}
