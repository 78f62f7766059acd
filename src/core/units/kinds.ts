/** What sort of body a unit is, and the order in which official lists name the sorts. */

export type UnitKind = "党委" | "政府组成部门" | "直属" | "区县" | "人大政协群团" | "中央驻地方" | "企业" | "其他";

/** In the order of official lists. */
export const UNIT_KINDS: readonly UnitKind[] = ["党委", "政府组成部门", "直属", "区县", "人大政协群团", "中央驻地方", "企业", "其他"];

/** The first rank of a kind; ranks of one kind lie below the next kind's first. */
export function kindRank(kind: UnitKind): number {
  return UNIT_KINDS.indexOf(kind) * 10_000;
}
