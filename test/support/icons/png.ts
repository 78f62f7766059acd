import { deflateSync, inflateSync } from "node:zlib";

/** Pixels in rows from the top, four bytes each: red, green, blue, alpha, not premultiplied. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Eight bits a channel, true colour with alpha, deflate, one filter byte a row, not interlaced (PNG 11.2.1). */
const TRUE_COLOUR = [8, 6, 0, 0, 0] as const;

/** A PNG file; the same picture gives the same bytes. */
export function encodePng({ width, height, pixels }: Picture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set(TRUE_COLOUR, 8);
  const rows = Buffer.alloc(height * (1 + width * 4));
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width * 4, (y + 1) * width * 4), y * (1 + width * 4) + 1);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The picture in a PNG file that `encodePng` wrote; throws on a file of another make. */
export function decodePng(file: Buffer): Picture {
  if (!file.subarray(0, 8).equals(SIGNATURE)) throw new Error("Not a PNG file.");
  const parts = new Map<string, Buffer>();
  for (let at = 8; at < file.length; ) {
    const size = file.readUInt32BE(at);
    const name = file.toString("latin1", at + 4, at + 8);
    if (file.readUInt32BE(at + 8 + size) !== crc32(file.subarray(at + 4, at + 8 + size))) throw new Error(`Damaged part ${name}.`);
    parts.set(name, file.subarray(at + 8, at + 8 + size));
    at += 12 + size;
  }
  const header = parts.get("IHDR");
  const body = parts.get("IDAT");
  if (header === undefined || body === undefined || !TRUE_COLOUR.every((byte, i) => header[8 + i] === byte)) {
    throw new Error("A PNG file of another make.");
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(body);
  const pixels = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    const start = y * (1 + width * 4);
    if (rows[start] !== 0) throw new Error("A PNG file with row filters.");
    pixels.set(rows.subarray(start + 1, start + 1 + width * 4), y * width * 4);
  }
  return { width, height, pixels };
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), body]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(body.length, 0);
  whole.set(named, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}

/** CRC-32 as PNG wants it (ISO 3309, annex D of the PNG standard), bit by bit: these files are small. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
