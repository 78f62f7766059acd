import type { Finding, LedgerRule } from "../rule";
import { short, tell } from "../say";

const say = {
  says: {
    zh: "这里有批注：“{text}”。批注不参加汇总，有用的内容请写入单元格",
    en: "A note says “{text}”. Notes are not merged; what matters should stand in the cell",
  },
} as const;

export const cellNote: LedgerRule = {
  scope: "ledger",
  id: "cell/note",
  group: "content",
  severity: "warning",
  title: { zh: "批注", en: "Notes" },
  why: {
    zh: "真正的答复有时写在批注里，汇总时会漏掉。",
    en: "The real answer sometimes stands in a note and is overlooked.",
  },
  say,
  beyondValues: true,
  check({ ledger, grid, rowKeys }) {
    return grid.notes
      .filter(({ text }) => text.trim() !== "")
      .map(({ row, col, text }): Finding => ({
        at: { sheet: ledger.sheet, row, col },
        row: rowKeys.get(row) ?? null,
        message: tell(say, "says", { text: short(text) }),
        subject: short(text),
      }));
  },
  examples: [
    { name: "没有批注", given: [{}], reports: [] },
    { name: "批注里有答复", given: [{ progress: { value: "已完成。", note: "请改为 2026" } }], reports: [{ at: "1.progress", says: "says" }] },
  ],
};
