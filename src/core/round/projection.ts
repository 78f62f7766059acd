/**
 * `project`: what every reply cell should hold. A pure function of the round, so that order and repetition don't matter,
 * a file is undone by leaving it out, a corrected file replaces its own part and halves of a round join by union.
 */
import type { CellValue } from "../grid/grid";
import type { ColumnKey } from "../ledger/columns";
import { readNumber } from "../text/readNumber";
import type { FigureWords } from "./figure";
import { policyNamed } from "./policies/index";
import { type CellOutcome, projectCell } from "./projectCell";
import { type BaseRow, type Decision, type HandEdit, type Round, type RowId, rowPolicyKey } from "./round";
import { cellKey, inRowOrder, splitCellKey, type Verdict, VoiceIndex } from "./voice";

/** What the projection needs to know of units: identity, and who stands in a row. */
export interface RoundUnits {
  /** Equal for all names of one unit. */
  keyOf(name: string): string;
  /** Whether the name is a unit's, so that it may label a part. */
  isUnit(name: string): boolean;
  /** Identity keys of the row's units, lead units first, each once. */
  orderOf(row: BaseRow): readonly string[];
  /** Identity keys of the row's lead units. */
  leadsOf(row: BaseRow): readonly string[];
  /** A unit's name by its identity key. */
  nameOf(key: string): string;
}

export interface ProjectedCell extends CellOutcome {
  readonly row: RowId;
  readonly column: ColumnKey;
  readonly base: CellValue;
}

export interface Projection {
  /** Every cell that somebody reported, decided or edited, by `cellKey`; all others hold their base. */
  readonly cells: ReadonlyMap<string, ProjectedCell>;
}

/** The projection of a round; `keep` may leave out what of a cell nobody is going to ask for, so that a large round needs less memory. */
export function project(round: Round, units: RoundUnits, keep: (cell: ProjectedCell) => ProjectedCell = (cell) => cell): Projection {
  const voices = new VoiceIndex(round, (unit) => units.keyOf(unit));
  const decisions = new Map<string, Decision>(round.decisions.map((decision) => [cellKey(decision.row, decision.column), decision]));
  const edits = new Map<string, HandEdit>(round.edits.map((edit) => [cellKey(edit.row, edit.column), edit]));
  const keys = new Set([...voices.keys(), ...edits.keys()]);
  const rows = new Map(round.base.rows.map((row) => [row.id, row]));
  const orders = new Map<RowId, { order: readonly string[]; leads: readonly string[] }>();
  const cells = new Map<string, ProjectedCell>();
  for (const key of keys) {
    const { row, column } = splitCellKey(key);
    const own = rows.get(row);
    const { current, superseded } = voices.at(key);
    if (!own) {
      cells.set(key, keep(rowGone(row, column, current)));
      continue;
    }
    const standing = orders.get(row) ?? { order: units.orderOf(own), leads: units.leadsOf(own) };
    orders.set(row, standing);
    const base = own.cells.get(column) ?? null;
    const policy = policyFor(round, row, column);
    const outcome = projectCell({
      column,
      base,
      voices: inRowOrder(current, standing.order),
      superseded,
      decision: decisions.get(key) ?? null,
      edit: edits.get(key) ?? null,
      policy,
      leads: standing.leads,
      asked: askedOf(round, standing),
      blankForms: round.dispatch !== null,
      long: round.ways?.get(key) ?? null,
      words: round.base.words?.get(column) ?? NO_WORDS,
      targetMeasure: policy ? targetMeasureOf(own) : "",
      unitKeyOf: (name) => (units.isUnit(name) ? units.keyOf(name) : null),
    });
    cells.set(key, keep({ ...outcome, row, column, base }));
  }
  return { cells };
}

/** The units of a row whose answer is due. */
function askedOf({ reporting }: Round, { order, leads }: { readonly order: readonly string[]; readonly leads: readonly string[] }): readonly string[] {
  if (reporting === "lead" && leads.length > 0) return leads;
  return reporting === "first-lead" && leads.length > 0 ? leads.slice(0, 1) : order;
}

const NO_WORDS: FigureWords = {};

function targetMeasureOf({ cells }: BaseRow): string {
  const target = cells.get("targetValue") ?? null;
  return target === null ? "" : (readNumber(target)?.measure ?? "");
}

function policyFor(round: Round, row: RowId, column: ColumnKey) {
  const name = round.policies.get(rowPolicyKey(row, column)) ?? round.policies.get(column);
  return name === undefined ? null : (policyNamed(name) ?? null);
}

/** The master has lost the row: what was said of it is kept and shown, nothing is written. */
function rowGone(row: RowId, column: ColumnKey, voices: readonly Verdict["voice"][]): ProjectedCell {
  const verdicts = voices.map((voice): Verdict => ({ voice, fate: "rejected", reason: "rowGone" }));
  return { row, column, base: null, value: null, kind: "base", parts: [], verdicts };
}
