/** Rows that come into a sheet or go from it, and where everything else then stands. */
import type { Span } from "../../core/grid/grid";
import { areaName, areaOf } from "../formula";

export const LAST_ROW = 1_048_575;

export interface RowShift {
  readonly kind: "insert" | "remove";
  readonly sheet: string;
  /** The first row that comes or goes. */
  readonly at: number;
  /** How many rows; at least one. */
  readonly count: number;
}

/** Where a row stands afterwards; null for one that is gone. */
export function movedRow({ kind, at, count }: RowShift, row: number): number | null {
  if (row < at) return row;
  if (kind === "insert") return row + count;
  return row < at + count ? null : row - count;
}

/** Where something at a row stands afterwards; what stood in a row that is gone stands where the next one is. */
export function keptRow(shift: RowShift, row: number): number {
  return Math.min(LAST_ROW, movedRow(shift, row) ?? shift.at);
}

/** The area afterwards: it grows by rows that come inside; null where all its rows are gone. One that runs to the last row of the sheet still does. */
export function movedArea(shift: RowShift, area: Span): Span | null {
  const { kind, at, count } = shift;
  const isOpen = area.bottom === LAST_ROW;
  if (kind === "insert") {
    const top = area.top >= at && !(area.top === 0 && isOpen) ? area.top + count : area.top;
    const bottom = area.bottom >= at && !isOpen ? area.bottom + count : area.bottom;
    return top > LAST_ROW ? null : { ...area, top, bottom: Math.min(LAST_ROW, bottom) };
  }
  const top = keptRow(shift, area.top);
  const bottom = isOpen ? LAST_ROW : area.bottom - Math.max(0, Math.min(at + count, area.bottom + 1) - at);
  return bottom < top ? null : { ...area, top, bottom };
}

/** A list of areas ("A1:B2 D4") afterwards; "" where none is left. One that cannot be read stays as it is. */
export function movedAreas(shift: RowShift, list: string): string {
  return list
    .split(/\s+/u)
    .filter((text) => text !== "")
    .flatMap((text) => {
      const area = areaOf(text);
      const moved = area && movedArea(shift, area);
      if (area === null || (moved && moved.top === area.top && moved.bottom === area.bottom)) return [text];
      return moved ? [areaName(moved)] : [];
    })
    .join(" ");
}

/** The rows that a list of areas begins with, before and after; null where either is unknown. */
export function movedStart(shift: RowShift, list: string): { readonly from: number; readonly to: number } | null {
  const topOf = (text: string): number => text.split(/\s+/u).reduce((top, one) => Math.min(top, areaOf(one)?.top ?? Infinity), Infinity);
  const [from, to] = [topOf(list), topOf(movedAreas(shift, list))];
  return from === Infinity || to === Infinity ? null : { from, to };
}
