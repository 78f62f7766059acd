/** The columns of 目标清单: first what was extracted, then what people correct. */

export const TARGET_COLUMNS = [
  { key: "serial", header: "序号", width: 8 },
  { key: "task", header: "任务", width: 20 },
  { key: "clause", header: "原文", width: 48 },
  { key: "indicator", header: "指标", width: 24 },
  { key: "operator", header: "要求", width: 8 },
  { key: "value", header: "目标值", width: 9 },
  { key: "unit", header: "单位", width: 9 },
  { key: "deadline", header: "时限", width: 12 },
  { key: "words", header: "时限依据", width: 28 },
  { key: "light", header: "灯色", width: 18 },
  { key: "link", header: "位置", width: 14 },
  { key: "newIndicator", header: "更正指标", width: 18 },
  { key: "newOperator", header: "更正要求", width: 10 },
  { key: "newValue", header: "更正目标值", width: 11 },
  { key: "newUnit", header: "更正单位", width: 10 },
  { key: "newDeadline", header: "更正时限", width: 12 },
  { key: "verdict", header: "取舍", width: 10 },
  { key: "remark", header: "更正说明", width: 20 },
  { key: "outcome", header: "更正结果", width: 20 },
] as const;

export type TargetColumn = (typeof TARGET_COLUMNS)[number]["key"];

/** Filled in by people; all others are written anew. */
export const HAND_COLUMNS = ["newIndicator", "newOperator", "newValue", "newUnit", "newDeadline", "verdict", "remark"] as const satisfies readonly TargetColumn[];

export type HandColumn = (typeof HAND_COLUMNS)[number];

/** Where a column stands on the sheet. */
export function targetColumn(key: TargetColumn): number {
  return TARGET_COLUMNS.findIndex((column) => column.key === key);
}

export function targetHeader(key: TargetColumn): string {
  return TARGET_COLUMNS[targetColumn(key)]?.header ?? "";
}
