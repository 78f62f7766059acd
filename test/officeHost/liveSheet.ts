/** One sheet of the open workbook: cells as Excel keeps them, over the part that our workbook in memory reads and saves. */
import type { CellValue, Span } from "../../src/core/grid/grid";
import { tagAttribute } from "../../src/workbook/attributes";
import { cellOpen, cellXml, childText, styleOf, valueOf } from "../../src/workbook/cellXml";
import type { CellContent } from "../../src/workbook/cellXml";
import type { Draft } from "../../src/workbook/draft";
import { areaOf, movedFormula } from "../../src/workbook/formula";
import { contentOf } from "../../src/workbook/newSheet";
import { cellXmlAt, cellsOf, putCell } from "../../src/workbook/sheetData";
import type { SheetPart } from "../../src/workbook/sheetPart";
import { escapeText, flatElementEnd, tagEnd } from "../../src/workbook/xml";
import { nextTag } from "../../src/workbook/sheetData";
import { attribute, numberAttribute } from "../../src/workbook/attributes";
import { childElements, childNamed } from "../../src/workbook/xml";
import type { CellFormats, FormatPatch } from "./cellFormats";
import { entryOf } from "./cellEntry";
import { HostFault } from "./hostFault";

/** What a range holds of one cell. */
export interface CellContents {
  readonly value: CellValue;
  /** With "="; null for a constant. */
  readonly formula: string | null;
  readonly isError: boolean;
}

const EMPTY: CellContents = { value: null, formula: null, isError: false };

interface PendingFormat {
  readonly row: number;
  readonly col: number;
  patch: FormatPatch;
}

export class LiveSheet {
  readonly id: string;
  readonly part: SheetPart;
  private readonly draft: Draft;
  private readonly formats: CellFormats;
  private readonly pending = new Map<string, PendingFormat>();
  private frame: { readonly spans: readonly Span[]; readonly arrays: readonly Span[] } | null = null;

  constructor(id: string, draft: Draft, part: SheetPart, formats: CellFormats) {
    this.id = id;
    this.draft = draft;
    this.part = part;
    this.formats = formats;
  }

  contents(row: number, col: number): CellContents {
    const cell = cellXmlAt(this.part.data, row, col);
    if (cell === null) return EMPTY;
    const value = valueOf(cell, (index) => this.draft.strings.textAt(index));
    const formula = this.formulaIn(cell, row, col);
    return { value: value === "" && formula === null ? null : value, formula, isError: tagAttribute(cellOpen(cell), "t") === "e" };
  }

  /** What a person or an add-in writes into a cell; inside a span nothing happens, as in Excel. */
  enter(row: number, col: number, value: string | number | boolean): void {
    this.frame ??= { spans: this.part.spans(), arrays: this.arrayAreas() };
    if (this.frame.spans.some((span) => covers(span, row, col) && (span.top !== row || span.left !== col))) return;
    if (this.frame.arrays.some((area) => covers(area, row, col))) throw new HostFault("InvalidOperation", "part of an array");
    if (typeof value === "string" && value.length > 32_768) throw new HostFault("InvalidArgument", "text");
    this.unshare(row, col);
    const entry = entryOf(value, this.formatOf(row, col).numberFormat);
    const marked = this.draft.styles.withTextMark(this.styleAt(row, col), entry.kind === "value" && entry.asText === true);
    if (entry.kind === "clear") this.put(row, col, marked, { kind: "blank" });
    else if (entry.kind === "formula") this.put(row, col, marked, { kind: "formula", formula: readable(entry.formula), cached: null });
    else if (entry.kind === "error") this.putRaw(row, col, errorXml(cellXml(row, col, marked, { kind: "blank" }, this.part.prefix), entry.code));
    else this.put(row, col, marked, contentOf(entry.value, this.draft.strings));
  }

  /** The value that a formula has come to; an error is told by its code. */
  settle(row: number, col: number, value: CellValue, isError: boolean): void {
    const { formula } = this.contents(row, col);
    if (formula === null) return;
    const cell = cellXml(row, col, this.styleAt(row, col), { kind: "formula", formula: formula.slice(1), cached: value }, this.part.prefix);
    this.putRaw(row, col, isError ? cell.replace(' t="str"', ' t="e"') : cell);
  }

  /** Takes contents away, and with `all` the formats too. */
  clear(area: Span, all: boolean): void {
    for (const row of [...this.part.data.rows]) {
      if (row.row < area.top || row.row > area.bottom) continue;
      for (const { col, xml } of [...cellsOf(row)]) {
        if (col < area.left || col > area.right) continue;
        const index = styleOf(xml);
        this.unshare(row.row, col);
        if (all || index === 0) this.putRaw(row.row, col, null);
        else this.put(row.row, col, this.draft.styles.withTextMark(index, false), { kind: "blank" });
      }
    }
    if (all) for (const [key, { row, col }] of [...this.pending]) if (covers(area, row, col)) this.pending.delete(key);
  }

  styleAt(row: number, col: number): number {
    const cell = cellXmlAt(this.part.data, row, col);
    if (cell !== null) return styleOf(cell);
    const open = this.part.data.byRow.get(row)?.open;
    const ofRow = open === undefined || tagAttribute(open, "customFormat") !== "1" ? null : tagAttribute(open, "s");
    if (ofRow !== null) return Number(ofRow);
    const columns = childNamed(this.part.root, "cols");
    const entry = columns && childElements(columns).find((one) => (numberAttribute(one, "min") ?? 0) <= col + 1 && col + 1 <= (numberAttribute(one, "max") ?? 0));
    return (entry && numberAttribute(entry, "style")) ?? 0;
  }

  /** The format of a cell with the changes that are still gathered. */
  formatOf(row: number, col: number): ReturnType<CellFormats["of"]> {
    return { ...this.formats.of(this.styleAt(row, col)), ...this.pending.get(`${row},${col}`)?.patch };
  }

  format(row: number, col: number, patch: FormatPatch): void {
    const key = `${row},${col}`;
    const known = this.pending.get(key);
    if (known) known.patch = { ...known.patch, ...patch };
    else this.pending.set(key, { row, col, patch });
  }

  /** Takes every format away from a cell. */
  plain(row: number, col: number): void {
    this.pending.delete(`${row},${col}`);
    const cell = cellXmlAt(this.part.data, row, col);
    const open = cell === null ? "" : cellOpen(cell);
    const rest = cell?.slice(open.length) ?? "";
    if (rest !== "" && !/^<\/[\w:]+>$/u.test(rest)) this.putRaw(row, col, open.replace(/ s="\d+"/u, "") + rest);
    else {
      // An empty cell that says nothing looks like its row or column.
      this.putRaw(row, col, null);
      if (this.styleAt(row, col) !== 0) this.putRaw(row, col, cellXml(row, col, 0, { kind: "blank" }, this.part.prefix));
    }
  }

  /** Turns gathered changes of formats into formats; nothing is remembered from one batch to the next. */
  applyFormats(): void {
    this.frame = null;
    const known = new Map<string, number>();
    for (const { row, col, patch } of this.pending.values()) {
      const before = this.styleAt(row, col);
      const isMarked = this.draft.styles.withTextMark(before, true) === before;
      const key = `${before} ${isMarked} ${JSON.stringify({ ...patch, sides: patch.sides && [...patch.sides] })}`;
      const index = known.get(key) ?? this.draft.styles.withTextMark(this.formats.changed(before, patch), isMarked);
      known.set(key, index);
      const cell = cellXmlAt(this.part.data, row, col) ?? cellXml(row, col, 0, { kind: "blank" }, this.part.prefix);
      const open = cellOpen(cell);
      this.putRaw(row, col, open.replace(/ s="\d+"/u, "").replace(/(\s*\/?>)$/u, index === 0 ? "$1" : ` s="${index}"$1`) + cell.slice(open.length));
    }
    this.pending.clear();
  }

  /** The area with anything in it, formats included unless only values count; null for none. */
  used(valuesOnly: boolean, within: Span): Span | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const row of this.part.data.rows) {
      if (row.row < within.top || row.row > within.bottom) continue;
      for (const { col, xml } of cellsOf(row)) {
        if (col < within.left || col > within.right) continue;
        if (valuesOnly && !["v", "f", "is"].some((name) => childText(xml, name) !== null)) continue;
        [top, left, bottom, right] = [Math.min(top, row.row), Math.min(left, col), Math.max(bottom, row.row), Math.max(right, col)];
      }
    }
    return bottom < 0 ? null : { top, left, bottom, right };
  }

  /** Places of the cells that an area has in the file. */
  written(area: Span): readonly (readonly [row: number, col: number])[] {
    return this.part.data.rows
      .filter(({ row }) => row >= area.top && row <= area.bottom)
      .flatMap((row) => cellsOf(row).filter(({ col }) => col >= area.left && col <= area.right).map(({ col }) => [row.row, col] as const));
  }

  /** Places of all formulas. */
  formulas(): readonly { readonly row: number; readonly col: number }[] {
    return this.part.data.rows.flatMap((row) =>
      cellsOf(row).filter(({ xml }) => nextTag(xml, "f", tagEnd(xml, 0)) !== null).map(({ col }) => ({ row: row.row, col })),
    );
  }

  /** The name of a sheet may change; its views, columns and rules are its part's. */
  attributeOf(element: string, name: string): string | null {
    const found = childNamed(this.part.root, element);
    return found ? attribute(found, name) : null;
  }

  private formulaIn(cell: string, row: number, col: number): string | null {
    const text = childText(cell, "f");
    if (text === null) return null;
    if (text !== "") return `=${text}`;
    const id = sharedId(cell);
    for (const other of this.part.data.rows) {
      for (const candidate of cellsOf(other)) {
        const formula = sharedId(candidate.xml) === id ? childText(candidate.xml, "f") : null;
        if (formula !== null && formula !== "") return `=${movedFormula(formula, row - other.row, col - candidate.col)}`;
      }
    }
    return null;
  }

  /** Where a cell holds the text of a formula that others share, they get it in full before it goes. */
  private unshare(row: number, col: number): void {
    const cell = cellXmlAt(this.part.data, row, col);
    const id = cell === null ? null : sharedId(cell);
    if (id === null) return;
    for (const { row: otherRow, col: otherCol } of this.formulas()) {
      const other = cellXmlAt(this.part.data, otherRow, otherCol);
      if (other === null || sharedId(other) !== id || (otherRow === row && otherCol === col)) continue;
      const formula = this.formulaIn(other, otherRow, otherCol);
      const at = nextTag(other, "f", tagEnd(other, 0));
      if (formula === null || at === null) continue;
      this.putRaw(otherRow, otherCol, `${other.slice(0, at)}<f>${escapeText(formula.slice(1))}</f>${other.slice(flatElementEnd(other, at))}`);
    }
  }

  private arrayAreas(): readonly Span[] {
    return this.formulas().flatMap(({ row, col }) => {
      const cell = cellXmlAt(this.part.data, row, col) ?? "";
      const tag = cell.slice(nextTag(cell, "f", 0) ?? 0);
      const area = tagAttribute(tag.slice(0, tagEnd(tag, 0)), "t") === "array" ? areaOf(tagAttribute(tag.slice(0, tagEnd(tag, 0)), "ref") ?? "") : null;
      return area && (area.top !== area.bottom || area.left !== area.right) ? [area] : [];
    });
  }

  private put(row: number, col: number, style: number, content: CellContent): void {
    this.putRaw(row, col, null);
    if (content.kind !== "blank" || style !== this.styleAt(row, col)) this.putRaw(row, col, cellXml(row, col, style, content, this.part.prefix));
  }

  private putRaw(row: number, col: number, xml: string | null): void {
    putCell(this.part.data, row, col, xml);
  }
}

export function covers({ top, left, bottom, right }: Span, row: number, col: number): boolean {
  return top <= row && row <= bottom && left <= col && col <= right;
}

function sharedId(cell: string): string | null {
  const at = nextTag(cell, "f", tagEnd(cell, 0));
  if (at === null) return null;
  const tag = cell.slice(at, tagEnd(cell, at));
  return tagAttribute(tag, "t") === "shared" ? tagAttribute(tag, "si") : null;
}

function errorXml(blank: string, code: string): string {
  const open = cellOpen(blank).replace(/\s*\/?>$/u, "");
  return `${open} t="e"><v>${code}</v></${/^<([\w:]+)/u.exec(open)?.[1] ?? "c"}>`;
}

/** A formula that Excel's parser would refuse is refused here: brackets and quotes that do not close. */
function readable(formula: string): string {
  const bare = formula.replace(/"(?:[^"]|"")*"/gu, "");
  const depth = bare.split("(").length - bare.split(")").length;
  if (depth !== 0 || bare.includes('"') || bare === "") throw new HostFault("InvalidArgument", "formula");
  return formula;
}
