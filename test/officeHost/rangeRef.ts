/** A rectangle of one sheet, as ranges of the object model are. */
import { quotedSheet } from "../../src/core/grid/a1";
import type { Span } from "../../src/core/grid/grid";
import { areaName, areaOf } from "../../src/workbook/formula";
import { HostFault } from "./hostFault";
import type { LiveBook } from "./liveBook";

export interface RangeRef {
  readonly sheet: string;
  readonly area: Span;
}

export const LAST_ROW = 1_048_575;
export const LAST_COL = 16_383;
export const WHOLE: Span = { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COL };

export function rowsOf({ area }: RangeRef): number {
  return area.bottom - area.top + 1;
}

export function colsOf({ area }: RangeRef): number {
  return area.right - area.left + 1;
}

/** Whole rows or columns: their cells are not told one by one. */
export function isUnbounded({ area }: RangeRef): boolean {
  return (area.top === 0 && area.bottom === LAST_ROW) || (area.left === 0 && area.right === LAST_COL);
}

export function intersection(one: Span, other: Span): Span | null {
  const area = {
    top: Math.max(one.top, other.top), left: Math.max(one.left, other.left),
    bottom: Math.min(one.bottom, other.bottom), right: Math.min(one.right, other.right),
  };
  return area.top > area.bottom || area.left > area.right ? null : area;
}

/** An area on the sheet, or the fault of one that leaves it. */
export function rangeAt(sheet: string, area: Span): RangeRef {
  const { top, left, bottom, right } = area;
  if (top < 0 || left < 0 || bottom > LAST_ROW || right > LAST_COL || top > bottom || left > right) throw new HostFault("InvalidArgument", "range");
  return { sheet, area };
}

/** "B2:C9" of a sheet; the whole sheet where no address is given. An address may name the sheet. */
export function parseRange(address: unknown, sheet: string, book: LiveBook): RangeRef {
  if (address === null || address === undefined) return { sheet, area: WHOLE };
  if (typeof address !== "string" || address.length > 8192) throw new HostFault("InvalidArgument", "address");
  const named = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/u.exec(address);
  const text = (named?.[3] ?? address).trim();
  const area = /^\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?$|^\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}$|^\$?\d+:\$?\d+$/u.test(text) ? areaOf(text) : null;
  if (area === null) throw new HostFault("InvalidArgument", address);
  if (named === null) return { sheet, area };
  const other = book.find((named[1] ?? named[2] ?? "").replaceAll("''", "'"));
  if (other === undefined) throw new HostFault("ItemNotFound", address);
  return { sheet: other.id, area };
}

/** "Sheet!B2:C9". */
export function addressOf({ sheet, area }: RangeRef, book: LiveBook): string {
  return `${quotedSheet(book.entry(sheet).name)}!${areaText(area)}`;
}

/** "B2:C9", "A:C" or "2:9". */
export function areaText(area: Span): string {
  const name = areaName(area);
  if (area.top === 0 && area.bottom === LAST_ROW) return name.replace(/\d+/gu, "");
  return area.left === 0 && area.right === LAST_COL ? name.replace(/[A-Z]+/gu, "") : name;
}
