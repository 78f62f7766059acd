/**
 * What a 状态 cell says. The words are compared whole: a word that only occurs in a sentence ("未滞后", "已完成招标")
 * decides nothing, because a misread status could turn a row red. The same lists become native formulas (`formula.ts`).
 */

export const STATUSES = ["done", "ongoing", "notStarted", "behind"] as const;

/** What is reported about a task; the order is that of `STATUSES`. */
export type Status = (typeof STATUSES)[number];

const WORDS: Readonly<Record<Status, string>> = { done: "已完成", ongoing: "进行中", notStarted: "未启动", behind: "滞后" };

/** The word CONTRACT gives the status. */
export function statusWord(status: Status): string {
  return WORDS[status];
}

/** Strings that are taken out of a status before it is compared; control characters go as well. The bar parts words in formulas. */
export const STATUS_NOISE = ["|", " ", "\u00a0", "\u3000", "\u200b", "\ufeff", "。", "！"] as const;

/** Signs of two widths, with the one they are compared in. */
export const STATUS_WIDTHS = [["％", "%"], ["１", "1"], ["０", "0"], ["✓", "√"], ["✔", "√"], ["☑", "√"]] as const;

const DONE =
  "已完成 完成 已办结 办结 已完结 完结 已销号 销号 已办完 办理完毕 已办理完毕 全部完成 已全部完成 全面完成 已全面完成 全部办结 已全部办结 " +
  "提前完成 已提前完成 超额完成 已超额完成 按期完成 已按期完成 按时完成 已按时完成 如期完成 已如期完成 圆满完成 已圆满完成 顺利完成 已顺利完成 " +
  "完成100% 已完成100% 100%完成 100% 目标完成 目标已完成 已完成目标 完成目标 任务完成 任务已完成 已完成任务 已经完成 已经办结 " +
  "已整改 整改完成 已整改完成 整改到位 已整改到位 已落实 已落实到位 落实到位 已实现 已达标 达标 已建成 已竣工 竣工 已完工 完工 已验收 √ 是";

const ONGOING =
  "进行中 正在进行 正在进行中 推进中 正在推进 正在推进中 在推进 持续推进 持续推进中 正常推进 正常推进中 按计划推进 按计划推进中 按计划进行 按序时推进 按进度推进 " +
  "按序时进度推进 序时推进 有序推进 有序推进中 稳步推进 稳步推进中 加快推进 加快推进中 加速推进 全力推进 积极推进 积极推进中 扎实推进 顺利推进 推进 " +
  "达序时 达序时进度 已达序时 已达序时进度 达到序时 达到序时进度 已达到序时进度 符合序时进度 达进度 超序时 超序时进度 超进度 快于序时进度 " +
  "办理中 正在办理 正在办理中 在办 实施中 正在实施 开展中 正在开展 落实中 正在落实 建设中 正在建设 在建 施工中 正在施工 整改中 正在整改 正在整改中 " +
  "已启动 已开展 已开始 已开工 启动实施 部分完成 已部分完成 基本完成 已基本完成 基本办结 基本建成 大部分完成 即将完成 接近完成 阶段性完成 待验收 " +
  "未完成 尚未完成 暂未完成 还未完成 未办结 尚未办结 未完结 未销号 未整改到位 正常 进展正常 进展顺利 正常开展 正常进行 " +
  "长期坚持 长期推进 长期任务 常态化推进 常态推进 常态化开展 持续开展 持续进行 持续实施 持续 筹备中 正在筹备 谋划中 筹划中 前期准备 前期准备中 前期工作 收尾中 正在收尾 否";

const NOT_STARTED =
  "未启动 尚未启动 还未启动 暂未启动 没有启动 未开展 尚未开展 还未开展 暂未开展 未开始 尚未开始 还未开始 暂未开始 未开工 尚未开工 未动工 尚未动工 " +
  "未实施 尚未实施 未推进 未进行 未着手 待启动 待开展 待开始 待开工 待实施";

const BEHIND =
  "滞后 已滞后 滞后于进度 进度滞后 进展滞后 推进滞后 工作滞后 严重滞后 略有滞后 轻微滞后 有所滞后 滞后序时进度 滞后于序时进度 未达进度 未达到进度 未达进度要求 " +
  "未达序时 未达到序时 未达序时进度 未达到序时进度 低于序时进度 慢于序时进度 落后序时进度 落后 进度落后 欠进度 进度缓慢 推进缓慢 进展缓慢 进度较慢 " +
  "推进较慢 进展较慢 缓慢推进 推进不力 停滞 逾期 已逾期 逾期未完成 超期 已超期 超期未完成 未按期完成 未按时完成 未如期完成";

/** Every wording of each status, in the form `statusForm` gives. */
export const STATUS_SYNONYMS: Readonly<Record<Status, readonly string[]>> = {
  done: DONE.split(" "),
  ongoing: ONGOING.split(" "),
  notStarted: NOT_STARTED.split(" "),
  behind: BEHIND.split(" "),
};

const BY_WORD: ReadonlyMap<string, Status> = new Map(
  STATUSES.flatMap((status) => STATUS_SYNONYMS[status].map((word) => [word, status] as const)),
);

/** The form in which statuses are compared: without white space, line ends and full stops, signs in one width. Idempotent. */
export function statusForm(text: string): string {
  // What Excel's CLEAN takes away, so that the native formula reads the same.
  let form = text.replace(/[\u0000-\u001f]+/gu, "");
  for (const noise of STATUS_NOISE) form = form.replaceAll(noise, "");
  for (const [wide, plain] of STATUS_WIDTHS) form = form.replaceAll(wide, plain);
  return form;
}

const LONGEST_WORD = Math.max(...[...BY_WORD.keys()].map((word) => word.length));
/** 1 for each unit that the form leaves out. */
const NOISE = new Uint8Array(0x10000).fill(1, 0, 0x20);
for (const sign of STATUS_NOISE) NOISE[sign.charCodeAt(0)] = 1;

/** Whether more is left of a text than any word of a status has: it need not be read on. */
function isSentence(text: string): boolean {
  let left = 0;
  for (let at = 0; at < text.length && left <= LONGEST_WORD; at += 1) {
    if (NOISE[text.charCodeAt(at)] === 0) left += 1;
  }
  return left > LONGEST_WORD;
}

/** The status a text names, or null where it is empty or names none that we know for sure. */
export function readStatus(text: string): Status | null {
  return BY_WORD.get(text) ?? (isSentence(text) ? null : (BY_WORD.get(statusForm(text)) ?? null));
}
