/** What a pasted reply is taken apart into: texts for cells of the round, and lines that have no place. */
import type { ColumnKey } from "../../ledger/columns";
import type { RowId } from "../round";

/** One text of the reply and the cell of the round that it is for. */
export interface PastedPiece {
  readonly row: RowId;
  readonly column: ColumnKey;
  readonly text: string;
}

/**
 * Why a line has no place. noItem: it stands before the first item, or no item is named. noSuchItem: the round has no row of
 * this number. severalItems: it has more than one. ownNumbers: the reply counts 1, 2, 3 by itself, these are no 序号.
 * columnUnknown: a column of a table without a header that may be several. signature: who signs, and when.
 */
export type UnplacedWhy = "noItem" | "noSuchItem" | "severalItems" | "ownNumbers" | "columnUnknown" | "signature";

export interface UnplacedLine {
  /** Counted from 1 in the pasted text. */
  readonly line: number;
  readonly text: string;
  readonly why: UnplacedWhy;
}

export interface TakenApart {
  readonly pieces: readonly PastedPiece[];
  readonly unplaced: readonly UnplacedLine[];
}

const WHY_WORDS: Readonly<Record<UnplacedWhy, readonly [zh: string, en: string]>> = {
  noItem: ["没有写明是第几项", "No item is named"],
  noSuchItem: ["总台账中没有这一项", "The master has no such item"],
  severalItems: ["总台账中有几项用这个序号或名称", "Several items of the master go by this number or name"],
  ownNumbers: ["编号像是自编的顺序号，不是总台账的序号", "The numbers look like the reply's own, not the master's"],
  columnUnknown: ["表格没有表头，看不出这一列是什么", "The table has no header and the column could be several"],
  signature: ["落款或联系人，不计入内容", "A signature or contact, not part of the content"],
};

/** Why a line of a pasted reply has no place. */
export function sayUnplaced(why: UnplacedWhy, language: "zh" | "en" = "zh"): string {
  return WHY_WORDS[why][language === "zh" ? 0 : 1];
}
