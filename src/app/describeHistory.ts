/** What `history` answers. */
import { placeName } from "../core/grid/a1";
import { plainText } from "../core/grid/grid";
import { headerOf } from "../core/ledger/columns";
import { CELL_STATE_WORDS, type Report } from "../core/round/biography";
import { rowName } from "../core/round/rowName";
import { sayReason } from "../core/round/sayFlag";
import type { CellHistory } from "./history";

/** The history of a cell as JSON. */
export function describeHistory({ at, shown, life, corrections }: CellHistory) {
  const place = { at: placeName(at), shown, corrections };
  if (!life) return { ...place, row: null, column: null, header: null, base: null, value: shown, state: null, policy: null, reports: [], decision: null, edit: null };
  const { row, column, base, value, state, policy, reports, decision, edit } = life;
  const told = reports.map(({ reason, ...report }) => ({ ...report, reason: sayReason(reason) }));
  return { ...place, row, column, header: headerOf(column), base, value, state: CELL_STATE_WORDS[state][0], policy, reports: told, decision, edit };
}

const FATES: Readonly<Record<Report["fate"], string>> = { unchanged: "未变", accepted: "采纳", composed: "合写", conflict: "待定", rejected: "未采纳", proposal: "建议" };

/** The history of a cell as a person reads it. */
export function sayHistory({ at, shown, life, corrections }: CellHistory): string {
  const quoted = (value: unknown): string => (value === null || value === "" ? "（空）" : `“${plainText(value as string)}”`);
  const lines = [`${placeName(at)}${life ? ` ${rowName(life.row, "zh")} ${headerOf(life.column)}` : ""}：现为${quoted(shown)}`];
  if (life) {
    const { base, state, reports, decision, edit } = life;
    lines.push(`  下发时：${quoted(base)}　状态：${CELL_STATE_WORDS[state][0]}`);
    for (const report of reports) {
      const reason = sayReason(report.reason);
      lines.push(`  ${report.received} ${report.unit}${quoted(report.value)}（${report.file}${report.at === "" ? "" : ` ${report.at}`}）：${FATES[report.fate]}${reason === "" ? "" : `，${reason}`}`);
    }
    if (decision) lines.push(`  ${decision.decided ?? ""} 裁定${decision.by === undefined ? "" : `（${decision.by}）`}：${decision.value === undefined ? `采用${decision.take === "master" ? "总台账" : decision.take}` : `改为${quoted(decision.value)}`}`.replace("   ", "  "));
    if (edit) lines.push(`  ${edit.noticed ?? ""} 手改：${quoted(edit.over)} → ${quoted(edit.value)}`.replace("   ", "  "));
  }
  for (const { date, rule, from, to } of corrections) lines.push(`  ${date} 修正（${rule}）：${quoted(from)} → ${quoted(to)}`);
  return lines.join("\n");
}
