import { type LedgerRow, textOf } from "../../ledger/ledger";
import { comparisonForm } from "../../text/compare";
import type { CheckContext } from "../context";
import { inRow, placeIn } from "../finding";
import { alike, textMark } from "../groupBy";
import type { Finding, LedgerRule } from "../rule";
import { isLent } from "../serialIndex";
import { short, tell } from "../say";

const say = {
  content: {
    zh: "{times}项不同任务的工作内容相同：“{text}”，请核对是否粘贴有误",
    en: "{times} different tasks have the same content: “{text}”; was it pasted by mistake?",
  },
  progress: {
    zh: "{times}项任务的进展情况完全相同：“{text}”",
    en: "{times} tasks report the same progress: “{text}”",
  },
} as const;

/** Short texts (按计划推进。) are alike by nature; a paragraph is not. */
const SHORTEST = 16;
/** Where so many rows share a text, the ledger is made that way: one content over several lines. */
const MANY = 10;
const USUAL_SHARE = 0.2;
/** One report for two neighbouring tasks is usual; for three it is pasted. */
const FEWEST = { content: 2, progress: 3 } as const;

function sameTexts({ ledger }: CheckContext, key: "content" | "progress"): readonly Finding[] {
  const rows = ledger.rows.filter((row) => row.kind === "task" && !isLent(ledger, row) && !row.spanned?.has(ledger.index.get(key) ?? -1));
  const long = rows.map((row) => ({ row, text: textOf(ledger, row, key).trim() })).filter(({ text }) => text.length >= SHORTEST);
  const pasted = alike(long, ({ text }) => textMark(text), ({ text }) => text).filter((same) => same.length >= FEWEST[key]).map((same) => same.map(({ row }) => row)).filter((same) => differentTasks(ledger, same));
  const total = pasted.reduce((sum, same) => sum + same.length, 0);
  if (total > MANY && total > rows.length * USUAL_SHARE) return [];
  return pasted.flatMap((same) => {
    const last = same[same.length - 1];
    if (!last) return [];
    const places = [...same].reverse().map((row) => placeIn(ledger, row, key));
    const text = short(textOf(ledger, last, key));
    return [inRow(ledger, last, key, tell(say, key, { text, times: same.length }), { subject: text, places })];
  });
}

/** A task that is repeated whole is spoken of by its own rule. */
function differentTasks(ledger: CheckContext["ledger"], rows: readonly LedgerRow[]): boolean {
  const tasks = new Set<string>();
  return rows.every((row) => tasks.size < tasks.add(comparisonForm(textOf(ledger, row, "task"))).size);
}

export const rowsSameContent: LedgerRule = {
  scope: "ledger",
  id: "rows/same-content",
  group: "content",
  severity: "info",
  title: { zh: "不同任务内容相同", en: "Same text in several tasks" },
  why: {
    zh: "大段文字在几项任务里一字不差，多半是复制后没有改。",
    en: "A paragraph that stands in several tasks word for word was mostly copied and not changed.",
  },
  say,
  check: (context) => [...sameTexts(context, "content"), ...sameTexts(context, "progress")],
  examples: [
    { name: "各不相同", given: [{}, {}], reports: [] },
    { name: "简短的套话不算", given: [{ progress: "按计划推进。" }, { progress: "按计划推进。" }, { progress: "按计划推进。" }], reports: [] },
    {
      name: "工作内容相同",
      given: [{ content: "统筹推进全市老旧设备摸底、更新和改造工作。" }, { content: "统筹推进全市老旧设备摸底、更新和改造工作。" }],
      reports: [{ at: "2.content", says: "content", places: ["2.content", "1.content"] }],
    },
    {
      name: "一段进展粘贴到三项任务",
      given: [{ progress: "已组织召开专题会议三次，研究部署重点工作。" }, { progress: "已组织召开专题会议三次，研究部署重点工作。" }, { progress: "已组织召开专题会议三次，研究部署重点工作。" }],
      reports: [{ at: "3.progress", says: "progress", places: ["3.progress", "2.progress", "1.progress"] }],
    },
  ],
};
