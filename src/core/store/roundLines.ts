/** The newer lines of a round in the store: what was sent out, what waits to be merged, what a person said of units. */
import { type CellMark, type CellNote, type CellValue, type Grid, type GridRow, plainText, type Span } from "../grid/grid";
import type { FileFormat } from "../grid/sourceFile";
import type { FigureWords } from "../round/figure";
import { LONG_WAYS, type LongWay } from "../round/longCells";
import { cellKey, splitCellKey } from "../round/voice";
import { type Reporting, REPORTINGS } from "../round/reporting";
import type { Base, Dispatch, Mark, MarkKind, Received, Round } from "../round/round";

export type Line = readonly CellValue[];

const WORDS = {
  words: "列注", reporting: "填报方式", way: "长文", dispatch: "下发", form: "下发表", mark: "登记", sender: "来源", inbox: "收件", property: "收件属性", sheet: "收件表", span: "收件合并", note: "收件批注", cells: "收件行", remarked: "收件标记",
} as const;

/** The lines; none for a round that has nothing of the kind. */
export function roundLines({ base, reporting, ways, dispatch, marks, senders, inbox }: Round): readonly Line[] {
  return [
    ...[...(base.words ?? [])].map(([column, { measure, period }]): Line => [WORDS.words, column, measure ?? null, period ?? null]),
    ...[...(ways ?? [])].map(([key, way]): Line => [WORDS.way, splitCellKey(key).row, splitCellKey(key).column, way]),
    ...(reporting === undefined ? [] : [[WORDS.reporting, reporting]]),
    ...(dispatch ? dispatchLines(dispatch) : []),
    ...marks.map(({ unit, kind, date, reason }): Line => [WORDS.mark, unit, kind, date, reason]),
    ...[...senders].map(([file, unit]): Line => [WORDS.sender, file, unit]),
    ...inbox.flatMap(receivedLines),
  ];
}

function dispatchLines({ name, due, sent, parent, forms }: Dispatch): readonly Line[] {
  return [[WORDS.dispatch, name, due, sent, parent], ...forms.map(({ unit, file, rows }): Line => [WORDS.form, unit, file, rows.join(" ")])];
}

function receivedLines({ id, source, received, insisted, batch }: Received): readonly Line[] {
  return [
    [WORDS.inbox, id, source.name, source.format, received, insisted, batch],
    ...[...source.properties].map(([name, text]): Line => [WORDS.property, name, text]),
    ...source.grids.flatMap(gridLines),
  ];
}

function gridLines({ sheet, visibility, rows, spans, notes, hiddenColumns }: Grid): readonly Line[] {
  return [
    [WORDS.sheet, sheet, visibility, hiddenColumns.join(" ")],
    ...spans.map(({ top, left, bottom, right }): Line => [WORDS.span, top, left, bottom, right]),
    ...notes.map(({ row, col, text }): Line => [WORDS.note, row, col, text]),
    ...rows.flatMap(({ row, values, marks, hidden }): readonly Line[] => [
      [WORDS.cells, row, hidden, ...Array.from(values, (value) => value ?? null)],
      ...Array.from(marks ?? [], (mark, col): Line | null => (mark ? [WORDS.remarked, col, JSON.stringify(mark)] : null)).filter((line) => line !== null),
    ]),
  ];
}

/** What was said around a figure, from its two cells; null where nothing was. */
export function figureWords(measure: string, period: string): FigureWords | null {
  const known = period === "total" || period === "month" ? period : null;
  if (measure === "" && known === null) return null;
  return { ...(measure === "" ? {} : { measure }), ...(known === null ? {} : { period: known }) };
}

interface OpenGrid {
  readonly sheet: string;
  readonly visibility: Grid["visibility"];
  readonly rows: (Omit<GridRow, "marks"> & { marks: (CellMark | undefined)[] | null })[];
  readonly spans: Span[];
  readonly notes: CellNote[];
  readonly hiddenColumns: readonly number[];
}

interface OpenFile extends Omit<Received, "source"> {
  readonly name: string;
  readonly format: FileFormat;
  readonly properties: Map<string, string>;
  readonly grids: OpenGrid[];
}

/** Takes the lines of one round, in order. */
export class RoundLineReader {
  private dispatch: Dispatch | null = null;
  private readonly forms: Dispatch["forms"][number][] = [];
  private readonly marks: Mark[] = [];
  private readonly senders = new Map<string, string>();
  private readonly files: OpenFile[] = [];
  private readonly words = new Map<string, FigureWords>();
  private reporting: Reporting | undefined;
  private readonly ways = new Map<string, LongWay>();

  /** Whether the line is one of these and fits. */
  take(kind: string, values: readonly (CellValue | undefined)[]): boolean {
    const text = (index: number): string => plainText(values[index]);
    switch (kind) {
      case WORDS.words:
        this.words.set(text(1), figureWords(text(2), text(3)) ?? {});
        return true;
      case WORDS.reporting:
        this.reporting = REPORTINGS.find((one) => one === text(1));
        return true;
      case WORDS.way: {
        const way = LONG_WAYS.find((one) => one === text(3));
        if (way) this.ways.set(cellKey(text(1), text(2)), way);
        return way !== undefined;
      }
      case WORDS.dispatch:
        this.dispatch = { name: text(1), due: text(2), sent: text(3), parent: text(4), forms: this.forms };
        return true;
      case WORDS.form:
        this.forms.push({ unit: text(1) || null, file: text(2), rows: text(3) === "" ? [] : text(3).split(" ") });
        return this.dispatch !== null;
      case WORDS.mark:
        this.marks.push({ unit: text(1), kind: text(2) as MarkKind, date: text(3), reason: text(4) });
        return true;
      case WORDS.sender:
        this.senders.set(text(1), text(2));
        return true;
      case WORDS.inbox:
        this.files.push({ id: text(1), name: text(2), format: text(3) as FileFormat, received: text(4), insisted: values[5] === true, batch: Number(values[6]), properties: new Map(), grids: [] });
        return true;
      default:
        return this.takeInFile(kind, values, text);
    }
  }

  /** What the base's headers say of its figures. */
  baseParts(): Pick<Base, "words"> {
    return this.words.size > 0 ? { words: this.words } : {};
  }

  parts(): Pick<Round, "dispatch" | "marks" | "senders" | "inbox" | "reporting" | "ways"> {
    const inbox = this.files.map(({ id, received, insisted, batch, name, format, properties, grids }): Received => ({ id, received, insisted, batch, source: { name, format, grids, properties, remarks: [] } }));
    return { dispatch: this.dispatch, marks: this.marks, senders: this.senders, inbox, ...(this.reporting ? { reporting: this.reporting } : {}), ...(this.ways.size > 0 ? { ways: this.ways } : {}) };
  }

  private takeInFile(kind: string, values: readonly (CellValue | undefined)[], text: (index: number) => string): boolean {
    const file = this.files.at(-1);
    if (!file) return false;
    if (kind === WORDS.property) {
      file.properties.set(text(1), text(2));
      return true;
    }
    if (kind === WORDS.sheet) {
      const hiddenColumns = text(3) === "" ? [] : text(3).split(" ").map(Number);
      file.grids.push({ sheet: text(1), visibility: text(2) as Grid["visibility"], rows: [], spans: [], notes: [], hiddenColumns });
      return true;
    }
    const grid = file.grids.at(-1);
    return grid !== undefined && takeInGrid(grid, kind, values);
  }
}

function takeInGrid(grid: OpenGrid, kind: string, values: readonly (CellValue | undefined)[]): boolean {
  const number = (index: number): number => Number(values[index]);
  const row = grid.rows.at(-1);
  switch (kind) {
    case WORDS.span:
      grid.spans.push({ top: number(1), left: number(2), bottom: number(3), right: number(4) });
      return true;
    case WORDS.note:
      grid.notes.push({ row: number(1), col: number(2), text: plainText(values[3]) });
      return true;
    case WORDS.cells:
      grid.rows.push({ row: number(1), hidden: values[2] === true, values: values.slice(3), marks: null });
      return true;
    case WORDS.remarked: {
      const mark = row && markOf(plainText(values[2]));
      if (!row || !mark) return false;
      row.marks ??= [];
      row.marks[number(1)] = mark;
      return true;
    }
    default:
      return false;
  }
}

function markOf(text: string): CellMark | null {
  try {
    const mark: unknown = JSON.parse(text);
    return typeof mark === "object" && mark !== null ? mark : null;
  } catch {
    return null;
  }
}
