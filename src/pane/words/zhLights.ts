/** The words of 时限 in Chinese. */
import type { Light } from "../../core/lights/light";
import { meaningOf } from "../../core/lights/meaning";
import type { LightPreset } from "../../core/lights/settings";
import type { DecisionFault } from "../../core/lights/settling";

const light: Record<Light, string> = {
  overdue: "逾期", unverified: "已过时限·待核实", behind: "滞后", undecided: "待核定",
  "due-soon": "临期", "on-track": "正常", "no-deadline": "未明确时限", done: "已完成",
};

const fault: Record<DecisionFault, string> = { noGround: "请写明理由或依据。", noDate: "请填写新的时限。" };

const preset: Record<LightPreset, string> = { 红黄绿: "红黄绿", 蓝黄红: "蓝黄红", 蓝橙红: "蓝橙红" };

export const zhLights = {
  asOf: "截至日期",
  badDate: "请填写有效日期，如 2026-11-23。",
  compute: "计算时限",
  again: "重新计算",
  intro: "按完成时限和上报情况给每项任务定灯，并说明依据的原文。先看结果，满意后再标注到表中。",
  mark: "标注到表中",
  remove: "移除标注",
  counts: "各灯数量",
  all: "全部",
  light,
  none: "没有这一类任务。",
  noRows: "台账中没有任务。",
  due: (date: string): string => `时限 ${date}`,
  noDate: "无具体日期",
  hand: "人工认定",
  words: "依据",
  legend: "图例",
  meaning: (one: Light): string => meaningOf(one),
  handLegend: "带“人工”字样的由人认定，排在计算结果之前；理由写在表中。",

  decide: "认定或调整",
  outcome: "认定为",
  keep: "（不改）",
  takeBack: "撤回认定和调整",
  notDone: "未完成",
  dropped: "不再考核",
  adjust: "调整时限",
  newDate: "新的时限",
  ground: "理由或依据",
  groundHint: "如：市政府办会议纪要〔2026〕12 号",
  fault,
  take: "确定",
  close: "取消",
  pending: (count: number): string => `${count} 项认定尚未写入，点“标注到表中”后生效。`,
  dropPending: "放弃",

  settleFound: (count: number): string => `${count} 项已过时限，未见完成情况。`,
  settleWhy: "首次建账时可集中核定一次：逐项选定结果并写明依据，原时限保留可查。",
  settleOpen: "集中核定",
  settleTitle: "首次建账：核定已过时限的事项",
  settleAll: "尚未选定的各项都定为",
  settleFill: "填入",
  settleGround: "首次建账核定",
  settleTake: (count: number): string => `确定 ${count} 项`,
  settleNone: "选定结果后即可确定。",

  settings: "用词和颜色",
  settingsTitle: "灯的用词、颜色和提前天数",
  settingsWhere: "随工作簿保存，同事打开时一样。",
  preset: "配色",
  presetWord: preset,
  soonDays: "提前几天提示临期",
  wholeRow: "整行着色（会遮住表中原有的底色）",
  word: (one: string): string => `“${one}”的用词`,
  fill: (one: string): string => `“${one}”的底色`,
  font: (one: string): string => `“${one}”的字色`,
  contrast: (ratio: string): string => `对比度 ${ratio}`,
  useSettings: "采用",
  pendingSettings: "用词和颜色有改动，点“标注到表中”后保存。",
  back: "返回",
  settingFault: {
    word: (one: string): string => `“${one}”的用词应为 1 到 20 个字，不含空格和“|”。`,
    sameWord: (one: string, other: string): string => `“${one}”与“${other}”用了同一个词。`,
    colour: (one: string): string => `“${one}”的颜色应为六位十六进制数。`,
    contrast: (one: string): string => `“${one}”的字色与底色太接近，看不清；对比度至少 4.5。`,
    soonDays: () => "提前天数应为 0 到 3660 之间的整数。",
  },
  handKept: (count: number): string => `其中 ${count} 项人工认定或调整时限、以及“目标清单”上的更正会留在本工作簿的记录中，下次标注时自动恢复。`,
  restored: (count: number): string => `已恢复上次移除标注前的 ${count} 项人工认定或调整时限。`,
  postponed: (count: number): string => `${count} 项时限被推后`,
  postponedWhy: "台账中的时限比首次标注或下发时晚，且未写依据。写明依据前仍按原时限提示，不标逾期。",
  movedTo: (from: string, to: string | null): string => `原时限 ${from}，现${to === null ? "无日期" : `为 ${to}`}`,
};

export type LightsWords = typeof zhLights;
