import { type LedgerRow, textOf } from "../../ledger/ledger";
import type { ColumnKey } from "../../ledger/columns";
import { issuedChange, type IssuedChange } from "../../round/issuedChange";
import { deadlineContext } from "../context";
import { inRow } from "../finding";
import { changedFigure, type ChangedFigure } from "../issuedDifference";
import type { AgainstRule } from "../rule";
import { type Message, tell } from "../say";

const say = {
  lower: {
    zh: "{header}里的数由{from}改成了{to}，下降{percent}%；汇总时保留母版，请核实",
    en: "A figure of {header} went from {from} to {to}, {percent} % lower; the master is kept, please check",
  },
  gone: {
    zh: "{header}里的{from}没有了；汇总时保留母版，请核实",
    en: "{from} is gone from {header}; the master is kept, please check",
  },
  added: {
    zh: "{header}里多了{to}；汇总时保留母版，请核实",
    en: "{to} was added to {header}; the master is kept, please check",
  },
  meaning: {
    zh: "{header}里的数由{from}改成了{to}：{change}；汇总时保留母版，请核实",
    en: "A figure of {header} went from {from} to {to}: {changeEn}; the master is kept, please check",
  },
  other: {
    zh: "{header}里的数由{from}改成了{to}；汇总时保留母版，请核实",
    en: "A figure of {header} went from {from} to {to}; the master is kept, please check",
  },
} as const;

const COLUMNS: readonly ColumnKey[] = ["task", "content", "targetValue"];

function sentence(header: string, { from, to, fellBy }: ChangedFigure, change: IssuedChange | null): Message {
  if (to === "") return tell(say, "gone", { header, from });
  if (from === "") return tell(say, "added", { header, to });
  if (fellBy === null && change) return tell(say, "meaning", { header, from, to, change: change.zh, changeEn: change.en });
  return fellBy === null ? tell(say, "other", { header, from, to }) : tell(say, "lower", { header, from, to, percent: fellBy });
}

export const masterFigureChanged: AgainstRule = {
  scope: "master",
  id: "master/figure-changed",
  group: "content",
  severity: "error",
  title: { zh: "改动了任务里的数", en: "Figure of an issued text changed" },
  why: {
    zh: "目标和年份由母版定；反馈表里改小了，容易被一起汇总进来。",
    en: "Targets and years are the master’s; lowered ones slip in with the returns.",
  },
  say,
  check({ ledger, asOf, year }, { ledger: master, twins }) {
    const today = deadlineContext({ asOf, year }).asOf;
    return [...twins].flatMap(([row, twin]: [LedgerRow, LedgerRow]) =>
      COLUMNS.flatMap((key) => {
        const to = textOf(ledger, row, key);
        const from = textOf(master, twin, key);
        const changed = to === "" || from === "" ? null : changedFigure(from, to);
        if (!changed) return [];
        const header = ledger.columns[ledger.index.get(key) ?? -1]?.header ?? "";
        const message = sentence(header, changed, key === "task" ? null : issuedChange(key, from, to, today));
        return [inRow(ledger, row, key, message, { subject: `${changed.from} ${changed.to}` })];
      }),
    );
  },
  examples: [
    { name: "只改了空格", given: [{ content: "建成350家。" }], against: [{ content: "建成 350 家。" }], reports: [] },
    { name: "目标调低", given: [{ content: "建成 300 家工厂。" }], against: [{ content: "建成 350 家工厂。" }], reports: [{ at: "1.content", says: "lower" }] },
    { name: "删掉了目标", given: [{ content: "建成一批工厂。" }], against: [{ content: "建成一批工厂 350 家。" }], reports: [{ at: "1.content", says: "gone" }] },
    { name: "加了目标", given: [{ content: "建成一批工厂 350 家。" }], against: [{ content: "建成一批工厂。" }], reports: [{ at: "1.content", says: "added" }] },
    { name: "年份推后", given: [{ content: "到 2027 年，建成 350 家工厂。" }], against: [{ content: "到 2025 年，建成 350 家工厂。" }], reports: [{ at: "1.content", says: "meaning" }] },
    { name: "名称里的数", given: [{ task: "实施“百千万”工程 2.0 版" }], against: [{ task: "实施“百千万”工程 1.0 版" }], reports: [{ at: "1.task", says: "other" }] },
  ],
};
