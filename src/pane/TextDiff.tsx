import { useMemo } from "react";
import { type CellValue, plainText } from "../core/grid/grid";
import { visible } from "../core/rules/say";
import { type DiffPiece, diffPieces } from "./diffPieces";
import { usePane } from "./usePane";

/** Unchanged characters that stay beside a change where the text is shortened. */
const CONTEXT = 14;

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

/** Line ends and what nobody sees, made visible. */
function marked(text: string): string {
  return visible(text.replaceAll("\n", "¶"));
}

/** A stroke through a blank can't be seen: blanks that come or go stand in a box. */
function boxed(text: string): string {
  return /^ +$/u.test(text) ? "tz-blank" : "";
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
  if (pieces.length === 2 && only?.kind === "removed") {
    return <span className="tz-diff"><del>{marked(only.text)}</del> → <ins>{marked(pieces[1]?.text ?? "")}</ins></span>;
  }
  return (
    <span className="tz-diff">
      {pieces.map(({ kind, text }, index) => {
        if (kind === "removed") return <del key={index} className={boxed(text)}>{marked(text)}</del>;
        if (kind === "added") return <ins key={index} className={boxed(text)}>{marked(text)}</ins>;
        return <span key={index}>{text}</span>;
      })}
    </span>
  );
}
