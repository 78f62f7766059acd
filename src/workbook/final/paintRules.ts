/** What native rules show at this moment, made part of the cells themselves: the colours stay when the rules are gone. */
import type { CellValue, Span } from "../../core/grid/grid";
import { attribute, flagAttribute, numberAttribute, tagAttribute, withTagAttribute } from "../attributes";
import { cellOpen, cellXml, styleOf, valueOf } from "../cellXml";
import type { Draft } from "../draft";
import { areaOf } from "../formula";
import { cellsOf, putCell } from "../sheetData";
import type { SheetPart } from "../sheetPart";
import { childNamed, childrenNamed, elementText, textOf } from "../xml";
import type { XmlElement } from "../xml";
import { colourScaleOf } from "./colourScale";
import { compileCondition, holds } from "./conditionFormula";
import { asText, compareValues, ErrorValue, type Asked, type Scalar, single, Unknown } from "./conditionValue";

/** Answers for one cell whether a rule holds there. */
type Judge = (asked: Asked) => boolean;

interface Rule {
  readonly areas: readonly Span[];
  readonly priority: number;
  /** The differential format that a cell gets where the rule holds. */
  readonly formatAt: (asked: Asked) => number | null;
  readonly stops: boolean;
  readonly judge: Judge;
}

export interface Painted {
  /** Rules whose looks could not be kept: bars, icons, scales in colours of the theme, and formulas that only Excel can work out. */
  readonly unkept: number;
}

/** Gives every cell of a sheet the look that its rules give it. `today` is a serial of the workbook. */
export function paintRules(draft: Draft, sheet: SheetPart, name: string, today: number): Painted {
  const holders = childrenNamed(sheet.root, "conditionalFormatting");
  const read = new SheetValues(draft, name);
  const rules: Rule[] = [];
  let unkept = countExtended(sheet.root);
  for (const holder of holders) {
    const areas = (attribute(holder, "sqref") ?? "").split(/\s+/u).flatMap((text) => areaOf(text) ?? []);
    for (const element of childrenNamed(holder, "cfRule")) {
      const rule = attribute(element, "type") === "colorScale" ? scaleRule(draft, element, areas, read) : ruleOf(element, areas, read);
      if (rule) rules.push(rule);
      else unkept += 1;
    }
  }
  rules.sort((left, right) => left.priority - right.priority);
  const failed = new Set<Rule>();
  const lastRow = read.lastRow(null);
  for (const [row, cols] of cellsUnder(rules, sheet, lastRow)) {
    for (const col of cols) {
      const shown = formatsAt(rules, failed, { row, col, cell: (other, y, x) => read.at(other, y, x), lastRow, today });
      if (shown.length > 0) paint(draft, sheet, row, col, shown);
    }
  }
  return { unkept: unkept + failed.size };
}

function ruleOf(element: XmlElement, areas: readonly Span[], read: SheetValues): Rule | null {
  const format = numberAttribute(element, "dxfId");
  const [first] = areas;
  if (format === null || !first) return null;
  const judge = judgeOf(element, areas, first, read);
  return judge && { areas, formatAt: () => format, priority: numberAttribute(element, "priority") ?? 0, stops: flagAttribute(element, "stopIfTrue"), judge };
}

/** Each number gets the colour of its place on the scale. */
function scaleRule(draft: Draft, element: XmlElement, areas: readonly Span[], read: SheetValues): Rule | null {
  const scale = colourScaleOf(element, numbersIn(areas, read));
  if (!scale) return null;
  const numberAt = ({ cell, row, col }: Asked): number | null => {
    const value = cell(null, row, col);
    return typeof value === "number" ? value : null;
  };
  const formatAt = (asked: Asked): number | null => {
    const value = numberAt(asked);
    return value === null ? null : draft.styles.fillFormat(scale(value));
  };
  return { areas, formatAt, priority: numberAttribute(element, "priority") ?? 0, stops: flagAttribute(element, "stopIfTrue"), judge: (asked) => numberAt(asked) !== null };
}

function judgeOf(element: XmlElement, areas: readonly Span[], first: Span, read: SheetValues): Judge | null {
  const formulas = childrenNamed(element, "formula").map(textOf);
  switch (attribute(element, "type") ?? "") {
    case "expression":
    case "timePeriod":
      return conditionOf(formulas[0] ?? "", first);
    case "cellIs":
      return comparisonOf(attribute(element, "operator") ?? "", formulas, first);
    case "duplicateValues":
      return repeats(areas, read, (times) => times > 1);
    case "uniqueValues":
      return repeats(areas, read, (times) => times === 1);
    case "top10":
      return ranked(element, areas, read);
    case "aboveAverage":
      return averaged(element, areas, read);
    default:
      return contentJudge(element);
  }
}

/** Rules about what the cell itself shows. */
function contentJudge(element: XmlElement): Judge | null {
  const sought = (attribute(element, "text") ?? "").toUpperCase();
  const own = ({ cell, row, col }: Asked): Scalar => cell(null, row, col);
  const shown = (asked: Asked): string => asText(own(asked)).toUpperCase();
  const judges: Readonly<Record<string, Judge>> = {
    containsBlanks: (asked) => shown(asked).trim() === "",
    notContainsBlanks: (asked) => shown(asked).trim() !== "",
    containsErrors: (asked) => own(asked) instanceof ErrorValue,
    notContainsErrors: (asked) => !(own(asked) instanceof ErrorValue),
  };
  const byText: Readonly<Record<string, Judge>> = {
    containsText: (asked) => shown(asked).includes(sought),
    notContainsText: (asked) => !shown(asked).includes(sought),
    beginsWith: (asked) => shown(asked).startsWith(sought),
    endsWith: (asked) => shown(asked).endsWith(sought),
  };
  const type = attribute(element, "type") ?? "";
  return judges[type] ?? (sought === "" ? null : (byText[type] ?? null));
}

function conditionOf(formula: string, first: Span): Judge | null {
  try {
    const run = compileCondition(formula, first.top, first.left);
    return (asked) => holds(run, asked);
  } catch (error) {
    if (error instanceof Unknown) return null;
    throw error;
  }
}

function comparisonOf(operator: string, formulas: readonly string[], first: Span): Judge | null {
  const bounds = formulas.map((formula) => {
    try {
      return compileCondition(formula, first.top, first.left);
    } catch (error) {
      if (error instanceof Unknown) return null;
      throw error;
    }
  });
  const [low, high = low] = bounds;
  if (!low || !high || bounds.includes(null)) return null;
  const compared: Readonly<Record<string, (own: CellValue, one: CellValue, other: CellValue) => boolean>> = {
    equal: (own, one) => compareValues(own, one) === 0,
    notEqual: (own, one) => compareValues(own, one) !== 0,
    greaterThan: (own, one) => compareValues(own, one) > 0,
    greaterThanOrEqual: (own, one) => compareValues(own, one) >= 0,
    lessThan: (own, one) => compareValues(own, one) < 0,
    lessThanOrEqual: (own, one) => compareValues(own, one) <= 0,
    between: (own, one, other) => isBetween(own, one, other),
    notBetween: (own, one, other) => !isBetween(own, one, other),
  };
  const holdsFor = compared[operator];
  return holdsFor
    ? (asked) => {
        const [own, one, other] = [asked.cell(null, asked.row, asked.col), single(low(asked), asked), single(high(asked), asked)];
        return !(own instanceof ErrorValue) && !(one instanceof ErrorValue) && !(other instanceof ErrorValue) && holdsFor(own, one, other);
      }
    : null;
}

function isBetween(own: CellValue, one: CellValue, other: CellValue): boolean {
  const [low, high] = compareValues(one, other) <= 0 ? [one, other] : [other, one];
  return compareValues(own, low) >= 0 && compareValues(own, high) <= 0;
}

function repeats(areas: readonly Span[], read: SheetValues, wanted: (times: number) => boolean): Judge {
  const times = new Map<string, number>();
  const keyOf = (value: Scalar): string => (typeof value === "string" ? `t${value.toUpperCase()}` : `n${asText(value)}`);
  for (const value of read.within(areas)) times.set(keyOf(value), (times.get(keyOf(value)) ?? 0) + 1);
  return ({ cell, row, col }) => {
    const value = cell(null, row, col);
    return value !== null && wanted(times.get(keyOf(value)) ?? 0);
  };
}

function ranked(element: XmlElement, areas: readonly Span[], read: SheetValues): Judge {
  const values = numbersIn(areas, read).sort((left, right) => left - right);
  if (!flagAttribute(element, "bottom")) values.reverse();
  const rank = numberAttribute(element, "rank") ?? 10;
  const count = flagAttribute(element, "percent") ? Math.max(1, Math.floor((values.length * rank) / 100)) : rank;
  const chosen = new Set(values.slice(0, count));
  return ({ cell, row, col }) => {
    const value = cell(null, row, col);
    return typeof value === "number" && chosen.has(value);
  };
}

function averaged(element: XmlElement, areas: readonly Span[], read: SheetValues): Judge | null {
  if (attribute(element, "stdDev") !== null) return null;
  const values = numbersIn(areas, read);
  const average = values.reduce((sum, one) => sum + one, 0) / values.length;
  const [above, equal] = [flagAttribute(element, "aboveAverage", true), flagAttribute(element, "equalAverage")];
  return ({ cell, row, col }) => {
    const value = cell(null, row, col);
    return typeof value === "number" && ((above ? value > average : value < average) || (equal && value === average));
  };
}

function numbersIn(areas: readonly Span[], read: SheetValues): number[] {
  return read.within(areas).flatMap((value) => (typeof value === "number" ? [value] : []));
}

/** The formats that show in a cell, strongest first; a rule that can't be worked out is left out from then on. */
function formatsAt(rules: readonly Rule[], failed: Set<Rule>, asked: Asked): readonly number[] {
  const formats: number[] = [];
  for (const rule of rules) {
    if (failed.has(rule) || !rule.areas.some((area) => isIn(area, asked.row, asked.col))) continue;
    try {
      if (!rule.judge(asked)) continue;
    } catch (error) {
      if (!(error instanceof Unknown)) throw error;
      failed.add(rule);
      continue;
    }
    const format = rule.formatAt(asked);
    if (format !== null) formats.push(format);
    if (rule.stops) break;
  }
  return formats;
}

function isIn({ top, left, bottom, right }: Span, row: number, col: number): boolean {
  return row >= top && row <= bottom && col >= left && col <= right;
}

/** Every cell under a rule, row by row; of rules over whole columns only the rows and columns that the sheet uses. */
function cellsUnder(rules: readonly Rule[], sheet: SheetPart, lastRow: number): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map<number, Set<number>>();
  const lastCol = sheet.bounds()?.right ?? -1;
  for (const { top, left, bottom, right } of rules.flatMap(({ areas }) => areas)) {
    for (let row = top; row <= Math.min(bottom, lastRow); row++) {
      const cols = found.get(row) ?? new Set<number>();
      found.set(row, cols);
      for (let col = left; col <= Math.min(right, lastCol); col++) cols.add(col);
    }
  }
  return found;
}

function paint(draft: Draft, sheet: SheetPart, row: number, col: number, formats: readonly number[]): void {
  const slot = sheet.data.byRow.get(row);
  const cell = slot && cellsOf(slot).find((own) => own.col === col);
  if (cell) {
    const open = cellOpen(cell.xml);
    cell.xml = withTagAttribute(open, "s", String(draft.styles.withRules(styleOf(cell.xml), formats))) + cell.xml.slice(open.length);
    return;
  }
  const base = Number((slot && tagAttribute(slot.open, "customFormat") === "1" ? tagAttribute(slot.open, "s") : null) ?? 0);
  putCell(sheet.data, row, col, cellXml(row, col, draft.styles.withRules(base, formats), { kind: "blank" }, sheet.prefix));
}

/** Rules that only extensions know: icon sets of three stars and the like. */
function countExtended(root: XmlElement): number {
  const extensions = childNamed(root, "extLst");
  return extensions ? elementText(extensions).split(/<x14:cfRule\s/u).length - 1 : 0;
}

/** The values of a workbook's sheets, read as they are asked for. */
class SheetValues {
  private readonly draft: Draft;
  private readonly own: string;
  private readonly sheets = new Map<string, ReadonlyMap<number, ReadonlyMap<number, Scalar>>>();

  constructor(draft: Draft, own: string) {
    this.draft = draft;
    this.own = own;
  }

  at(sheet: string | null, row: number, col: number): Scalar {
    return this.rows(sheet ?? this.own).get(row)?.get(col) ?? null;
  }

  lastRow(sheet: string | null): number {
    let last = -1;
    for (const row of this.rows(sheet ?? this.own).keys()) last = Math.max(last, row);
    return last;
  }

  within(areas: readonly Span[]): readonly Scalar[] {
    const found: Scalar[] = [];
    for (const [row, cells] of this.rows(this.own)) for (const [col, value] of cells) if (value !== null && areas.some((area) => isIn(area, row, col))) found.push(value);
    return found;
  }

  private rows(name: string): ReadonlyMap<number, ReadonlyMap<number, Scalar>> {
    const known = this.sheets.get(name);
    if (known) return known;
    const rows = new Map<number, Map<number, Scalar>>();
    this.sheets.set(name, rows);
    const sheet = this.draft.sheet(name);
    if (!sheet.ok) throw new Unknown(name);
    for (const slot of sheet.value.data.rows) {
      const cells = new Map<number, Scalar>();
      for (const { col, xml } of cellsOf(slot)) cells.set(col, scalarOf(xml, (index) => this.draft.strings.textAt(index)));
      rows.set(slot.row, cells);
    }
    return rows;
  }
}

function scalarOf(xml: string, shared: (index: number) => string): Scalar {
  const value = valueOf(xml, shared);
  return tagAttribute(cellOpen(xml), "t") === "e" ? new ErrorValue(asText(value)) : value;
}
