import { cellMark, cellOf } from "../../ledger/ledger";
import { readNumber } from "../../text/readNumber";
import { inRow } from "../finding";
import type { RowRule } from "../rule";
import { tell } from "../say";

const say = {
  tenThousandth: {
    zh: "完成值{value}与目标值{target}相差约一万倍，是不是一个以“万”计？",
    en: "The reported {value} is about a ten-thousandth of the target {target}: is one of them counted in 万?",
  },
  times: {
    zh: "完成值{value}是目标值{target}的{ratio}倍，是不是单位不同（万、亿或百分数）？",
    en: "The reported {value} is {ratio} times the target {target}: are the units the same?",
  },
} as const;

const SUSPICIOUS = 10;
/** 32 for 30 万: so near to the target once it is taken for 万 that it was meant so. */
const TEN_THOUSAND = 10_000;
const NEAR = { least: 0.5, most: 2 } as const;

export const valueMagnitude: RowRule = {
  scope: "row",
  id: "value/magnitude",
  group: "content",
  severity: "warning",
  title: { zh: "完成值与目标值相差悬殊", en: "Reported value far above the target" },
  why: {
    zh: "相差十倍以上多是“万”“%”弄错，据此亮灯会误判。",
    en: "Ten times and more is mostly a slip of the unit, and the light would be wrong.",
  },
  say,
  check(row, { ledger }) {
    const target = readNumber(cellOf(ledger, row, "targetValue"), cellMark(ledger, row, "targetValue"));
    const reported = readNumber(cellOf(ledger, row, "reportedValue"), cellMark(ledger, row, "reportedValue"));
    if (!target || !reported || target.value <= 0 || (target.measure !== "" && reported.measure !== "" && target.measure !== reported.measure)) return [];
    const ratio = reported.value / target.value;
    if (ratio * TEN_THOUSAND >= NEAR.least && ratio * TEN_THOUSAND <= NEAR.most) {
      return [inRow(ledger, row, "reportedValue", tell(say, "tenThousandth", { value: reported.value, target: target.value }), { subject: String(reported.value) })];
    }
    if (ratio <= SUSPICIOUS) return [];
    const params = { value: reported.value, target: target.value, ratio: Math.round(ratio) };
    return [inRow(ledger, row, "reportedValue", tell(say, "times", params), { subject: String(reported.value) })];
  },
  examples: [
    { name: "相当", given: [{ targetValue: 30, reportedValue: 32 }, { targetValue: 30, reportedValue: 1 }], reports: [] },
    { name: "一个以万计", given: [{ targetValue: 300000, reportedValue: 32 }, { targetValue: 300000, reportedValue: 3200 }], reports: [{ at: "1.reportedValue", says: "tenThousandth" }] },
    { name: "少了“万”", given: [{ targetValue: 30, reportedValue: 320000 }], reports: [{ at: "1.reportedValue", says: "times" }] },
  ],
};
