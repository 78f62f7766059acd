/** A sheet on screen: what the workbook holds, cell by cell, to be looked at, walked through and typed into. */
import { type CSSProperties, type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { cellName, columnName } from "../core/grid/a1";
import { type CellRef, type CellValue, type Grid, isEmpty, markAt, plainText, valueAt } from "../core/grid/grid";
import type { Face } from "../workbook/appearance";
import type { SheetView } from "./book";
import { layOut, type Layout, rowsBetween } from "./layout";
import { shownValue, typedValue } from "./shownValue";
import { tintsOf, type Tint } from "./tints";
import "./grid.css";

export interface SheetGridProps {
  readonly view: SheetView;
  readonly selected: CellRef | null;
  readonly label: string;
  readonly onSelect: (at: CellRef) => void;
  readonly onType: (at: CellRef, value: CellValue) => void;
  readonly onUndo: () => void;
}

const HEAD = { height: 22, width: 44 };

interface Editing {
  readonly row: number;
  readonly col: number;
  readonly text: string;
}

export function SheetGrid({ view, selected, label, onSelect, onType, onUndo }: SheetGridProps) {
  const { grid, looks } = view;
  const layout = useMemo(() => layOut(grid, looks), [grid, looks]);
  const tint = useMemo(() => tintsOf(grid), [grid]);
  const box = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ from: 0, to: 900 });
  const editor = useRef<HTMLTextAreaElement>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const at = selected?.sheet === grid.sheet ? selected : null;
  const place = at ?? { row: 0, col: 0 };
  const frozenHeight = layout.top[looks.frozen.rows] ?? 0;

  const look = useCallback(() => {
    const own = box.current;
    if (own) setSeen({ from: own.scrollTop, to: own.scrollTop + own.clientHeight });
  }, []);
  useEffect(look, [look, layout]);

  useLayoutEffect(() => {
    if (at && box.current) scrollTo(box.current, layout, at, frozenHeight);
    look();
  }, [at?.row, at?.col, layout]);

  const go = (row: number, col: number): void => {
    onSelect({ sheet: grid.sheet, row: clamp(row, layout.rows), col: clamp(col, layout.cols) });
  };
  const choose = (row: number, col: number): void => {
    if (editing) finish(editing.text, 0, 0);
    // Focus first: reached by the keyboard it takes the first cell, and a click must have the last word.
    editor.current?.focus({ preventScroll: true });
    go(row, col);
  };
  const edit = (): void => setEditing({ ...place, text: plainText(valueAt(grid, place.row, place.col)) });
  const finish = (text: string | null, down: number, right: number): void => {
    if (!editing) return;
    setEditing(null);
    if (text !== null) onType({ sheet: grid.sheet, row: editing.row, col: editing.col }, typedValue(text, looks.faceOf(editing.row, editing.col).numberFormat));
    if (down !== 0 || right !== 0) go(editing.row + down, editing.col + right);
  };
  const onWalkKey = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") onUndo();
    else if (event.ctrlKey && event.key === "Home") go(0, 0);
    else if (step) go(place.row + step[0], place.col + step[1]);
    else if (event.key === "F2") edit();
    else if (event.key === "Enter") go(place.row + 1, place.col);
    else if ((event.key === "Delete" || event.key === "Backspace") && at) onType(at, null);
    else return;
    event.preventDefault();
  };
  const onEditKey = (event: KeyboardEvent): void => {
    if (!editing) return;
    if (event.key === "Escape") finish(null, 0, 0);
    else if (event.key === "Enter" && !event.altKey && !event.shiftKey) finish(editing.text, 1, 0);
    else if (event.key === "Tab") finish(editing.text, 0, 1);
    else return;
    event.preventDefault();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (editing) onEditKey(event);
    else onWalkKey(event);
  };

  const { first, last } = rowsBetween(layout, seen.from + frozenHeight, seen.to);
  const rows = visibleRows(layout, Math.max(first, looks.frozen.rows), last, grid, looks.frozen.rows);
  const width = (layout.left[layout.cols] ?? 0) + HEAD.width;
  const rowOf = (row: number, offset: number) => (
    <Row key={row} row={row} offset={offset} view={view} layout={layout} tint={tint} at={at} onSelect={choose} onEdit={edit} />
  );
  return (
    <div ref={box} className="sheet" onScroll={look}>
      <div
        className="sheet-canvas" role="grid" aria-label={label} aria-rowcount={layout.rows} aria-colcount={layout.cols}
        style={{ width, height: (layout.top[layout.rows] ?? 0) + HEAD.height }}
      >
        <div className="sheet-heads" aria-hidden="true" style={{ width }}>
          <div className="sheet-head" style={{ left: 0, width: HEAD.width }} />
          {Array.from({ length: layout.cols }, (_, col) => (
            <div key={col} className="sheet-head" style={{ left: (layout.left[col] ?? 0) + HEAD.width, width: widthOf(layout, col) }}>{columnName(col)}</div>
          ))}
        </div>
        {looks.frozen.rows > 0 && (
          <div className="sheet-frozen" role="rowgroup" style={{ height: frozenHeight, width }}>
            {Array.from({ length: looks.frozen.rows }, (_, row) => rowOf(row, layout.top[row] ?? 0))}
          </div>
        )}
        <div role="rowgroup">{rows.map((row) => rowOf(row, (layout.top[row] ?? 0) + HEAD.height))}</div>
      </div>
      <div className="sheet-editor-place" style={editorPlace(layout, editing ?? place)}>
        {/* Always there, so that an input method begins in it with its first key. */}
        <textarea
          ref={editor} className={editing ? "sheet-editor" : "sheet-editor idle"} spellCheck={false} value={editing?.text ?? ""}
          aria-label={`${cellName(place.row, place.col)} ${plainText(valueAt(grid, place.row, place.col))}`}
          onChange={(event) => setEditing({ row: editing?.row ?? place.row, col: editing?.col ?? place.col, text: event.target.value })}
          onFocus={() => { if (!at) go(0, 0); }} onBlur={() => { if (editing) finish(editing.text, 0, 0); }} onKeyDown={onKeyDown}
        />
      </div>
    </div>
  );
}

const STEPS: Readonly<Partial<Record<string, readonly [number, number]>>> = {
  ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1], PageDown: [12, 0], PageUp: [-12, 0], Tab: [0, 1],
};

interface RowProps {
  readonly row: number;
  readonly offset: number;
  readonly view: SheetView;
  readonly layout: Layout;
  readonly tint: (row: number, col: number) => Tint | undefined;
  readonly at: CellRef | null;
  readonly onSelect: (row: number, col: number) => void;
  readonly onEdit: () => void;
}

function Row({ row, offset, view: { grid, looks }, layout, tint, at, onSelect, onEdit }: RowProps) {
  const height = heightOf(layout, row);
  return (
    <div className="sheet-row" role="row" aria-rowindex={row + 1} style={{ top: offset, height, width: (layout.left[layout.cols] ?? 0) + HEAD.width }}>
      <div className="sheet-rowhead" role="rowheader" style={{ height }}>{row + 1}</div>
      {Array.from({ length: layout.cols }, (_, col) => {
        if (layout.isCovered(row, col) || widthOf(layout, col) === 0) return null;
        const span = layout.spanAt(row, col);
        const face = looks.faceOf(row, col);
        const value = valueAt(grid, row, col);
        const text = shownValue(value, markAt(grid, row, col), face.numberFormat);
        const isSelected = at?.row === row && at.col === col;
        const spills = !face.wrap && typeof value === "string" && !span && isEmpty(valueAt(grid, row, col + 1));
        return (
          <div
            key={col} id={cellId(row, col)} role="gridcell" aria-colindex={col + 1} aria-selected={isSelected} data-cell={cellName(row, col)}
            className={["sheet-cell", face.wrap ? "wraps" : "", spills ? "spills" : "", face.borders === "" ? "" : `lined-${face.borders}`, isSelected ? "selected" : ""].join(" ")}
            style={cellStyle(face, typeof value === "number", tint(row, col), {
              left: (layout.left[col] ?? 0) + HEAD.width,
              width: span ? (layout.left[Math.min(span.right + 1, layout.cols)] ?? 0) - (layout.left[col] ?? 0) : widthOf(layout, col),
              height: span ? (layout.top[Math.min(span.bottom + 1, layout.rows)] ?? 0) - (layout.top[row] ?? 0) : height,
            })}
            onMouseDown={(event) => { event.preventDefault(); onSelect(row, col); }} onDoubleClick={onEdit}
          >
            <span>{text}</span>
          </div>
        );
      })}
    </div>
  );
}

/** The editor covers its cell, and somewhat more where that is small. */
function editorPlace(layout: Layout, { row, col }: { readonly row: number; readonly col: number }): CSSProperties {
  return {
    left: (layout.left[col] ?? 0) + HEAD.width,
    top: (layout.top[row] ?? 0) + HEAD.height,
    width: Math.max(120, widthOf(layout, col)),
    height: Math.max(28, heightOf(layout, row)),
  };
}

/** The rows in sight, and those above from which a span reaches down into it. */
function visibleRows(layout: Layout, first: number, last: number, grid: Grid, frozen: number): readonly number[] {
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  const reaching = grid.spans.filter((span) => span.top < first && span.bottom >= first && span.top >= frozen).map((span) => span.top);
  return [...new Set([...reaching, ...rows])].filter((row) => heightOf(layout, row) > 0);
}

function cellStyle(face: Face, isNumber: boolean, tint: Tint | undefined, place: CSSProperties): CSSProperties {
  const side = face.horizontal ?? (isNumber ? "right" : "left");
  const fill = tint?.fill ?? face.fill;
  const color = tint?.font ?? face.color;
  return {
    ...place,
    fontSize: `${Math.round(face.size * 1.2)}px`,
    fontWeight: face.bold ? 600 : 400,
    fontStyle: face.italic ? "italic" : "normal",
    justifyContent: side === "center" ? "center" : side === "right" ? "flex-end" : "flex-start",
    textAlign: side,
    alignItems: face.vertical === "top" ? "flex-start" : face.vertical === "center" ? "center" : "flex-end",
    ...(fill === null ? {} : { backgroundColor: `#${fill}` }),
    ...(color === null ? {} : { color: `#${color}` }),
  };
}

function scrollTo(box: HTMLDivElement, layout: Layout, at: CellRef, frozenHeight: number): void {
  const top = layout.top[at.row] ?? 0;
  const bottom = layout.top[at.row + 1] ?? top;
  const left = layout.left[at.col] ?? 0;
  const right = layout.left[at.col + 1] ?? left;
  if (top < box.scrollTop + frozenHeight) box.scrollTop = Math.max(0, top - frozenHeight);
  else if (bottom + HEAD.height > box.scrollTop + box.clientHeight) box.scrollTop = Math.min(top - frozenHeight, bottom + HEAD.height - box.clientHeight + 8);
  if (left < box.scrollLeft) box.scrollLeft = left;
  else if (right + HEAD.width > box.scrollLeft + box.clientWidth) box.scrollLeft = Math.min(left, right + HEAD.width - box.clientWidth + 8);
}

function widthOf(layout: Layout, col: number): number {
  return (layout.left[col + 1] ?? 0) - (layout.left[col] ?? 0);
}

function heightOf(layout: Layout, row: number): number {
  return (layout.top[row + 1] ?? 0) - (layout.top[row] ?? 0);
}

function clamp(index: number, count: number): number {
  return Math.min(Math.max(0, index), count - 1);
}

function cellId(row: number, col: number): string {
  return `cell-${row}-${col}`;
}
