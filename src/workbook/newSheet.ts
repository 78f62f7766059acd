/** A whole worksheet of ours as XML: own sheets and new books go through it, so that they are checked like any other. */
import { cellName, columnName } from "../core/grid/a1";
import type { CellValue, Span } from "../core/grid/grid";
import { isFormulaLike } from "../core/text/formulaLike";
import type { CellStyle, LookName, RuleStyle } from "./cellStyle";
import { LOOKS } from "./cellStyle";
import type { CellContent } from "./cellXml";
import { cellXml } from "./cellXml";
import type { ColumnSetting } from "./columns";
import { anchoredRule } from "./conditionalFormats";
import { areaName } from "./formula";
import type { SharedStrings } from "./sharedStrings";
import type { Styles } from "./styles";
import { escapeText } from "./xml";
import { xml } from "./xmlBuild";

/** A formula with the value it has now, without "=". */
export interface FormulaCell {
  readonly formula: string;
  readonly cached: CellValue;
}

export interface NewCell {
  readonly row: number;
  readonly col: number;
  readonly value: CellValue | FormulaCell;
  readonly look: LookName;
  /** A static colour in place of the look's. */
  readonly paint?: RuleStyle;
}

export interface PrintSetup {
  /** Number of paper size: 9 is A4, 8 is A3 (ECMA-376 18.3.1.63). */
  readonly paper: 8 | 9;
  /** Over how many pages the table may run in breadth. */
  readonly pagesWide: number;
  /** Margins in inches: left, right, top, bottom. */
  readonly margins: readonly [number, number, number, number];
  /** Excel's footer codes. */
  readonly footer: string;
}

export interface NewSheet {
  readonly columns: readonly ColumnSetting[];
  /** In any order; no two at one place. */
  readonly cells: readonly NewCell[];
  /** Heights in points of the rows that need one. */
  readonly heights: ReadonlyMap<number, number>;
  /** How many rows and columns stay in sight. */
  readonly frozen: { readonly rows: number; readonly cols: number };
  readonly spans: readonly Span[];
  readonly print: PrintSetup | null;
  /** Native rules, the strongest first. */
  readonly rules?: readonly NewRule[];
  /** Cells that offer a list of words; another word is asked about and may stay. */
  readonly choices?: readonly CellChoice[];
}

export interface NewRule {
  /** Inclusive areas; at least one. */
  readonly areas: readonly Span[];
  /** For the first cell of the first area, without "=". */
  readonly formula: string;
  readonly style: RuleStyle;
}

export interface CellChoice {
  readonly area: Span;
  readonly words: readonly string[];
  /** What is said to somebody who types another word. */
  readonly remark: string;
}

const HEAD =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">';

/** The worksheet's XML; texts and styles that it needs are added to the tables. */
export function newSheetXml(sheet: NewSheet, styles: Styles, strings: SharedStrings): string {
  const body = rowsXml(sheet, styles, strings);
  const fit = sheet.print ? xml("sheetPr", {}, xml("pageSetUpPr", { fitToPage: true })) : "";
  const columns = [...sheet.columns].sort((a, b) => a.col - b.col).map(({ col, width, hidden }) => xml("col", { min: col + 1, max: col + 1, width, hidden, customWidth: true }));
  const cols = columns.length === 0 ? "" : xml("cols", {}, columns.join(""));
  const spans = sheet.spans.length === 0 ? "" : xml("mergeCells", { count: sheet.spans.length }, sheet.spans.map((span) => xml("mergeCell", { ref: areaName(span) })).join(""));
  return (
    `${HEAD}${fit}${xml("dimension", { ref: dimensionOf(sheet.cells) })}${viewXml(sheet.frozen)}${xml("sheetFormatPr", { defaultRowHeight: "14.4" })}${cols}` +
    `${xml("sheetData", {}, body)}${spans}${rulesXml(sheet.rules ?? [], styles)}${choicesXml(sheet.choices ?? [])}${sheet.print ? printXml(sheet.print) : ""}</worksheet>`
  );
}

/** What a cell holds, its text put into the shared strings; an empty text is an empty cell. */
export function contentOf(value: CellValue | FormulaCell, strings: SharedStrings): CellContent {
  if (value === null || value === "") return { kind: "blank" };
  if (typeof value === "string") {
    const index = strings.indexOf(value);
    return index === null ? { kind: "inline", text: value } : { kind: "shared", index };
  }
  if (typeof value === "number") return { kind: "number", value };
  if (typeof value === "boolean") return { kind: "boolean", value };
  return { kind: "formula", formula: value.formula, cached: value.cached };
}

/** Whether Excel would take the text for something else once a person edits the cell (=1+1, -事项, @all). */
export function needsTextMark(value: CellValue | FormulaCell): boolean {
  return typeof value === "string" && isFormulaLike(value);
}

/** Cell formats of our cells, each looked up once. */
export class LookIndexes {
  private readonly styles: Styles;
  private readonly known = new Map<string, number>();

  constructor(styles: Styles) {
    this.styles = styles;
  }

  of({ look, paint, value }: NewCell): number {
    const key = `${look} ${paint?.fill ?? ""} ${paint?.font ?? ""}`;
    let index = this.known.get(key);
    if (index === undefined) {
      const style: CellStyle = LOOKS[look];
      index = this.styles.indexOf(paint ? { ...style, fill: paint.fill, font: { ...style.font, color: paint.font } } : style);
      this.known.set(key, index);
    }
    return this.styles.withTextMark(index, needsTextMark(value));
  }
}

function rowsXml(sheet: NewSheet, styles: Styles, strings: SharedStrings): string {
  const looks = new LookIndexes(styles);
  const byRow = new Map<number, NewCell[]>();
  for (const row of sheet.heights.keys()) byRow.set(row, []);
  for (const cell of sheet.cells) {
    const cells = byRow.get(cell.row);
    if (cells) cells.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  return [...byRow]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => {
      const ht = sheet.heights.get(row);
      const texts = cells
        .sort((a, b) => a.col - b.col)
        .map((cell) => cellXml(row, cell.col, looks.of(cell), contentOf(cell.value, strings), ""));
      return xml("row", { r: row + 1, ht, customHeight: ht === undefined ? null : true }, texts.join(""));
    })
    .join("");
}

function viewXml({ rows, cols }: NewSheet["frozen"]): string {
  if (rows === 0 && cols === 0) return xml("sheetViews", {}, xml("sheetView", { workbookViewId: 0 }));
  const activePane = rows > 0 && cols > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const pane = xml("pane", { xSplit: cols > 0 ? cols : null, ySplit: rows > 0 ? rows : null, topLeftCell: cellName(rows, cols), activePane, state: "frozen" });
  return xml("sheetViews", {}, xml("sheetView", { workbookViewId: 0 }, pane + xml("selection", { pane: activePane, activeCell: cellName(rows, cols), sqref: cellName(rows, cols) })));
}

function printXml({ paper, pagesWide, margins: [left, right, top, bottom], footer }: PrintSetup): string {
  return (
    xml("printOptions", { horizontalCentered: true }) +
    xml("pageMargins", { left, right, top, bottom, header: 0.3, footer: 0.3 }) +
    xml("pageSetup", { paperSize: paper, orientation: "landscape", fitToWidth: pagesWide === 1 ? null : pagesWide, fitToHeight: 0 }) +
    xml("headerFooter", {}, `<oddFooter>${escapeText(footer)}</oddFooter>`)
  );
}

function rulesXml(rules: readonly NewRule[], styles: Styles): string {
  return rules.map(({ areas, formula, style }, index) => {
    const anchored = anchoredRule(areas, formula);
    const rule = xml("cfRule", { type: "expression", dxfId: styles.ruleFormat(style), priority: index + 1 }, `<formula>${escapeText(anchored.formula)}</formula>`);
    return xml("conditionalFormatting", { sqref: anchored.areas.map(areaName).join(" ") }, rule);
  }).join("");
}

/** ECMA-376 18.3.1.32. A warning, never a refusal: what a person means to say is not ours to forbid. */
function choicesXml(choices: readonly CellChoice[]): string {
  if (choices.length === 0) return "";
  const own = choices.map(({ area, words, remark }) =>
    xml("dataValidation", { type: "list", errorStyle: "warning", allowBlank: true, showErrorMessage: true, error: remark, sqref: areaName(area) }, xml("formula1", {}, escapeText(`"${words.join(",")}"`))),
  );
  return xml("dataValidations", { count: own.length }, own.join(""));
}

function dimensionOf(cells: readonly NewCell[]): string {
  const bottom = cells.reduce((last, { row }) => Math.max(last, row), 0);
  const right = cells.reduce((last, { col }) => Math.max(last, col), 0);
  return `A1:${columnName(right)}${bottom + 1}`;
}
