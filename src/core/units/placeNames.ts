/** Names of the provinces and of the prefectures, for telling "济南海关" and "济南市商务局" apart from other words. */

/** Province-level names: short form to full form. */
export const PROVINCES: ReadonlyMap<string, string> = new Map(
  [
    "河北省 山西省 辽宁省 吉林省 黑龙江省 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 海南省 四川省",
    "贵州省 云南省 陕西省 甘肃省 青海省 台湾省",
  ]
    .join(" ")
    .split(" ")
    .map((full): [string, string] => [full.slice(0, -1), full])
    .concat([
      ["内蒙古", "内蒙古自治区"], ["广西", "广西壮族自治区"], ["西藏", "西藏自治区"], ["宁夏", "宁夏回族自治区"], ["新疆", "新疆维吾尔自治区"],
    ]),
);

const CITIES = [
  "北京 天津 上海 重庆",
  "石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水",
  "太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁",
  "呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布",
  "沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛",
  "长春 四平 辽源 通化 白山 松原 白城",
  "哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化",
  "南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁",
  "杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水",
  "合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城",
  "福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德",
  "南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶",
  "济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 莱芜",
  "郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源",
  "武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 仙桃 潜江 天门",
  "长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底",
  "广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮",
  "南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左",
  "海口 三亚 三沙 儋州",
  "成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳",
  "贵阳 六盘水 遵义 安顺 毕节 铜仁",
  "昆明 曲靖 玉溪 保山 昭通 普洱 临沧",
  "拉萨 日喀则 昌都 林芝 山南 那曲",
  "西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛",
  "兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南",
  "西宁 海东 银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依 吐鲁番 哈密",
];

/** The autonomous prefectures by their full names; the short form is the name without the peoples: 凉山州. */
const PREFECTURES: readonly string[] = (
  "延边朝鲜族 恩施土家族苗族 湘西土家族苗族 阿坝藏族羌族 甘孜藏族 凉山彝族 黔西南布依族苗族 黔东南苗族侗族 黔南布依族苗族 楚雄彝族 红河哈尼族彝族 "
  + "文山壮族苗族 西双版纳傣族 大理白族 德宏傣族景颇族 怒江傈僳族 迪庆藏族 临夏回族 甘南藏族 海北藏族 黄南藏族 海南藏族 果洛藏族 玉树藏族 海西蒙古族藏族 "
  + "昌吉回族 博尔塔拉蒙古 巴音郭楞蒙古 克孜勒苏柯尔克孜 伊犁哈萨克"
).split(" ");
const PEOPLES = /(?:朝鲜族|土家族苗族|藏族羌族|布依族苗族|苗族侗族|哈尼族彝族|壮族苗族|傣族景颇族|蒙古族藏族|傈僳族|[藏彝傣白回]族|蒙古|柯尔克孜|哈萨克)$/u;

/** Short form (凉山州) → full name (凉山彝族自治州). */
export const PREFECTURE_NAMES: ReadonlyMap<string, string> = new Map(
  PREFECTURES.map((full): [string, string] => [`${full.replace(PEOPLES, "")}州`, `${full}自治州`]),
);

const CITY_SET: ReadonlySet<string> = new Set(CITIES.join(" ").split(" "));

/** The longest name of a prefecture without 市. */
export const LONGEST_CITY = 4;

/** Whether this is the name of a prefecture-level city without its 市. */
export function isCityName(name: string): boolean {
  return CITY_SET.has(name);
}

/** The prefecture-level city that the text begins with, without its 市; null where none. */
export function leadingCity(text: string): string | null {
  for (let length = LONGEST_CITY; length >= 2; length--) {
    const name = text.slice(0, length);
    if (name.length === length && CITY_SET.has(name)) return name;
  }
  return null;
}

/** The full name of the province that the text begins with and the number of characters it takes; null where none. */
export function leadingProvince(text: string): { readonly full: string; readonly length: number } | null {
  for (const [short, full] of PROVINCES) {
    if (!text.startsWith(short)) continue;
    return { full, length: text.startsWith(full) ? full.length : short.length };
  }
  return null;
}
