import { cellOf, textOf } from "../../ledger/ledger";
import { typeOf } from "../../ledger/columns";
import { looksCutOff } from "../cutTexts";
import { inRow, placeIn } from "../finding";
import type { LedgerRule } from "../rule";
import { short, tell } from "../say";

const say = {
  none: {
    zh: "句末没有句号：“{end}”（本列{usual}处都有）",
    en: "No full stop at the end: “{end}” ({usual} cells of this column have one)",
  },
} as const;

const FEWEST = 8;
const CLEAR_SHARE = 0.9;
/** Words such as 无 or 按期完成 are no sentences. */
const SHORTEST = 10;
/** A bracket behind the stop says who reports, and ends no sentence. */
const ENDS = /[。！？…](?:[”）》’]|（[^（）]{1,30}）)?\s*$/u;
/** So many characters at the end tell: the bracket with what ENDS lets stand in it. */
const TAIL = 40;

function isEnded(text: string): boolean {
  return text.endsWith("。") || ENDS.test(text.trimEnd().slice(-TAIL));
}

const OPEN_END = /[\p{Script=Han}\d%％a-zA-Z）)”》]\s*$/u;

export const textEndMark: LedgerRule = {
  scope: "ledger",
  id: "text/end-mark",
  group: "text",
  severity: "warning",
  title: { zh: "句末缺句号", en: "Full stop missing" },
  why: {
    zh: "本列其他各格都以句号结束，缺了的可能没有写完或没有粘贴全。",
    en: "The other cells of the column end in a full stop; this one may not be complete.",
  },
  say,
  check({ ledger, profile }) {
    if (profile.style === "none") return [];
    return ledger.columns.flatMap(({ key }, position) => {
      if (typeOf(key) !== "text") return [];
      const cells = ledger.rows.filter((row) => !row.spanned?.has(position) && textOf(ledger, row, key).trim().length >= SHORTEST);
      const usual = cells.filter((row) => isEnded(textOf(ledger, row, key))).length;
      if (usual < FEWEST || usual < cells.length * CLEAR_SHARE) return [];
      return cells.flatMap((row) => {
        const from = cellOf(ledger, row, key);
        if (typeof from !== "string" || isEnded(from) || looksCutOff(from) || !OPEN_END.test(from.trimEnd().slice(-TAIL)) || row.marks?.[position]?.formula) return [];
        const fixes = [{ at: placeIn(ledger, row, key), from, to: `${from.trimEnd()}。`, safe: false }];
        return [inRow(ledger, row, key, tell(say, "none", { end: short(from.trim().slice(-10)), usual }), { fixes })];
      });
    });
  },
  examples: [
    { name: "都有句号", given: Array.from({ length: 9 }, () => ({})), reports: [] },
    {
      name: "一格没有",
      given: [...Array.from({ length: 9 }, () => ({})), { content: "抓好重点项目的组织实施" }],
      reports: [{ at: "10.content", says: "none", to: "抓好重点项目的组织实施。", safe: false }],
    },
    { name: "本列习惯不加句号", given: Array.from({ length: 9 }, (_, index) => ({ content: `抓好${"甲乙丙丁戊己庚辛壬"[index] ?? ""}类项目的组织实施` })), reports: [] },
  ],
};
