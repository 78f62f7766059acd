import type { ColumnKey } from "../../ledger/columns";
import { cellMark, cellOf, type LedgerRow, textOf } from "../../ledger/ledger";
import { issuedChange } from "../../round/issuedChange";
import { sameIssued } from "../../round/sameIssued";
import { deadlineContext } from "../context";
import { inRow } from "../finding";
import { changedFigure } from "../issuedDifference";
import type { AgainstRule } from "../rule";
import { firstDifference, short, tell } from "../say";

const say = {
  words: {
    zh: "{header}与母版不同：“{from}”改成了“{to}”；汇总时保留母版",
    en: "{header} differs from the master: “{from}” became “{to}”; the master is kept",
  },
  less: {
    zh: "{header}与母版不同，{change}；汇总时保留母版",
    en: "{header} differs from the master: {changeEn}; the master is kept",
  },
  units: {
    zh: "{header}由“{from}”改成了“{to}”；汇总时保留母版",
    en: "{header} went from “{from}” to “{to}”; the master is kept",
  },
} as const;

const TEXTS: readonly ColumnKey[] = ["task", "content"];
const UNITS: readonly ColumnKey[] = ["leadUnits", "responsibleUnits"];

export const masterTextChanged: AgainstRule = {
  scope: "master",
  id: "master/text-changed",
  group: "content",
  severity: "warning",
  title: { zh: "改动了母版的内容", en: "Issued text changed" },
  why: {
    zh: "任务、内容和单位由母版定；要改应先报主管单位。",
    en: "Tasks, contents and units are the master’s; changes go through whoever keeps it.",
  },
  say,
  check({ ledger, units, asOf, year }, { ledger: master, twins }) {
    const today = deadlineContext({ asOf, year }).asOf;
    const unitsForm = (text: string): string => units.listOf(text).units.map((unit) => units.registry.keyOf(unit.text)).sort().join("、");
    return [...twins].flatMap(([row, twin]: [LedgerRow, LedgerRow]) =>
      [...TEXTS, ...UNITS].flatMap((key) => {
        const to = textOf(ledger, row, key);
        const from = textOf(master, twin, key);
        if (!ledger.index.has(key) || !master.index.has(key) || to === "") return [];
        if (sameIssued(key, cellOf(master, twin, key), to, cellMark(ledger, row, key), unitsForm)) return [];
        const isText = TEXTS.includes(key);
        // A changed figure has a graver rule of its own.
        if (isText && from !== "" && changedFigure(from, to)) return [];
        const header = ledger.columns[ledger.index.get(key) ?? -1]?.header ?? "";
        const change = key === "content" ? issuedChange(key, from, to, today) : null;
        if (change) return [inRow(ledger, row, key, tell(say, "less", { header, change: change.zh, changeEn: change.en }), { subject: change.zh })];
        const shown = isText ? firstDifference(from, to) : { from: short(from), to: short(to) };
        return [inRow(ledger, row, key, tell(say, isText ? "words" : "units", { header, ...shown }), { subject: shown.to })];
      }),
    );
  },
  examples: [
    { name: "空格、标点宽窄和单位写法不同不算", given: [{ content: "抓好项目,按期完成。", leadUnits: "市应急局" }], against: [{ content: "抓好 项目，按期完成。", leadUnits: "市应急管理局" }], reports: [] },
    { name: "口气放松", given: [{ content: "力争到2025年，老旧管网全部完成改造。" }], against: [{ content: "确保到2025年，老旧管网全部完成改造。" }], reports: [{ at: "1.content", says: "less" }] },
    { name: "文字改动", given: [{ content: "持续抓好项目实施，按期完成。" }], against: [{ content: "抓好项目实施，按期完成。" }], reports: [{ at: "1.content", says: "words" }] },
    { name: "换了牵头单位", given: [{ leadUnits: "市财政局" }], against: [{ leadUnits: "市商务局" }], reports: [{ at: "1.leadUnits", says: "units" }] },
  ],
};
