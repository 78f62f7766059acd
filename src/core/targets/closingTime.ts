/** A clause that says only when what stands before it is due: 新建管网 30 公里，2025 年底前完成. */
import type { FoundDeadline } from "./findDeadlines";
import type { Target } from "./target";

/** How far back it reaches: to the last ；, or to all that the sentence has said since the last clause of its kind. */
export type ClosingReach = "part" | "sentence";

const CLOSING = new RegExp(
  "^(?:力争|确保|争取|计划|预计|要|应|须|将|并|各项|相关|以上|上述|前述)*(?:任务|工作|目标|项目|指标|建设|改造)*(?<all>均|都|全部|全面|全|一并)?(?:按期|如期|基本|全部|全面|要|应|须)*"
  + "(?:(?:建设|改造|任务|工作)*(?:完成|完工|竣工|建成|达标|投用|投产|达产|到位|落实到位|实现|通车|交付|投入使用|投入运营|交付使用|启用|运行|验收|完成验收|整改到位|通过验收)(?:任务|目标|建设|改造|验收|整改|整治|治理|销号){0,2}(?:并|和|、)?){1,3}$",
  "u",
);

/** What the clause's words, its dates left out, reach back to; null where they say anything of their own. */
export function closingReach(words: string): ClosingReach | null {
  const found = words.length > 24 ? null : CLOSING.exec(words);
  if (found === null) return null;
  return found.groups?.["all"] === undefined && !/以上|上述|前述|各项/u.test(words) ? "part" : "sentence";
}

/**
 * The targets, those from `from` on with the date of the clause that closes them; null where it is none of theirs. A date in a
 * target's own clause stays, and so does an earlier one that its sentence carries: what closes later is another step.
 */
export function closedBy(targets: readonly Target[], from: number, { deadline }: FoundDeadline): readonly Target[] | null {
  const isOpen = (target: Target, index: number): boolean =>
    index >= from && target.from !== "clause" && (target.from !== "carried" || (target.deadline.date ?? "") >= (deadline.date ?? ""));
  return targets.some(isOpen) ? targets.map((target, index) => (isOpen(target, index) ? { ...target, deadline, from: "carried" } : target)) : null;
}
