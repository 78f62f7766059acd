import fc from "fast-check";

/** Pieces that ledgers are made of, sound and damaged. */
const PIECES = [
  "到 2025 年", "到2027年", "25年底", "70%以上", "92% 以上", "70 %", "７０％", "５５．２", "1，200", "1,200 万元", "5~95%", "5～10 家", "2．5 万辆",
  "市财政局", "市 财政局", "市\u00a0商务局", "市应急管理局", "市应急局", "各区县（功能区）", "（功能区)", "(试行)", "等有关部门", "《方案（2024 年版）》", "《到2025年》",
  "“互联网+回收”", "\"三品\"", "“", "”", "（", ")", "高炉-转炉", "1+N", "5G 工厂", "CT、DR", "DCMM贯标", "GB 55015", "准 IV 类",
  "、", "，", "。", "；", "：", ",", ";", ":", ".", "，，", "。。", " ", "  ", "\u3000", "\u00a0", "\u200b", "\n", "\n\u3000\u3000", "\t",
  "http://a.cn/x?y=1,2", "10:30", "1:3", "9月31日", "2025年6月30日", "鲁政发[2024]3号", "台帐", "同上", "减少一倍", "率达到70", "正在推进", "一、", "（一）", "(一) ",
  "推进", "项目", "建设", "3", "12", "a", "Z",
] as const;

/** A text as cells of a ledger hold it, with every damage that rules know. */
export function ledgerText(pieces = 12): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom<string>(...PIECES), { maxLength: pieces }).map((parts) => parts.join(""));
}

/** Official names and terms that normalising may never touch. */
export const NAMES_TO_KEEP = [
  "形成“1+N”政策体系。", "建设5G工厂、CT/DR 设备。", "执行《建筑节能与可再生能源利用通用规范》（GB 55015）。", "高炉-转炉长流程企业。", "推行“互联网+回收”模式。",
  "完成准 IV 类提标改造。", "国三及以下排放标准。", "各区县人民政府（功能区管委会）", "国家金融监督管理总局莱芜监管分局", "《办法（2024 年版）》", "12 导心电图仪。",
  "网址：https://www.jinan.gov.cn/a,b;c(1).html。", "上午 10:30 前。", "比例为 1:3。", "ISO 9001:2015 标准。", "COVID-19 疫情。", "PM2.5 浓度。", "0531-88888888", "“十四五”规划……", "省——市——县。",
] as const;
