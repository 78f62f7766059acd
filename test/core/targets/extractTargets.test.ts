import fc from "fast-check";
import { parseDeadline } from "../../../src/core/targets/parseDeadline";
import { extractTargets, type TargetContext } from "../../../src/core/targets/extractTargets";
import { TEXT_STEPS } from "../../../src/core/text/steps/steps";
import type { Target } from "../../../src/core/targets/target";

const context: TargetContext = { label: null, year: 2024, asOf: { year: 2024, month: 6, day: 1 } };
const read = (content: string, more: Partial<TargetContext> = {}): readonly Target[] => extractTargets(content, { ...context, ...more });
/** 充电站 >= 30 个, with 万 and the like as ×1e4. */
const said = ({ indicator, operator, value, upper, scale, unit }: Target): string =>
  [indicator, operator ?? "", `${value ?? ""}${upper === undefined ? "" : `~${upper}`}${(scale ?? 1) === 1 ? "" : `×${scale ?? 1}`}`, unit ?? ""]
    .filter((part) => part !== "").join(" ");
const dated = ({ deadline, from }: Target): string => `${deadline.date ?? deadline.kind} ${from ?? "-"}`;

describe("operators follow the words", () => {
  test.each([
    // words | indicator operator value unit
    ["新增停车位 500 个", "停车位 >= 500 个"],
    ["新增停车位 500 个以上", "停车位 >= 500 个"],
    ["新增停车位不少于 500 个", "停车位 >= 500 个"],
    ["新增停车位约 500 个", "停车位 ~ 500 个"],
    ["新增停车位 500 个左右", "停车位 ~ 500 个"],
    ["城镇登记失业率控制在 4.5% 以内", "城镇登记失业率 <= 4.5 %"],
    ["城镇登记失业率不超过 4.5%", "城镇登记失业率 <= 4.5 %"],
    ["漏损率降至 9%", "漏损率 <= 9 %"],
    ["办理时限压缩至 3 个工作日", "办理时限 <= 3 个工作日"],
    ["绿化覆盖率超过 41%", "绿化覆盖率 > 41 %"],
    ["绿化覆盖率不低于 41%", "绿化覆盖率 >= 41 %"],
    ["绿化覆盖率达 41% 左右", "绿化覆盖率 ~ 41 %"],
    ["绿化覆盖率提高到 41%", "绿化覆盖率 >= 41 %"],
    ["单位面积能耗下降 5%", "单位面积能耗 >= 5 %"],
    ["就业率提高 2 个百分点", "就业率 >= 2 个百分点"],
    ["排名进入全省前 5 位", "排名 <= 5 位"],
    ["亿元产值死亡率控制在 0.02 以内", "亿元产值死亡率 <= 0.02"],
    ["企业满意度≥95%", "企业满意度 >= 95 %"],
    ["平均办结时长≤3 个工作日", "平均办结时长 <= 3 个工作日"],
    ["检测点位>5 个", "检测点位 > 5 个"],
    ["死亡率控制在 10/10 万以内", "死亡率 <= 10 /10万"],
    ["一般公共预算收入完成 210 亿元", "一般公共预算收入 >= 210×100000000 元"],
    ["毛入学率由 2023 年的 62%提升至 2027 年的 68%", "毛入学率 >= 68 %"],
    ["力争建成示范园区 3 个", "示范园区 >= 3 个"],
  ])("%s", (words, expected) => expect(read(`${words}。`).map(said)).toEqual([expected]));
});

describe("figures are read in every spelling", () => {
  test.each([
    ["工业总产值突破 1.2 万亿元", "工业总产值 > 1.2×1000000000000 元"],
    ["旅游收入超千亿元", "旅游收入 > 1×100000000000 元"],
    ["服务群众 3 百万人次", "群众 >= 3×1000000 人次"],
    ["光伏装机容量达到 50 万千瓦", "光伏装机容量 >= 50×10000 千瓦"],
    ["培训人员 １２００ 人次", "人员 >= 1200 人次"],
    ["研发人员达到 75 人年", "研发人员 >= 75 人年"],
    ["用电成本降低 5 分/千瓦时", "用电成本 >= 5 分/千瓦时"],
    ["床位达到 7 张/千人", "床位 >= 7 张/千人"],
    ["发放补助 1,200 户", "补助 >= 1200 户"],
    ["培育三家上市企业", "上市企业 >= 3 家"],
    ["新建二十五家社区食堂", "社区食堂 >= 25 家"],
    ["申请材料压减三分之一以上", "申请材料 >= 0.3333333333333333"],
    ["审批时限压缩一半", "审批时限 >= 0.5"],
    ["回收量增加约一倍", "回收量 ~ 1 倍"],
    ["研发投入翻一番", "研发投入 >= 1 番"],
    ["完成率不低于百分之九十五", "完成率 >= 95 %"],
    ["抽检比例为 5%~10%", "抽检比例 >= 5~10 %"],
    ["引进项目 3-5 个", "项目 >= 3~5 个"],
    ["建设 1 到 2 个培训基地", "培训基地 >= 1~2 个"],
    ["污染物浓度降至 35 微克/立方米以下", "污染物浓度 <= 35 微克/立方米"],
    ["更新设备 15 台（套）", "设备 >= 15 台(套)"],
  ])("%s", (words, expected) => expect(read(`${words}。`).map(said)).toEqual([expected]));
});

describe("one target per indicator and value", () => {
  test.each([
    ["培训护理员、服务员各 1000 人次", ["护理员 >= 1000 人次", "服务员 >= 1000 人次"]],
    ["改造燃气管网 100 公里、供热管网 50 公里和供水管网 80 公里", ["燃气管网 >= 100 公里", "供热管网 >= 50 公里", "供水管网 >= 80 公里"]],
    ["培育 10 家示范企业、3 家龙头企业", ["示范企业 >= 10 家", "龙头企业 >= 3 家"]],
    ["垃圾分类覆盖率、资源利用率分别达到 98%、40% 以上", ["垃圾分类覆盖率 >= 98 %", "垃圾资源利用率 >= 40 %"]],
    ["规模以上企业研发机构覆盖率、设备联网率分别超过 60% 和 50%", ["规模以上企业研发机构覆盖率 > 60 %", "规模以上企业设备联网率 > 50 %"]],
    ["小麦播种、收割机械化率均达到 90%", ["小麦播种机械化率 >= 90 %", "小麦收割机械化率 >= 90 %"]],
    ["举办活动 20 场，其中下乡活动不少于 5 场", ["活动 >= 20 场", "下乡活动 >= 5 场"]],
    ["新增泊位 100 个（其中公共泊位 30 个）", ["泊位 >= 100 个", "公共泊位 >= 30 个"]],
    ["就业率提高 2 个百分点，达到 60%", ["就业率 >= 2 个百分点", "就业率 >= 60 %"]],
    ["审批时间压缩一半以上至 5 个工作日以内", ["审批时间 >= 0.5", "审批时间 <= 5 个工作日"]],
    ["时限由 22 个工作日压缩至 9 个工作日", ["时限 <= 9 个工作日"]],
    ["每年培训教师、医生、社工 300 人以上", ["教师、医生、社工 >= 300 人"]],
    ["累计 60% 的处理厂完成改造", ["处理厂完成改造 >= 60 %"]],
    ["实施项目 260 个，其中新开工 120 个、续建 100 个", ["项目 >= 260 个", "开工 >= 120 个", "续建 >= 100 个"]],
    ["新建住房 1 万套，建成 3000 套", ["住房 >= 1×10000 套", "住房 >= 3000 套"]],
    ["完成造林绿化 2 万亩", ["造林绿化 >= 2×10000 亩"]],
    ["二氧化硫、氮氧化物排放总量分别比 2015 年下降 15%", ["二氧化硫排放总量 >= 15 %", "氮氧化物排放总量 >= 15 %"]],
    ["利润增速高于全省平均 1 个百分点以上", ["利润增速 >= 1 个百分点"]],
    ["新增床位数 5000 张，每千人口拥有托位数 4.5 个", ["床位数 >= 5000 张", "每千人口拥有托位数 >= 4.5 个"]],
    ["计划新增线路 7 条，现已新增 20 条，其中市区 17 条", ["线路 >= 7 条"]],
    ["2025年底前 50% 以上的村达到标准", ["村达到标准 >= 50 %"]],
    ["更新 6 个水站设备、检测设备 33 台", ["水站设备 >= 6 个", "检测设备 >= 33 台"]],
    ["建成 40 个以上示范社区，120 个以上标准社区，面貌明显改善", ["示范社区 >= 40 个", "标准社区 >= 120 个"]],
    ["补助标准从每生每年 300 元提高到 400 元", ["补助标准 >= 400 元"]],
    ["水质达标率高于全省平均水平 2 个百分点", ["水质达标率 > 2 个百分点"]],
    ["城镇新增就业 3 万人", ["城镇新增就业 >= 3×10000 人"]],
    ["新（改）建公厕 20 座、改（扩）建步道 8 公里", ["公厕 >= 20 座", "步道 >= 8 公里"]],
    ["新建和改造提升校舍 5 万平方米", ["校舍 >= 5×10000 平方米"]],
    ["安排技改资金 2 亿元", ["技改资金 >= 2×100000000 元"]],
    ["每个街道配备不少于 2 名网格督导员", ["网格督导员 >= 2 名"]],
    ["年终存栏 30 万头以上", ["年终存栏 >= 30×10000 头"]],
    ["新建社区、新建小区配套设施达标率、社区设施覆盖率均达到 90%", ["新建社区、新建小区配套设施达标率 >= 90 %", "社区设施覆盖率 >= 90 %"]],
    ["为老年人提供助餐服务 5 万人次", ["助餐服务 >= 5×10000 人次"]],
    ["在公共场所布设急救设备 40 处以上", ["急救设备 >= 40 处"]],
    ["建成甲路、乙路等 12 条道路", ["道路 >= 12 条"]],
    ["拟安排专项债券 3 亿元", ["专项债券 >= 3×100000000 元"]],
    ["集中力量办好民生实事 10 项", ["民生实事 >= 10 项"]],
    ["培育 3 个行业龙头企业", ["行业龙头企业 >= 3 个"]],
  ])("%s", (words, expected) => expect(read(`${words}。`).map(said)).toEqual(expected));
});

test.each([
  ["推进老旧小区改造，2025年完成 120 个，2026年完成 80 个。", ["老旧小区改造", "老旧小区改造"]],
  ["加快充电桩建设，到2025年底建成 500 个。", ["充电桩"]],
  ["建成公园 8 个，其中2025年建成 3 个。", ["公园", "公园"]],
  ["改造学校 8 所，其中新建 3 所。", ["学校", "新建"]],
])("the thing of %s", (words, expected) => expect(read(words).map(({ indicator }) => indicator)).toEqual(expected));

describe("numbers in names, classes, facts and ways are none", () => {
  test.each([
    "对 30 万千瓦以下机组实施改造", "推广 5G 应用和 IPv6", "配备 12 导心电图仪", "执行 2 级标准（GB 55015）", "把四人间改为二人间", "形成“1+N”体系",
    "执行《规范（2024 年版）》", "淘汰国三排放标准货车", "实现准 IV 类水质", "围绕十大产业链布局", "推进“七有四提升”", "培训 35 岁以下教师", "采取备案等 4 种方式",
    "第 3 批项目开工", "分 2 年实施", "对投资 5000 万元以上的项目给予 200 万元补助", "已建成充电站 30 座", "在北京等 10 个省市试点", "建设一批基地", "组织一次检查",
    "打造 15 分钟生活圈", "5 个工作日内办结", "年产 10 万吨以上企业", "现有企业 300 家", "625 个村庄规划已完成", "一是加强领导，二是压实责任", "统一部署、逐一落实",
    "全市 9 个区县、102 个街镇全部建立联络机制", "推动 6 个重点行业节能改造", "每年对辖区门店进行 100% 全覆盖检查", "支持比例不超过项目总投资的 20%", "按设备投资额的 8% 给予补助",
    "截至2023年底，已建成充电桩 600 个", "市级和 9 个区分别设立服务中心", "开工建设供水二期工程", "推进甲县、乙县等 6 个县试点",
  ])("%s", (words) => expect(read(`${words}。`).map(said)).toEqual([]));

  test("but the target beside a class is taken, once", () => {
    expect(read("引进亿元以上项目 30 个以上，淘汰 35 蒸吨/小时以下锅炉 50 台。").map(said)).toEqual(["亿元以上项目 >= 30 个", "35 蒸吨/小时以下锅炉 >= 50 台"]);
  });
});

describe("deadlines", () => {
  test.each([
    ["到 2025 年，建成电站 10 座，改造电站 20 座；新增泊位 30 个。", ["2025-12-31 clause", "2025-12-31 carried", "2025-12-31 carried"]],
    ["到 2025 年，建成电站 10 座；到 2027 年，建成电站 20 座。", ["2025-12-31 clause", "2027-12-31 clause"]],
    ["到 2025 年，在确保供应的前提下，建成电站 10 座。", ["2025-12-31 clause"]],
    ["统筹推进。到 2025 年，建成电站 10 座。新增泊位 30 个。", ["2025-12-31 clause", "none -"]],
    ["到 2025 年，建成电站 10 座。新增泊位 30 个。", ["2025-12-31 clause", "2025-12-31 carried"]],
    ["2025年底前：\n1.建成电站 10 座\n2.新增泊位 30 个", ["2025-12-31 carried", "2025-12-31 carried"]],
    ["每年举办活动 10 场，其中下乡 5 场。", ["2024-12-31 clause", "2024-12-31 carried"]],
    ["2025年6月底前建成电站 10 座，12月底前建成 20 座。", ["2025-06-30 clause", "2025-12-31 clause"]],
    ["2025年、2026年分别建成电站 10 座、20 座。", ["2025-12-31 clause", "2026-12-31 clause"]],
    ["回收量较 2023 年增长 15%。", ["none -"]],
    ["新建管网 30 公里、泊位 50 个，2025年底前完成。", ["2025-12-31 carried", "2025-12-31 carried"]],
    ["新建管网 30 公里，2025年底前完成；新增泊位 50 个，2026年6月底前投用；改造学校 3 所。", ["2025-12-31 carried", "2026-06-30 carried", "none -"]],
    ["新建管网 30 公里；新增泊位 50 个；均于2025年底前全部完成。", ["2025-12-31 carried", "2025-12-31 carried"]],
    ["到2027年，覆盖率达到 90%，新建电站 5 座，2025年底前建成投用。", ["2027-12-31 clause", "2025-12-31 carried"]],
    ["到2025年，覆盖率达到 90%，新建电站 5 座，2030年底前全部完成。", ["2025-12-31 clause", "2025-12-31 carried"]],
    ["建成公园 8 个，其中上半年建成 3 个。", ["none -", "2024-06-30 clause"]],
    ["2025年底前改造2000年底前建成的老旧小区 120 个。", ["2025-12-31 clause"]],
    ["2000年以前建成的小区改造完成率达到 100%。", ["none -"]],
    ["未来三年，每年改造危房 100 户，累计完成 300 户。", ["2024-12-31 clause", "2026-12-31 carried"]],
    ["2025年、2027年分别改造管网 20 公里、30 公里。", ["2025-12-31 clause", "2027-12-31 clause"]],
    ["2020年起，每年2月底前完成检查 50 次，3月底前完成复查 30 次。", ["2025-02-28 clause", "2025-03-31 clause"]],
  ])("%s", (content, expected) => expect(read(content).map(dated)).toEqual(expected));

  test("the baseline year is kept apart", () => {
    expect(read("到2027年，回收量较2023年增长15%。").map(({ baselineYear, deadline }) => [baselineYear, deadline.date])).toEqual([[2023, "2027-12-31"]]);
  });

  test("a label dates what the clause leaves open, the clause goes before it", () => {
    const label = "2025 年工作目标";
    expect(read("保有量达到 30 万辆，到 2026 年达到 40 万辆。", { label }).map(dated)).toEqual(["2025-12-31 label", "2026-12-31 clause"]);
  });

  test("完成时限 decides over one date of the text, and leaves milestones as they are", () => {
    const cell = parseDeadline("2026年6月", context);
    expect(read("到 2025 年，建成电站 10 座。", { cell }).map(dated)).toEqual(["2026-06-30 column"]);
    expect(read("建成电站 10 座。", { cell }).map(dated)).toEqual(["2026-06-30 column"]);
    expect(read("到 2025 年，建成电站 10 座；到 2026 年，建成电站 20 座。", { cell }).map(dated)).toEqual(["2025-12-31 clause", "2026-12-31 clause"]);
  });
});

describe("ends without a figure need a date", () => {
  test.each([
    ["到 2025 年，老旧货车基本淘汰。", "老旧货车"],
    ["到 2025 年，建成国家级示范市。", "国家级示范市"],
    ["2025年6月底前，制定出台实施意见。", "实施意见"],
    ["2025年底前，各区县完成管网普查工作。", "管网普查工作"],
    ["到2025年，行政村5G网络实现全覆盖。", "行政村5G网络"],
    ["2025年底前黑臭水体基本得到治理。", "黑臭水体"],
    ["到2025年，全员劳动生产率高于全省平均水平。", "全员劳动生产率 >"],
  ])("%s", (content, expected) => {
    const [target, ...others] = read(content);
    expect(others).toEqual([]);
    expect(target?.qualitative).toBe(true);
    expect(target && said(target)).toBe(expected);
  });

  test.each(["老旧货车基本淘汰。", "到 2025 年，推进示范市建设。", "加快建成示范市。", "到2025年，结构持续优化。"])("%s is none", (content) => expect(read(content)).toEqual([]));
});

const SENTENCES = [
  "到2025年，累计建成绿色工厂350家、绿色园区30个。", "每年遴选40项左右优秀品牌进行宣传，其中农产品不少于10项。", "漏损率降至7.8%以内，回收量较2023年增长15%。",
  "覆盖率、利用率分别超过90%、70%。", "引进亿元以上项目30个，对30万千瓦以下机组实施改造。", "到2025年，老旧货车基本淘汰。", "2025年6月底前，新增学位5000个（其中公办3000个）。",
  "建设1到2个基地，推广5G应用。", "审批时间由22个工作日压缩至9个工作日，材料减少三分之一。",
] as const;
const plain = ({ indicator, operator, value, upper, scale, unit, baselineYear, qualitative, deadline, from }: Target) =>
  ({ indicator: indicator.replace(/[\s\u200b]/gu, ""), operator, value, upper, scale, unit, baselineYear, qualitative, date: deadline.date, kind: deadline.kind, from });

test("every clause is a stretch of the content at its start, and extracting twice is the same", () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...SENTENCES)), fc.array(fc.constantFrom("\n", "", "  ", "（一）")), (sentences, joins) => {
    const content = sentences.map((sentence, at) => sentence + (joins[at % Math.max(1, joins.length)] ?? "")).join("");
    const targets = read(content);
    for (const { clause, start } of targets) expect(content.slice(start, start + clause.length)).toBe(clause);
    expect(read(content)).toEqual(targets);
  }));
});

test("spaces between Chinese and digits change nothing", () => {
  fc.assert(fc.property(fc.constantFrom(...SENTENCES), fc.infiniteStream(fc.boolean()), (sentence, coins) => {
    const spaced = sentence.replace(/(?<=[一-龥])(?=\d)|(?<=\d)(?=[一-龥%])/gu, () => (coins.next().value === true ? " " : ""));
    expect(read(spaced).map(plain)).toEqual(read(sentence).map(plain));
  }));
});

test("full-width digits and signs change nothing", () => {
  const wide = (text: string): string => text.replace(/[\d%.~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  const narrow = (name: { readonly indicator: string }): string => name.indicator.replace(/[０-９]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  for (const sentence of SENTENCES) {
    expect(read(wide(sentence)).map(plain).map((one) => ({ ...one, indicator: narrow(one) }))).toEqual(read(sentence).map(plain));
  }
});

test("normalising a text changes none of its targets", () => {
  const damages = ["　", " ", "\u200b", "，，", "。。"] as const;
  fc.assert(fc.property(fc.constantFrom(...SENTENCES), fc.constantFrom(...damages), fc.nat(60), (sentence, damage, at) => {
    const place = /[，。]/u.test(damage) ? sentence.length : Math.min(at, sentence.length);
    const damaged = sentence.slice(0, place) + (/\d$/u.test(sentence.slice(0, place)) ? "" : damage) + sentence.slice(place);
    const tidy = TEXT_STEPS.reduce((text, step) => step.apply(text), damaged);
    expect(read(tidy).map(plain)).toEqual(read(damaged).map(plain));
  }));
});

test("any text is read", () => {
  const signs = Array.from("2025年底前，。；：（）“”《》、约达到增长以上个家%万亿三分之一其中分别均每较从至到建成 \n1.");
  fc.assert(fc.property(fc.array(fc.constantFrom(...signs), { maxLength: 80 }).map((parts) => parts.join("")), (content) => {
    for (const { clause, start, value } of read(content)) {
      expect(content.slice(start, start + clause.length)).toBe(clause);
      expect(value === null || Number.isFinite(value)).toBe(true);
    }
  }), { numRuns: 3000 });
});
