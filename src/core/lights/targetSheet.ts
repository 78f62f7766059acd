/** 目标清单: one line for each (indicator, value), what people corrected beside it, and the legend of the lights. */
import { cellName, columnName, placeName, quotedSheet } from "../grid/a1";
import type { CellValue } from "../grid/grid";
import { type Ledger, textOf } from "../ledger/ledger";
import type { CorrectedTarget, Correction } from "./corrections";
import { operatorWord, unitWord } from "./demand";
import { quoted } from "./expression";
import { serialIn } from "./helperRow";
import type { Judgement } from "./judge";
import { LIGHTS } from "./light";
import type { LitRow } from "./litRow";
import type { FormulaCell, LaidCell, LaidSheet, Look } from "./look";
import { meaningOf } from "./meaning";
import { sayReason } from "./reason";
import type { LightSettings } from "./settings";
import { type HandColumn, HAND_COLUMNS, TARGET_COLUMNS, type TargetColumn, targetColumn, targetHeader } from "./targetColumns";

export const TARGET_SHEET = "目标清单";

const HEADER_ROW = 2;
/** One empty column between the list and the legend. */
const LEGEND_LEFT = TARGET_COLUMNS.length + 1;

const NOTES = {
  machine: "左侧各列由程序从台账提取，每次点灯时重写；右侧更正各列由人工填写，按任务、原文和指标对应，重新点灯后保留。",
  orphans: "以下更正在台账中找不到对应的原文，请核对：",
  used: "已采用",
  reworded: "已采用，但原文有改动，请核对",
  struck: "已剔除",
  unread: (headers: readonly string[]): string => `${headers.join("、")}未能识别，仍按原值`,
} as const;

/** The sheet as a whole. `orphans` are corrections that found no words: they stay on it. */
export function targetSheet(
  ledger: Ledger, rows: readonly LitRow[], orphans: readonly Correction[], asOf: string, settings: LightSettings,
): LaidSheet {
  const lines = rows.flatMap((row) => rowLines(ledger, row, settings));
  const cells: LaidCell[] = [
    { row: 0, col: targetColumn("clause"), value: `${TARGET_SHEET}（截至 ${asOf}）`, look: "title" },
    { row: 1, col: 0, value: NOTES.machine, look: "text" },
    ...TARGET_COLUMNS.map(({ header }, col): LaidCell => ({ row: HEADER_ROW, col, value: header, look: "header" })),
    ...lines.flatMap((line, index) => lineCells(line, HEADER_ROW + 1 + index)),
    ...orphanCells(orphans, HEADER_ROW + 1 + lines.length),
    ...legendCells(settings),
  ];
  return {
    name: TARGET_SHEET,
    visibility: "visible",
    columns: [...TARGET_COLUMNS.map(({ width }, col) => ({ col, width })), { col: LEGEND_LEFT, width: 18 }, { col: LEGEND_LEFT + 1, width: 48 }],
    cells,
    headerRows: HEADER_ROW + 1,
  };
}

interface Line {
  readonly values: ReadonlyMap<TargetColumn, CellValue | FormulaCell>;
  readonly paint: LaidCell["paint"] | null;
}

function rowLines(ledger: Ledger, lit: LitRow, settings: LightSettings): readonly Line[] {
  let lane = 0;
  return lit.targets.map((corrected) => {
    const judgement = corrected.target === null ? null : (lit.judgement.targets[lane] ?? null);
    if (corrected.target !== null) lane += 1;
    return targetLine(ledger, lit, corrected, judgement, settings);
  });
}

function targetLine(ledger: Ledger, { row }: LitRow, corrected: CorrectedTarget, judgement: Judgement | null, settings: LightSettings): Line {
  const { extracted, correction } = corrected;
  const look = judgement && settings.looks[judgement.light];
  const values = new Map<TargetColumn, CellValue | FormulaCell>([
    ["serial", row.kind === "goal" ? "" : (row.key ?? textOf(ledger, row, "serial"))],
    ["task", taskOf(ledger, row)],
    ["clause", extracted.clause],
    ["indicator", extracted.indicator],
    ["operator", operatorWord(extracted.operator)],
    ["value", extracted.value],
    ["unit", unitWord(extracted)],
    ["deadline", judgement?.date ? serialIn(judgement.date) : null],
    ["words", judgement ? sayReason(judgement.reason) : ""],
    ["light", look?.word ?? ""],
    ["link", linkTo(ledger, row.gridRow)],
    ["outcome", outcomeOf(corrected)],
  ]);
  for (const [column, value] of correction?.written ?? []) values.set(column, value);
  return { values, paint: look && { fill: look.fill, font: look.font } };
}

/** The words by which a line's task is known again: a goal row has only its label. */
export function taskOf(ledger: Ledger, row: LitRow["row"]): string {
  return row.kind === "goal" ? (row.label ?? "") : textOf(ledger, row, "task");
}

function outcomeOf({ target, correction, unread, reworded }: CorrectedTarget): string {
  if (correction === null) return "";
  if (reworded && unread.length === 0) return NOTES.reworded;
  if (target === null) return NOTES.struck;
  return unread.length === 0 ? NOTES.used : NOTES.unread(unread.map(targetHeader));
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
  task: "wrapped", clause: "wrapped", indicator: "wrapped", words: "wrapped", remark: "wrapped", outcome: "wrapped", value: "number", newValue: "number", deadline: "date", newDeadline: "date", light: "light",
};

function lineCells({ values, paint }: Line, row: number): readonly LaidCell[] {
  return TARGET_COLUMNS.map(({ key }, col) => ({
    row, col, value: values.get(key) ?? null, look: LOOK_OF[key] ?? "text", ...(key === "light" && paint ? { paint } : {}),
  }));
}

/** Corrections without words keep their anchor, so that they find them again when the words come back. */
function orphanCells(orphans: readonly Correction[], top: number): readonly LaidCell[] {
  if (orphans.length === 0) return [];
  const lines = orphans.map(({ serial, task, clause, indicator, written }): Line => ({
    values: new Map<TargetColumn, CellValue>([
      ["serial", serial], ["task", task], ["clause", clause], ["indicator", indicator],
      ...HAND_COLUMNS.map((key: HandColumn) => [key, written.get(key) ?? null] as const),
    ]),
    paint: null,
  }));
  return [
    { row: top, col: targetColumn("serial"), value: NOTES.orphans, look: "text" },
    ...lines.flatMap((line, index) => lineCells(line, top + 1 + index)),
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
