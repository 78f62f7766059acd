/**
 * The rule contract. One file a rule, told in one order: what it is, why, its sentences, the check with the fix inside
 * the finding, and examples that are run as tests. A rule never changes what it sees, and never relies on another rule.
 */
import type { BookForm, CellFace, PrintForm } from "../form/form";
import type { CellMark, CellRef, CellValue } from "../grid/grid";
import type { ColumnKey } from "../ledger/columns";
import type { LedgerRow, RowKey } from "../ledger/ledger";
import type { Sign } from "../text/signs";
import type { TraitName } from "../text/traits/traits";
import type { Book } from "./book";
import type { CellKind, LedgerCell } from "./cell";
import type { ComparedLedger } from "./comparedLedger";
import type { CheckContext } from "./context";
import type { Message, Sentences, Words } from "./say";

/** error: to be put right before merging, it breaks reading or identity. warning: should be put right. info: worth knowing. */
export const SEVERITIES = ["error", "warning", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

export const RULE_GROUPS = ["structure", "content", "text", "form"] as const;
export type RuleGroup = (typeof RULE_GROUPS)[number];

/** A remark about the cell that was asked about. */
export interface CellFinding {
  readonly message: Message;
  /** The words it is about, by which a person may ignore this spelling; "" where it is about the whole cell. */
  readonly subject?: string;
  /** The value it should have; left out where only a person can decide. */
  readonly to?: CellValue;
  /** Taking `to` leaves the parsed value equal (number, date, list of units), so it may be applied unasked. */
  readonly safe?: boolean;
}

/** A remark with its place. Its fix is always offered, never applied unasked: only rules of one cell have safe fixes. */
export interface Finding {
  readonly at: CellRef;
  readonly row: RowKey | null;
  readonly message: Message;
  readonly subject?: string;
  /** Every place that shows it, `at` first; left out where that is all. */
  readonly places?: readonly CellRef[];
  readonly fixes?: readonly CellFix[];
}

/** A whole value for a whole cell. */
export interface CellFix {
  readonly at: CellRef;
  readonly from: CellValue;
  readonly to: CellValue;
  readonly safe: boolean;
}

interface RuleHead {
  /** `subject/what-is-wrong`. Stable: the journal and people's switches refer to it. */
  readonly id: `${string}/${string}`;
  readonly group: RuleGroup;
  readonly severity: Severity;
  readonly title: Words;
  readonly why: Words;
  readonly say: Sentences;
  /**
   * `subject`: one issue for all places with the same sentence and subject, `sentence`: one for all with the same
   * sentence. Left out: one for each finding. The sentence may use {count}, the number of places.
   */
  readonly gather?: "subject" | "sentence";
  /**
   * Speaks of more than values: a note, a colour, a place in the order. Other rules say nothing about issued cells that
   * a return left as the master has them; those are the master's to settle.
   */
  readonly beyondValues?: true;
  readonly examples: readonly [RuleExample, RuleExample, ...RuleExample[]];
}

/**
 * What a cell must have for a rule to say anything of it; about others it is not asked. Several of these: any of them is
 * enough. Never more than a sieve: what a rule says is its own, and a property holds that it says the same without this.
 */
export interface CellNeeds {
  /** The cell holds a text, and such a one. */
  readonly text?: TextNeeds;
  /** The cell holds no text: a number, a date, an error. */
  readonly number?: true;
  /** The cell has one of these marks. */
  readonly marks?: readonly (keyof CellMark)[];
}

/** All that is named here. */
export interface TextNeeds {
  /** Any of them. */
  readonly signs?: readonly Sign[];
  /** And any of them. */
  readonly and?: readonly Sign[];
  /** A sign of a kind that is not the habit, of any of these traits. */
  readonly traits?: readonly TraitName[];
  /** So many characters at least, or at most. */
  readonly least?: number;
  readonly most?: number;
}

/** Looks at one cell. The only kind of rule that may have safe fixes, so that several can be applied to one cell in turn. */
export interface CellRule extends RuleHead {
  readonly scope: "cell";
  readonly on: readonly CellKind[];
  /** Asked about these columns only; `contacts` are those of people and their numbers. */
  readonly under?: readonly ColumnKey[] | "contacts";
  readonly needs?: CellNeeds;
  check(cell: LedgerCell, context: CheckContext): readonly CellFinding[];
}

/** Looks at one task or goal. */
export interface RowRule extends RuleHead {
  readonly scope: "row";
  check(row: LedgerRow, context: CheckContext): readonly Finding[];
}

/** Looks at the whole ledger and its sheet. */
export interface LedgerRule extends RuleHead {
  readonly scope: "ledger";
  check(context: CheckContext): readonly Finding[];
}

/** Compares with the master that was issued (`master`), or with the ledger of the round before (`last`); asked only where there is one. */
export interface AgainstRule extends RuleHead {
  readonly scope: "master" | "last";
  check(context: CheckContext, other: ComparedLedger): readonly Finding[];
}

export type Rule = CellRule | RowRule | LedgerRule | AgainstRule;

/** One thing to look at, with every place. Plain values: it may travel to another thread. */
export interface Issue {
  readonly rule: string;
  readonly severity: Severity;
  readonly group: RuleGroup;
  readonly at: CellRef;
  /** `at` first. */
  readonly places: readonly CellRef[];
  readonly row: RowKey | null;
  readonly message: Message;
  readonly subject: string;
  /** The fix of `at`. */
  readonly fix: CellFix | null;
  /** The fixes of all places that have one. */
  readonly fixes: readonly CellFix[];
}

/** A cell of an example: its value, or its value with what is remarkable about it. */
export type ExampleCell = CellValue | { readonly value: CellValue; readonly mark?: CellMark; readonly note?: string };
/** A line of an example's ledger: an outline row, or the cells of a task that matter; the others are filled in blamelessly. */
export type ExampleRow = string | Readonly<Partial<Record<ColumnKey, ExampleCell>>>;

export interface ExampleReport {
  /** "2.leadUnits": the column of the second line of `given`; "2" where the line is an outline row. */
  readonly at: string;
  /** The id of the sentence. */
  readonly says: string;
  /** All places, where there are more than one. */
  readonly places?: readonly string[];
  readonly to?: CellValue;
  readonly safe?: boolean;
}

/** How the sheet of an example looks; what is left out is as a ledger that is set up well. */
export interface ExampleForm {
  readonly body?: Partial<CellFace>;
  /** "2.content", "0.task" for a cell of the header. */
  readonly cells?: Readonly<Record<string, Partial<CellFace>>>;
  /** By line, the header being 0. */
  readonly heights?: Readonly<Record<number, number>>;
  readonly widths?: Readonly<Partial<Record<ColumnKey, number>>>;
  readonly frozenRows?: number;
  readonly filtered?: boolean;
  readonly print?: Partial<PrintForm>;
}

/** What the file of an example is like besides. */
export interface ExampleBook extends Partial<Pick<Book, "file" | "remarks" | "properties">>, Partial<Pick<BookForm, "people" | "folder" | "externalLinks">> {
  readonly sheets?: readonly { readonly sheet: string; readonly lines: readonly (readonly CellValue[])[] }[];
}

export interface RuleExample {
  /** What it shows, in Chinese: the examples are printed in the help. */
  readonly name: string;
  readonly given: readonly ExampleRow[];
  /** The issued master, or the round before, of rules that compare. */
  readonly against?: readonly ExampleRow[];
  /** Lines of `given` that are hidden, from 1. */
  readonly hidden?: readonly number[];
  readonly hiddenColumns?: readonly ColumnKey[];
  /** "1.progress+3": a cell that spans so many lines; "1.progress+1x2": so many columns. */
  readonly spans?: readonly string[];
  /** The columns of the sheet, where a usual one is to be missing. */
  readonly columns?: readonly ColumnKey[];
  /** What columns are called where that is not the usual word. */
  readonly headers?: Readonly<Partial<Record<ColumnKey, string>>>;
  readonly style?: "master" | "official";
  readonly form?: ExampleForm;
  readonly againstForm?: ExampleForm;
  readonly book?: ExampleBook;
  readonly againstBook?: ExampleBook;
  /** Empty: a good example. */
  readonly reports: readonly ExampleReport[];
}
