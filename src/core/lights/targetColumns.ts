/** The columns of 目标清单: what was extracted and how it stands, what people correct, and hidden inputs of our own formulas. */

export const TARGET_COLUMNS = [
  { key: "serial", header: "序号", width: 8 },
  { key: "task", header: "任务", width: 20 },
  { key: "clause", header: "原文", width: 44 },
  { key: "indicator", header: "指标", width: 22 },
  { key: "operator", header: "要求", width: 8 },
  { key: "value", header: "目标值", width: 9 },
  { key: "unit", header: "单位", width: 9 },
  { key: "light", header: "灯色", width: 22 },
  { key: "days", header: "截至日期", width: 16 },
  { key: "deadline", header: "时限", width: 12 },
  { key: "words", header: "时限依据", width: 28 },
  { key: "status", header: "填报状态", width: 11 },
  { key: "reported", header: "填报完成值", width: 12 },
  { key: "reached", header: "数值判断", width: 10 },
  { key: "adjusted", header: "总表调整后时限", width: 12 },
  { key: "override", header: "总表人工认定", width: 14 },
  { key: "ground", header: "总表理由", width: 16 },
  { key: "link", header: "位置", width: 14 },
  { key: "newIndicator", header: "更正指标", width: 18 },
  { key: "newOperator", header: "更正要求", width: 10 },
  { key: "newValue", header: "更正目标值", width: 11 },
  { key: "newUnit", header: "更正单位", width: 10 },
  { key: "newDeadline", header: "更正时限", width: 12 },
  { key: "newStatus", header: "更正状态", width: 11 },
  { key: "newReported", header: "更正完成值", width: 11 },
  { key: "verdict", header: "取舍", width: 10 },
  { key: "remark", header: "更正说明", width: 20 },
  { key: "outcome", header: "更正结果", width: 24 },
  { key: "completed", header: "内部：完成日期", width: 12, hidden: true },
  { key: "figureTaken", header: "内部：采用完成值", width: 12, hidden: true },
  { key: "statusRead", header: "内部：状态识别", width: 12, hidden: true },
  { key: "adjustedRead", header: "内部：采用时限", width: 12, hidden: true },
  { key: "figureText", header: "内部：完成值文字", width: 12, hidden: true },
  { key: "figure", header: "内部：完成值数字", width: 12, hidden: true },
  { key: "asked", header: "内部：采用目标值", width: 12, hidden: true },
  { key: "measure", header: "内部：折算完成值", width: 12, hidden: true },
  { key: "computed", header: "内部：推算灯色", width: 12, hidden: true },
] as const satisfies readonly { readonly key: string; readonly header: string; readonly width: number; readonly hidden?: true }[];

export type TargetColumn = (typeof TARGET_COLUMNS)[number]["key"];

/** Filled in by people; all others are written anew. */
export const HAND_COLUMNS = [
  "newIndicator", "newOperator", "newValue", "newUnit", "newDeadline", "newStatus", "newReported", "verdict", "remark",
] as const satisfies readonly TargetColumn[];

export type HandColumn = (typeof HAND_COLUMNS)[number];

/** Where a column stands on the sheet. */
export function targetColumn(key: TargetColumn): number {
  return TARGET_COLUMNS.findIndex((column) => column.key === key);
}

export function targetHeader(key: TargetColumn): string {
  return TARGET_COLUMNS[targetColumn(key)]?.header ?? "";
}
