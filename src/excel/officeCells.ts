/** Cells of ours as steps of writing: looks first, since a format decides how a value is read; then values, in rectangles. */
import type { OwnCell, OwnColumn } from "./port";
import type { Area } from "./officeAreas";
import { columnsAddress, joinedAddresses, rectanglesOf, rowsInPieces } from "./officeAreas";
import { DAYS_1904 } from "./officeGrid";
import { applyLook, OFFICE_LOOKS } from "./officeLooks";
import { typedOwnValue } from "./officeText";

/** One piece of writing that must not be torn, with what it weighs on the wire. */
export interface Step {
  /** In bytes of UTF-8, roughly. */
  readonly bytes: number;
  readonly write: (context: Excel.RequestContext) => void;
  /** Nobody loses anything where Excel refuses it: frozen rows, print settings. It comes last. */
  readonly isCosmetic?: true;
}

/** Writing of one matrix, or of a piece of it. */
export interface MatrixStep extends Step {
  readonly area: Area;
}

/** Points for one character: what Excel in Chinese gives it. */
const POINTS_PER_CHARACTER = 6;
/** Weight of one property that is set. */
export const PROPERTY_BYTES = 120;
/** A matrix of more is written in pieces. */
const MATRIX_BYTES = 200_000;

/** Finds the sheet by its id or, where it is made in the same batch, by its name. */
export function sheetIn(context: Excel.RequestContext, key: string): Excel.Worksheet {
  return context.workbook.worksheets.getItem(key);
}

/** Writes cells; what the sheet had there before is replaced, looks included. */
export function cellSteps(key: string, cells: readonly OwnCell[], date1904: boolean): readonly Step[] {
  return [...lookSteps(key, cells), ...valueSteps(key, cells, date1904)];
}

/** Widths, and which columns are out of sight. */
export function widthSteps(key: string, columns: readonly OwnColumn[], isHidden: (column: OwnColumn) => boolean): readonly Step[] {
  return columns.map((column): Step => ({
    bytes: 4 * PROPERTY_BYTES,
    write(context) {
      const range = sheetIn(context, key).getRange(columnsAddress(column.col, column.col)).untrack();
      range.format.columnWidth = column.width * POINTS_PER_CHARACTER;
      range.columnHidden = isHidden(column);
    },
  }));
}

function lookSteps(key: string, cells: readonly OwnCell[]): readonly Step[] {
  const groups = new Map<string, OwnCell[]>();
  for (const cell of cells) {
    const name = `${cell.look} ${cell.paint?.fill ?? ""} ${cell.paint?.font ?? ""}`;
    const group = groups.get(name);
    if (group) group.push(cell);
    else groups.set(name, [cell]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const look = OFFICE_LOOKS[first.look];
    const areas = rectanglesOf(group);
    const looks = joinedAddresses(areas).map((address): Step => ({
      bytes: address.length + 20 * PROPERTY_BYTES,
      write: (context) => applyLook(sheetIn(context, key).getRanges(address).untrack(), look, first.paint ?? null),
    }));
    // Several areas at once have no number format.
    const formats = look.numberFormat === "General" ? [] : areas.map((area): Step => ({
      bytes: 2 * PROPERTY_BYTES,
      write(context) {
        const format: unknown = look.numberFormat;
        setMatrix(areaIn(context, key, area), "numberFormat", format);
      },
    }));
    return [...looks, ...formats];
  });
}

function valueSteps(key: string, cells: readonly OwnCell[], date1904: boolean): readonly Step[] {
  const places = new Map(cells.map((cell) => [`${cell.row},${cell.col}`, cell]));
  return rectanglesOf(cells).flatMap((area) => {
    const matrix = Array.from({ length: area.bottom - area.top + 1 }, (_, i) =>
      Array.from({ length: area.right - area.left + 1 }, (__, j) => typedCell(places.get(`${area.top + i},${area.left + j}`), date1904)),
    );
    return matrixSteps(key, area, matrix);
  });
}

function typedCell(cell: OwnCell | undefined, date1904: boolean): string | number | boolean | null {
  if (cell === undefined) return null;
  const { value, look } = cell;
  const isDay = date1904 && OFFICE_LOOKS[look].numberFormat !== "General";
  return isDay && typeof value === "number" ? value - DAYS_1904 : typedOwnValue(value);
}

export type TypedMatrix = readonly (readonly (string | number | boolean | null)[])[];

/** Writes a matrix in pieces of whole rows; null leaves a cell as it is. */
export function matrixSteps(key: string, area: Area, matrix: TypedMatrix): readonly MatrixStep[] {
  const bytes = weightOf(matrix);
  const rows = Math.max(1, Math.floor((matrix.length * MATRIX_BYTES) / Math.max(1, bytes)));
  return rowsInPieces(area, rows).map((piece): MatrixStep => {
    const lines = matrix.slice(piece.top - area.top, piece.bottom - area.top + 1);
    const hasFormula = lines.some((line) => line.some((value) => typeof value === "string" && value.startsWith("=")));
    return {
      area: piece,
      bytes: weightOf(lines) + 3 * PROPERTY_BYTES,
      write: (context) => setMatrix(areaIn(context, key, piece), hasFormula ? "formulas" : "values", lines),
    };
  });
}

/** The declared types of these properties are wider than what Excel takes, and narrower: one value stands for all cells. */
function setMatrix(range: Excel.Range, property: "values" | "formulas" | "numberFormat", value: unknown): void {
  Reflect.set(range, property, value);
}

/** A range that is not kept for later trips: keeping costs a trip of its own. */
export function areaOnSheet(sheet: Excel.Worksheet, { top, left, bottom, right }: Area): Excel.Range {
  return sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1).untrack();
}

export function areaIn(context: Excel.RequestContext, key: string, area: Area): Excel.Range {
  return areaOnSheet(sheetIn(context, key), area);
}

/** Where a range is whose place was loaded. */
export function areaOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area {
  return { top: rowIndex, left: columnIndex, bottom: rowIndex + rowCount - 1, right: columnIndex + columnCount - 1 };
}

/** Bytes of UTF-8, as JSON. */
export function weightOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
