/** What differs between two texts, character by character. */
import { diffChars } from "diff";

export interface DiffPiece {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

/** More edits than this are no correction but another text: both are shown whole, because a mixture can't be read. */
const MOST_EDITS = 200;
/** Figures and single words are read whole: 85 → 82, never 8[5]2. */
const READ_WHOLE = 8;

function blankless(text: string): string {
  return text.replace(/\s+/gu, "");
}

/** The character difference of two texts; texts that share next to nothing are one removal and one addition. */
export function diffPieces(from: string, to: string): readonly DiffPiece[] {
  if (from === to) return from === "" ? [] : [{ kind: "same", text: from }];
  const isShort = Math.min(from.length, to.length) <= READ_WHOLE && blankless(from) !== blankless(to);
  const parts = isShort || from === "" || to === "" ? undefined : diffChars(from, to, { maxEditLength: MOST_EDITS });
  const kept = parts?.reduce((count, { added, removed, value }) => (added || removed ? count : count + value.length), 0) ?? 0;
  if (!parts || kept * 3 < Math.max(from.length, to.length)) {
    return [{ kind: "removed" as const, text: from }, { kind: "added" as const, text: to }].filter(({ text }) => text !== "");
  }
  return parts.map(({ added, removed, value }) => ({ kind: added ? "added" : removed ? "removed" : "same", text: value }));
}
