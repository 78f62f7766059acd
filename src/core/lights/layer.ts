/** Our columns, the as-of cell and the native rules, declared whole: putting the layer again replaces the former one. */
import { columnName } from "../grid/a1";
import type { Ledger, LedgerRow } from "../ledger/ledger";
import { ruleFormula } from "./formula";
import { HELPER_HEADERS, HELPER_KEYS, type HelperKey, HELPER_WIDTHS, INNER_KEYS, isHelperHeader, type HelperPlaces, placesFrom } from "./helperColumns";
import { helperCells, refsOf, serialIn } from "./helperRow";
import { LIGHTS } from "./light";
import type { LitRow } from "./litRow";
import type { Area, LaidCell, LaidRule, Layer, Look } from "./look";
import type { LightSettings } from "./settings";

const LOOK_OF: Readonly<Record<HelperKey, Look>> = {
  light: "light", days: "helperText", deadline: "helperDate", reported: "helperText", words: "helperText",
  adjusted: "helperDate", override: "helperText", ground: "helperText",
  statusRead: "helperText", adjustedRead: "helperDate", figureText: "helperText", figure: "helperText", verdict: "helperText",
  computed: "helperText", prior: "helperText", came: "helperText",
};

/** The layer of a ledger's lights. `left` is the first of our columns (see `helperLeft`). */
export function lightLayer(ledger: Ledger, rows: readonly LitRow[], asOf: string, settings: LightSettings, left: number): Layer {
  const places = placesFrom(left);
  const asOfCell = { sheet: ledger.sheet, row: ledger.headerRow, col: places.days };
  return {
    sheet: ledger.sheet,
    columns: HELPER_KEYS.map((key) => ({ col: places[key], width: HELPER_WIDTHS[key], ...(INNER_KEYS.includes(key) ? { hidden: true } : {}) })),
    cells: [...headerCells(ledger.headerRow, places, asOf), ...rows.flatMap((row) => rowCells(row, places, ledger.headerRow, asOf, settings))],
    rules: rows.length === 0 ? [] : colourRules(ledger, rows, places, settings),
    asOf: asOfCell,
  };
}

function headerCells(row: number, places: HelperPlaces, asOf: string): readonly LaidCell[] {
  return HELPER_KEYS.map((key): LaidCell =>
    key === "days"
      ? { row, col: places.days, value: serialIn(asOf), look: "asOf" }
      : { row, col: places[key], value: HELPER_HEADERS[key], look: "helperHeader" },
  );
}

function rowCells(lit: LitRow, places: HelperPlaces, headerRow: number, asOf: string, settings: LightSettings): readonly LaidCell[] {
  const cells = helperCells(lit, refsOf(places, lit.places, headerRow), asOf, settings);
  return HELPER_KEYS.map((key) => ({ row: lit.row.gridRow, col: places[key], value: cells[key], look: LOOK_OF[key] }));
}

/** One rule a light, over the light cells and the narrow 序号 cells: the state is seen at the left edge. */
function colourRules(ledger: Ledger, rows: readonly LitRow[], places: HelperPlaces, settings: LightSettings): readonly LaidRule[] {
  const gridRows = rows.map(({ row }) => row.gridRow);
  const [top, bottom] = [Math.min(...gridRows), Math.max(...gridRows)];
  const areas: readonly Area[] = [{ top, bottom, left: places.light, right: places.light }, ...(settings.wholeRow ? rowAreas : serialAreas)(ledger, rows.map(({ row }) => row))];
  const column = `$${columnName(places.light)}`;
  return LIGHTS.map((light) => ({
    areas, formula: ruleFormula(light, column, settings), fill: settings.looks[light].fill, font: settings.looks[light].font,
  }));
}

/** Runs of rows, from the table's first column to its last. */
function rowAreas(ledger: Ledger, rows: readonly LedgerRow[]): readonly Area[] {
  const cols = ledger.columns.filter(({ header }) => !isHelperHeader(header)).map(({ col }) => col);
  return cols.length === 0 ? [] : runsOf(rows.map(({ gridRow }) => gridRow), Math.min(...cols), Math.max(...cols));
}

/**
 * Runs of 序号 cells, outline rows within them included (their light is empty). A spanned cell stands for several rows: the
 * colour of one of them would be a false word about the others.
 */
function serialAreas(ledger: Ledger, rows: readonly LedgerRow[]): readonly Area[] {
  const position = ledger.index.get("serial");
  const col = position === undefined ? undefined : ledger.columns[position]?.col;
  if (position === undefined || col === undefined) return [];
  const spanned = new Set<number>();
  for (const { gridRow, spanned: from } of rows) {
    const first = from?.get(position);
    if (first) spanned.add(gridRow).add(first.row);
  }
  return runsOf(rows.map((row) => row.gridRow), col, col, spanned);
}

/** Rows that follow one another as one area; those that are left out part it. */
function runsOf(gridRows: readonly number[], left: number, right: number, leftOut: ReadonlySet<number> = new Set()): readonly Area[] {
  const areas: Area[] = [];
  let open = false;
  for (const gridRow of [...gridRows].sort((one, other) => one - other)) {
    const last = areas.at(-1);
    if (leftOut.has(gridRow)) open = false;
    else if (open && last) areas[areas.length - 1] = { ...last, bottom: gridRow };
    else {
      areas.push({ top: gridRow, bottom: gridRow, left, right });
      open = true;
    }
  }
  return areas;
}
