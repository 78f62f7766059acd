/**
 * The words that lead to a figure or follow it, and what they make of it: 不少于 30, 力争达到 70%, 降至 7.8% 以内.
 * They are read backwards from the figure, because the nearest word decides.
 */
import type { Operator } from "./target";

export type PredicateRole =
  /** Sets the operator whatever else is said. */
  | "compare"
  /** 达到, 提高到: the figure is the level; the operator is `>=` where no other is said. */
  | "reach"
  /** 压缩至, 降到: the figure is a ceiling. */
  | "lower"
  /** 增长, 下降 N: the figure is the change. */
  | "change"
  /** What is done: 建成, 培育, 举办. */
  | "act"
  /** 推动, 支持: done through others; what is named may exist already. */
  | "push"
  /** 围绕, 等, 对: what is named exists already; its number is no target. */
  | "weak"
  | "about" | "deal" | "each" | "soft";

interface PredicateWord {
  readonly word: string;
  readonly role: PredicateRole;
  readonly operator: Operator | null;
}

const WORDS: readonly (readonly [PredicateRole, Operator | null, string])[] = [
  ["compare", ">=", "不少于 不低于 不小于 不得少于 不得低于 应不少于 应不低于 至少 至少达到 最少 最低 不下于 大于等于 ≥ ≧ ⩾ >= 不少於 保底 不弱于"],
  ["compare", ">", "> 超过 超出 突破 大于 高于 多于 超 逾 跨过 迈过 迈上 高出"],
  ["compare", "<=", "不超过 不高于 不大于 不多于 不得超过 不得高于 不突破 至多 最多 最高 最高不超过 最长 最长不超过 ≤ ≦ ⩽ <= 控制在 限制在 小于等于 不长于"],
  ["compare", "<", "< 低于 小于 少于 不足 不到 未达"],
  ["lower", "<=",
    "压缩至 压缩到 压缩为 压减至 压减到 压减为 降至 降到 降为 降低至 降低到 降低为 下降至 下降到 下降为 缩短至 缩短到 缩短为 减至 减到 减为 减少至 减少到 减少为 缩减至 缩减到 "
    + "缩减为 缩小至 缩小到 压降至 压降到 控制到 精简至 精简到 精简为 回落至 回落到 下调至"],
  ["reach", null,
    "达到 达 达成 超额完成 增长到 增长至 增长为 提高到 提高至 提升到 提升至 提升为 增加到 增加至 增加为 扩大到 扩大至 上升到 上升至 增至 增到 升至 升到 提至 发展到 发展至 稳定在 "
    + "保持在 维持在 保持 实现 为 至 到 突破至 拓展到 拓展至 扩展到 扩展至 扩增至 扩容至 延长至 延长到 提速至 提速到 提标至 有 占到"],
  ["change", null,
    "增长 提高 提升 增加 上升 扩大 增 净增 净增长 新增长 下降 降低 减少 压减 压缩 缩短 削减 消减 压降 缩减 减排 节约 减 降 下调 上调 减量 翻 延长 精简 节省 提速 递增"],
  ["about", "~", "约 大约 近 接近 大致 约为 近似"],
  ["deal", null, "分别"],
  ["each", null, "均 都 各 各自 每百户 每百人 每千人 每千户 每万人 每万人口 每千人口 每户 每人 平均 总体 全部 基本 年均 户均 人均 每年 整体"],
  ["soft", null,
    "累计 总计 合计 共 共计 总共 总 再 将 要 应 能 须 需 可 力争 争取 确保 进一步 重点 新 计划 预计 拟 同比 环比 同时 先后 分批 积极 全面 有序 加快 持续 大力 稳步 逐步 着力 深入 努力 全年 "
    + "当年 又 就 并 也 还 已 联合 自主 集中 每 统筹 高标准 高质量 高水平 全市 全省 全区 全县"],
  ["act", null,
    "建成 建设 新建 改建 扩建 续建 改扩建 新改扩建 新改建 新(改)建 新(改、扩)建 新(改扩)建 新(扩)建 改(扩)建 (改)建 (改扩)建 新建(改建) 新建成 安排 下达 扩种 新创 启动 办好 办成 建好用好 新引进 新培育 新认定 改造 提升改造 改造提升 新增 增设 培育 培养 孵化 引进 引育 招引 引入 举办 承办 开展 组织 组织开展 实施 完成 打造 创建 发展 推广 推出 遴选 "
    + "评选 认定 扶持 支持 选拔 选派 选树 培训 轮训 资助 淘汰 更新 报废 拆除 拆解 整治 治理 修复 建立 设立 布局 布设 投放 配备 配置 购置 采购 安装 加装 创成 获批 获评 获得 申报 争取 争创 签约 签订 "
    + "落地 开工 竣工 投产 投用 盘活 消化 处置 化解 清理 关停 退出 招聘 招收 招录 录用 安置 转移 转化 带动 发放 筹集 筹建 建 办 育 种植 栽植 补植 造林 绿化 制定 修订 制修订 制订 发布 出台 形成 "
    + "征集 开发 研发 攻克 登记 表彰 开设 立项 结项 出版 发表 召开 走访 慰问 服务 覆盖 惠及 检查 抽查 巡查 排查 监测 检测 储备 供应 供给 提供 保障 收储 出让 整理 复垦 完善 打通 开通 开行 新开 运营 "
    + "运送 接待 吸引 集聚 聚集 公布 遴选发布 建造 回收 销售 交易 实行 制作 拍摄 播出 宣传 推介 推送 推荐 选送 选聘 聘请 新聘 解决 办理 查办 办结 化解处置 创作 演出 出口 进口 生产 加工 处理 "
    + "集中 落实 建好 建强 做强 做优 壮大 布展 编制 编写 梳理 确定 评定 命名 授牌 挂牌 揭牌 备案 巩固 改善 疏浚 疏通 清淤 铺设 敷设 架设 联通 接入 整合 归集 开放 上线 汇聚 引导 动员 发动 招募 "
    + "救助 帮扶 资助培养 选拔资助 遴选扶持 引进和培养 购买 购入 投入 投资 筹措 落实资金 撬动 放贷 授信 减免 兑现 上缴 入库 达产 达效 新购 拓展 扩大开放 转型 升级 解读 受理 集成 试点 示范 应用 利用 使用 树立 亮化 硬化 美化 绿化 新辟 更换 优化 调整 优化调整 整修 维修 加固 新修 养护 提档升级 提质改造 提标改造 综合利用 消纳 选取 选择 确定 创成 争创 完成改造 落地开工 招引落地 选树 曝光 发行 认证 组建 筹办 开办 增开 增加投放 升级改造"],
  ["push", null, "推动 推进 促进 指导 帮助 助力 支撑 力推 督促 鼓励"],
  ["weak", null,
    "协助 加强 围绕 聚焦 按照 依照 根据 针对 依托 通过 结合 包括 包含 涉及 分为 分成 现有 原有 拥有 作为 属于 位于 共有 等 从 由 以 对 于 在 据 用 利用 距 距离 目前 已有 "
    + "原来的 现在的 原来 现在 面向 依据 参照 每逢 相当于 其他 另外 前 后 近年 最近 过去 连续 为期 间隔 满 年满 未满 超龄"],
];

/** By last sign, longest first: words are met from behind. */
const BY_LAST: ReadonlyMap<string, readonly PredicateWord[]> = (() => {
  const map = new Map<string, PredicateWord[]>();
  for (const [role, operator, words] of WORDS) {
    for (const word of words.split(" ")) {
      const sign = word.charAt(word.length - 1);
      map.set(sign, [...(map.get(sign) ?? []), { word, role, operator }]);
    }
  }
  for (const words of map.values()) words.sort((left, right) => right.word.length - left.word.length);
  return map;
})();

function wordEndingAt(text: string, from: number, at: number): PredicateWord | null {
  for (const entry of BY_LAST.get(text.charAt(at - 1)) ?? []) {
    if (at - entry.word.length < from || !text.endsWith(entry.word, at)) continue;
    if (entry.word.length > 1 || standsAlone(text, from, at, entry.word)) return entry;
  }
  return null;
}

/** Words of one sign that are seldom the end of another word. */
const SAFE_SINGLES = "达至到约超逾为翻均各≥≧⩾>≤≦⩽<";

/** A word of one sign is one only where a word ends before it: 再新 30, but not 创新 3 项. */
function standsAlone(text: string, from: number, at: number, sign: string): boolean {
  if (SAFE_SINGLES.includes(sign) || at - 1 === from) return true;
  const before = text.charAt(at - 2);
  if (sign === "近") return !"附最邻临接".includes(before);
  return !/[一-龥]/u.test(before) || wordEndingAt(text, from, at - 1) !== null;
}

/** The longest predicate word that begins at `at`, by its first sign, for reading forwards. */
const BY_FIRST: ReadonlyMap<string, readonly PredicateWord[]> = (() => {
  const map = new Map<string, PredicateWord[]>();
  for (const words of BY_LAST.values()) {
    for (const entry of words) map.set(entry.word.charAt(0), [...(map.get(entry.word.charAt(0)) ?? []), entry]);
  }
  for (const words of map.values()) words.sort((left, right) => right.word.length - left.word.length);
  return map;
})();

export function wordAt(text: string, at: number, to: number): PredicateWord | null {
  for (const entry of BY_FIRST.get(text.charAt(at)) ?? []) {
    if (at + entry.word.length <= to && text.startsWith(entry.word, at)) return entry;
  }
  return null;
}

export interface Predicate {
  /** Where the words that lead to the figure begin. */
  readonly start: number;
  /** The same without verbs of doing: 农机报废更新 300 台 is about 农机报废更新. */
  readonly bareStart: number;
  /** The role nearest to the figure, `about`, `soft` and the like apart; null where no such word leads to it. */
  readonly head: PredicateRole | null;
  readonly headWord: string;
  readonly operator: Operator | null;
  readonly about: boolean;
  readonly deal: boolean;
  readonly each: boolean;
}

const NO_PREDICATE: Predicate = { start: 0, bareStart: 0, head: null, headWord: "", operator: null, about: false, deal: false, each: false };
const MAIN: ReadonlySet<PredicateRole> = new Set(["compare", "reach", "lower", "change", "act", "push", "weak"]);
const JOINS = "和及、并与或";

/** Reads the words before the figure at `figure`, back to `from` at most. */
export function predicateBefore(text: string, from: number, figure: number): Predicate {
  const apart = APART.exec(text.slice(Math.max(from, figure - 20), figure));
  if (apart) {
    const start = figure - apart[0].length;
    return { ...NO_PREDICATE, start, bareStart: start, head: "change", headWord: apart[0], operator: apart[0].startsWith("低于") ? "<" : ">" };
  }
  let read: Predicate = { ...NO_PREDICATE, start: figure, bareStart: figure };
  for (;;) {
    const word: PredicateWord | null = wordEndingAt(text, from, read.start) ?? joinedAct(text, from, read);
    if (word === null || (word.role === "weak" && read.head !== null)) return read;
    read = withWord(read, word);
    if (word.role === "weak") return read;
  }
}

/** One more word, nearer to the beginning. The nearest main word is the head; a farther one sets the operator only where it compares. */
function withWord(read: Predicate, { word, role, operator }: PredicateWord): Predicate {
  const start = read.start - word.length;
  const isMain = MAIN.has(role);
  const opens = read.head === null || read.head === "reach" || read.head === "change" || role === "compare";
  const doing = role === "act" || role === "push";
  return {
    start,
    bareStart: !doing && read.bareStart === read.start ? start : read.bareStart,
    head: isMain ? (read.head ?? role) : read.head,
    headWord: isMain && read.head === null ? word : read.headWord,
    operator: read.operator ?? (isMain && opens ? operator : null),
    about: read.about || role === "about",
    deal: read.deal || role === "deal",
    each: read.each || (role === "each" && EACH.has(word)),
  };
}

/** 均, 都, 各: the figure is each one's. */
const EACH: ReadonlySet<string> = new Set(["均", "都", "各", "各自"]);

/** 高于全省平均水平|2个百分点: how far from a level that others set. */
const APART = /(?:高于|低于|快于|优于|超过|高出|好于)(?:全[国省市区县州]|上年|去年|同期|同类|行业|规上)[^，、；]{0,8}(?:平均|平均水平|水平|平均值|平均增速|同期|增速)$/u;

/** 引进和培养: a joining sign between two verbs. */
function joinedAct(text: string, from: number, { start, head }: Predicate): PredicateWord | null {
  if (head !== "act" || !JOINS.includes(text.charAt(start - 1))) return null;
  const before = wordEndingAt(text, from, start - 1);
  return before?.role === "act" ? { ...before, word: before.word + text.charAt(start - 1) } : null;
}

export interface Bound {
  readonly operator: Operator | null;
  readonly end: number;
}

const BOUND = /(?:\(含\))?(?:(?<least>及?以上|之上)|(?<most>及?以下|之下|以内|之内|内(?![部蒙涵容生外需控设科河陆环]))|(?<about>左右|上下))?/uy;

/** The words after a figure that bound it: 以上, 以内, 左右; `end` is after them. */
export function boundAfter(text: string, at: number): Bound {
  BOUND.lastIndex = at;
  const found = BOUND.exec(text);
  if (!found) return { operator: null, end: at };
  const { least, most, about } = found.groups ?? {};
  const operator = least !== undefined ? ">=" : most !== undefined ? "<=" : about !== undefined ? "~" : null;
  return { operator, end: operator === null ? at : at + found[0].length };
}

/** The operator that the words before and after a figure make: 左右 before all, then a comparison, then 以上. */
export function operatorOf(predicate: Predicate, bound: Bound): Operator {
  if (predicate.about || bound.operator === "~") return "~";
  // 高于平均水平1个百分点以上: how far, and at least so far.
  if (predicate.head === "change" && bound.operator !== null) return bound.operator;
  if (predicate.operator !== null) return predicate.operator;
  return bound.operator ?? ">=";
}

const RANK = /(?:稳定|持续|力争|继续)?(?:进入|跻身|位居|位列|保持在?|稳居|居|列|排在|排名(?=[在全前])|排)(?:在)?(?:全[国省市球]|世界|同类城市|同类)?(?:[^，、]{0,4})前$/u;

/** 排名进入全省前|10位: the words that make a rank of the figure; null where none do. A rank is reached from above. */
export function rankBefore(text: string, from: number, figure: number): Predicate | null {
  if (text.charAt(figure - 1) !== "前") return null;
  const found = RANK.exec(text.slice(Math.max(from, figure - 16), figure));
  if (!found) return null;
  const start = figure - found[0].length + (found[0].startsWith("排名") ? 2 : 0);
  return { ...NO_PREDICATE, start, bareStart: start, head: "lower", headWord: found[0], operator: "<=" };
}
