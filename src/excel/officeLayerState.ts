/** Our columns on a sheet as they stand, asked for before they are put anew or taken away. */
import type { Area } from "./officeAreas";
import type { Matrix } from "./officeGrid";
import { AS_OF_NAME, LAYER_NAME, PRINT_AREA } from "./officeNames";
import { areaOf } from "./officeCells";
import { matrixOf } from "./officeRead";
import { isOwnRule } from "./ownRule";

/** Proxies of one question. */
export interface LayerAsked {
  readonly columns: Excel.Range;
  readonly layerName: Excel.NamedItem;
  readonly asOfName: Excel.NamedItem;
  readonly printName: Excel.NamedItem;
  readonly print: Excel.RangeAreas;
  readonly rules: Excel.ConditionalFormatCollection;
  readonly wanted: Excel.Range | null;
}

export interface LayerState {
  /** Our columns, or null where the sheet has none. */
  readonly own: { readonly first: number; readonly last: number } | null;
  /** A person closed their group. */
  readonly isClosed: boolean;
  readonly hasLayerName: boolean;
  readonly hasAsOfName: boolean;
  readonly hasPrintName: boolean;
  /** What is printed, or null where nobody has said so. */
  readonly printed: readonly Area[] | null;
  /** Ids of our rules, weakest last. */
  readonly rules: readonly string[];
  /** The last row that anything stands in. */
  readonly lastRow: number;
  /** Whether somebody else's cell stands there. */
  readonly isTaken: (row: number, col: number) => boolean;
}

/** Queues the question; `wanted` is around the cells that a layer is to have. */
export function askLayer(sheet: Excel.Worksheet, wanted: Area | null): LayerAsked {
  const layerName = sheet.names.getItemOrNullObject(LAYER_NAME).load("name");
  return {
    layerName,
    columns: layerName.getRangeOrNullObject().untrack().load("columnIndex,columnCount,columnHidden"),
    asOfName: sheet.names.getItemOrNullObject(AS_OF_NAME).load("name"),
    printName: sheet.names.getItemOrNullObject(PRINT_AREA).load("name"),
    print: sheet.pageLayout.getPrintAreaOrNullObject().untrack().load("areas/rowIndex,areas/columnIndex,areas/rowCount,areas/columnCount"),
    rules: sheet.getRange().untrack().conditionalFormats.load("items/id,items/type,items/customOrNullObject/rule/formula"),
    wanted: wanted && sheet.getRangeByIndexes(wanted.top, wanted.left, wanted.bottom - wanted.top + 1, wanted.right - wanted.left + 1).untrack().load("formulas,rowIndex,columnIndex"),
  };
}

/** The answer. */
export function layerState(asked: LayerAsked, used: Excel.Range): LayerState {
  const { columns, wanted } = asked;
  const own = columns.isNullObject ? null : { first: columns.columnIndex, last: columns.columnIndex + columns.columnCount - 1 };
  const formulas: Matrix = wanted === null ? [] : matrixOf(wanted.formulas);
  const [top, left] = wanted === null ? [0, 0] : [wanted.rowIndex, wanted.columnIndex];
  return {
    own,
    isClosed: own !== null && columns.columnHidden,
    hasLayerName: !asked.layerName.isNullObject,
    hasAsOfName: !asked.asOfName.isNullObject,
    hasPrintName: !asked.printName.isNullObject,
    printed: asked.print.isNullObject ? null : asked.print.areas.items.map(areaOf),
    rules: asked.rules.items.filter(isOurs).map(({ id }) => id),
    lastRow: used.isNullObject ? 0 : used.rowIndex + used.rowCount - 1,
    isTaken(row, col) {
      if (own && own.first <= col && col <= own.last) return false;
      const formula = formulas[row - top]?.[col - left];
      return formula !== undefined && formula !== "";
    },
  };
}

function isOurs({ customOrNullObject: custom }: Excel.ConditionalFormat): boolean {
  return !custom.isNullObject && isOwnRule(custom.rule.formula);
}
