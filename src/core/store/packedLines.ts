/**
 * A store in fewer and shorter lines, for a file of its own: what a submission says in one row of its sheet is one line, and
 * a value that is the base's to the letter is not written again. `unpackedLines` gives the readable lines back.
 *
 *     ["列位", column, "Sheet1!H", "万元"]     the next position that values stand in, counted from 0, with the words around them
 *     [12, row, 0, value, 2, value, -4]       row 12 of the sheet: values at positions 0 and 2; at position 3 the base's own
 */
import type { CellValue } from "../grid/grid";
import { plainText } from "../grid/grid";
import type { Base, Entry, Submission } from "../round/round";
import type { FigureWords } from "../round/figure";
import { figureWords, type Line } from "./roundLines";
import type { Store } from "./store";
import { baseCells, entryLine, STORE_WORDS, storeLines } from "./storeRows";

const POSITION = "列位";

/** Where values stand, and what is said around them. */
interface Position {
  readonly column: string;
  /** Sheet and letters: "Sheet1!H". */
  readonly left: string;
  readonly words: FigureWords | null;
}

/** The lines of a store, packed. */
export function packedLines(store: Store): Generator<Line> {
  const packer = new Packer(store.round?.base ?? null);
  return storeLines(store, (submission) => packer.lines(submission));
}

/** The readable lines that were packed; lines that are no packed ones pass as they are. */
export function* unpackedLines(lines: Iterable<Line>): Generator<Line> {
  const positions: Position[] = [];
  const base = new Map<string, ReadonlyMap<string, CellValue>>();
  let columns: readonly string[] = [];
  for (const line of lines) {
    const [kind] = line;
    if (kind === POSITION) positions.push({ column: plainText(line[1]), left: plainText(line[2]), words: figureWords(plainText(line[3]), plainText(line[4])) });
    else if (typeof kind === "number") yield* unpacked(line, positions, base);
    else {
      if (kind === STORE_WORDS.columns) columns = line.slice(1).map(plainText).filter((column) => column !== "");
      if (kind === STORE_WORDS.row) base.set(plainText(line[1]), baseCells(columns, line));
      yield line;
    }
  }
}

function* unpacked(line: Line, positions: readonly Position[], base: ReadonlyMap<string, ReadonlyMap<string, CellValue>>): Generator<Line> {
  const row = plainText(line[1]);
  for (let index = 2; index < line.length; index += 1) {
    const said = Number(line[index]);
    const position = positions[said < 0 ? -1 - said : said];
    // A damaged line: as it stands nobody takes it for anything else.
    if (!position) {
      yield line;
      return;
    }
    const value = said < 0 ? (base.get(row)?.get(position.column) ?? null) : (line[(index += 1)] ?? null);
    const { column, left, words } = position;
    yield entryLine({ row, column, value, at: `${left}${String(line[0])}`, ...(words ? { words } : {}) });
  }
}

const PLACE = /^(.*![A-Z]{1,3})([1-9]\d{0,6})$/su;

class Packer {
  private readonly cells: ReadonlyMap<string, ReadonlyMap<string, CellValue>>;
  /** By column, then by sheet and letters. */
  private readonly positions = new Map<string, Map<string, number>>();
  private count = 0;

  constructor(base: Base | null) {
    const rows = base?.rows ?? [];
    this.cells = new Map(rows.map(({ id, cells }) => [id, cells]));
  }

  *lines({ entries }: Submission): Generator<Line> {
    let open: CellValue[] | null = null;
    for (const entry of entries) {
      const place = PLACE.exec(entry.at);
      const [, left = "", digits = ""] = place ?? [];
      const number = Number(digits);
      if (open && (!place || open[0] !== number || open[1] !== entry.row)) {
        yield open;
        open = null;
      }
      if (!place) {
        yield entryLine(entry);
        continue;
      }
      const position = this.positionOf(entry, left);
      if (position === null) yield [POSITION, entry.column, left, entry.words?.measure ?? null, entry.words?.period ?? null];
      open ??= [number, entry.row];
      this.put(open, entry, position ?? this.count - 1);
    }
    if (open) yield open;
  }

  private put(line: CellValue[], { row, column, value }: Entry, position: number): void {
    const base = this.cells.get(row)?.get(column);
    if (base !== undefined && base === value) line.push(-1 - position);
    else line.push(position, value);
  }

  /** Null where it is new, and then the last. */
  private positionOf({ column, words }: Entry, left: string): number | null {
    const own = this.positions.get(column) ?? new Map<string, number>();
    this.positions.set(column, own);
    const key = words ? `${left}|${words.measure ?? ""}|${words.period ?? ""}` : left;
    const known = own.get(key);
    if (known !== undefined) return known;
    own.set(key, this.count);
    this.count += 1;
    return null;
  }
}
