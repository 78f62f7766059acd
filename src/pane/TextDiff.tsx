import { diffChars } from "diff";
import { useMemo } from "react";
import { type CellValue, plainText } from "../core/grid/grid";
import { visible } from "../core/rules/say";
import { usePane } from "./usePane";

interface DiffPiece {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

/** More edits than this are no correction but another text: both are shown whole, because a mixture can't be read. */
const MOST_EDITS = 200;
/** Unchanged characters that stay beside a change where the text is shortened. */
const CONTEXT = 14;

/** The character difference of two texts; texts that share next to nothing are one removal and one addition. */
export function diffPieces(from: string, to: string): readonly DiffPiece[] {
  const parts = from === "" || to === "" ? undefined : diffChars(from, to, { maxEditLength: MOST_EDITS });
  const kept = parts?.reduce((count, { added, removed, value }) => (added || removed ? count : count + value.length), 0) ?? 0;
  if (!parts || kept * 3 < Math.max(from.length, to.length)) {
    return [{ kind: "removed" as const, text: from }, { kind: "added" as const, text: to }].filter(({ text }) => text !== "");
  }
  return parts.map(({ added, removed, value }) => ({ kind: added ? "added" : removed ? "removed" : "same", text: value }));
}

/** Long stretches without a change are cut to what stands beside one. */
function shortened(pieces: readonly DiffPiece[]): readonly DiffPiece[] {
  return pieces.map((piece, index) => {
    const { kind, text } = piece;
    const first = index === 0;
    const last = index === pieces.length - 1;
    if (kind !== "same" || text.length <= CONTEXT * (first || last ? 1 : 2) + 2) return piece;
    const head = first ? "" : text.slice(0, CONTEXT);
    const tail = last ? "" : text.slice(-CONTEXT);
    return { kind, text: `${head}…${tail}` };
  });
}

/** Blanks and line ends that come or go are made visible: a mark under nothing can't be seen. */
function marked(text: string): string {
  return visible(text.replaceAll("\n", "↵")).replaceAll(" ", "␣");
}

/** Before and after in one line: what goes is struck through, what comes is underlined. */
export function TextDiff({ from, to, whole = false }: { readonly from: CellValue; readonly to: CellValue; readonly whole?: boolean }) {
  const { words } = usePane();
  const pieces = useMemo(() => {
    const all = diffPieces(plainText(from), plainText(to));
    return whole ? all : shortened(all);
  }, [from, to, whole]);
  if (pieces.length === 0) return <span className="tz-soft">{words.empty}</span>;
  const [only] = pieces;
  if (pieces.length === 1 && only && only.kind !== "same") {
    // A cell that was empty, or becomes it: a bar beside the text is easier to read than marks under all of it.
    return only.kind === "added" ? <ins className="tz-diff tz-filled">{only.text}</ins> : <del className="tz-diff tz-cleared">{only.text}</del>;
  }
  return (
    <span className="tz-diff">
      {pieces.map(({ kind, text }, index) => {
        if (kind === "removed") return <del key={index}>{marked(text)}</del>;
        if (kind === "added") return <ins key={index}>{marked(text)}</ins>;
        return <span key={index}>{text}</span>;
      })}
    </span>
  );
}
