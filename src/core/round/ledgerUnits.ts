/** The master's units as the round needs them: identity, order in a row, and whom a row was sent to. */
import { isEmpty, plainText } from "../grid/grid";
import { type Ledger, textOf } from "../ledger/ledger";
import { comparisonForm } from "../text/compare";
import { classCovers } from "../units/classCovers";
import { Memo } from "../units/memo";
import { unitInFileName } from "../units/fileNameUnit";
import { buildRegistry, type UnitRegistry } from "../units/registry";
import { splitUnits } from "../units/splitUnits";
import type { RoundUnits } from "./projection";
import type { RoundView } from "./reading";
import type { UnitFinder } from "./returnedUnit";
import { parentOf } from "./metadata";
import type { Base, BaseRow, Round } from "./round";

export interface LedgerUnits extends RoundUnits {
  readonly registry: UnitRegistry;
  readonly finder: UnitFinder;
  /** The units that the ledger names, in the order in which they first appear. */
  readonly named: readonly string[];
  /** One text for all spellings of one list of units, in any order. */
  unitsForm(text: string): string;
  addresses(row: BaseRow, unit: string): "named" | "class" | null;
  /** The rows that name the unit, in the order of the base. */
  namedRows(unit: string): readonly BaseRow[];
  /** Phrases of the row that name a class of units, open lists (等有关部门) apart. */
  classesOf(row: BaseRow): readonly string[];
}

interface Standing {
  readonly leads: readonly string[];
  readonly order: readonly string[];
  /** All of `order`. */
  readonly named: ReadonlySet<string>;
  readonly classes: readonly string[];
}

/** The units of a base; computed once, asked often. */
export function ledgerUnits(base: Base): LedgerUnits {
  // The same lists of units stand in many rows.
  const lists = new Memo<SplitUnits>();
  const split: Split = (text) => lists.get(text, splitUnits);
  const names = countNames(base.rows.flatMap((row) => [cellText(row, "leadUnits"), cellText(row, "responsibleUnits")]), split);
  const registry = buildRegistry(names, base.rows.map((row) => cellText(row, "content")));
  const known = new Set(registry.units.map(({ key }) => key));
  const nameByKey = new Map(registry.units.map(({ key, name }) => [key, name]));
  const standings = new Map<BaseRow, Standing>();
  const standingOf = (row: BaseRow): Standing => {
    const own = standings.get(row) ?? readStanding(row, registry, split);
    standings.set(row, own);
    return own;
  };
  let byUnit: ReadonlyMap<string, readonly BaseRow[]> | null = null;
  const rowsByUnit = (): ReadonlyMap<string, readonly BaseRow[]> => (byUnit ??= groupByUnit(base.rows, (row) => standingOf(row).order));
  return {
    registry,
    finder: finderOf(registry, known),
    named: registry.units.map(({ name }) => name),
    keyOf: (name) => registry.keyOf(name),
    isUnit: (name) => known.has(registry.keyOf(name)) || registry.identify(name).how !== "unknown",
    orderOf: (row) => standingOf(row).order,
    leadsOf: (row) => standingOf(row).leads,
    nameOf: (key) => nameByKey.get(key) ?? key,
    unitsForm: (text) => unitsForm(text, registry),
    classesOf: (row) => standingOf(row).classes.filter((phrase) => !phrase.startsWith("等")),
    addresses: (row, unit) => {
      const { named, classes } = standingOf(row);
      if (named.has(registry.keyOf(unit))) return "named";
      return classes.some((phrase) => classCovers(phrase, unit)) ? "class" : null;
    },
    namedRows: (unit) => rowsByUnit().get(registry.keyOf(unit)) ?? [],
  };
}

function groupByUnit(rows: readonly BaseRow[], keysOf: (row: BaseRow) => readonly string[]): ReadonlyMap<string, readonly BaseRow[]> {
  const groups = new Map<string, BaseRow[]>();
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const own = groups.get(key);
      if (own) own.push(row);
      else groups.set(key, [row]);
    }
  }
  return groups;
}

/** What a return is read against; `titles` are the lines above the master's header. */
export function roundView({ base, dispatch }: Pick<Round, "base" | "dispatch">, units: LedgerUnits, titles: readonly string[] = []): RoundView {
  return { base, dispatch, titles, parent: dispatch?.parent ?? parentOf(base), finder: units.finder, unitsForm: (text) => units.unitsForm(text), addresses: (row, unit) => units.addresses(row, unit), namedRows: (unit) => units.namedRows(unit) };
}

/** The names in a ledger's unit columns with how often each stands there, in the order of first appearance. */
export function unitNames(ledger: Ledger): readonly { readonly name: string; readonly count: number }[] {
  return countNames(ledger.rows.flatMap((row) => [textOf(ledger, row, "leadUnits"), textOf(ledger, row, "responsibleUnits")]));
}

type SplitUnits = ReturnType<typeof splitUnits>;
type Split = (text: string) => SplitUnits;

function countNames(cells: readonly string[], split: Split = splitUnits): readonly { readonly name: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    if (isEmpty(cell)) continue;
    for (const { text } of split(cell).units) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({ name, count }));
}

function finderOf(registry: UnitRegistry, known: ReadonlySet<string>): UnitFinder {
  const cache = new Map<string, { name: string; key: string; known: boolean }>();
  const files = new Memo<string | null>(4_096);
  return {
    identify: (text) => {
      const own = cache.get(text);
      if (own) return own;
      const { canonical, how } = registry.identify(text.trim());
      const key = registry.keyOf(text.trim());
      const found = { name: canonical, key, known: known.has(key) || how !== "unknown" };
      cache.set(text, found);
      return found;
    },
    inFileName: (file) => files.get(file, () => unitInFileName(file, registry)?.unit ?? unnamedUnit(file, registry)),
  };
}

/** A unit that the master covers by a class only (各区县人民政府): a whole word of the file's name that can be nothing else. */
function unnamedUnit(file: string, registry: UnitRegistry): string | null {
  const words = file.replace(/^.*[/\\]/u, "").replace(/\.[A-Za-z]{2,5}$/u, "").split(/[^\p{Script=Han}]+/u);
  const found = new Map<string, string>();
  for (const word of words) {
    const { canonical, how } = registry.identify(word);
    if (word.length >= 3 && how !== "unknown") found.set(registry.keyOf(word), canonical);
  }
  const [only] = found.values();
  return found.size === 1 && only !== undefined ? only : null;
}

function readStanding(row: BaseRow, registry: UnitRegistry, split: Split): Standing {
  const lead = split(cellText(row, "leadUnits"));
  const responsible = split(cellText(row, "responsibleUnits"));
  const keys = (units: readonly { readonly text: string }[]): string[] => units.map(({ text }) => registry.keyOf(text));
  const leads = [...new Set(keys(lead.units))];
  const named = new Set([...leads, ...keys(responsible.units)]);
  return {
    leads,
    order: [...named],
    named,
    classes: [...lead.classes, ...responsible.classes].map(({ text }) => text),
  };
}

function unitsForm(text: string, registry: UnitRegistry): string {
  const { units, classes } = splitUnits(text);
  return [...units.map((unit) => registry.keyOf(unit.text)), ...classes.map((phrase) => comparisonForm(phrase.text))].sort().join("、");
}

function cellText(row: BaseRow, column: string): string {
  return plainText(row.cells.get(column) ?? null);
}
