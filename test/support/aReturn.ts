import type { CellValue } from "../../src/core/grid/grid";
import type { SourceFile } from "../../src/core/grid/sourceFile";
import { findLedger } from "../../src/core/parse/parseLedger";
import { ledgerUnits, type LedgerUnits, roundView } from "../../src/core/round/ledgerUnits";
import { mergeReturns, type MergeRun } from "../../src/core/round/mergeReturns";
import { readReturn } from "../../src/core/round/readReturn";
import { beginRound, type Decision, type PolicyName, type Round } from "../../src/core/round/round";
import { baseOf, viewSheet } from "../../src/core/round/roundOfSheet";
import type { Grid } from "../../src/core/grid/grid";
import { aGrid } from "./aGrid";

export const HEADER = ["序号", "重点任务", "工作内容", "牵头单位", "责任单位", "完成值", "状态", "进展情况", "备注", "填报单位"] as const;

/** A master of three tasks and a goal: 1 商务局 leads with 财政局, 2 财政局, 3 商务局、财政局 lead. */
export const MASTER_LINES: readonly (readonly CellValue[])[] = [
  ["某市工作台账"],
  [...HEADER.slice(0, 9)],
  ["一、工作目标"],
  ["2025 年工作目标", "", "新能源汽车保有量达到 30 万辆以上。", "市商务局", "", "", "", "", ""],
  ["二、重点任务"],
  ["(一) 消费"],
  [1, "促进汽车消费", "开展汽车以旧换新活动，每年举办促销活动 10 场以上。", "市商务局", "市财政局", "", "", "", ""],
  [2, "加强资金保障", "统筹专项资金支持消费品以旧换新，加强全过程监管。", "市财政局", "", "", "", "", ""],
  [3, "畅通家电更新", "支持家电销售企业联合回收企业开展以旧换新促销活动。", "市商务局、市财政局", "", "", "", "", ""],
];

export function aSource(name: string, grids: readonly Grid[] | readonly (readonly CellValue[])[]): SourceFile {
  const isGrids = (own: typeof grids): own is readonly Grid[] => own.length > 0 && !Array.isArray(own[0]);
  return { name, format: "xlsx", grids: isGrids(grids) ? grids : [aGrid(grids)], properties: new Map(), remarks: [] };
}

/** A row of a return: its issued cells from the master, its replies as given. */
export function replyLine(serial: number, replies: Partial<Record<"reportedValue" | "status" | "progress" | "note" | "reporter", CellValue>>, issued: readonly CellValue[] = []): readonly CellValue[] {
  const master = MASTER_LINES.find(([first]) => first === serial) ?? [];
  const own = master.slice(0, 5).map((value, at) => issued[at] ?? value);
  return [...own, replies.reportedValue ?? null, replies.status ?? null, replies.progress ?? null, replies.note ?? null, replies.reporter ?? null];
}

export interface Merged extends MergeRun {
  readonly units: LedgerUnits;
}

/** Merges returns into a sheet, as the command does, without a workbook. */
export function mergeInto(
  lines: readonly (readonly CellValue[])[],
  returns: readonly SourceFile[],
  options: { round?: Round; decisions?: readonly Decision[]; policies?: ReadonlyMap<string, PolicyName>; run?: string } = {},
): Merged {
  const found = findLedger([aGrid(lines, { sheet: "工作台账" })]);
  if (!found.ok) throw new Error(found.error.kind);
  const fresh = beginRound("r", baseOf(found.value.ledger));
  const { round, view } = viewSheet(options.round ?? fresh, found.value.ledger);
  const units = ledgerUnits(round.base);
  const readings = returns.map((source) => readReturn(source, roundView(round, units), { received: "2026-11-23", run: options.run ?? "r1" }));
  return { ...mergeReturns({ round, view, readings, decisions: options.decisions ?? [], policies: options.policies ?? new Map(), units }), units };
}

/** The sheet after its changes. */
export function applied(lines: readonly (readonly CellValue[])[], run: MergeRun): readonly (readonly CellValue[])[] {
  const after = lines.map((line) => [...line]);
  for (const { at, to } of run.changes) {
    const line = after[at.row];
    if (line) line[at.col] = to;
  }
  return after;
}
