/** THE column table: what a ledger's columns are called, whose they are, and how their cells are understood. */

export type PresetKey =
  | "serial" | "task" | "content" | "leadUnits" | "responsibleUnits" | "deadline" | "targetValue"
  | "reportedValue" | "status" | "progress" | "problems" | "nextSteps" | "note"
  | "reporter" | "reportDate" | "contact";

/** A preset, or the header text itself for a column that no preset knows. */
export type ColumnKey = string;

/**
 * master: issued; a department's edit is a proposal. shared: one value, by policy. unit: each unit's own text, composed.
 * provenance: who sent it and when; never written to the master.
 */
export type ColumnOwner = "master" | "shared" | "unit" | "provenance";

export type ColumnType = "serial" | "text" | "units" | "date" | "number" | "status";

export interface ColumnPreset {
  readonly key: PresetKey;
  readonly header: string;
  /** Other words that mean this column, compared without spaces and brackets' contents. */
  readonly synonyms: readonly string[];
  readonly owner: ColumnOwner;
  readonly type: ColumnType;
}

export const COLUMN_PRESETS: readonly ColumnPreset[] = [
  { key: "serial", header: "序号", synonyms: ["编号", "No.", "No", "NO.", "NO", "项号", "序列号", "任务编号", "序", "号", "Serial", "Serial No.", "S/N", "Item"], owner: "master", type: "serial" },
  { key: "task", header: "重点任务", synonyms: ["任务", "任务名称", "工作任务", "主要任务", "重点工作", "重点工作任务", "事项", "任务事项", "项目名称", "重点事项", "工作事项", "目标任务", "任务内容", "整改任务", "问题名称", "Task", "Key Task"], owner: "master", type: "text" },
  { key: "content", header: "工作内容", synonyms: ["工作目标", "主要内容", "具体内容", "具体任务", "工作内容及目标", "目标要求", "工作要求", "具体措施", "主要措施", "工作措施", "任务目标", "内容", "具体工作", "工作内容和目标", "问题描述", "问题内容", "反馈问题", "整改内容", "Content", "Description", "Work"], owner: "master", type: "text" },
  { key: "leadUnits", header: "牵头单位", synonyms: ["牵头部门", "主责单位", "主责部门", "主办单位", "牵头责任单位", "第一责任单位", "牵头", "Lead Unit", "Lead Units", "Lead Department", "Lead Agency"], owner: "master", type: "units" },
  { key: "responsibleUnits", header: "责任单位", synonyms: ["责任部门", "配合单位", "配合部门", "协办单位", "参与单位", "参加单位", "协同单位", "配合责任单位", "落实单位", "责任主体", "Responsible Unit", "Responsible Units", "Supporting Units", "Responsible Department"], owner: "master", type: "units" },
  { key: "deadline", header: "完成时限", synonyms: ["时限", "完成时间", "时限要求", "完成期限", "办理时限", "整改时限", "时间节点", "计划完成时间", "截止时间", "截止日期", "完成日期", "时间要求", "进度安排", "时间安排", "Deadline", "Due Date"], owner: "master", type: "date" },
  { key: "targetValue", header: "目标值", synonyms: ["年度目标", "目标数", "指标值", "计划值", "目标", "年度目标值", "计划数", "任务数", "目标任务数", "年度任务数", "Target", "Target Value"], owner: "master", type: "number" },
  { key: "reportedValue", header: "完成值", synonyms: ["完成数", "实际值", "实际完成值", "当前值", "完成情况（数值）", "实际完成", "实际数", "累计完成", "累计完成值", "完成数值", "完成量", "当前完成值", "目前完成值", "现值", "实际完成数", "累计完成数", "完成数量", "实际完成量", "累计数", "Actual", "Actual Value", "Completed", "Value"], owner: "shared", type: "number" },
  { key: "status", header: "状态", synonyms: ["完成状态", "进度状态", "办理状态", "任务状态", "工作状态", "推进状态", "完成与否", "是否完成", "进展状态", "当前状态", "Status"], owner: "shared", type: "status" },
  { key: "progress", header: "进展情况", synonyms: ["进展", "工作进展", "工作进展情况", "落实情况", "完成情况", "推进情况", "目前进展", "进展情况说明", "最新进展", "当前进展", "本月进展", "本期进展", "任务进展", "工作推进情况", "进度情况", "完成进展", "进展说明", "工作进展及成效", "进展及成效", "Progress"], owner: "unit", type: "text" },
  { key: "problems", header: "存在问题", synonyms: ["问题", "存在的问题", "困难问题", "存在困难", "主要问题", "存在问题及困难", "问题困难", "存在的困难和问题", "困难和问题", "Problems", "Issues"], owner: "unit", type: "text" },
  { key: "nextSteps", header: "下一步措施", synonyms: ["下一步", "下步措施", "下一步工作", "下一步工作措施", "下步打算", "下一步计划", "下一步打算", "下步工作", "下步计划", "下一步工作安排", "工作打算", "下一步工作打算", "下一步工作计划", "整改措施", "Next Steps", "Next Step"], owner: "unit", type: "text" },
  { key: "note", header: "备注", synonyms: ["说明", "附注", "备注说明", "其他说明", "备考", "Note", "Notes", "Remark", "Remarks", "Comments"], owner: "unit", type: "text" },
  { key: "reporter", header: "填报单位", synonyms: ["报送单位", "填报部门", "报送部门", "填表单位", "反馈单位", "上报单位", "填报单位名称", "Reporter", "Reported By", "Reporting Unit"], owner: "provenance", type: "units" },
  { key: "reportDate", header: "填报日期", synonyms: ["填报时间", "报送日期", "报送时间", "填表日期", "填表时间", "上报时间", "上报日期", "反馈时间", "更新时间", "反馈日期", "Report Date", "Reported On"], owner: "provenance", type: "date" },
  { key: "contact", header: "联系人", synonyms: ["联系人及电话", "联系电话", "联络员", "填报人", "责任人", "联系方式", "联系人及联系方式", "经办人", "电话", "填表人", "联系人电话", "手机", "手机号", "Contact"], owner: "provenance", type: "text" },
];

const BY_KEY: ReadonlyMap<string, ColumnPreset> = new Map(COLUMN_PRESETS.map((preset) => [preset.key, preset]));

/** The preset of a key, or undefined for an extra column. */
export function presetOf(key: ColumnKey): ColumnPreset | undefined {
  return BY_KEY.get(key);
}

/** Whose the column is; an unknown reply column is unit-owned text (CONTRACT). */
export function ownerOf(key: ColumnKey): ColumnOwner {
  return BY_KEY.get(key)?.owner ?? "unit";
}

export function typeOf(key: ColumnKey): ColumnType {
  return BY_KEY.get(key)?.type ?? "text";
}

/** The header a column is called by on screen. */
export function headerOf(key: ColumnKey): string {
  return BY_KEY.get(key)?.header ?? key;
}
