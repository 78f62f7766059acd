/** 下发: the forms of a round, and the master that remembers what went out. */
import type { ColumnKey } from "../core/ledger/columns";
import { ASKED, dispatchOf, type Form, planForms } from "../core/round/forms";
import { ledgerUnits } from "../core/round/ledgerUnits";
import { parentOf } from "../core/round/metadata";
import type { Base } from "../core/round/round";
import { viewSheet, withHandEdits } from "../core/round/roundOfSheet";
import { ok, type Result } from "../core/result";
import { pastRound } from "../core/store/archive";
import type { Store } from "../core/store/store";
import type { Batch } from "../excel/port";
import { EMPTY_BATCH } from "../excel/port";
import { type Master, type MasterFault, usableStore } from "./master";
import { withStore } from "./storeWrites";
import { newRound } from "./newRound";
import { newHeaders } from "./replyColumns";

export interface DispatchRequest {
  readonly name: string;
  /** "2026-10-31". */
  readonly due: string;
  readonly one: boolean;
  /** Today, "2026-10-08". */
  readonly today: string;
}

export interface DispatchPlan {
  readonly forms: readonly Form[];
  readonly store: Store;
  /** Reply columns that the master lacks, to its right, and the store. */
  readonly batch: Batch;
}

/** Plans a round: it begins with the sheet as it is, whatever was reported in former rounds. */
export function planDispatch(master: Master, { name, due, one, today }: DispatchRequest): Result<DispatchPlan, MasterFault> {
  const stored = usableStore(master);
  if (!stored.ok) return stored;
  const begun = newRound(master);
  const units = ledgerUnits(begun.base);
  const question = { ledger: master.ledger, grid: master.grid, base: begun.base, parent: parentOf(begun.base), units, name, due, one };
  const forms = planForms(question);
  const base = withReplyColumns(begun.base);
  const round = { ...begun, base, policies: stored.value.round?.policies ?? begun.policies, dispatch: dispatchOf(question, forms, today) };
  const store: Store = { ...stored.value, round, past: withPast(master, stored.value, today), runs: stored.value.runs.filter(({ command }) => command !== "merge") };
  const changes = newHeaders(master, base.columns.filter((column) => !master.ledger.index.has(column)));
  return ok({ forms, store, batch: withStore({ ...EMPTY_BATCH, changes }, stored.value, store) });
}

/** The rounds before the one that begins: the last one with what people typed since. */
function withPast({ ledger }: Master, { past, round }: Store, today: string): Store["past"] {
  if (!round) return past;
  const { round: own, view } = viewSheet(round, ledger);
  const over = pastRound(withHandEdits(own, view, ledgerUnits(own.base), today), today);
  return over ? [...past, over] : past;
}

function withReplyColumns(base: Base): Base {
  return { ...base, columns: [...base.columns, ...ASKED.filter((column) => !base.columns.includes(column))] };
}

/** What CONTRACT's `dispatch` answers. */
export function describeDispatch(name: string, forms: readonly Form[]): { readonly round: string; readonly files: readonly { readonly unit: string | null; readonly file: string; readonly rows: number }[] } {
  return { round: name, files: forms.map(({ unit, file, asked }) => ({ unit, file, rows: asked.length })) };
}

/** The lines of the guide that goes with a form. */
export function guideLines(name: string, due: string): readonly string[] {
  return [
    "填报说明",
    `1. 轮次“${name}”，请于 ${due} 前报回本文件（xlsx 格式），文件名可以保留不变。`,
    "2. 灰色各列为下发内容，请勿改动；如需调整，请在“备注”中说明。",
    "3. “完成值”只填数字（累计数），量词和说明写在“进展情况”中。",
    "4. “状态”从下拉列表中选填：已完成、进行中、未启动、滞后。",
    "5. “进展情况”写明截至日期、做了什么、数量多少；没有新进展请写“无变化”，沿用上期内容。",
    "6. 请勿增删列、合并单元格或把内容写在批注里；不是本单位的行不必填写。",
  ];
}

/** Words that the status column offers. */
export const STATUS_CHOICE: { readonly key: ColumnKey; readonly words: readonly string[]; readonly remark: string } = {
  key: "status",
  words: ["已完成", "进行中", "未启动", "滞后"],
  remark: "请从已完成、进行中、未启动、滞后中选填。",
};

