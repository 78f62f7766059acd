/** A reply in free words: items are found by their marks, each takes the lines up to the next one. */
import { isFooter, isSignature } from "../../parse/outline";
import { comparisonForm } from "../../text/compare";
import { saysNothingNew } from "../nothingNew";
import type { ColumnKey } from "../../ledger/columns";
import type { RowId } from "../round";
import type { ItemFinder } from "./itemFinder";
import { type ItemMark, itemMarkOf, withoutEnumerator } from "./itemMark";
import { labelledTexts } from "./labelledTexts";
import type { PastedPiece, TakenApart, UnplacedLine, UnplacedWhy } from "./pastedItem";

export interface ProseQuestion {
  readonly text: string;
  readonly columns: readonly ColumnKey[];
  readonly finder: ItemFinder;
  /** Whether a line is only the unit's name, as below a letter. */
  readonly isOwnName: (line: string) => boolean;
}

/** Takes the reply apart. */
export function readProse(question: ProseQuestion): TakenApart {
  return new ProseReader(question).read();
}

const CLOSING = /^(?:特此(?:报告|函复|汇报|说明|回复|报送)|以上(?:妥否|情况)|此复|专此|请审阅|当否)/u;
const LONGEST_NAME = 60;

type Numbering = "named" | "bare" | "own";

interface OpenItem {
  readonly rows: readonly RowId[];
  /** Why its lines have no place, where it has no rows. */
  readonly why: UnplacedWhy | null;
  readonly lines: { readonly line: number; readonly text: string }[];
}

class ProseReader {
  private readonly question: ProseQuestion;
  private readonly numbering: Numbering;
  private readonly items: OpenItem[] = [];
  private readonly unplaced: UnplacedLine[] = [];
  private item: OpenItem | null = null;

  constructor(question: ProseQuestion) {
    this.question = question;
    this.numbering = numberingOf(question);
  }

  read(): TakenApart {
    const lines = this.question.text.split(/\r\n?|\n/u);
    lines.forEach((text, index) => this.take(text, index + 1));
    const pieces = this.items.length > 0 ? this.pieces() : this.withoutItems();
    return { pieces, unplaced: [...this.unplaced].sort((left, right) => left.line - right.line) };
  }

  private take(text: string, line: number): void {
    if (comparisonForm(text) === "") {
      this.item?.lines.push({ line, text: "" });
      return;
    }
    const opened = this.opening(text);
    if (opened) {
      this.item = { rows: opened.rows, why: opened.why, lines: [{ line, text: opened.why === null ? opened.rest : text.trim() }] };
      this.items.push(this.item);
    } else if (this.signs(text)) {
      this.item = null;
      this.unplaced.push({ line, text: text.trim(), why: "signature" });
    } else if (this.item) this.item.lines.push({ line, text: text.trim() });
    else this.unplaced.push({ line, text: text.trim(), why: "noItem" });
  }

  /** What a line begins, or null where it goes on. A task's name decides before a number. */
  private opening(text: string): { readonly rows: readonly RowId[]; readonly why: UnplacedWhy | null; readonly rest: string } | null {
    const { finder } = this.question;
    const mark = itemMarkOf(text);
    const named = this.nameAt(mark && mark.kind !== "goal" ? mark.rest : withoutEnumerator(text));
    if (named) return named.rows.length === 1 ? { ...named, why: null } : { ...named, rows: [], why: "severalItems" };
    if (!mark) return null;
    if (mark.kind === "goal") return single(finder.ofGoal(mark.number, mark.year), mark.rest);
    if (mark.kind === "named") return several(mark.numbers.map((number) => finder.ofNumber(number)), mark.rest);
    return this.ofBare(mark);
  }

  private ofBare(mark: ItemMark & { readonly kind: "bare" }): ReturnType<ProseReader["opening"]> {
    if (this.numbering === "named") return null;
    const rows = this.question.finder.ofNumber(mark.number);
    if (this.numbering === "own") return { rows: [], why: "ownNumbers", rest: mark.rest };
    const own = rows.filter((row) => this.question.finder.isOwn(row));
    // Within an item its own points are counted: "1. 已拨付…" below "12、".
    if (own.length === 0 && this.item) return null;
    return single(own.length > 0 ? own : rows, mark.rest);
  }

  /** "促进汽车消费：…": a task's name at the start, before a colon or alone on its line. */
  private nameAt(text: string): { readonly rows: readonly RowId[]; readonly rest: string } | null {
    const colon = text.slice(0, LONGEST_NAME).search(/[:：]/u);
    const name = colon < 0 ? text : text.slice(0, colon);
    if (name.length > LONGEST_NAME) return null;
    const rows = this.question.finder.ofName(name.replace(/^[《“"【[]|[》”"】\]。]$/gu, ""));
    return rows.length === 0 ? null : { rows, rest: colon < 0 ? "" : text.slice(colon + 1).trim() };
  }

  private signs(text: string): boolean {
    const labelled = labelledTexts(text, this.question.columns).some(({ column }) => column !== "progress" && column !== "reportedValue" && column !== "status");
    return !labelled && (isFooter(text) || isSignature([text]) || CLOSING.test(text.trim()) || this.question.isOwnName(text));
  }

  private pieces(): readonly PastedPiece[] {
    return this.items.flatMap(({ rows, why, lines }) => {
      const text = lines.map((line) => line.text).join("\n").trim();
      if (why !== null) {
        this.unplaced.push(...lines.filter((line) => line.text !== "").map((line) => ({ ...line, why })));
        return [];
      }
      return rows.flatMap((row) => labelledTexts(text, this.question.columns).map((part) => ({ row, ...part })));
    });
  }

  /** No item is named: all is of the unit's only row, or says that nothing is new in any. */
  private withoutItems(): readonly PastedPiece[] {
    const { finder, columns } = this.question;
    const said = this.unplaced.filter(({ why }) => why === "noItem");
    const nothingNew = said.find(({ text }) => saysNothingNew(text));
    const only = finder.own.length === 1 ? finder.own[0] : undefined;
    const placed = nothingNew ? [nothingNew] : only ? said : [];
    if (placed.length === 0) return [];
    this.unplaced.splice(0, this.unplaced.length, ...this.unplaced.filter((line) => !placed.includes(line)));
    if (nothingNew) return finder.own.map(({ id }) => ({ row: id, column: "progress", text: nothingNew.text }));
    return labelledTexts(placed.map(({ text }) => text).join("\n"), columns).map((part) => ({ row: only?.id ?? "", ...part }));
  }
}

function single(rows: readonly RowId[], rest: string): NonNullable<ReturnType<ProseReader["opening"]>> {
  const [row] = rows;
  if (row !== undefined && rows.length === 1) return { rows, why: null, rest };
  return { rows: [], why: rows.length === 0 ? "noSuchItem" : "severalItems", rest };
}

function several(found: readonly (readonly RowId[])[], rest: string): NonNullable<ReturnType<ProseReader["opening"]>> {
  const singles = found.map((rows) => single(rows, rest));
  const bad = singles.find(({ why }) => why !== null);
  return bad ?? { rows: [...new Set(singles.flatMap(({ rows }) => rows))], why: null, rest };
}

/**
 * How the reply numbers its items. Where it once says 第N项, plain numbers are points within an item; where plain numbers run
 * 1, 2, 3 … and not all of these rows are the unit's, they count the reply's own paragraphs.
 */
function numberingOf({ text, finder }: ProseQuestion): Numbering {
  const bare: number[] = [];
  for (const line of text.split(/\r\n?|\n/u)) {
    const mark = itemMarkOf(line);
    if (mark && mark.kind !== "bare") return "named";
    if (mark) bare.push(Number(comparisonForm(mark.number)));
  }
  const counts = bare.every((number, index) => number === index + 1);
  const own = bare.every((number) => finder.ofNumber(String(number)).some((row) => finder.isOwn(row)));
  return counts && !own ? "own" : "bare";
}
