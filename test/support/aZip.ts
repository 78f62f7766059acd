import { deflateRawSync } from "node:zlib";
import { crc32 } from "../../src/files/zip/crc32";

/** One entry of a package under test; what is left out is told truthfully. */
export interface ZipPart {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  readonly stored?: boolean;
  readonly method?: number;
  /** The content is a deflate stream already. */
  readonly packedAlready?: boolean;
  readonly flags?: number;
  readonly localExtra?: Uint8Array;
  readonly extra?: Uint8Array;
  /** Lies. */
  readonly declaredCrc?: number;
  readonly declaredSize?: number;
  /** Sizes and place in a zip64 field, with the plain fields full. */
  readonly zip64?: boolean;
  /** Checksum and sizes behind the bytes instead of before them, as programs that write in one pass do. */
  readonly descriptor?: boolean;
}

export interface ZipShape {
  /** The end record of 64 bits, with the plain one full. */
  readonly zip64?: boolean;
  /** The count of entries that the end record tells. */
  readonly declaredEntries?: number;
  readonly comment?: string;
}

const encoder = new TextEncoder();

function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === "string" ? encoder.encode(text) : text;
}

function record(length: number, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length);
  fill(new DataView(bytes.buffer));
  return bytes;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function setWide(view: DataView, at: number, value: number): void {
  view.setUint32(at, value % 0x1_0000_0000, true);
  view.setUint32(at + 4, Math.floor(value / 0x1_0000_0000), true);
}

/** A zip package byte by byte, so that a test can make any fault in it. */
export function aZip(parts: readonly ZipPart[], shape: ZipShape = {}): Uint8Array {
  const body: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const part of parts) {
    const name = bytesOf(part.name);
    const content = bytesOf(part.content);
    const packed = part.stored || part.packedAlready ? content : new Uint8Array(deflateRawSync(content));
    const method = part.method ?? (part.stored ? 0 : 8);
    const flags = (part.flags ?? 0x0800) | (part.descriptor ? 0x0008 : 0);
    const crc = part.declaredCrc ?? crc32(content);
    const size = part.declaredSize ?? content.length;
    const localExtra = part.localExtra ?? new Uint8Array();
    const local = record(30, (view) => {
      view.setUint32(0, 0x04034b50, true);
      view.setUint16(4, 20, true);
      view.setUint16(6, flags, true);
      view.setUint16(8, method, true);
      view.setUint32(10, 0x5a210000, true);
      view.setUint32(14, part.descriptor ? 0 : crc, true);
      view.setUint32(18, part.descriptor ? 0 : packed.length, true);
      view.setUint32(22, part.descriptor ? 0 : size, true);
      view.setUint16(26, name.length, true);
      view.setUint16(28, localExtra.length, true);
    });
    const descriptor = record(part.descriptor ? 16 : 0, (view) => {
      if (!part.descriptor) return;
      view.setUint32(0, 0x08074b50, true);
      view.setUint32(4, crc, true);
      view.setUint32(8, packed.length, true);
      view.setUint32(12, size, true);
    });
    const start = at;
    const field64 = record(28, (view) => {
      view.setUint16(0, 1, true);
      view.setUint16(2, 24, true);
      setWide(view, 4, size);
      setWide(view, 12, packed.length);
      setWide(view, 20, start);
    });
    const extra = concat([part.zip64 ? field64 : new Uint8Array(), part.extra ?? new Uint8Array()]);
    directory.push(
      record(46, (view) => {
        view.setUint32(0, 0x02014b50, true);
        view.setUint16(4, 20, true);
        view.setUint16(6, 20, true);
        view.setUint16(8, flags, true);
        view.setUint16(10, method, true);
        view.setUint32(12, 0x5a210000, true);
        view.setUint32(16, crc, true);
        view.setUint32(20, part.zip64 ? 0xffffffff : packed.length, true);
        view.setUint32(24, part.zip64 ? 0xffffffff : size, true);
        view.setUint16(28, name.length, true);
        view.setUint16(30, extra.length, true);
        view.setUint32(42, part.zip64 ? 0xffffffff : start, true);
      }),
      name,
      extra,
    );
    body.push(local, name, localExtra, packed, descriptor);
    at += local.length + name.length + localExtra.length + packed.length + descriptor.length;
  }
  const central = concat(directory);
  const count = shape.declaredEntries ?? parts.length;
  const comment = bytesOf(shape.comment ?? "");
  const end64 = record(76, (view) => {
    view.setUint32(0, 0x06064b50, true);
    setWide(view, 4, 44);
    setWide(view, 24, count);
    setWide(view, 32, count);
    setWide(view, 40, central.length);
    setWide(view, 48, at);
    view.setUint32(56, 0x07064b50, true);
    setWide(view, 64, at + central.length);
    view.setUint32(72, 1, true);
  });
  const end = record(22, (view) => {
    view.setUint32(0, 0x06054b50, true);
    view.setUint16(8, shape.zip64 ? 0xffff : count, true);
    view.setUint16(10, shape.zip64 ? 0xffff : count, true);
    view.setUint32(12, shape.zip64 ? 0xffffffff : central.length, true);
    view.setUint32(16, shape.zip64 ? 0xffffffff : at, true);
    view.setUint16(20, comment.length, true);
  });
  return concat([...body, central, ...(shape.zip64 ? [end64] : []), end, comment]);
}
