import { viewOf } from "../bytes";
import { PartFault } from "../partFault";

/** A record of the binary workbook stream ([MS-XLS] 2.1.4). */
export interface BiffRecord {
  readonly type: number;
  /** Where its content begins and ends. */
  readonly start: number;
  readonly end: number;
}

export const BOF = 0x0809;
export const EOF = 0x000a;
export const CONTINUE = 0x003c;

/** The version that a substream of Excel 97 and later begins with, and that of Excel 5.0 and 95. */
export const BIFF8 = 0x0600;
export const BIFF5 = 0x0500;

/**
 * The records from a place up to the end of the substream that begins there, each with those that continue it; records
 * of substreams inside it (charts) are left out. A stream that ends before its substream does is cut short, and refused.
 */
export function* substream(bytes: Uint8Array, from: number): Generator<readonly [BiffRecord, ...BiffRecord[]]> {
  const view = viewOf(bytes);
  let depth = 0;
  let group: [BiffRecord, ...BiffRecord[]] | null = null;
  for (let at = from; at + 4 <= bytes.length; ) {
    const type = view.getUint16(at, true);
    const start = at + 4;
    const end = start + view.getUint16(at + 2, true);
    if (end > bytes.length) break;
    if (type === BOF) depth++;
    if (type === CONTINUE && group !== null) group.push({ type, start, end });
    else {
      if (group !== null) yield group;
      group = depth <= 1 ? [{ type, start, end }] : null;
    }
    if (type === EOF && --depth <= 0) {
      if (group !== null) yield group;
      return;
    }
    at = end;
  }
  throw new PartFault({ kind: "truncated" });
}
