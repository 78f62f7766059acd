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

/**
 * The records from a place up to the end of the substream that begins there, those of substreams inside it (charts)
 * left out. A stream that ends before its substream does is cut short, and refused.
 */
export function* substream(view: DataView, from: number): Generator<BiffRecord> {
  let depth = 0;
  for (let at = from; at + 4 <= view.byteLength; ) {
    const type = view.getUint16(at, true);
    const start = at + 4;
    const end = start + view.getUint16(at + 2, true);
    if (end > view.byteLength) break;
    if (type === BOF) depth++;
    if (depth <= 1) yield { type, start, end };
    if (type === EOF && --depth <= 0) return;
    at = end;
  }
  throw new PartFault({ kind: "truncated" });
}
