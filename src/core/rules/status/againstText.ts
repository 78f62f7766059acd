import type { Status } from "../../lights/status";
import { textOf } from "../../ledger/ledger";
import { comparisonForm } from "../../text/compare";
import { inRow } from "../finding";
import type { RowRule } from "../rule";
import { tell } from "../say";

const say = {
  doneButGoing: {
    zh: "状态是已完成，进展却写着“{words}”，请核实",
    en: "The status is done, but the text says “{words}”; please check",
  },
  notStartedButGoing: {
    zh: "状态是未启动，进展却写着“{words}”，请核实",
    en: "The status is not started, but the text says “{words}”; please check",
  },
} as const;

/** What comes next is no news of where things stand. */
const NEXT = /下一步|下步|接下来|下一阶段|后续|今后|下阶段/u;
const STILL_GOING = /正在(?:组织|开展|推进|办理|进行|施工|建设|招标|编制|筹备|谋划|争取|协调|制定|实施|申请|审批|准备)|尚未(?:完成|开工|启动|开展|办结|建成|竣工)|(?:推进|建设|施工|办理|整改|招标|编制)中(?![心央])|前期(?:手续|工作)(?:正在)?办理|未完成(?!率)|力争.{0,10}(?:完成|建成)/u;
/** 建成加油站 4 座: a figure that was reached, unless it is planned. */
const REACHED = /(?:^|[,;。:])(?:[^,;。:]{0,8}[^,;。:拟将划计力争标需应待])?(?:建成|完成|投用|开工|改造|推广|新增|敷设|发放|拆除|整治|签约|培训|实现)(?:[^,;。:\d]{0,10})\d/u;
const PLANNED = /计划|拟|预计|将|力争|目标|争取|下达|年内|需/u;
const UNDER_WAY = /已(?:完成|建成|开工|启动|印发|召开|组织|开展|落实|办结|立项|竣工)|累计(?:完成|建成|投资)|正在(?:施工|建设|推进|开展|实施)/u;
/** Things other than the task itself that may be done before it starts. */
const WHOLLY_DONE = /全(?:部|面)完成|均已完成|已全部|任务(?:已)?完成|目标(?:已)?完成/u;

function contradiction(status: Status, progress: string): { readonly id: keyof typeof say; readonly words: string } | null {
  const now = progress.split(NEXT, 1)[0] ?? "";
  if (status === "done" && !WHOLLY_DONE.test(now)) {
    const words = STILL_GOING.exec(now)?.[0];
    return words === undefined ? null : { id: "doneButGoing", words };
  }
  const words = status === "notStarted" ? (UNDER_WAY.exec(now)?.[0] ?? reached(now)) : undefined;
  return words === undefined ? null : { id: "notStartedButGoing", words };
}

function reached(now: string): string | undefined {
  const found = PLANNED.test(now) ? undefined : REACHED.exec(now)?.[0];
  return found?.replace(/^[,;。:]/u, "");
}

export const statusAgainstText: RowRule = {
  scope: "row",
  id: "status/against-text",
  group: "content",
  severity: "warning",
  title: { zh: "状态与进展矛盾", en: "Status against the text" },
  why: {
    zh: "亮灯以状态为准；状态填错，该红的会变蓝。",
    en: "Lights go by the status; where it is wrong, what is overdue looks done.",
  },
  say,
  check(row, { ledger, statusOf }) {
    const status = statusOf(textOf(ledger, row, "status"));
    if (status !== "done" && status !== "notStarted") return [];
    const found = contradiction(status, comparisonForm(textOf(ledger, row, "progress")));
    return found ? [inRow(ledger, row, "status", tell(say, found.id, { words: found.words }), { subject: found.words })] : [];
  },
  examples: [
    { name: "一致", given: [{ status: "已完成", progress: "已全部建成，二期正在建设。" }, { status: "进行中", progress: "正在组织招标。" }], reports: [] },
    { name: "下一步打算不算", given: [{ status: "已完成", progress: "建成 20 家。下一步，正在谋划二期。" }], reports: [] },
    { name: "已完成，还在招标", given: [{ status: "已完成", progress: "正在组织招标。" }], reports: [{ at: "1.status", says: "doneButGoing" }] },
    { name: "未启动，已建成 4 座；打算建成的不算", given: [{ status: "未启动", progress: "加氢站建成 4 座。" }, { status: "未启动", progress: "计划年内建成 4 座。" }], reports: [{ at: "1.status", says: "notStartedButGoing" }] },
    { name: "未启动，已印发方案", given: [{ status: "未启动", progress: "已印发实施方案。" }], reports: [{ at: "1.status", says: "notStartedButGoing" }] },
  ],
};
