/** Names, titles, standards, formulas and set phrases as officials write them: normalising touches none, and no rule wants one changed. */
import { checkLedger } from "../../../src/core/rules/checkLedger";
import { RULES } from "../../../src/core/rules/index";
import { planNormalize } from "../../../src/core/rules/planNormalize";
import { aSheet, contextOf } from "../../support/aLedger";

const NAMES = `
1+N政策体系|“1+3+N”工作机制|“3+1”主导产业|“135”工作法|“10+1”产业集群|5G工厂|5G-A网络|6G试验网|“5G+工业互联网”|“互联网+医疗健康”|“互联网+监管”|“数据要素×”行动|“AI+”行动
高炉-转炉长流程|短流程电炉炼钢|燃煤锅炉“煤改电”|国三柴油货车|国四排放标准|国ⅥB标准|准Ⅳ类水质|地表水Ⅲ类|Ⅱ级应急响应|一级A标准|A、B级企业|B级及引领性企业
PM2.5浓度|PM10浓度|O3-8h浓度|NOx减排|VOCs治理|CO2排放|H2S监测|N2O排放|SO2去除率|CODcr|TP、TN指标|pH值6—9
GB 55015—2021|GB/T 15834—2011|GB/T 9704—2012|GB 37822—2019|DB37/T 4526—2022|HJ 1013—2018|ISO 9001认证|IATF 16949认证|CJJ/T 134|JGJ 59—2011|T/CECS 1000—2022
《政府工作报告》|《“十四五”数字经济发展规划》|《关于推动大规模设备更新和消费品以旧换新的行动方案》|《中华人民共和国安全生产法》|《生活饮用水卫生标准》（GB 5749—2022）|《2030年前碳达峰行动方案》|《党政机关公文格式》|《山东省 2024 年行动计划》|《乡村振兴促进法》|《信访工作条例》
国发〔2024〕7号|鲁政发〔2024〕3号|济政发〔2024〕9号|发改环资〔2024〕1104号|建办城函〔2023〕99号|财建〔2024〕128号|绵府办发〔2026〕9号
110 kV变电站|±800 kV直流|500 kV线路286 km|10 kV配网|2×66万千瓦机组|3×750 MVA主变|800 MW/3200 MWh储能|40 GW产能|1200 PFLOPS算力|PUE≤1.25|70 MPa加氢站|N-1通过率|7×24小时|24小时值守|8小时工作制|12导心电图仪|64排CT|1.5T磁共振|CT/DR设备|DR、彩超|B超|X光机
12345热线|“12345”政务服务便民热线|120急救|119消防宣传月|110警务站|12315平台|12328热线|96596热线
G35济广高速|G210线K682+300—K731+800段|S242临淄至历城段|K12+300处|1#楼、2#楼|3#—6#楼|A1地块|B-07-02地块|地铁4号线|R2线二期|T3航站楼|T/C指标
IPv6规模部署|API网关|ERP、MES系统|SaaS服务|GPU服务器|LNG储气|CNG加气站|R&D经费|TOPCon电池|NdFeB磁体|AB5型合金|BIM+CIM平台|IOC平台|EOD项目|PPP项目|REITs试点|ESG报告|MSDS说明|LED路灯|OLED面板|VR/AR体验|App备案|Wi-Fi 6覆盖|H5页面|DCMM贯标|CMMI认证
“三品”专项行动|“千项技改、千企转型”|“小巨人”企业|“专精特新”中小企业|“四上”企业|“双碳”目标|“两客一危”|“九小场所”|“五个一批”|“一网通办”|“跨省通办”|“高效办成一件事”|“雪亮工程”|“四好农村路”|“村BA”“村超”|“学、查、改”
80%以上|5%～95%|3‰|≥42 μg/m³|≤7.8%|20 ℃|1.5万㎡|7吨/月·平方公里|35蒸吨/小时|300克标准煤/千瓦时|1∶4|6∶4分担|2026—2030年|1—10月|1/3以上|第90百分位|20～30家|1,200万元|12.4 km
济南—青岛通道|京津冀—长三角|习仲勋·照金|阿·克里木|古力·艾买提|中国（山东）自由贸易试验区|稀土（永磁）材料|（功能区管委会）|市政府有关部门（单位）|国网济南供电公司|人民银行山东省分行|中国（绵阳）科技城
`.trim().split(/[|\n]/u);

test("there are many of them", () => {
  expect(new Set(NAMES).size).toBe(NAMES.length);
  expect(NAMES.length).toBeGreaterThanOrEqual(150);
});

describe.each(["master", "official"] as const)("in the spelling %s", (style) => {
  test.each(NAMES)("%s stays as it is", (name) => {
    const given = [{ content: `抓好${name}。` }];
    const context = contextOf({ name: "", given, style, reports: [] }, aSheet(given));
    expect(planNormalize(context, RULES)).toEqual([]);
    expect(checkLedger(context, RULES).filter(({ fix }) => fix !== null).map(({ rule, fix }) => [rule, fix?.to])).toEqual([]);
  });
});
