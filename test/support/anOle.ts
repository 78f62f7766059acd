/** A compound file whose directory has these streams, each of 4,096 bytes. */
export function anOle(names: readonly string[]): Uint8Array {
  const directorySectors = Math.ceil((names.length + 1) / 4);
  const streamSectors = 8;
  const first = 1 + directorySectors;
  const bytes = new Uint8Array(512 * (1 + first + names.length * streamSectors));
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(0x1a, 3, true);
  view.setUint16(0x1c, 0xfffe, true);
  view.setUint16(0x1e, 9, true);
  view.setUint16(0x20, 6, true);
  view.setUint32(0x2c, 1, true);
  view.setUint32(0x30, 1, true);
  view.setUint32(0x38, 4096, true);
  view.setUint32(0x3c, 0xfffffffe, true);
  view.setUint32(0x44, 0xfffffffe, true);
  for (let i = 1; i < 109; i++) view.setUint32(0x4c + i * 4, 0xffffffff, true);
  const table = 512;
  for (let i = 0; i < 128; i++) view.setUint32(table + i * 4, 0xffffffff, true);
  view.setUint32(table, 0xfffffffd, true);
  const chain = (start: number, count: number): void => {
    for (let i = 0; i < count; i++) view.setUint32(table + (start + i) * 4, i === count - 1 ? 0xfffffffe : start + i + 1, true);
  };
  chain(1, directorySectors);
  const entry = (at: number, name: string, kind: number, start: number, size: number): void => {
    for (let i = 0; i < name.length; i++) view.setUint16(at + i * 2, name.charCodeAt(i), true);
    view.setUint16(at + 0x40, (name.length + 1) * 2, true);
    view.setUint8(at + 0x42, kind);
    view.setUint32(at + 0x74, start, true);
    view.setUint32(at + 0x78, size, true);
  };
  entry(1024, "Root Entry", 5, 0xfffffffe, 0);
  names.forEach((name, i) => {
    chain(first + i * streamSectors, streamSectors);
    entry(1024 + 128 * (i + 1), name, 2, first + i * streamSectors, 4096);
  });
  return bytes;
}
