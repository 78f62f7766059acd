import { viewOf } from "../bytes";
import { PartFault } from "../partFault";

/**
 * Walks over the records of a part of an .xlsb ([MS-XLSB] 2.1.4). Numbers are read from the current record at an offset
 * from its start, and are 0 beyond its end; a record that goes beyond the part refuses it.
 */
export class Records {
  /** Of the record last given. */
  type = 0;
  start = 0;
  end = 0;
  private readonly view: DataView;
  private readonly bytes: Uint8Array;
  private readonly part: string;
  private at = 0;

  constructor(bytes: Uint8Array, part: string) {
    this.bytes = bytes;
    this.view = viewOf(bytes);
    this.part = part;
  }

  next(): boolean {
    if (this.at >= this.bytes.length) return false;
    const first = this.byte();
    this.type = first < 0x80 ? first : (first & 0x7f) | ((this.byte() & 0x7f) << 7);
    let size = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.byte();
      size |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    this.start = this.at;
    this.end = this.at + size;
    if (this.end > this.bytes.length) throw new PartFault({ kind: "damagedPart", part: this.part });
    this.at = this.end;
    return true;
  }

  has(offset: number, size: number): boolean {
    return this.start + offset + size <= this.end;
  }

  u8(offset: number): number {
    return this.has(offset, 1) ? this.view.getUint8(this.start + offset) : 0;
  }

  u16(offset: number): number {
    return this.has(offset, 2) ? this.view.getUint16(this.start + offset, true) : 0;
  }

  u24(offset: number): number {
    return this.u16(offset) | (this.u8(offset + 2) << 16);
  }

  u32(offset: number): number {
    return this.has(offset, 4) ? this.view.getUint32(this.start + offset, true) : 0;
  }

  double(offset: number): number {
    return this.has(offset, 8) ? this.view.getFloat64(this.start + offset, true) : 0;
  }

  /** A packed number; see `rkNumber`. */
  rk(offset: number, read: (view: DataView, at: number) => number): number {
    return this.has(offset, 4) ? read(this.view, this.start + offset) : 0;
  }

  /** A text with its length before it, null for the text that is none ([MS-XLSB] 2.5.166), and where it ends. */
  text(offset: number): { readonly text: string | null; readonly end: number } {
    const length = this.u32(offset);
    if (length === 0xffffffff) return { text: null, end: offset + 4 };
    if (!this.has(offset + 4, length * 2)) throw new PartFault({ kind: "damagedPart", part: this.part });
    const from = this.start + offset + 4;
    return { text: WIDE.decode(this.bytes.subarray(from, from + length * 2)), end: offset + 4 + length * 2 };
  }

  private byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new PartFault({ kind: "damagedPart", part: this.part });
    return byte;
  }
}

const WIDE = new TextDecoder("utf-16le", { ignoreBOM: true });
