/**
 * Formulas that depend on what we changed, directly or through others, lose their cached value: a number that is no
 * longer true is worse than one that Excel has yet to calculate. We have no engine and need none.
 */
import type { Span } from "../core/grid/grid";
import { attribute, tagAttribute } from "./attributes";
import { childText, formulaTag, withoutValue } from "./cellXml";
import type { ChangedCells } from "./changedCells";
import type { Draft, SheetPlace } from "./draft";
import { areaOf, formulaParts, movedFormula } from "./formula";
import { cellsOf } from "./sheetData";
import type { CellSlot } from "./sheetData";
import type { SheetPart } from "./sheetPart";
import { parseXml } from "./xml";

/** Chains longer than this are not followed link by link: then every formula that reads a touched sheet counts. */
const MOST_ROUNDS = 32;
const MOST_NAMES = 64;
const FORMULA = /<(?:\w+:)?f[\s>/]/u;

interface Area {
  readonly sheet: string;
  readonly area: Span;
}

interface FormulaCell {
  readonly sheet: string;
  readonly row: number;
  readonly cell: CellSlot;
  /** Every cell that shows a result of it: one, or those of an array. */
  readonly shows: Span;
  readonly reads: readonly Area[];
  /** Whether it may read cells that its text does not name. */
  readonly opaque: boolean;
}

/**
 * Makes the cached values, the calculating order and the flag to calculate on load agree with what the draft wrote.
 * Gives the formulas that lost their value; those that the draft itself wrote keep the value it gave them.
 */
export function settleFormulas(draft: Draft): readonly { readonly sheet: string; readonly row: number; readonly col: number }[] {
  const stale = staleFormulas(draft);
  for (const formula of stale) {
    formula.cell.xml = withoutValue(formula.cell.xml);
    for (const { cell } of shownCells(draft, formula)) if (formulaTag(cell.xml) === null) cell.xml = withoutValue(cell.xml);
  }
  if (stale.length > 0) draft.book.calculateOnLoad();
  return stale.map(({ sheet, row, cell }) => ({ sheet, row, col: cell.col }));
}

/** Remembers which formulas read what the draft has changed, before places move under them. */
export function noteStaleFormulas(draft: Draft): void {
  for (const { sheet, row, cell } of staleFormulas(draft)) draft.unsettled.add(sheet, row, cell.col);
}

/** Formulas whose cached value is no longer known to be true; those that the draft itself wrote are not among them. */
function staleFormulas(draft: Draft): readonly FormulaCell[] {
  const { changed, fresh, unsettled } = draft;
  if (changed.isEmpty && unsettled.isEmpty) return [];
  const waiting = new Set(findFormulas(draft).filter(({ sheet, row, cell }) => !fresh.has(sheet, row, cell.col)));
  const stale: FormulaCell[] = [];
  for (let round = 0, found = true; found && waiting.size > 0; round++) {
    found = false;
    for (const formula of waiting) {
      const isKnown = unsettled.has(formula.sheet, formula.row, formula.cell.col);
      if (!isKnown && !dependsOn(formula, changed, round >= MOST_ROUNDS)) continue;
      waiting.delete(formula);
      stale.push(formula);
      found = true;
      changed.add(formula.sheet, formula.row, formula.cell.col);
      for (const { row, cell } of shownCells(draft, formula)) changed.add(formula.sheet, row, cell.col);
    }
  }
  return stale;
}

const WHOLE: Span = { top: 0, left: 0, bottom: 1_048_575, right: 16_383 };

function dependsOn({ reads, opaque }: FormulaCell, changed: ChangedCells, bySheet: boolean): boolean {
  return opaque || reads.some(({ sheet, area }) => changed.touches(sheet, bySheet ? WHOLE : area));
}

/** The other cells that show results of an array formula. */
function shownCells(draft: Draft, { sheet, cell, shows }: FormulaCell): readonly { readonly row: number; readonly cell: CellSlot }[] {
  const part = shows.top === shows.bottom && shows.left === shows.right ? null : draft.sheet(sheet);
  if (!part?.ok) return [];
  return part.value.data.rows
    .filter(({ row }) => shows.top <= row && row <= shows.bottom)
    .flatMap((slot) => cellsOf(slot).filter((other) => other !== cell && shows.left <= other.col && other.col <= shows.right).map((other) => ({ row: slot.row, cell: other })));
}

/** What a formula's names may mean. */
interface Surroundings {
  readonly sheets: readonly string[];
  readonly lower: readonly string[];
  /** Formulas of defined names by scope and name: "0!合计", "!合计". */
  readonly names: ReadonlyMap<string, string>;
  /** By name in lower case. */
  readonly tables: ReadonlyMap<string, Area>;
}

/** All formulas of all sheets, with what each reads. */
function findFormulas(draft: Draft): readonly FormulaCell[] {
  const sheets = draft.sheets().map(({ name }) => name);
  const names = new Map(draft.book.names().map(({ sheet, name, formula }) => [`${sheet ?? ""}!${name.toLowerCase()}`, formula]));
  const around: Surroundings = { sheets, lower: sheets.map((name) => name.toLowerCase()), names, tables: tablesOf(draft) };
  return draft.sheets().flatMap((place) => {
    if (place.part === null || !mayHaveFormulas(draft, place.part)) return [];
    const sheet = draft.sheet(place.name);
    return sheet.ok ? sheetFormulas(sheet.value, place, around) : [];
  });
}

/** Where the tables of all sheets are. */
function tablesOf(draft: Draft): ReadonlyMap<string, Area> {
  const tables = new Map<string, Area>();
  for (const { name: sheet, part } of draft.sheets()) {
    for (const { kind, target } of part === null ? [] : draft.relationsOf(part)) {
      const text = kind === "table" && target !== null ? draft.text(target) : null;
      const root = text?.ok ? parseXml(text.value)?.root : undefined;
      const area = root ? areaOf(attribute(root, "ref") ?? "") : null;
      if (root && area) for (const key of ["name", "displayName"]) tables.set((attribute(root, key) ?? "").toLowerCase(), { sheet, area });
    }
  }
  return tables;
}

function sheetFormulas(sheet: SheetPart, place: SheetPlace, around: Surroundings): readonly FormulaCell[] {
  const shared = new Map<string, SharedFormula>();
  return sheet.data.rows
    .filter((row) => row.cells !== null || FORMULA.test(row.body))
    .flatMap((row) =>
      cellsOf(row).flatMap((cell): readonly FormulaCell[] => {
        const tag = formulaTag(cell.xml);
        if (tag === null) return [];
        const text = formulaText(tag, cell, row.row, shared);
        const here: Span = { top: row.row, left: cell.col, bottom: row.row, right: cell.col };
        const shows = areaOf(tagAttribute(tag, "t") === "array" ? (tagAttribute(tag, "ref") ?? "") : "") ?? here;
        const { reads, opaque } = precedents(around, place, text ?? "", new Set());
        return [{ sheet: place.name, row: row.row, cell, shows, reads, opaque: opaque || text === null }];
      }),
    );
}

function mayHaveFormulas(draft: Draft, part: string): boolean {
  const text = draft.isOpened(part) ? null : draft.text(part);
  return text === null || (text.ok && FORMULA.test(text.value));
}

interface SharedFormula {
  readonly formula: string;
  readonly row: number;
  readonly col: number;
}

/** The formula of a cell in full, those shared with another cell moved to their place; null where it cannot be told. */
function formulaText(tag: string, cell: CellSlot, row: number, shared: Map<string, SharedFormula>): string | null {
  const own = childText(cell.xml, "f") ?? "";
  const kind = tagAttribute(tag, "t");
  if (kind === "dataTable") return null;
  const id = tagAttribute(tag, "si");
  if (kind !== "shared" || id === null) return own;
  if (own !== "") {
    shared.set(id, { formula: own, row, col: cell.col });
    return own;
  }
  const master = shared.get(id);
  return master ? movedFormula(master.formula, row - master.row, cell.col - master.col) : null;
}

/** What a formula on a sheet reads, defined names followed. */
function precedents(around: Surroundings, place: SheetPlace, formula: string, followed: Set<string>): { readonly reads: readonly Area[]; readonly opaque: boolean } {
  const { references, names, tables, opaque } = formulaParts(formula);
  const reads: Area[] = references.flatMap(({ sheet, area }) => sheetsNamed(around, sheet, place.name).map((name) => ({ sheet: name, area })));
  let isOpaque = opaque;
  for (const name of [...tables, ...names].map((one) => one.toLowerCase())) {
    const table = around.tables.get(name);
    if (table) {
      reads.push(table);
      continue;
    }
    const text = around.names.get(`${place.index}!${name}`) ?? around.names.get(`!${name}`);
    if (text === undefined || followed.size > MOST_NAMES) isOpaque = true;
    else if (!followed.has(name)) {
      followed.add(name);
      const inner = precedents(around, place, text, followed);
      reads.push(...inner.reads);
      isOpaque ||= inner.opaque;
    }
  }
  return { reads, opaque: isOpaque };
}

/** The sheets that a reference names: its own, one, or all from one to another ("一月:三月"). One that is gone keeps its name. */
function sheetsNamed({ sheets, lower }: Surroundings, sheet: string | null, own: string): readonly string[] {
  if (sheet === null) return [own];
  const [from = "", to = from] = lower.includes(sheet.toLowerCase()) ? [sheet] : sheet.split(":");
  const [first, last] = [lower.indexOf(from.toLowerCase()), lower.indexOf(to.toLowerCase())];
  return first < 0 || last < 0 ? [sheet] : sheets.slice(Math.min(first, last), Math.max(first, last) + 1);
}
