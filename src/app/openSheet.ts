/** 待定清单 as a sheet of the workbook: every open cell with what the master keeps, what each unit says, and room for the decision. */
import { type CellValue, plainText } from "../core/grid/grid";
import { headerOf } from "../core/ledger/columns";
import type { Ledger, LedgerRow } from "../core/ledger/ledger";
import { textOf } from "../core/ledger/ledger";
import type { Conflict, ProposalLine } from "../core/round/mergeReturns";
import type { RowId } from "../core/round/round";
import { rowMark } from "../core/round/rowName";
import type { WorkbookSettings } from "../core/settings/index";
import type { OwnCell, OwnSheet } from "../excel/port";
import { OPEN_SHEET } from "./ownSheets";
import { proposalKey } from "./proposalKey";

export interface OpenPoints {
  readonly conflicts: readonly Conflict[];
  readonly proposals: readonly ProposalLine[];
  readonly sheetRows: ReadonlyMap<RowId, number>;
}

/** The points without the proposals that a person put aside. */
export function stillOpen(points: OpenPoints, { declined }: Pick<WorkbookSettings, "declined">): OpenPoints {
  return { ...points, proposals: points.proposals.filter((line) => !declined.has(proposalKey(line)) && plainText(line.value) !== plainText(line.master)) };
}

const HEADER = ["序号", "重点任务", "列", "总台账（暂保持）", "单位", "报送内容", "来自文件", "裁定"];
const WIDTHS = [8, 24, 12, 30, 18, 40, 30, 20];

/** The sheet, a line a reported value; what a unit proposes stands below what units differ on. */
export function openSheet(ledger: Ledger, { conflicts, proposals, sheetRows }: OpenPoints, today: string): OwnSheet {
  const byRow = new Map(ledger.rows.map((row) => [row.gridRow, row]));
  const rowOf = (row: RowId | null): LedgerRow | null => byRow.get(row === null ? -1 : (sheetRows.get(row) ?? -1)) ?? null;
  const head = (row: RowId | null, column: string): readonly CellValue[] => {
    const own = rowOf(row);
    return [own || row !== null ? rowMark(own?.key ?? row ?? "") : "（新增行）", own ? textOf(ledger, own, own.kind === "goal" ? "content" : "task") : "", headerOf(column)];
  };
  const lines: readonly (readonly CellValue[])[] = [
    ...conflicts.flatMap(({ row, column, master, values }) =>
      values.map(({ unit, value, file, at }, index) => [...(index === 0 ? [...head(row, column), plainText(master)] : ["", "", "", ""]), unit, plainText(value), `${fileOf(file)} ${at}`, ""])),
    ...proposals.map(({ row, column, master, value, unit, file, at }) => [...head(row, column), plainText(master), unit, plainText(value), `${fileOf(file)} ${at}`, ""]),
  ];
  const rows: readonly (readonly [readonly CellValue[], OwnCell["look"]])[] = [
    [["待定清单"], "title"],
    [[`${today}　待定 ${conflicts.length + proposals.length} 处；裁定之前总台账保持原样`], "text"],
    [HEADER, "header"],
    ...lines.map((line) => [line, "body"] as const),
  ];
  const cells = rows.flatMap(([values, look], row) => values.map((value, col): OwnCell => ({ row, col, value, look })));
  return { name: OPEN_SHEET, visibility: "visible", columns: WIDTHS.map((width, col) => ({ col, width })), cells, headerRows: 3 };
}

function fileOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
