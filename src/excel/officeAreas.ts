/** Rectangles of cells: how many scattered cells become few ranges. */
import { cellName, columnName } from "../core/grid/a1";

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Place {
  readonly row: number;
  readonly col: number;
}

/** "B2:C9"; whole columns and rows are not meant here. */
export function areaAddress({ top, left, bottom, right }: Area): string {
  return top === bottom && left === right ? cellName(top, left) : `${cellName(top, left)}:${cellName(bottom, right)}`;
}

/** "B:C". */
export function columnsAddress(first: number, last: number): string {
  return `${columnName(first)}:${columnName(last)}`;
}

export function areaSize({ top, left, bottom, right }: Area): number {
  return (bottom - top + 1) * (right - left + 1);
}

/**
 * Vertical strips, one column wide, that together cover all places: a strip goes on over at most `gap` rows that are
 * none of them. Ordered by column, then by row; a place that comes twice is covered once.
 */
export function stripsOf(places: readonly Place[], gap: number): readonly Area[] {
  const strips: { top: number; left: number; bottom: number; right: number }[] = [];
  for (const { row, col } of [...places].sort((a, b) => a.col - b.col || a.row - b.row)) {
    const last = strips.at(-1);
    if (last?.left === col && row - last.bottom <= gap + 1) last.bottom = Math.max(last.bottom, row);
    else strips.push({ top: row, left: col, bottom: row, right: col });
  }
  return strips;
}

/** Rectangles that cover exactly the places: strips without gaps, those of neighbouring columns and like rows joined. */
export function rectanglesOf(places: readonly Place[]): readonly Area[] {
  const open = new Map<string, Area>();
  const done: Area[] = [];
  for (const strip of stripsOf(places, 0)) {
    const key = `${strip.top}-${strip.bottom}`;
    const left = open.get(key);
    if (left?.right === strip.left - 1) open.set(key, { ...left, right: strip.right });
    else {
      if (left) done.push(left);
      open.set(key, strip);
    }
  }
  return [...done, ...open.values()].sort((a, b) => a.left - b.left || a.top - b.top);
}

/** The area in pieces of at most so many rows. */
export function rowsInPieces(area: Area, rows: number): readonly Area[] {
  const pieces: Area[] = [];
  for (let top = area.top; top <= area.bottom; top += rows) pieces.push({ ...area, top, bottom: Math.min(area.bottom, top + rows - 1) });
  return pieces;
}

/** The least rectangle around all places, or null where there are none. */
export function boundsOf(places: readonly Place[]): Area | null {
  const [first] = places;
  if (first === undefined) return null;
  return places.reduce<Area>(
    ({ top, left, bottom, right }, { row, col }) => ({ top: Math.min(top, row), left: Math.min(left, col), bottom: Math.max(bottom, row), right: Math.max(right, col) }),
    { top: first.row, left: first.col, bottom: first.row, right: first.col },
  );
}

/** Addresses joined by commas, in as few texts as Excel's limit on their length allows. */
export function joinedAddresses(areas: readonly Area[]): readonly string[] {
  const texts: string[] = [];
  for (const address of areas.map(areaAddress)) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + address.length < LONGEST_ADDRESS) texts[texts.length - 1] = `${last},${address}`;
    else texts.push(address);
  }
  return texts;
}

/** Excel refuses addresses of more than 8192 characters. */
const LONGEST_ADDRESS = 8000;
