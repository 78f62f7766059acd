/** All rules over one ledger: what is said, where, in the order of the sheet. */
import type { CellRef } from "../grid/grid";
import type { RowKey } from "../ledger/ledger";
import { isEmpty } from "../grid/grid";
import { cellFindings, findingsOf, type RuleFinding } from "./cellCheck";
import { CellRules } from "./cellRules";
import { bodyCell, cellColumns, frameCells, inSheetOrder, isAsIssued, issuedText, ledgerCells, textIn } from "./cells";
import type { CheckContext } from "./context";
import type { LedgerCell } from "./cell";
import { NONE_ASIDE, type StandsAside } from "./letStand";
import type { CellFix, Finding, Issue, Rule, RowRule, Severity } from "./rule";

/** Every issue of a ledger that was not put aside, by place and then by the rule's place in the list. Same ledger, same issues. */
export function checkLedger(context: CheckContext, rules: readonly Rule[], aside: StandsAside = NONE_ASIDE): readonly Issue[] {
  const found = new Collector(rules, settledCells(context), misplacedCells(context), aside);
  checkCells(context, rules, found);
  checkRows(context, rules, found);
  for (const rule of rules) {
    if (rule.scope === "ledger") found.add(rule, rule.check(context));
    const other = rule.scope === "master" ? context.master : rule.scope === "last" ? context.last : null;
    if (other && (rule.scope === "master" || rule.scope === "last")) found.add(rule, rule.check(context, other));
  }
  return found.issues();
}

function checkCells(context: CheckContext, rules: readonly Rule[], found: Collector): void {
  const { ledger, grid } = context;
  const cellRules = new CellRules(rules, context);
  const frameRows = new Map(grid.rows.map((row) => [row.row, row]));
  const columns = cellColumns(ledger).map((column) => ({ column, rules: cellRules.of(column.kind, column.key) }));
  const add = (cell: LedgerCell, findings: readonly RuleFinding[]): void => {
    for (const one of findings) found.add(one.rule, [placed(cell, one)]);
  };
  let index = -1;
  for (const line of inSheetOrder(ledger)) {
    if (!("values" in line)) {
      for (const cell of frameCells(ledger, frameRows.get(line.gridRow), line.kind)) add(cell, cellFindings(cell, cellRules, context));
      continue;
    }
    index += 1;
    columns.forEach(({ column, rules: own }, position) => {
      const value = line.values[position] ?? null;
      if (isEmpty(value) || line.spanned?.has(position)) return;
      const mark = line.marks?.[position];
      const text = textIn(value, mark?.error);
      const asked = own.about(text, mark, context.signs.of(index, position));
      // Most cells need no rule, and so no object of their own.
      const cell = asked.length === 0 ? null : bodyCell(ledger.sheet, column, line, value, mark);
      const findings = cell ? findingsOf(cell, asked, cellRules, context) : [];
      if (cell && findings.length > 0) add(cell, findings);
      else own.keepQuiet(text, mark);
    });
  }
}

function checkRows(context: CheckContext, rules: readonly Rule[], found: Collector): void {
  const ofRows = rules.filter((rule): rule is RowRule => rule.scope === "row");
  for (const row of context.ledger.rows) {
    for (const rule of ofRows) found.add(rule, rule.check(row, context));
  }
}

function placed(cell: LedgerCell, { finding, fix }: RuleFinding): Finding {
  return {
    at: cell.at,
    row: cell.row?.key ?? null,
    message: finding.message,
    ...(finding.subject === undefined ? {} : { subject: finding.subject }),
    ...(fix === null ? {} : { fixes: [fix] }),
  };
}

interface Gathered {
  readonly rule: Rule;
  readonly order: number;
  readonly first: Finding;
  readonly row: RowKey | null;
  readonly places: CellRef[];
  readonly fixes: CellFix[];
}

/** Joins findings that are one thing to a reader, as their rule says. */
class Collector {
  private readonly order: ReadonlyMap<Rule, number>;
  private readonly all: Gathered[] = [];
  private readonly open = new Map<string, Gathered>();

  private readonly settled: ReadonlySet<string>;
  private readonly misplaced: ReadonlySet<string>;
  private readonly aside: StandsAside;

  constructor(rules: readonly Rule[], settled: ReadonlySet<string>, misplaced: ReadonlySet<string>, aside: StandsAside) {
    this.settled = settled;
    this.misplaced = misplaced;
    this.aside = aside;
    this.order = new Map(rules.map((rule, index) => [rule, index]));
  }

  add(rule: Rule, findings: readonly Finding[]): void {
    for (const given of findings) {
      const finding = this.aside === NONE_ASIDE ? given : withoutAside(rule, given, this.aside);
      if (!finding) continue;
      const places = finding.places ?? [finding.at];
      if (!rule.beyondValues && (isWithin(this.settled, places) || isWithin(this.misplaced, places))) continue;
      const key = gatherKey(rule, finding);
      const gathered = key === null ? undefined : this.open.get(key);
      if (gathered) {
        for (const place of places) gathered.places.push(place);
        gathered.fixes.push(...(finding.fixes ?? []));
        continue;
      }
      const fresh = { rule, order: this.order.get(rule) ?? 0, first: finding, row: finding.row, places: [...places], fixes: [...(finding.fixes ?? [])] };
      this.all.push(fresh);
      if (key !== null) this.open.set(key, fresh);
    }
  }

  issues(): readonly Issue[] {
    const inOrder = [...this.all].sort(
      (left, right) => byPlace(left.first.at, right.first.at) || left.order - right.order,
    );
    return inOrder.map(({ rule, first, row, places, fixes }) => {
      const distinct = distinctPlaces(places);
      return {
        rule: rule.id,
        severity: rule.severity,
        group: rule.group,
        at: first.at,
        places: distinct,
        row,
        message: rule.gather ? { id: first.message.id, params: { ...first.message.params, count: distinct.length } } : first.message,
        subject: first.subject ?? "",
        fix: fixes.find(({ at }) => byPlace(at, first.at) === 0) ?? null,
        fixes,
      };
    });
  }
}

function isWithin(cells: ReadonlySet<string>, places: readonly CellRef[]): boolean {
  return cells.size > 0 && places.every((place) => cells.has(placeKey(place)));
}

/** The cells whose value belongs to another column, and those that wait for it. */
function misplacedCells({ ledger, shifts }: CheckContext): ReadonlySet<string> {
  const misplaced = new Set<string>();
  for (const [row, { positions, by }] of shifts) {
    for (const position of positions) {
      for (const at of [position, position + (by ?? 0)]) {
        const col = ledger.columns[at]?.col;
        if (col !== undefined) misplaced.add(placeKey({ sheet: ledger.sheet, row: row.gridRow, col }));
      }
    }
  }
  return misplaced;
}

/** The finding at the places that were not put aside, or null where none is left. */
function withoutAside(rule: Rule, finding: Finding, aside: StandsAside): Finding | null {
  const stands = (at: CellRef): boolean => !aside(rule.id, finding.subject ?? "", at);
  const [first, ...more] = (finding.places ?? [finding.at]).filter(stands);
  if (!first) return null;
  return { ...finding, at: first, ...(finding.places ? { places: [first, ...more] } : {}), ...(finding.fixes ? { fixes: finding.fixes.filter(({ at }) => stands(at)) } : {}) };
}

function placeKey({ row, col }: CellRef): string {
  return `${row}:${col}`;
}

/** The issued cells that stand as the master has them. */
function settledCells({ ledger, grid, master }: CheckContext): ReadonlySet<string> {
  const settled = new Set<string>();
  if (!master) return settled;
  for (const cell of ledgerCells(ledger, grid)) {
    if (isAsIssued(cell, master) || issuedText(cell, master) !== null) settled.add(placeKey(cell.at));
  }
  return settled;
}

function gatherKey(rule: Rule, finding: Finding): string | null {
  if (!rule.gather) return null;
  return JSON.stringify([rule.id, finding.message.id, rule.gather === "subject" ? (finding.subject ?? "") : ""]);
}

function byPlace(left: CellRef, right: CellRef): number {
  return left.row - right.row || left.col - right.col;
}

function distinctPlaces(places: readonly CellRef[]): readonly CellRef[] {
  const seen = new Set<string>();
  return places.filter((place) => {
    const key = placeKey(place);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** How many issues of each severity there are. */
export function countSeverities(issues: readonly Issue[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of issues) counts[severity] += 1;
  return counts;
}
