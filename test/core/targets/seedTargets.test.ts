import { readFileSync } from "node:fs";
import path from "node:path";
import { extractTargets } from "../../../src/core/targets/extractTargets";
import { findDeadlines } from "../../../src/core/targets/findDeadlines";

const SEED = path.join(__dirname, "../../../seeds/济南市推动大规模设备更新和消费品以旧换新工作台账.txt");
const asOf = { year: 2024, month: 6, day: 1 };

interface Row {
  readonly row: string;
  readonly label: string | null;
  readonly content: string;
}

/** The goal rows and tasks of the ledger's text; goal rows inherit the label above them. */
function rowsOf(source: string): readonly Row[] {
  const rows: Row[] = [];
  let label: string | null = null;
  for (const line of source.split("\n")) {
    const [serial = "", , content = ""] = line.split("\t");
    if (!line.includes("\t") || content === "" || content === "工作内容") continue;
    if (serial.includes("工作目标")) label = serial;
    if (/^\d+$/u.test(serial)) rows.push({ row: serial, label: null, content });
    else rows.push({ row: `goal-${rows.length + 1}`, label, content });
  }
  return rows;
}

const rows = rowsOf(readFileSync(SEED, "utf8"));
const targetsOf = ({ label, content }: Row) => extractTargets(content, { label, year: 2024, asOf });

// row | clause | indicator | operator | value | scale | unit | baseline year | deadline | from
const LABELS = [
  ["goal-1", "工业重点领域达到能效标杆水平的产能比例高于全省平均水平", "工业重点领域达到能效标杆水平的产能比例", ">", null, null, null, null, "2025-12-31", "label"],
  ["goal-2", "规模以上工业企业数字化研发设计工具普及率、关键工序数控化率分别超过 90%、70%", "规模以上工业企业数字化研发设计工具普及率", ">", 90, 1, "%", null, "2025-12-31", "label"],
  ["goal-2", "规模以上工业企业数字化研发设计工具普及率、关键工序数控化率分别超过 90%、70%", "规模以上工业企业关键工序数控化率", ">", 70, 1, "%", null, "2025-12-31", "label"],
  ["goal-2", "装备制造业营业收入达到 5000 亿元左右", "装备制造业营业收入", "~", 5000, 100000000, "元", null, "2025-12-31", "label"],
  ["goal-3", "新能源汽车保有量达到 30 万辆以上", "新能源汽车保有量", ">=", 30, 10000, "辆", null, "2025-12-31", "label"],
  ["goal-4", "国三及以下非营运柴油货车基本淘汰", "国三及以下非营运柴油货车", null, null, null, null, null, "2025-12-31", "label"],
  ["goal-5", "报废汽车规范回收拆解量达到 2.5 万辆", "报废汽车规范回收拆解量", ">=", 2.5, 10000, "辆", null, "2025-12-31", "label"],
  ["goal-5", "二手车交易量达到 30 万辆", "二手车交易量", ">=", 30, 10000, "辆", null, "2025-12-31", "label"],
  ["goal-5", "废旧家电回收量较 2023 年增长 15%", "废旧家电回收量", ">=", 15, 1, "%", 2023, "2025-12-31", "label"],
  ["goal-6", "工业重点领域低于能效基准水平的全部完成更新改造", "工业重点领域低于能效基准水平的", null, null, null, null, null, "2027-12-31", "label"],
  ["goal-6", "规模以上工业企业数字化研发设计工具普及率、关键工序数控化率分别超过 92%、75%", "规模以上工业企业数字化研发设计工具普及率", ">", 92, 1, "%", null, "2027-12-31", "label"],
  ["goal-6", "规模以上工业企业数字化研发设计工具普及率、关键工序数控化率分别超过 92%、75%", "规模以上工业企业关键工序数控化率", ">", 75, 1, "%", null, "2027-12-31", "label"],
  ["goal-6", "装备制造业营业收入达到 6000 亿元左右", "装备制造业营业收入", "~", 6000, 100000000, "元", null, "2027-12-31", "label"],
  ["goal-7", "新能源汽车保有量达到 40 万辆以上", "新能源汽车保有量", ">=", 40, 10000, "辆", null, "2027-12-31", "label"],
  ["goal-8", "报废汽车回收量较 2023 年增加约一倍", "报废汽车回收量", "~", 1, 1, "倍", 2023, "2027-12-31", "label"],
  ["goal-8", "二手车交易量较 2023 年增长 45%", "二手车交易量", ">=", 45, 1, "%", 2023, "2027-12-31", "label"],
  ["goal-8", "废旧家电回收量较 2023 年增长 30%", "废旧家电回收量", ">=", 30, 1, "%", 2023, "2027-12-31", "label"],
  ["1", "每年实施亿元以上重点技术改造项目 300 个以上", "亿元以上重点技术改造项目", ">=", 300, 1, "个", null, "2024-12-31", "clause"],
  ["2", "每年培育工业互联网标杆工厂、5G 工厂、晨星工厂 30 家以上", "工业互联网标杆工厂、5G 工厂、晨星工厂", ">=", 30, 1, "家", null, "2024-12-31", "clause"],
  ["2", "规模以上工业企业关键业务环节全面数字化率达到 70%以上", "规模以上工业企业关键业务环节全面数字化率", ">=", 70, 1, "%", null, "2025-12-31", "clause"],
  ["2", "力争累计培育 10 家工业互联网园区", "工业互联网园区", ">=", 10, 1, "家", null, "2025-12-31", "carried"],
  ["3", "累计建成市级以上绿色工厂 350 家、绿色工业园区 30 个", "市级以上绿色工厂", ">=", 350, 1, "家", null, "2025-12-31", "clause"],
  ["3", "累计建成市级以上绿色工厂 350 家、绿色工业园区 30 个", "绿色工业园区", ">=", 30, 1, "个", null, "2025-12-31", "clause"],
  ["4", "实现 30 万千瓦以下抽凝机组和达到退役条件的背压机组基本替代退出", "30 万千瓦以下抽凝机组和达到退役条件的背压机组", null, null, null, null, null, "2025-12-31", "clause"],
  ["6", "主要农业区县（功能区）农机报废更新实施覆盖率达到 100%", "主要农业区县（功能区）农机报废更新实施覆盖率", ">=", 100, 1, "%", null, "2027-12-31", "clause"],
  ["7", "建成“两全两高”农业机械化示范市", "“两全两高”农业机械化示范市", null, null, null, null, null, "2025-12-31", "clause"],
  ["7", "农作物耕种收综合机械化率达到 92% 以上", "农作物耕种收综合机械化率", ">=", 92, 1, "%", null, "2025-12-31", "carried"],
  ["9", "国三及以下排放标准非营运柴油货车基本淘汰", "国三及以下排放标准非营运柴油货车", null, null, null, null, null, "2025-12-31", "clause"],
  ["10", "全市建成充换电站 1000 座", "充换电站", ">=", 1000, 1, "座", null, "2025-12-31", "clause"],
  ["10", "充换电基础设施保有量超过 10 万个", "充换电基础设施保有量", ">", 10, 10000, "个", null, "2025-12-31", "carried"],
  ["15", "城镇公共供水管网漏损率降至 7.8% 以内", "城镇公共供水管网漏损率", "<=", 7.8, 1, "%", null, "2025-12-31", "clause"],
  ["16", "累计 60% 的城市生活污水处理厂（站）完成准 IV 类提标改造", "城市生活污水处理厂（站）完成准 IV 类提标改造", ">=", 60, 1, "%", null, "2025-12-31", "clause"],
  ["16", "累计 70% 的城市生活污水处理厂（站）完成准 IV 类提标改造", "城市生活污水处理厂（站）完成准 IV 类提标改造", ">=", 70, 1, "%", null, "2027-12-31", "clause"],
  ["17", "新建生活垃圾处理厂 1 座", "生活垃圾处理厂", ">=", 1, 1, "座", null, "2025-12-31", "clause"],
  ["25", "建成特色专科卫生院 20 家", "特色专科卫生院", ">=", 20, 1, "家", null, "2025-12-31", "clause"],
  ["25", "改造提升村卫生室 2000 所以上", "村卫生室", ">=", 2000, 1, "所", null, "2025-12-31", "carried"],
  ["26", "智慧化预防接种门诊占比达到 100%", "智慧化预防接种门诊占比", ">=", 100, 1, "%", null, "2025-12-31", "clause"],
  ["30", "每年举办新能源汽车促销活动 10 场以上", "新能源汽车促销活动", ">=", 10, 1, "场", null, "2024-12-31", "clause"],
  ["30", "其中下乡展销不少于 5 场", "下乡展销", ">=", 5, 1, "场", null, "2024-12-31", "carried"],
  ["37", "积极推广济南市优势工业产品 500 个", "济南市优势工业产品", ">=", 500, 1, "个", null, "2027-12-31", "clause"],
  ["40", "省级及以上产业创新平台达到 1000 家以上", "省级及以上产业创新平台", ">=", 1000, 1, "家", null, "2025-12-31", "clause"],
  ["41", "每年遴选 40 项左右优秀品牌进行集中宣传", "优秀品牌", "~", 40, 1, "项", null, "2024-12-31", "clause"],
  ["41", "累计培育“好品山东”品牌（制造业）50 个以上", "“好品山东”品牌（制造业）", ">=", 50, 1, "个", null, "2025-12-31", "clause"],
  ["42", "发展绿色数智化分拣中心 12 个", "绿色数智化分拣中心", ">=", 12, 1, "个", null, "2027-12-31", "clause"],
  ["42", "建设现代化回收网点 120 个", "现代化回收网点", ">=", 120, 1, "个", null, "2027-12-31", "carried"],
] as const;

test("the ledger's targets are these, and no others", () => {
  const found = rows.flatMap((row) =>
    targetsOf(row).map(({ clause, indicator, operator, value, scale, unit, baselineYear, deadline, from }) =>
      [row.row, clause, indicator, operator, value, scale, unit, baselineYear, deadline.date, from]),
  );
  expect(found).toEqual(LABELS.map((label) => [...label]));
});

test("a target is qualitative exactly where it names no figure", () => {
  for (const row of rows) for (const { qualitative, value } of targetsOf(row)) expect(qualitative).toBe(value === null);
});

test("16 tasks carry a year, 4 are annual, the others have no date", () => {
  const tasks = rows.filter(({ label }) => label === null);
  const kinds = tasks.map(({ row, content }) => ({ row, found: findDeadlines(content, { year: 2024, asOf }).map(({ deadline }) => deadline) }));
  const yearsOf = (year: string): readonly string[] =>
    kinds.filter(({ found }) => found.some(({ kind, date }) => kind === "year" && date === `${year}-12-31`)).map(({ row }) => row);
  expect(tasks).toHaveLength(60);
  expect(yearsOf("2025")).toEqual(["2", "3", "4", "7", "9", "10", "15", "16", "17", "25", "26", "40", "41"]);
  expect(yearsOf("2027")).toEqual(["6", "16", "37", "42"]);
  expect(kinds.filter(({ found }) => found.some(({ kind }) => kind === "annual")).map(({ row }) => row)).toEqual(["1", "2", "30", "41"]);
  expect(kinds.filter(({ found }) => found.length > 0)).toHaveLength(18);
});

test("the year of （2024 年版） and of 较 2023 年 is no deadline", () => {
  for (const { content } of rows) {
    for (const { deadline } of findDeadlines(content, { year: 2024, asOf })) expect(deadline.text).not.toMatch(/2023|2024/u);
  }
});
