/** The cells of a returned file that are no cells of its rows: the form around them, other sheets, loose text. */
import { placeName } from "../grid/a1";
import { type CellValue, type Grid, isEmpty, plainText } from "../grid/grid";
import type { SourceFile } from "../grid/sourceFile";
import type { FrameKind, Ledger } from "../ledger/ledger";
import { helpersOf } from "../lights/helperColumns";
import { findHeader } from "../parse/findHeader";
import type { Fate, FateReason } from "./fate";
import type { Flag } from "./flag";
import type { ReadCell } from "./reading";

/** All cells of the file outside the rows of its ledger, each with its fate; of a file without a ledger all its cells. */
export function outsideCells(source: SourceFile, ledgerGrid: Grid | null, ledger: Ledger | null): { readonly cells: readonly ReadCell[]; readonly flags: readonly Flag[] } {
  const cells: ReadCell[] = [];
  const flags: Flag[] = [];
  for (const grid of source.grids) {
    if (grid === ledgerGrid && ledger) takeLedgerSheet(source.name, grid, ledger, cells, flags);
    else takeOtherSheet(source.name, grid, ledgerGrid !== null, cells, flags);
  }
  return { cells, flags };
}

const FRAME_FATES: Readonly<Record<FrameKind, readonly [Fate, FateReason]>> = {
  title: ["frame", ""],
  header: ["frame", ""],
  repeatedHeader: ["frame", ""],
  chapter: ["frame", ""],
  section: ["frame", ""],
  footer: ["frame", ""],
  blank: ["frame", ""],
  note: ["unread", "looseText"],
};

function takeLedgerSheet(file: string, grid: Grid, ledger: Ledger, cells: ReadCell[], flags: Flag[]): void {
  const kinds = new Map(ledger.frame.map(({ kind, gridRow }) => [gridRow, kind]));
  const own = new Set(ledger.columns.map(({ col }) => col));
  const helpers = new Set(Object.values(helpersOf(grid, ledger.headerRow)?.places ?? {}));
  for (const { at, row, col, value } of cellsOf(grid)) {
    const kind = kinds.get(row);
    if (kind === undefined && own.has(col)) continue;
    const [fate, reason]: readonly [Fate, FateReason] = kind !== undefined ? FRAME_FATES[kind] : helpers.has(col) ? ["frame", ""] : ["unread", "outsideTable"];
    cells.push({ file, at, unit: null, row: null, column: null, value, fate, reason, form: "" });
    if (fate === "unread") {
      flags.push({ kind: kind === undefined ? "outsideTable" : "looseText", file, row: null, column: null, at, params: { text: String(value) } });
    }
  }
  flags.push(...valuesUnderSpans(file, grid));
}

/** What sheets are called that explain the form or feed its lists. */
const GUIDE = /说明|须知|指南|要求|样表|样例|示例|范例|模板|注意|字典|下拉|选项|代码表|参考/u;

function takeOtherSheet(file: string, grid: Grid, besideLedger: boolean, cells: ReadCell[], flags: Flag[]): void {
  const own = [...cellsOf(grid)];
  const first = own.slice(0, 2).map(({ value }) => plainText(value)).join("");
  const second = besideLedger && findHeader(grid) !== null;
  const guide = besideLedger && !second && (GUIDE.test(grid.sheet) || (first.length <= 60 && GUIDE.test(first)));
  const reason: FateReason = !besideLedger ? "noLedger" : second ? "secondTable" : guide ? "" : "otherSheet";
  for (const { at, value } of own) {
    cells.push({ file, at, unit: null, row: null, column: null, value, fate: guide ? "frame" : "unread", reason, form: "" });
  }
  if (own.length === 0 || !besideLedger || (guide && grid.visibility === "visible")) return;
  const kind = second ? "secondTable" : grid.visibility === "visible" ? "otherSheet" : "hiddenSheet";
  flags.push({ kind, file, row: null, column: null, at: null, params: { sheet: grid.sheet, count: own.length } });
}

/** Every cell with text or a value, a span once at its first cell. */
export function* cellsOf(grid: Grid): Generator<{ readonly at: string; readonly row: number; readonly col: number; readonly value: CellValue }> {
  const covered = coveredBySpan(grid);
  for (const { row, values } of grid.rows) {
    for (let col = 0; col < values.length; col += 1) {
      const value = values[col];
      if (value === undefined || isEmpty(value) || covered(row, col)) continue;
      yield { at: placeName({ sheet: grid.sheet, row, col }), row, col, value };
    }
  }
}

/** Whether a place lies under a span without being its first cell. */
export function coveredBySpan(grid: Grid): (row: number, col: number) => boolean {
  if (grid.spans.length === 0) return () => false;
  const byRow = new Map<number, { left: number; right: number; top: number }[]>();
  const tall: { top: number; bottom: number; left: number; right: number }[] = [];
  for (const span of grid.spans) {
    if (span.bottom - span.top > 2_000) tall.push(span);
    else {
      for (let row = span.top; row <= span.bottom; row += 1) {
        const spans = byRow.get(row) ?? [];
        spans.push(span);
        byRow.set(row, spans);
      }
    }
  }
  const under = (row: number, col: number) => (span: { top: number; left: number; right: number }): boolean =>
    span.left <= col && col <= span.right && !(span.top === row && span.left === col);
  return (row, col) =>
    (byRow.get(row)?.some(under(row, col)) ?? false) || tall.some((span) => span.top <= row && row <= span.bottom && under(row, col)(span));
}

/** Values that a program left under a span: nobody sees them, so somebody should. */
function valuesUnderSpans(file: string, grid: Grid): readonly Flag[] {
  const covered = coveredBySpan(grid);
  return grid.rows.flatMap(({ row, values }) =>
    values.flatMap((value, col): Flag[] =>
      isEmpty(value) || !covered(row, col)
        ? []
        : [{ kind: "underSpan", file, row: null, column: null, at: placeName({ sheet: grid.sheet, row, col }), params: { text: String(value) } }],
    ),
  );
}
