/** The words that follow a figure, by what they measure. What is not here makes no target: 5G, 2 级, 12 导. */

export type UnitKind =
  /** Things that are counted one by one. */
  | "count"
  /** Kinds, ways and sides: 4 种方式 describes, and is a target only where an operator says so. */
  | "sort"
  | "measure" | "money" | "time" | "percent"
  /** 倍, 番, 成. */
  | "share"
  /** No unit at all: 死亡率控制在 0.02 以内. */
  | "pure";

const WORDS: Readonly<Record<UnitKind, string>> = {
  count:
    "个 家 名 人 项 座 所 场 次 条 辆 台 套 件 处 户 间 栋 幢 支 门 期 篇 部 份 对 组 位 张 册 本 只 头 羽 株 棵 艘 架 列 班 堂 例 宗 起 笔 单 款 村 社区 "
    + "人次 人年 车次 架次 场次 户次 批次 家次 班次 航次 趟次 项次 件次 台次 台套 张床位 床 个床位 个学位 学位 泊位 车位 标箱 标准箱 TEU 枚 盏 根 块 幅 集 首 字 课时 学时 "
    + "分 桩 枪 卷 听 桶 箱 亩次 尾 届次 余人 人份 剂 剂次 穴 袋 只次 篇次 幢楼 校 园 店 站",
  sort: "种 类 层 级次",
  measure:
    "吨 千克 公斤 克 毫克 微克 斤 公里 千米 米 厘米 毫米 平方米 平方公里 平方千米 平米 公顷 亩 立方米 立方 升 千瓦 千瓦时 兆瓦 兆瓦时 吉瓦 瓦 千伏 千伏安 兆伏安 伏 "
    + "kV kW kWh MW GW km kg mm cm m2 ㎡ km2 吉焦 焦 帕 兆帕 摄氏度 ℃ 分贝 吨标准煤 吨标煤 千克标准煤 克标准煤 岁 周岁 兆 Mbps Gbps TB PB PFlops P 尺 蒸吨 标准立方米 当量 吨二氧化碳",
  money: "元 美元 欧元 日元 港元",
  time: "年 个月 月 日 天 周 小时 分钟 秒 个工作日 工作日 个小时 学年 个学期 个季度",
  percent: "% ‰ 个百分点 百分点 个千分点",
  share: "倍 番 成",
  pure: "",
};

interface Word {
  readonly word: string;
  readonly kind: UnitKind;
}

/** By first sign, longest first. */
const BY_SIGN: ReadonlyMap<string, readonly Word[]> = (() => {
  const map = new Map<string, Word[]>();
  for (const [kind, words] of Object.entries(WORDS) as readonly (readonly [UnitKind, string])[]) {
    for (const word of words === "" ? [] : words.split(" ")) {
      const sign = word.charAt(0);
      map.set(sign, [...(map.get(sign) ?? []), { word, kind }]);
    }
  }
  for (const words of map.values()) words.sort((left, right) => right.word.length - left.word.length);
  return map;
})();

/** Signs after a unit that make another word of it: 四人间, 3 级别, 一次性, 5 分之, 2 户外. */
const ANOTHER_WORD: ReadonlyMap<string, string> = new Map([
  ["人", "间才口均体"], ["次", "性"], ["分", "之别类级布"], ["本", "科地级市"], ["部", "门委"], ["户", "外"], ["对", "口应"], ["名", "单"], ["日", "常报益"],
  ["年", "级龄检轻制"], ["月", "度"], ["条", "件"], ["家", "庭"], ["期", "间限"], ["所", "有"], ["场", "所景"], ["P", "C"], ["成", "果效立员本功为"],
  ["校", "区园"], ["园", "区"], ["站", "点"], ["级", "别"], ["单", "位"], ["张", "家"], ["位", "于"], ["支", "持部队付"], ["门", "诊"], ["起", "来"], ["处", "理置"],
]);

/** Where the measure word stands after all: 3 支队伍. */
const STILL_UNIT = ["支队伍"];

export interface UnitRead {
  readonly word: string;
  readonly kind: UnitKind;
  readonly end: number;
}

/** The measure word that begins at `at`, with what follows its slash (宗/天, 微克/立方米), or null. */
export function unitAt(text: string, at: number): UnitRead | null {
  for (const { word, kind } of BY_SIGN.get(text.charAt(at)) ?? []) {
    if (!text.startsWith(word, at)) continue;
    const end = at + word.length;
    const next = text.charAt(end);
    if (/[A-Za-z]$/u.test(word) && /[A-Za-z0-9]/u.test(next)) continue;
    const barred = next !== "" && (ANOTHER_WORD.get(word)?.includes(next) ?? false);
    if (barred && !STILL_UNIT.some((known) => text.startsWith(known, at))) continue;
    return compound(text, { word, kind, end });
  }
  return null;
}

/** 台(套) and 宗/天. */
function compound(text: string, unit: UnitRead): UnitRead {
  if (text.charAt(unit.end) === "(" && text.charAt(unit.end + 2) === ")" && BY_SIGN.has(text.charAt(unit.end + 1))) {
    return { ...unit, word: text.slice(unit.end - unit.word.length, unit.end + 3), end: unit.end + 3 };
  }
  if (text.charAt(unit.end) !== "/") return unit;
  // 分/千瓦时 before 张/千人: a measure may begin as a power word does.
  const per = unitAt(text, unit.end + 1) ?? (/^[万千百亿]/u.test(text.charAt(unit.end + 1)) ? unitAt(text, unit.end + 2) : null);
  if (per === null) return unit;
  const kind = unit.kind === "count" ? "count" : "measure";
  return { kind, end: per.end, word: text.slice(unit.end - unit.word.length, per.end) };
}
