/** Places as people know them, and the button that goes there. */
import { cellName } from "../core/grid/a1";
import type { CellRef } from "../core/grid/grid";
import { columnAt, type Ledger, type LedgerRow, textOf } from "../core/ledger/ledger";
import { headerOf } from "../core/ledger/columns";
import { usePane } from "./usePane";
import type { PaneWords } from "./words/zh";

/** "第 3 项", "目标 1", or "" for a row that has no key. */
export function rowName(words: PaneWords, key: string | null): string {
  if (key === null) return "";
  const goal = /^goal-(\d+)$/u.exec(key);
  return goal ? words.goal(goal[1] ?? "") : words.row(key);
}

const GOAL_SHOWN = 48;

/** The task of a row; of a goal the beginning of its text, because goals share a label. */
export function taskOf(ledger: Ledger, row: LedgerRow): string {
  const task = row.kind === "goal" ? "" : textOf(ledger, row, "task").trim();
  if (task !== "") return task;
  const content = textOf(ledger, row, "content").trim() || (row.label ?? "");
  return content.length > GOAL_SHOWN ? `${content.slice(0, GOAL_SHOWN)}…` : content;
}

/** "第 3 项 · 工作内容": the row and the column of a place, as far as they are known. */
export function placeWords(words: PaneWords, ledger: Ledger, at: CellRef): string {
  if (at.sheet !== ledger.sheet) return at.sheet;
  const row = ledger.rows.find(({ gridRow }) => gridRow === at.row);
  const column = columnAt(ledger, at.col);
  return [rowName(words, row?.key ?? null), column === null ? "" : headerOf(column)].filter((part) => part !== "").join(" · ");
}

/** Goes to a cell of the workbook; its name is "转到 C15". */
export function PlaceButton({ at, text }: { readonly at: CellRef; readonly text?: string }) {
  const { words, session, act, master } = usePane();
  const name = at.sheet === master?.ledger.sheet ? cellName(at.row, at.col) : `${at.sheet}!${cellName(at.row, at.col)}`;
  return (
    <button type="button" className="tz-link" aria-label={words.goTo(name)} title={words.goTo(name)} onClick={() => act(() => session.jump(at))}>
      {text ?? name}
    </button>
  );
}
