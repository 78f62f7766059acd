/** Which rows of the round a pasted reply speaks of: by 序号, by the task's name, by the number of a goal. */
import { plainText } from "../../grid/grid";
import { readSerial } from "../../parse/serial";
import { comparisonForm } from "../../text/compare";
import { chineseNumber } from "../../text/numerals";
import type { LedgerUnits } from "../ledgerUnits";
import type { Base, BaseRow, RowId } from "../round";

/** Looks rows up by what a person writes of them; each answer has all rows that fit. */
export class ItemFinder {
  /** The rows that went to the unit by name, in the order of the base. */
  readonly own: readonly BaseRow[];
  private readonly bySerial = new Map<string, RowId[]>();
  private readonly byName = new Map<string, BaseRow[]>();
  private readonly goals: readonly BaseRow[];
  private readonly addressed: ReadonlySet<RowId>;

  constructor(base: Base, units: Pick<LedgerUnits, "namedRows" | "addresses">, unit: string) {
    this.own = units.namedRows(unit);
    this.addressed = new Set(base.rows.filter((row) => units.addresses(row, unit) !== null).map(({ id }) => id));
    this.goals = base.rows.filter(({ kind }) => kind === "goal");
    for (const row of base.rows.filter(({ kind }) => kind === "task")) {
      put(this.bySerial, readSerial(row.cells.get("serial") ?? null) ?? "", row.id);
      put(this.byName, comparisonForm(plainText(row.cells.get("task") ?? null)), row);
    }
  }

  /** Whether the row went to the unit, by name or by a class that covers it. */
  isOwn(row: RowId): boolean {
    return this.addressed.has(row);
  }

  /** The rows of a 序号, in digits or in Chinese. */
  ofNumber(number: string): readonly RowId[] {
    const form = comparisonForm(number);
    const serial = /^\d+$/u.test(form) ? String(Number(form)) : String(chineseNumber(form) ?? "");
    return serial === "" ? [] : (this.bySerial.get(serial) ?? []);
  }

  /** The rows of a task's name; the unit's own where it has any. */
  ofName(name: string): readonly RowId[] {
    const form = comparisonForm(name);
    const rows = form === "" ? [] : (this.byName.get(form) ?? []);
    const own = rows.filter(({ id }) => this.addressed.has(id));
    return (own.length > 0 ? own : rows).map(({ id }) => id);
  }

  /** The n-th goal, of a year where one is named; none where the goals have several labels and no year is named. */
  ofGoal(number: string, year: string | null): readonly RowId[] {
    const labels = new Set(this.goals.map(({ label }) => label));
    const goals = year === null ? (labels.size > 1 ? [] : this.goals) : this.goals.filter(({ label }) => comparisonForm(label ?? "").includes(comparisonForm(year)));
    const form = comparisonForm(number);
    const place = /^\d+$/u.test(form) ? Number(form) : (chineseNumber(form) ?? 0);
    const row = goals[place - 1];
    return row ? [row.id] : [];
  }
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  if (key === "") return;
  const own = map.get(key);
  if (own) own.push(value);
  else map.set(key, [value]);
}
