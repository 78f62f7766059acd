import { plainText } from "../../grid/grid";
import { cellMark, cellOf, type LedgerRow, textOf } from "../../ledger/ledger";
import { sayDemand } from "../../lights/demand";
import { factsOf } from "../../lights/facts";
import { readFigure } from "../../lights/figure";
import { verdictIn } from "../../lights/verdict";
import { readNumber } from "../../text/readNumber";
import type { CheckContext } from "../context";
import { inRow } from "../finding";
import type { RowRule } from "../rule";
import { tell } from "../say";

const say = {
  short: {
    zh: "状态是已完成，完成值{value}却没有达到目标（{demand}），请核实",
    en: "The status is done, but the reported {value} falls short of the target ({demand}); please check",
  },
} as const;

/** Less is better: a figure below the target may be what was wanted. */
const FALLING = /降|减|低于|少于|以内|以下|不超过|不高于|控制在|压减|清零/u;

/** What the value falls short of, in words; null where it reaches the target or arithmetic can't tell. */
function unreached({ ledger, targetsOf }: CheckContext, row: LedgerRow): string | null {
  const value = cellOf(ledger, row, "reportedValue");
  const target = cellOf(ledger, row, "targetValue");
  const targetPercent = cellMark(ledger, row, "targetValue")?.percent ?? false;
  const valuePercent = cellMark(ledger, row, "reportedValue")?.percent ?? false;
  const { measured } = factsOf(targetsOf(row), null, { targetValue: target, targetPercent, valuePercent });
  if (measured) {
    const figure = readFigure(value, measured.target);
    return figure !== null && verdictIn(measured.bands, figure) === "short" ? sayDemand(measured.target) : null;
  }
  const wanted = readNumber(target, cellMark(ledger, row, "targetValue"));
  const reported = readNumber(value, cellMark(ledger, row, "reportedValue"));
  if (!wanted || !reported || (wanted.measure !== "" && wanted.measure !== reported.measure) || FALLING.test(textOf(ledger, row, "content"))) return null;
  return reported.value < wanted.value ? `目标值 ${plainText(target)}` : null;
}

export const statusDoneBelowTarget: RowRule = {
  scope: "row",
  id: "status/done-below-target",
  group: "content",
  severity: "error",
  title: { zh: "已完成但未达目标", en: "Done below the target" },
  why: {
    zh: "状态和完成值必有一个不对；照此汇总，未完成的会显示为已完成。",
    en: "Either the status or the value is wrong; merged like this, an open task would look done.",
  },
  say,
  check(row, context) {
    const { ledger } = context;
    if (context.statusOf(textOf(ledger, row, "status")) !== "done") return [];
    const demand = unreached(context, row);
    if (demand === null) return [];
    const value = plainText(cellOf(ledger, row, "reportedValue"));
    return [inRow(ledger, row, "status", tell(say, "short", { value, demand }), { subject: value })];
  },
  examples: [
    { name: "达到目标", given: [{ content: "到 2025 年，建成工厂 350 家。", status: "已完成", reportedValue: 352 }], reports: [] },
    { name: "没有完成值", given: [{ content: "到 2025 年，建成工厂 350 家。", status: "已完成", reportedValue: null }], reports: [] },
    { name: "越低越好的目标", given: [{ content: "漏损率降至 7.8% 以内。", status: "已完成", targetValue: 7.8, reportedValue: 7.1 }], reports: [] },
    { name: "低于正文目标", given: [{ content: "到 2025 年，建成工厂 350 家。", status: "已完成", reportedValue: 300 }], reports: [{ at: "1.status", says: "short" }] },
    { name: "低于目标值栏", given: [{ status: "已完成", targetValue: 30, reportedValue: 21 }], reports: [{ at: "1.status", says: "short" }] },
  ],
};
