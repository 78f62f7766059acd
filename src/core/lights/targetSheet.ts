/** 目标清单: one line for each (indicator, value), what people corrected beside it, and the legend of the lights. */
import { cellName, columnName, placeName, quotedSheet } from "../grid/a1";
import type { CellValue } from "../grid/grid";
import { type Ledger, textOf } from "../ledger/ledger";
import type { CorrectedTarget, Correction } from "./corrections";
import { operatorWord, unitWord } from "./demand";
import { quoted } from "./expression";
import { serialIn } from "./helperRow";
import { LIGHTS } from "./light";
import type { LitRow } from "./litRow";
import type { FormulaCell, LaidCell, LaidRule, LaidSheet, Look } from "./look";
import { meaningOf } from "./meaning";
import { ruleFormula } from "./formula";
import type { LightSettings } from "./settings";
import { countedCells, type LineCase, lineCase } from "./targetLine";
import { TARGET_COLUMNS, type TargetColumn, targetColumn, targetHeader } from "./targetColumns";

export const TARGET_SHEET = "目标清单";

const HEADER_ROW = 2;
/** One empty column between the list and the legend. */
const LEGEND_LEFT = TARGET_COLUMNS.length + 1;

/** Corrections of what was reported. */
const REPORTS: readonly string[] = [targetHeader("newStatus"), targetHeader("newReported")];

const NOTES = {
  machine:
    "左侧各列由程序从台账提取，每次标注时重写；更正各列由人工填写，按任务、原文和指标对应，重新标注后保留。" +
    "灯色、时限和数值判断是本表公式，随本表截至日期（灯色右侧表头）、填报和更正各列变化；单独复制到别的工作簿仍然有效。",
  orphans: "以下更正在台账中找不到对应的原文，请核对：",
  used: "已采用",
  usedHere: "已采用；填报更正只用于本表，总表仍按填报判断",
  reworded: "已采用，但原文有改动，请核对",
  struck: "已剔除",
  unread: (headers: readonly string[]): string => `${headers.join("、")}未能识别${headers.some((header) => REPORTS.includes(header)) ? "，按未报处理" : "，仍按原值"}`,
} as const;

/** The sheet as a whole. `orphans` are corrections that found no words: they stay on it. */
export function targetSheet(
  ledger: Ledger, rows: readonly LitRow[], orphans: readonly Correction[], asOf: string, settings: LightSettings,
): LaidSheet {
  const lines = rows.flatMap((row) => linesOf(row, asOf, settings));
  const cells: LaidCell[] = [
    { row: 0, col: targetColumn("clause"), value: TARGET_SHEET, look: "title" },
    { row: 1, col: 0, value: NOTES.machine, look: "text" },
    ...TARGET_COLUMNS.map(({ key, header }, col): LaidCell => (
      key === "days" ? { row: HEADER_ROW, col, value: serialIn(asOf), look: "asOf" } : { row: HEADER_ROW, col, value: header, look: "header" }
    )),
    ...lines.flatMap((line, index) => rowCells(lineValues(ledger, line, HEADER_ROW + 1 + index, asOf, settings), HEADER_ROW + 1 + index)),
    ...orphanCells(orphans, HEADER_ROW + 1 + lines.length),
    ...legendCells(settings),
  ];
  return {
    name: TARGET_SHEET,
    visibility: "visible",
    columns: [
      ...TARGET_COLUMNS.map((column, col) => ({ col, width: column.width, ...("hidden" in column ? { hidden: true as const } : {}) })),
      { col: LEGEND_LEFT, width: 18 }, { col: LEGEND_LEFT + 1, width: 48 },
    ],
    cells,
    rules: lines.length === 0 ? [] : colourRules(HEADER_ROW + 1, HEADER_ROW + lines.length, settings),
    headerRows: HEADER_ROW + 1,
  };
}

/** One rule a light, over the light cells and 序号, by the word that the line shows. */
function colourRules(top: number, bottom: number, settings: LightSettings): readonly LaidRule[] {
  const areas = (["serial", "light"] as const).map((key) => ({ top, bottom, left: targetColumn(key), right: targetColumn(key) }));
  const column = `$${columnName(targetColumn("light"))}`;
  return LIGHTS.map((light) => ({ areas, formula: ruleFormula(light, column, settings), fill: settings.looks[light].fill, font: settings.looks[light].font }));
}

interface Line {
  readonly lit: LitRow;
  readonly corrected: CorrectedTarget;
  /** Null where a person said that it is no target. */
  readonly line: LineCase | null;
}

function linesOf(lit: LitRow, asOf: string, settings: LightSettings): readonly Line[] {
  let lane = 0;
  return lit.targets.map((corrected) => {
    const { target } = corrected;
    return { lit, corrected, line: target && lineCase(lit, { ...corrected, target }, lane++, asOf, settings) };
  });
}

type LineValues = ReadonlyMap<TargetColumn, CellValue | FormulaCell>;

function lineValues(ledger: Ledger, { lit, corrected, line }: Line, row: number, asOf: string, settings: LightSettings): LineValues {
  const { extracted, correction } = corrected;
  return new Map<TargetColumn, CellValue | FormulaCell>([
    ["serial", lit.row.kind === "goal" ? "" : (lit.row.key ?? textOf(ledger, lit.row, "serial"))],
    ["task", taskOf(ledger, lit.row)],
    ["clause", extracted.clause],
    ["indicator", extracted.indicator],
    ["operator", operatorWord(extracted.operator)],
    ["value", extracted.value],
    ["unit", unitWord(extracted)],
    ...(line ? countedCells(line, extracted, lit, { row, headerRow: HEADER_ROW }, asOf, settings) : []),
    ["link", linkTo(ledger, lit.row.gridRow)],
    ["outcome", outcomeOf(corrected)],
    ...(correction?.written ?? []),
  ]);
}

/** The words by which a line's task is known again: a goal row has only its label. */
export function taskOf(ledger: Ledger, row: LitRow["row"]): string {
  return row.kind === "goal" ? (row.label ?? "") : textOf(ledger, row, "task");
}

function outcomeOf({ target, correction, unread, reworded }: CorrectedTarget): string {
  if (correction === null) return "";
  if (reworded && unread.length === 0) return NOTES.reworded;
  if (target === null) return NOTES.struck;
  if (unread.length > 0) return NOTES.unread(unread.map(targetHeader));
  return correction.written.has("newStatus") || correction.written.has("newReported") ? NOTES.usedHere : NOTES.used;
}

/** A link within the workbook that follows its row: ROW of the cell moves along when rows are put in above it. */
function linkTo(ledger: Ledger, gridRow: number): FormulaCell {
  const col = ledger.columns[ledger.index.get("content") ?? 0]?.col ?? 0;
  const cell = `${quotedSheet(ledger.sheet)}!${cellName(gridRow, col)}`;
  const column = columnName(col);
  return {
    formula: `HYPERLINK(${quoted(`#${quotedSheet(ledger.sheet)}!${column}`)}&ROW(${cell}),${quoted(`${ledger.sheet}!${column}`)}&ROW(${cell}))`,
    cached: placeName({ sheet: ledger.sheet, row: gridRow, col }).replaceAll("'", ""),
  };
}

const LOOK_OF: Readonly<Partial<Record<TargetColumn, Look>>> = {
  value: "listedNumber", newValue: "listedNumber", deadline: "helperDate", newDeadline: "helperDate", adjusted: "helperDate", light: "light",
};

function rowCells(values: LineValues, row: number): readonly LaidCell[] {
  return TARGET_COLUMNS.map(({ key }, col) => ({ row, col, value: values.get(key) ?? null, look: LOOK_OF[key] ?? "listed" }));
}

/** Corrections without words keep their anchor, so that they find them again when the words come back. */
function orphanCells(orphans: readonly Correction[], top: number): readonly LaidCell[] {
  if (orphans.length === 0) return [];
  const lines = orphans.map(({ serial, task, clause, indicator, written }) => new Map<TargetColumn, CellValue>([
    ["serial", serial], ["task", task], ["clause", clause], ["indicator", indicator], ...written,
  ]));
  return [
    { row: top, col: targetColumn("serial"), value: NOTES.orphans, look: "text" },
    ...lines.flatMap((line, index) => rowCells(line, top + 1 + index)),
  ];
}

function legendCells(settings: LightSettings): readonly LaidCell[] {
  return [
    { row: HEADER_ROW, col: LEGEND_LEFT, value: "图例", look: "header" },
    { row: HEADER_ROW, col: LEGEND_LEFT + 1, value: `含义（提前 ${settings.soonDays} 天提示临期）`, look: "header" },
    ...LIGHTS.flatMap((light, index): readonly LaidCell[] => {
      const { word, fill, font } = settings.looks[light];
      const row = HEADER_ROW + 1 + index;
      return [
        { row, col: LEGEND_LEFT, value: word, look: "light", paint: { fill, font } },
        { row, col: LEGEND_LEFT + 1, value: meaningOf(light), look: "text" },
      ];
    }),
  ];
}
