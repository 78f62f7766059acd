/** 零报告 in words: a reply that only says that last month's stands. */
import type { ColumnKey } from "../ledger/columns";
import { comparisonForm } from "../text/compare";

const WHEN = "(?:本月|本期|本季度|本周|当月|当期|暂|目前|截至目前)?";
const LAST = "上(?:个?月|期|季度|次|周)(?:报告|填报|报送)?";
const NOTHING_NEW = new RegExp(
  `^${WHEN}(?:暂)?(?:无变化|没有变化|未发生变化|无更新|无新进展|没有新进展|无新增进展|无新增|无新情况|无进展更新|无进展|零报告|0报告|沿用${LAST}|同${LAST}|[与同和]${LAST}(?:相同|一致|一样|同)|${LAST}(?:内容)?不变|情况同${LAST}|维持${LAST}|同前|同上期填报)(?:的?(?:内容|情况|进展|数据|进度))?(?:[,，]?(?:沿用${LAST}(?:内容|情况)?|零报告))?[。.!;；]?$`,
  "u",
);
const NONE = /^(?:无|暂无|没有|\/|-{1,2}|无。)$/u;
/** Where 无 is an answer of its own: no problem, no further step. */
const ANSWERED_BY_NONE: ReadonlySet<ColumnKey> = new Set(["problems", "nextSteps"]);

/** Whether a reply only says that last month's stands. */
export function saysNothingNew(text: string): boolean {
  return text.length <= LONGEST && NOTHING_NEW.test(comparisonForm(text));
}

/** Whether a cell of this column says so: 无 alone, too, where it is no answer of its own. */
export function isZeroReply(column: ColumnKey, text: string): boolean {
  return saysNothingNew(text) || (!ANSWERED_BY_NONE.has(column) && text.length <= LONGEST && NONE.test(comparisonForm(text)));
}

const LONGEST = 40;
