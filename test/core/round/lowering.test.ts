/** Ways in which a returned text asks for less than the issued one, and ways that look like it: each labelled by hand before it was run. */
import type { CellValue } from "../../../src/core/grid/grid";
import { issuedChange } from "../../../src/core/round/issuedChange";

const TODAY = { year: 2024, month: 6, day: 1 };
const said = (column: string, before: CellValue, after: CellValue): string => issuedChange(column, before, after, TODAY)?.zh ?? "";

const CONTENT: readonly (readonly [what: string, before: string, after: string, ...says: readonly string[]])[] = [
  // Figures
  ["floor lowered", "到2025年，建成绿色工厂350家。", "到2025年，建成绿色工厂300家。", "350 家 → 300 家，目标下降 14 %"],
  ["floor lowered among several", "到2025年，建成绿色工厂350家、园区30个。", "到2025年，建成绿色工厂350家、园区25个。", "园区", "30 个 → 25 个，目标下降 17 %"],
  ["ceiling raised", "到2025年，漏损率降至7.8%以内。", "到2025年，漏损率降至8.8%以内。", "7.8 % → 8.8 %，上限放宽 13 %"],
  ["power word lowered 万 → 千", "新能源汽车保有量达到30万辆。", "新能源汽车保有量达到30千辆。", "30 万辆 → 30 千辆，目标下降 90 %"],
  ["power word dropped", "新能源汽车保有量达到30万辆。", "新能源汽车保有量达到30辆。", "目标下降 100 %"],
  ["unit changed 亿元 → 万元", "营业收入达到5000亿元。", "营业收入达到5000万元。", "5000 亿元 → 5000 万元，目标下降 100 %"],
  ["unit changed in kind 座 → 个 keeps its figure", "新建充电站1000座。", "新建充电站1000个。", "座", "个"],
  ["percent to points", "能耗下降15%。", "能耗下降15个百分点。", "百分点"],
  ["growth rate cut", "规上工业增加值增长8%以上。", "规上工业增加值增长6%以上。", "目标下降 25 %"],
  ["share cut 全部 → 60%", "全部公交车更新为新能源车。", "60%的公交车更新为新能源车。", "60"],
  ["一倍 to a half", "回收量增加一倍。", "回收量增加50%。", "→"],
  ["range lowered at its lower end", "培育企业30—50家。", "培育企业20—50家。", "目标下降"],
  ["range lowered at its upper end", "培育企业30—50家。", "培育企业30—40家。", "30—50 家 → 30—40 家"],
  ["Chinese numerals", "建成示范区三个。", "建成示范区两个。", "目标下降 33 %"],
  ["frequency cut", "每年开展检查不少于4次。", "每年开展检查不少于2次。", "目标下降 50 %"],
  ["a second figure removed", "新建泊位5000个，其中公共泊位2000个。", "新建泊位5000个。", "目标被删去"],
  // Words that bind
  ["达到 → 力争", "到2025年，营业收入达到5000亿元。", "到2025年，营业收入力争达到5000亿元。", "力争", "要求放松"],
  ["确保 → 力争", "确保到2025年建成绿色工厂350家。", "力争到2025年建成绿色工厂350家。", "力争", "要求放松"],
  ["以上 dropped", "到2025年，农机化率达到92%以上。", "到2025年，农机化率达到92%。", "以上", "要求放松"],
  ["不低于 → 左右", "到2025年，装备制造业营业收入不低于5000亿元。", "到2025年，装备制造业营业收入5000亿元左右。", "要求放松"],
  ["超过 → 达到", "到2025年，充电桩超过10万个。", "到2025年，充电桩达到10万个。", "要求放松"],
  ["不少于 → 约", "培训不少于300人。", "培训约300人。", "要求放松"],
  ["不超过 → 约", "漏损率不超过8%。", "漏损率约8%。", "要求放松"],
  ["达到 → 原则上达到", "到2025年，覆盖率达到100%。", "到2025年，覆盖率原则上达到100%。", "原则上", "要求放松"],
  ["全部 → 基本", "到2025年，国三及以下柴油货车全部淘汰。", "到2025年，国三及以下柴油货车基本淘汰。", "全部", "基本", "要求放松"],
  ["完成 → 推进", "到2025年，完成老旧管网改造。", "到2025年，推进老旧管网改造。", "要求放松"],
  ["全面完成 → 有序推进", "到2025年，全面完成小区改造。", "到2025年，有序推进小区改造。", "要求放松"],
  ["建成 → 启动建设", "到2025年，建成市民中心。", "到2025年，启动建设市民中心。", "要求放松"],
  // Dates
  ["2025 → 2026", "到2025年，建成绿色工厂350家。", "到2026年，建成绿色工厂350家。", "2025 → 2026，时限推后"],
  ["June → December", "2025年6月底前建成平台1个。", "2025年12月底前建成平台1个。", "2025-06-30 → 2025-12-31，时限推后"],
  ["June → December without a figure", "2025年6月底前完成方案编制。", "2025年12月底前完成方案编制。", "时限推后"],
  ["date removed", "到2025年，建成绿色工厂350家。", "建成绿色工厂350家。", "时限取消"],
  ["a date → 长期坚持", "2025年底前完成排查整治。", "长期坚持排查整治。", "时限"],
  ["each year → once by a year", "每年改造小区100个。", "到2027年改造小区100个。", "时限"],
  ["底前 → 起", "2025年底前建成平台1个。", "2025年底起建成平台1个。", "年底起", "要求放松"],
  // Bases and targets
  ["baseline changed", "废旧家电回收量较2023年增长15%。", "废旧家电回收量较2024年增长15%。", "基期", "2023", "2024"],
  ["baseline dropped", "废旧家电回收量较2023年增长15%。", "废旧家电回收量增长15%。", "基期"],
  ["target removed", "到2025年，建成绿色工厂350家；培训300人。", "到2025年，建成绿色工厂350家。", "目标被删去"],
  ["all targets removed", "到2025年，建成绿色工厂350家。", "持续推进绿色制造。", "目标被删去"],
  ["indicator narrowed", "到2025年，建成省级绿色工厂350家。", "到2025年，建成市级绿色工厂350家。", "省级", "市级"],
  ["both figure and date", "到2025年，建成绿色工厂350家。", "到2026年，建成绿色工厂300家。", "目标下降 14 %", "时限推后"],
];

test.each(CONTENT)("%s", (_, before, after, ...says) => {
  const words = said("content", before, after);
  for (const part of says) expect(words).toContain(part);
});

/** Nothing is asked for less: no alarm. */
test.each([
  ["only spaces", "到2025年，建成绿色工厂350家。", "到 2025 年，建成绿色工厂 350 家。"],
  ["another power word, the same amount", "保有量达到30万辆。", "保有量达到300000辆。"],
  ["words around it", "到2025年，建成绿色工厂350家。", "到2025年，积极建成绿色工厂350家。"],
  ["numerals", "建成示范区三个。", "建成示范区3个。"],
  ["full width", "覆盖率达到９０％。", "覆盖率达到90%。"],
  ["no target at all", "加强组织领导。", "切实加强组织领导。"],
])("no alarm: %s", (_, before, after) => expect(said("content", before, after)).toBe(""));

/** Firmer is said, too, and never as less. */
test.each([
  ["figure raised", "建成绿色工厂350家。", "建成绿色工厂400家。", "目标提高 14 %"],
  ["brought forward", "到2026年，建成绿色工厂350家。", "到2025年，建成绿色工厂350家。", "时限提前"],
  ["力争 → 确保", "力争建成绿色工厂350家。", "确保建成绿色工厂350家。", "要求收紧"],
  ["基本 → 全部", "到2025年，柴油货车基本淘汰。", "到2025年，柴油货车全部淘汰。", "要求收紧"],
  ["以上 added", "农机化率达到92%。", "农机化率达到92%以上。", "要求收紧"],
])("firmer: %s", (_, before, after, says) => {
  const words = said("content", before, after);
  expect(words).toContain(says);
  expect(words).not.toMatch(/下降|放松|推后|取消/u);
});

test.each<[CellValue, CellValue, string]>([
  ["2025年6月底", "2025年12月底", "时限推后"], ["2025年12月31日", "2025年6月30日", "时限提前"], ["2025年底", "长期坚持", "时限取消"], ["2025年底", null, "时限取消"],
  ["2025年底", "2025-12-31", ""], [45_838, "2025年12月底", "时限推后"], ["每月底", "每季度末", "时限"],
])("完成时限 %s → %s", (before, after, says) => {
  const words = said("deadline", before, after);
  if (says === "") expect(words).toBe("");
  else expect(words).toContain(says);
});

test.each<[CellValue, CellValue, string]>([
  [350, 300, "目标下降 14 %"], ["350家", "300家", "目标下降 14 %"], [30, "30万", "目标提高"], ["30万辆", "30千辆", "目标下降 90 %"], ["≥92%", "92%左右", "要求放松"], ["70%", 0.6, "目标下降"], [350, null, "目标被删去"], [350, "力争350", "要求放松"],
])("目标值 %s → %s", (before, after, says) => expect(said("targetValue", before, after)).toContain(says));
