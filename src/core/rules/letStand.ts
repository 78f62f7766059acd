/** Finds again what a person has put aside, wherever its row stands now. */
import { type CellRef, type Grid, plainText, valueAt } from "../grid/grid";
import { columnAt, type Ledger, type LedgerRow, textOf } from "../ledger/ledger";
import { digest } from "../round/digest";
import { comparisonForm } from "../text/compare";
import type { Anchor, Ignored } from "./ignored";
import type { Issue } from "./rule";

/** Whether a finding of a rule about these words stands aside at this place. */
export type StandsAside = (rule: string, subject: string, at: CellRef) => boolean;

/** Nothing was put aside. */
export const NONE_ASIDE: StandsAside = () => false;

/** What stands aside in a ledger. Linear in the ledger once; then each question looks only at what was put aside for its rule. */
export function standsAside(ignored: readonly Ignored[], ledger: Ledger, grid: Grid): StandsAside {
  if (ignored.length === 0) return NONE_ASIDE;
  const rules = new Set(ignored.filter(({ scope }) => scope === "rule").map(({ rule }) => rule));
  const spellings = new Set(ignored.filter(({ scope }) => scope === "spelling").map(keyOf));
  const here = new Map<string, Anchor[]>();
  for (const one of ignored) if (one.anchor) here.set(keyOf(one), [...(here.get(keyOf(one)) ?? []), one.anchor]);
  const places = new Places(ledger, grid);
  return (rule, subject, at) => {
    const key = keyOf({ rule, subject });
    if (rules.has(rule) || (subject !== "" && spellings.has(key))) return true;
    const anchors = here.get(key);
    if (!anchors) return false;
    const now = places.anchorOf(at);
    return anchors.some((anchor) => places.isSame(anchor, now, subject));
  };
}

/** The anchors of an issue's places, each once: what is kept of it when it is put aside here. */
export function anchorsOf(issue: Pick<Issue, "places">, ledger: Ledger, grid: Grid): readonly Anchor[] {
  const places = new Places(ledger, grid);
  const byText = new Map(issue.places.map((at) => places.anchorOf(at)).map((anchor) => [JSON.stringify(anchor), anchor]));
  return [...byText.values()];
}

function keyOf({ rule, subject }: Pick<Ignored, "rule" | "subject">): string {
  return `${rule} ${subject}`;
}

const LONGEST = 60;

class Places {
  private readonly ledger: Ledger;
  private readonly grid: Grid;
  private readonly rows: ReadonlyMap<number, LedgerRow>;
  /** How many rows have a name. */
  private readonly names = new Map<string, number>();

  constructor(ledger: Ledger, grid: Grid) {
    this.ledger = ledger;
    this.grid = grid;
    this.rows = new Map(ledger.rows.map((row) => [row.gridRow, row]));
    for (const row of ledger.rows) {
      const name = this.nameOf(row);
      this.names.set(name, (this.names.get(name) ?? 0) + 1);
    }
  }

  anchorOf({ row, col }: CellRef): Anchor {
    const own = this.rows.get(row);
    return {
      row: own?.key ?? null,
      name: own ? this.nameOf(own) : "",
      column: columnAt(this.ledger, col),
      words: shortened(comparisonForm(plainText(valueAt(this.grid, row, col)))),
    };
  }

  /** By what the row is about; where several are about the same, or none is any more, by its key as well. */
  isSame(saved: Anchor, now: Anchor, subject: string): boolean {
    if (saved.column !== now.column) return false;
    const sameWords = subject !== "" || saved.words === now.words;
    if (saved.name === "") return now.name === "" && saved.words === now.words;
    const rows = this.names.get(saved.name) ?? 0;
    if (rows === 0) return saved.row !== null && saved.row === now.row && saved.words === now.words;
    return sameWords && saved.name === now.name && (rows === 1 || saved.row === now.row);
  }

  private nameOf(row: LedgerRow): string {
    const task = textOf(this.ledger, row, "task").trim();
    return shortened(comparisonForm(task || (row.label ?? "") || textOf(this.ledger, row, "content")));
  }
}

/** A long text as its beginning and a digest: equal texts stay equal. */
function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…${digest(text)}`;
}
