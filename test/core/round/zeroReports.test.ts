import type { CellValue } from "../../../src/core/grid/grid";
import { isZeroReply, saysNothingNew } from "../../../src/core/round/nothingNew";
import { isZeroReport } from "../../../src/core/round/register";
import { aBase, aRound, aSubmission } from "../../support/aRound";

test.each(["本月无变化", "无变化。", "无 新进展", "同上月", "同上期", "与上月一致", "和上个月一样", "沿用上月内容", "情况同上月", "本期无更新", "零报告", "无变化，沿用上期内容", "与上月报告相同"])("“%s” says that nothing is new", (text) => {
  expect(saysNothingNew(text)).toBe(true);
});

test.each(["较上月无变化的有 3 家，新增 2 家", "同上月相比增长 5%", "已完成", "无", "本月无变化，但新增一处问题", "上月", ""])("“%s” says something, or nothing at all", (text) => {
  expect(saysNothingNew(text)).toBe(false);
});

test.each([["progress", "无", true], ["reportedValue", "/", true], ["status", "--", true], ["problems", "无", false], ["nextSteps", "暂无", false], ["problems", "同上月", true]] as const)("in %s “%s” is a zero report: %s", (column, text, zero) => {
  expect(isZeroReply(column, text)).toBe(zero);
});

test.each<[string, CellValue, Record<string, CellValue>, boolean]>([
  ["the words", "原文", { "1.progress": "无变化" }, true],
  ["all of it again", "原文", { "1.progress": "原 文" }, true],
  ["its own line of a composed cell again", "市甲局：旧\n市乙局：乙文", { "1.progress": "旧" }, true],
  ["another unit's line", "市甲局：旧\n市乙局：乙文", { "1.progress": "乙文" }, false],
  ["something new beside", "原文", { "1.progress": "无变化", "1.note": "新情况" }, false],
])("a return that says %s", (_name, base, said, zero) => {
  expect(isZeroReport(aSubmission("市甲局", said), aRound({ base: aBase({ "1": { progress: base } }) }))).toBe(zero);
});
