/**
 * Bodies that a reform of institutions (机构改革 of 2018 and of 2023) turned into others. One clear successor is taken by
 * rule; where cities went different ways the successors are only candidates.
 */

/** predecessors → successor, as names without place. A successor that begins with 市委 belongs to the party committee. */
const CLEAR = `
安全生产监督管理局 安全生产监管局 安全监管局 安全监督管理局 安监局 安全生产监督局→应急管理局
安全生产监督管理厅 安监厅→应急管理厅
环境保护局 环保局→生态环境局
环境保护厅 环保厅→生态环境厅
国土资源局 国土局 国土资源和规划局 国土资源规划局 国土和规划局 国土规划局 国土资源和房屋管理局 国土房管局 国土资源与房屋管理局 规划局 城乡规划局 规划和国土资源局 规划国土局 规划国土资源局 规划和国土资源管理局 规划国土资源管理局→自然资源和规划局
自然资源局 自资局→自然资源和规划局
国土资源厅 国土厅→自然资源厅
农业局 农牧局 农牧业局 农林局 农业和农村工作委员会 农业和畜牧局 农业委员会 农委→农业农村局
农业厅 农牧厅→农业农村厅
文化局 旅游局 旅游发展局 旅游发展委员会 旅游发展委 旅发委 旅游委 旅游委员会 文化广电新闻出版局 文广新局 文广局 文化广播影视局 文化广电局 文化广播电视新闻出版局 文化广电新闻出版旅游局 文化新闻出版广电局→文化和旅游局
文化厅 旅游发展厅→文化和旅游厅
卫生和计划生育委员会 卫生计生委 卫计委 卫生计生委员会 卫生和计生委 人口和计划生育委员会 人口计生委 计生委 人口计划生育委员会→卫生健康委员会
卫生和计划生育局 卫生计生局 卫计局 人口和计划生育局 人口计生局 计生局 卫生局→卫生健康局
卫生厅→卫生健康委员会
工商行政管理局 工商管理局 工商局 质量技术监督局 质监局 技术监督局 质量监督局 食品药品监督管理局 食品药品监管局 食药监局 食药局 市场和质量监督管理局 市场和质量监管局 市场质量监督管理局 工商行政管理和质量技术监督局 工商和质量技术监督管理局 工商和质监局 工商质监局 物价和市场监督管理局→市场监督管理局
城市管理综合行政执法局 城市管理行政执法局 城市管理执法局 城管执法局 城管行政执法局 城市管理和行政执法局 城乡管理执法局 城管和行政执法局 城市管理和综合行政执法局 城市管理与行政执法局 市容管理局 市政市容管理局 市容环卫局→城市管理局
经济和信息化委员会 经济信息化委员会 经信委 经济信息化委 经济和信息化委→工业和信息化局
人事局 劳动和社会保障局 劳动社会保障局 劳动局 劳动保障局 人事劳动和社会保障局 人事劳动社会保障局 人劳社局→人力资源和社会保障局
建设局 住房和城市建设局 规划建设局 城乡规划建设局 规划和建设局 住房和城乡规划建设局 城乡建设和住房保障局→住房和城乡建设局
建设厅→住房和城乡建设厅
粮食局→粮食和物资储备局
法制办 法制办公室 政府法制办公室→司法局
扶贫办 扶贫办公室 扶贫开发办公室 扶贫开发局 扶贫局 扶贫开发领导小组办公室→乡村振兴局
金融办 金融办公室 金融工作办公室 金融服务办公室 金融工作办 金融服务办→市委金融委员会办公室
编办 编制办 机构编制委员会办公室→市委机构编制委员会办公室
网信办 互联网信息办公室 网络安全和信息化办公室→市委网络安全和信息化委员会办公室
台办 台湾事务办公室 台湾工作办公室 台湾事务办→市委台湾工作办公室
农办 农业和农村工作办公室 农村工作办公室 农工办→市委农村工作领导小组办公室
改革办 深改办→市委全面深化改革委员会办公室
外办 外事办 外事办公室 外事工作办公室 外事服务办公室 外事侨务办公室 外侨办 外事和侨务办公室→市委外事工作委员会办公室
文明办 精神文明办 精神文明建设办公室 精神文明建设委员会办公室 精神文明建设指导委员会办公室→市委精神文明建设委员会办公室
军民融合办 军民融合发展办公室→市委军民融合发展委员会办公室
老干部局 老干局→市委老干部局
政法委 政法委员会→市委政法委员会
财经办→市委财经委员会办公室
国安办→市委国家安全委员会办公室
监察局 监察厅→纪律检查委员会
保密局 国家保密局→市委保密和机要局
国税局 国家税务局 地税局 地方税务局→税务局
新闻出版广电局→广播电视局
林业和城乡绿化局→园林和林业绿化局
公安消防支队 公安局消防支队→消防救援支队
公安消防大队 公安局消防大队→消防救援大队
公安消防总队→消防救援总队
`;

/** Predecessors that some cities still have under that name, or that are the usual short form of the party's own office: no old names by themselves. */
const STILL_IN_USE = /(?:自然资源局|农牧局|外办|外事办|外事办公室|网信办|台办|编办|农办|文明办|改革办|军民融合办|财经办|国安办|保密局)$/u;

/** Whether a predecessor's name is in use today, so that only a successor beside it tells that it was meant as another name. */
export function isStillInUse(name: string): boolean {
  return STILL_IN_USE.test(name);
}

/** Bodies whose tasks went to different successors in different cities: shown, never taken. */
const UNCLEAR = `
地方金融监督管理局→市委金融委员会办公室
金融工作局→市委金融委员会办公室
经济贸易委员会→工业和信息化局 商务局
经济和信息化局→工业和信息化局
科技和信息化局→科学技术局 工业和信息化局
物价局→发展和改革委员会 市场监督管理局
外经贸局→商务局
商业局→商务局
建设委员会→住房和城乡建设局 住房和城乡建设委员会
城乡建设委员会→住房和城乡建设局 住房和城乡建设委员会
综合行政执法局→城市管理局
人民防空办公室→国防动员办公室
大数据局→数据局
信访局→市委社会工作部
侨务办公室→市委统一战线工作部
公务员局→市委组织部
畜牧兽医局→农业农村局
乡村振兴局→农业农村局
城乡水务局→水务局
水务局→水利局
`;

function pairs(table: string): readonly (readonly [readonly string[], readonly string[]])[] {
  return table
    .trim()
    .split("\n")
    .map((line) => {
      const [from = "", to = ""] = line.split("→");
      return [from.split(" "), to.split(" ")] as const;
    });
}

/** Predecessor's name without place → successor's full name. */
export const SUCCESSOR: ReadonlyMap<string, string> = new Map(
  pairs(CLEAR).flatMap(([from, to]) => from.map((name): [string, string] => [name, to[0] ?? name])),
);

/** A name without place → the full names of what it may have become. */
export const POSSIBLE_SUCCESSORS: ReadonlyMap<string, readonly string[]> = new Map(
  pairs(UNCLEAR).flatMap(([from, to]) => from.map((name): [string, readonly string[]] => [name, to])),
);
