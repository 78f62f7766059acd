/** CRC-32 of zip (APPNOTE 4.4.7, polynomial 0xEDB88320), eight bytes a step ("slicing by 8"). */

/** Eight tables of 256, one after the other: table k carries a byte over k more bytes. */
const TABLES = makeTables();

function makeTables(): Int32Array {
  const tables = new Int32Array(8 * 256);
  for (let i = 0; i < 256; i++) {
    let crc = i;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    tables[i] = crc;
  }
  for (let i = 256; i < tables.length; i++) {
    const before = tables[i - 256] as number;
    tables[i] = (before >>> 8) ^ (tables[before & 0xff] as number);
  }
  return tables;
}

/** The checksum that a zip directory holds for these bytes, as an unsigned number. */
export function crc32(bytes: Uint8Array): number {
  const t = (index: number): number => TABLES[index] as number;
  const b = (index: number): number => bytes[index] as number;
  let crc = -1;
  let i = 0;
  for (const last = bytes.length - 8; i <= last; i += 8) {
    crc ^= b(i) | (b(i + 1) << 8) | (b(i + 2) << 16) | (b(i + 3) << 24);
    crc =
      t(0x700 + (crc & 0xff)) ^ t(0x600 + ((crc >>> 8) & 0xff)) ^ t(0x500 + ((crc >>> 16) & 0xff)) ^ t(0x400 + (crc >>> 24)) ^
      t(0x300 + b(i + 4)) ^ t(0x200 + b(i + 5)) ^ t(0x100 + b(i + 6)) ^ t(b(i + 7));
  }
  for (; i < bytes.length; i++) crc = (crc >>> 8) ^ t((crc ^ b(i)) & 0xff);
  return ~crc >>> 0;
}
