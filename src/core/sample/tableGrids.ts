/** A sample table as the sheets of the file that it becomes. */
import type { CellMark, CellValue, Grid, GridRow } from "../grid/grid";
import type { Oddities, SampleTable } from "./sampleTable";

/** The sheets in their order; the form stands on 填报表. */
export function tableGrids(table: SampleTable): readonly Grid[] {
  const { sheets = [] } = table.odd ?? {};
  const others = (first: boolean): readonly Grid[] => sheets.filter((own) => own.first === first).map((own) => plainGrid(own.name, own.lines, own.hidden));
  const guide = table.guide.length > 0 ? [plainGrid("填报说明", table.guide.map((text) => [text]), false)] : [];
  return [...others(true), formGrid(table), ...guide, ...others(false)];
}

function plainGrid(sheet: string, lines: readonly (readonly CellValue[])[], hidden: boolean): Grid {
  return { sheet, visibility: hidden ? "hidden" : "visible", rows: lines.map((values, row) => ({ row, values, marks: null, hidden: false })), spans: [], notes: [], hiddenColumns: [] };
}

function formGrid(table: SampleTable): Grid {
  const odd: Oddities = table.odd ?? {};
  const rows: GridRow[] = [];
  const places: number[] = [];
  const spans: Grid["spans"][number][] = [];
  let next = 0;
  const line = (values: readonly CellValue[], marks: GridRow["marks"] = null, hidden = false): void => {
    if (values.length > 0) rows.push({ row: next, values, marks, hidden });
    next += 1;
  };
  const header = table.columns.map((column) => column.header);
  table.titles.forEach((text) => {
    if (odd.wideTitles) spans.push({ top: next, left: 0, bottom: next, right: table.columns.length - 1 });
    line(text === "" ? [] : [text]);
  });
  writeHeader(table, odd, next, spans, line);
  const before = (at: number): void => (odd.lines ?? []).filter((own) => own.before === at).forEach(({ values }) => line(values));
  table.rows.forEach((values, at) => {
    if (table.headerAgainBefore.includes(at)) line(header);
    before(at);
    places.push(next);
    const beside = (odd.beside ?? []).filter(({ row }) => row === at).map(({ text }) => text);
    line(beside.length > 0 ? [...values, null, ...beside] : values, marksOf(table, odd, at), odd.hiddenRows?.includes(at) ?? false);
  });
  before(table.rows.length);
  for (const text of table.footers) line([text]);
  const colOf = (key: string): number => table.columns.findIndex((column) => column.key === key);
  for (const { row, key, rows: height } of odd.spans ?? []) spans.push({ top: places[row] ?? 0, left: colOf(key), bottom: places[row + height - 1] ?? 0, right: colOf(key) });
  const notes = (odd.notes ?? []).map(({ row, key, text }) => ({ row: places[row] ?? 0, col: colOf(key), text }));
  return { sheet: "填报表", visibility: "visible", rows: cleared(rows, spans), spans, notes, hiddenColumns: [] };
}

/** One line; two where words stand over some columns, each other column's header then standing over both. */
function writeHeader(table: SampleTable, odd: Oddities, top: number, spans: Grid["spans"][number][], line: (values: readonly CellValue[]) => void): void {
  const header = table.columns.map((column) => column.header);
  const groups = odd.groups ?? [];
  if (groups.length === 0) return line(header);
  const over = new Map<number, string>();
  const inGroup = new Set<number>();
  for (const { from, count, text } of groups) {
    const left = table.columns.findIndex(({ key }) => key === from);
    over.set(left, text);
    for (let col = left; col < left + count; col += 1) inGroup.add(col);
    spans.push({ top, left, bottom: top, right: left + count - 1 });
  }
  header.forEach((_, col) => {
    if (!inGroup.has(col)) spans.push({ top, left: col, bottom: top + 1, right: col });
  });
  line(header.map((text, col) => (inGroup.has(col) ? (over.get(col) ?? null) : text)));
  line(header.map((text, col) => (inGroup.has(col) ? text : null)));
}

function marksOf(table: SampleTable, { marks = [] }: Oddities, row: number): GridRow["marks"] {
  const own = marks.filter((one) => one.row === row);
  return own.length === 0 ? null : table.columns.map(({ key }): CellMark | undefined => {
    const all = own.filter((one) => one.key === key).map(({ mark }) => mark);
    return all.length === 0 ? undefined : Object.assign({}, ...all) as CellMark;
  });
}

/** Only the first cell of a span holds a value. */
function cleared(rows: readonly GridRow[], spans: Grid["spans"]): readonly GridRow[] {
  return rows.map((own) => ({
    ...own,
    values: own.values.map((value, col) => (spans.some(({ top, left, bottom, right }) => top <= own.row && own.row <= bottom && left <= col && col <= right && !(own.row === top && col === left)) ? null : value)),
  }));
}
