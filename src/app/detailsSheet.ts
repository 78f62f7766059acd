/** 分单位明细: what does not stand in the ledger's own cells, whole, by row, column and unit; and what totals were made of. */
import type { CellValue, Grid } from "../core/grid/grid";
import { plainText, sameValue, valueAt } from "../core/grid/grid";
import { headerOf } from "../core/ledger/columns";
import { comparisonForm } from "../core/text/compare";
import { DETAILS_SHEET, inPieces } from "../core/round/longCells";
import type { ProjectedCell, Projection, RoundUnits } from "../core/round/projection";
import type { Round } from "../core/round/round";
import { rowMark } from "../core/round/rowName";
import { cellKey } from "../core/round/voice";
import type { Batch, OwnCell } from "../excel/port";

const HEADER = ["项", "栏目", "单位", "内容", "来源文件", "单元格"];
const WIDTHS = [8, 14, 22, 90, 34, 18];
type Line = readonly CellValue[];

/** The batch with the sheet as it is to be; a sheet that stays as it is is not written, one that says nothing is taken away. */
export function withDetails(batch: Batch, grids: readonly Grid[], round: Round, projection: Projection, units: RoundUnits): Batch {
  const lines = detailLines(round, projection, units);
  const own = grids.find(({ sheet }) => sheet === DETAILS_SHEET);
  if (lines.length === 0) return own && valueAt(own, 1, 0) === HEADER[0] ? { ...batch, removeSheets: [...batch.removeSheets, DETAILS_SHEET] } : batch;
  const all: readonly Line[] = [[`${DETAILS_SHEET}（由汇总生成，台账单元格容纳不下的内容和合计的组成）`], HEADER, ...lines];
  if (own && stands(own, all)) return batch;
  const cells = all.flatMap((values, row) => values.flatMap((value, col): OwnCell[] => (value === null || value === "" ? [] : [{ row, col, value, look: row === 0 ? "title" : row === 1 ? "header" : "body" }])));
  return { ...batch, sheets: [...batch.sheets, { name: DETAILS_SHEET, visibility: "visible", columns: WIDTHS.map((width, col) => ({ col, width })), cells, headerRows: 2 }] };
}

function stands({ rows }: Grid, lines: readonly Line[]): boolean {
  const filled = rows.filter(({ values }) => values.some((value) => plainText(value) !== ""));
  return filled.length === lines.length && lines.every((line, index) => HEADER.every((_name, col) => sameValue(filled[index]?.values[col] ?? null, line[col] ?? null)));
}

function detailLines({ base }: Round, { cells }: Projection, units: RoundUnits): readonly Line[] {
  if (![...cells.values()].some(({ details, tally }) => details !== undefined || tally !== undefined)) return [];
  return base.rows.flatMap(({ id }) =>
    base.columns.flatMap((column) => {
      const cell = cells.get(cellKey(id, column));
      return cell ? [...textLines(cell, rowMark(id)), ...sumLines(cell, rowMark(id), units)] : [];
    }),
  );
}

function textLines({ column, details, verdicts }: ProjectedCell, serial: string): readonly Line[] {
  return (details ?? []).flatMap(({ unit, text }) => {
    const voice = verdicts.map((verdict) => verdict.voice).find((own) => own.unit === unit && comparisonForm(plainText(own.value)) === comparisonForm(text));
    return inPieces(text).map((piece): Line => [serial, headerOf(column), unit, piece, voice?.file ?? null, voice?.at ?? null]);
  });
}

function sumLines({ column, value, tally }: ProjectedCell, serial: string, units: RoundUnits): readonly Line[] {
  if (!tally || tally.parts.length + tally.missing.length < 2) return [];
  const { measure, parts, missing } = tally;
  const own = (unit: string, said: CellValue, file: string | null, at: string | null): Line => [serial, headerOf(column), unit, said, file, at];
  return [
    ...parts.map(({ voice, value: figure }) => own(voice.unit, `${figure}${measure}`, voice.file, voice.at)),
    own("合计", `${plainText(value)}${measure}${missing.length === 0 ? "" : `；尚缺：${missing.map((key) => units.nameOf(key)).join("、")}`}`, null, null),
  ];
}
