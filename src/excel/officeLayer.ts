/** Our columns beside the official table, as steps of writing: the former ones go, the new ones come, the person's own things stay. */
import { cellName } from "../core/grid/a1";
import type { Area } from "./officeAreas";
import { columnsAddress, joinedAddresses } from "./officeAreas";
import { areaIn, cellSteps, PROPERTY_BYTES, sheetIn, widthSteps } from "./officeCells";
import type { Step } from "./officeCells";
import type { LayerState } from "./officeLayerState";
import { AS_OF_NAME, LAYER_NAME, PRINT_AREA } from "./officeNames";
import { anchored } from "./officeRules";
import { can } from "./officeVersion";
import { markedRule } from "./ownRule";
import type { HelperLayer, OwnRule } from "./port";

/** Beyond every rule of the sheet: Excel takes the last place for it. */
const WEAKEST = 1_000_000;

export interface Columns {
  readonly first: number;
  readonly last: number;
}

/** Puts a layer in place of the one that is there. A group that a person closed stays closed. */
export function putLayerSteps(id: string, layer: HelperLayer, state: LayerState, date1904: boolean): readonly Step[] {
  const columns = columnsOf(layer);
  if (columns === null) return removeLayerSteps(id, state);
  const { own } = state;
  return [
    ...ruleRemovalSteps(id, state),
    ...(own ? clearSteps(id, own, state, (col) => layer.columns.some((column) => column.col === col)) : []),
    // Before the first cell: columns that were cut off half written must be known as ours.
    ...nameSteps(id, layer, columns, state),
    ...widthSteps(id, layer.columns, ({ hidden }) => state.isClosed || hidden === true),
    ...groupSteps(id, layer, own),
    ...cellSteps(id, layer.cells, date1904),
    ...layer.rules.map((rule) => ruleStep(id, rule)),
    ...printSteps(id, columns, state),
  ];
}

/** Takes our columns, rules and names away. */
export function removeLayerSteps(id: string, state: LayerState): readonly Step[] {
  const { own, printed } = state;
  const isOwnPrint = state.hasPrintName && own !== null && own.first > 0 && printed?.length === 1 && isUpTo(printed[0], own.first - 1);
  return [
    ...ruleRemovalSteps(id, state),
    ...(own ? clearSteps(id, own, state, () => false) : []),
    ...[...(state.hasLayerName ? [LAYER_NAME] : []), ...(state.hasAsOfName ? [AS_OF_NAME] : []), ...(isOwnPrint ? [PRINT_AREA] : [])].map((name): Step => ({
      bytes: 2 * PROPERTY_BYTES,
      write: (context) => sheetIn(context, id).names.getItem(name).delete(),
    })),
  ];
}

/** Columns that leave our group. Excel refuses this where somebody has dissolved the group, so it must not stand among other steps. */
export function ungroupedColumns(layer: HelperLayer | null, { own }: LayerState): readonly Columns[] {
  if (own === null || !can("groups")) return [];
  const kept = new Set(layer?.columns.map(({ col }) => col));
  return runsOf(Array.from({ length: own.last - own.first + 1 }, (_, i) => own.first + i).filter((col) => !kept.has(col)));
}

/** From the first to the last column that the layer has anything in. */
export function columnsOf({ columns, cells }: HelperLayer): Columns | null {
  const cols = [...columns, ...cells].map(({ col }) => col);
  return cols.length === 0 ? null : { first: Math.min(...new Set(cols)), last: Math.max(...new Set(cols)) };
}

/** From the weakest to the strongest: should an id be a place in the list, the others' stay true. */
function ruleRemovalSteps(id: string, { rules }: LayerState): readonly Step[] {
  return [...rules].reverse().map((rule): Step => ({
    bytes: 3 * PROPERTY_BYTES,
    write: (context) => sheetIn(context, id).getRange().untrack().conditionalFormats.getItem(rule).delete(),
  }));
}

/** Contents and looks of our cells go. Clearing formats at once would cut other people's rules, so a style does it. */
function clearSteps(id: string, { first, last }: Columns, { lastRow }: LayerState, isKept: (col: number) => boolean): readonly Step[] {
  const cells: Step = {
    bytes: 4 * PROPERTY_BYTES,
    write(context) {
      const range = areaIn(context, id, { top: 0, left: first, bottom: lastRow, right: last });
      range.clear("Contents");
      range.style = Excel.BuiltInStyle.normal;
    },
  };
  const dropped = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((col) => !isKept(col));
  const widths = dropped.map((col): Step => ({
    bytes: 4 * PROPERTY_BYTES,
    write(context) {
      const range = sheetIn(context, id).getRange(columnsAddress(col, col)).untrack();
      range.columnHidden = false;
      range.format.useStandardWidth = true;
    },
  }));
  return [cells, ...widths];
}

/** Columns that were ours before are in the group already; grouping them again would put one group into another. */
function groupSteps(id: string, { columns }: HelperLayer, own: Columns | null): readonly Step[] {
  if (!can("groups")) return [];
  const fresh = columns.map(({ col }) => col).filter((col) => own === null || col < own.first || col > own.last);
  return runsOf(fresh).map(({ first, last }): Step => ({
    bytes: 3 * PROPERTY_BYTES,
    write: (context) => sheetIn(context, id).getRange(columnsAddress(first, last)).untrack().group(Excel.GroupOption.byColumns),
  }));
}

function runsOf(cols: readonly number[]): readonly Columns[] {
  const runs: { first: number; last: number }[] = [];
  for (const col of [...cols].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && col <= run.last + 1) run.last = col;
    else runs.push({ first: col, last: col });
  }
  return runs;
}

/** Excel adds a rule before all others; ours give way to everyone's. */
export function ruleStep(id: string, rule: OwnRule): Step {
  const { areas, formula } = anchored(rule);
  const [address = ""] = joinedAddresses(areas);
  return {
    bytes: address.length + formula.length * 3 + 8 * PROPERTY_BYTES,
    write(context) {
      const format = sheetIn(context, id).getRanges(address).untrack().conditionalFormats.add(Excel.ConditionalFormatType.custom);
      format.custom.rule.formula = `=${markedRule(formula)}`;
      format.custom.format.fill.color = `#${rule.fill}`;
      format.custom.format.font.color = `#${rule.font}`;
      format.priority = WEAKEST;
    },
  };
}

function nameSteps(id: string, { asOf }: HelperLayer, { first, last }: Columns, state: LayerState): readonly Step[] {
  const wanted: readonly (readonly [name: string, isThere: boolean, address: string | null])[] = [
    [LAYER_NAME, state.hasLayerName, columnsAddress(first, last)],
    [AS_OF_NAME, state.hasAsOfName, asOf && cellName(asOf.row, asOf.col)],
  ];
  return wanted.filter(([, isThere, address]) => isThere || address !== null).map(([name, isThere, address]): Step => ({
    bytes: 6 * PROPERTY_BYTES,
    write(context) {
      const sheet = sheetIn(context, id);
      if (isThere) sheet.names.getItem(name).delete();
      if (address !== null) sheet.names.add(name, sheet.getRange(address).untrack());
    },
  }));
}

/** A print area that ends before our columns, or the one that is there without them. */
function printSteps(id: string, { first, last }: Columns, { printed }: LayerState): readonly Step[] {
  if (first === 0) return [];
  const touches = printed?.some(({ left, right }) => left <= last && right >= first);
  if (printed !== null && touches !== true) return [];
  const kept = printed?.flatMap((area) => (area.left > last || area.right < first ? [area] : area.left < first ? [{ ...area, right: first - 1 }] : []));
  if (kept?.length === 0) return [];
  const address = kept === undefined ? columnsAddress(0, first - 1) : kept.map(printAddress).join(",");
  return [{ isCosmetic: true, bytes: address.length + 2 * PROPERTY_BYTES, write: (context) => sheetIn(context, id).pageLayout.setPrintArea(address) }];
}

const LAST_ROW = 1_048_575;

function printAddress(area: Area): string {
  const { top, left, bottom, right } = area;
  return top === 0 && bottom === LAST_ROW ? columnsAddress(left, right) : `${cellName(top, left)}:${cellName(bottom, right)}`;
}

function isUpTo(area: Area | undefined, last: number): boolean {
  return area?.top === 0 && area.bottom === LAST_ROW && area.left === 0 && area.right === last;
}
