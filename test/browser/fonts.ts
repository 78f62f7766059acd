/**
 * One Chinese font for the browser of the tests. `@fontsource/noto-sans-sc` ships it for the web, in about a hundred
 * slices of WOFF; a browser looks among fonts of the machine for one file that has all characters of a line.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { inflateSync } from "node:zlib";

/** Tables of a TrueType font by tag (OpenType 1.9, "Organization of an OpenType font"). */
type Tables = ReadonlyMap<string, Buffer>;

/** The whole font in one TrueType file, from its slices in the package's folder. */
export function wholeFont(folder: string, weight: 400 | 700): Buffer {
  const slice = new RegExp(`^noto-sans-sc-(\\d+|latin)-${weight}-normal\\.woff$`, "u");
  const names = readdirSync(path.join(folder, "files")).filter((name) => slice.test(name));
  return writeFont(joined(names.sort().map((name) => readWoff(readFileSync(path.join(folder, "files", name))))));
}

/** The tables of a WOFF file, each deflated if that made it smaller (W3C WOFF 1.0, sections 3 to 5). */
function readWoff(woff: Buffer): Tables {
  const tables = new Map<string, Buffer>();
  for (let entry = 44; entry < 44 + woff.readUInt16BE(12) * 20; entry += 20) {
    const [from, packed, size] = [woff.readUInt32BE(entry + 4), woff.readUInt32BE(entry + 8), woff.readUInt32BE(entry + 12)];
    const stored = woff.subarray(from, from + packed);
    tables.set(woff.toString("latin1", entry, entry + 4), packed < size ? inflateSync(stored) : stored);
  }
  return tables;
}

/** The slices' glyphs one after the other, and which character each draws; all else as in the first slice. */
function joined(slices: readonly Tables[]): Tables {
  const glyphs: Buffer[] = [];
  const metrics: Buffer[] = [];
  const glyphOf = new Map<number, number>();
  for (const slice of slices) {
    const base = glyphs.length;
    const outlines = outlinesOf(slice);
    glyphs.push(...outlines.map((outline) => shifted(outline, base)));
    metrics.push(...outlines.map((_, i) => metricOf(slice, i)));
    for (const [character, glyph] of charactersOf(slice)) if (!glyphOf.has(character)) glyphOf.set(character, base + glyph);
  }
  const first = slices[0];
  if (first === undefined) throw new Error("The font package has no slices.");
  const head = Buffer.from(table(first, "head"));
  head.writeInt16BE(1, 50);
  const hhea = Buffer.from(table(first, "hhea"));
  hhea.writeUInt16BE(glyphs.length, 34);
  const maxp = Buffer.from(table(first, "maxp"));
  maxp.writeUInt16BE(glyphs.length, 4);
  const post = Buffer.from(table(first, "post").subarray(0, 32));
  post.writeUInt32BE(0x00030000, 0);
  return new Map([
    ["OS/2", table(first, "OS/2")],
    ["cmap", writeCharacters(glyphOf)],
    ["glyf", Buffer.concat(glyphs)],
    ["head", head],
    ["hhea", hhea],
    ["hmtx", Buffer.concat(metrics)],
    ["loca", writeOffsets(glyphs)],
    ["maxp", maxp],
    ["name", table(first, "name")],
    ["post", post],
  ]);
}

function table(font: Tables, tag: string): Buffer {
  const found = font.get(tag);
  if (found === undefined) throw new Error(`A slice of the font has no table ${tag}.`);
  return found;
}

function outlinesOf(font: Tables): readonly Buffer[] {
  const loca = table(font, "loca");
  const long = table(font, "head").readInt16BE(50) === 1;
  const offset = (i: number): number => (long ? loca.readUInt32BE(i * 4) : loca.readUInt16BE(i * 2) * 2);
  const count = table(font, "maxp").readUInt16BE(4);
  return Array.from({ length: count }, (_, i) => table(font, "glyf").subarray(offset(i), offset(i + 1)));
}

/** An outline made of other outlines names them by number ("glyf", Composite Glyph Description). */
function shifted(outline: Buffer, base: number): Buffer {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return padded(outline);
  const copy = Buffer.from(outline);
  for (let at = 10, more = true; more; ) {
    const flags = copy.readUInt16BE(at);
    copy.writeUInt16BE(copy.readUInt16BE(at + 2) + base, at + 2);
    const scale = (flags & 0x0080) !== 0 ? 8 : (flags & 0x0040) !== 0 ? 4 : (flags & 0x0008) !== 0 ? 2 : 0;
    at += 4 + ((flags & 0x0001) !== 0 ? 4 : 2) + scale;
    more = (flags & 0x0020) !== 0;
  }
  return padded(copy);
}

/** Advance and left bearing of a glyph; the last advance holds for all that follow ("hmtx"). */
function metricOf(font: Tables, glyph: number): Buffer {
  const hmtx = table(font, "hmtx");
  const full = table(font, "hhea").readUInt16BE(34);
  if (glyph < full) return hmtx.subarray(glyph * 4, glyph * 4 + 4);
  const bearing = full * 4 + (glyph - full) * 2;
  return Buffer.concat([hmtx.subarray(full * 4 - 4, full * 4 - 2), hmtx.subarray(bearing, bearing + 2)]);
}

/** Characters with their glyphs, from the subtable for Windows ("cmap", formats 4 and 12). */
function charactersOf(font: Tables): readonly (readonly [character: number, glyph: number])[] {
  const cmap = table(font, "cmap");
  const pairs: [number, number][] = [];
  for (let record = 4; record < 4 + cmap.readUInt16BE(2) * 8; record += 8) {
    const at = cmap.readUInt32BE(record + 4);
    if (cmap.readUInt16BE(record) !== 3) continue;
    if (cmap.readUInt16BE(at) === 4) pairs.push(...ofFormat4(cmap.subarray(at)));
    if (cmap.readUInt16BE(at) === 12) pairs.push(...ofFormat12(cmap.subarray(at)));
  }
  return pairs.filter(([, glyph]) => glyph !== 0);
}

function ofFormat4(map: Buffer): [number, number][] {
  const width = map.readUInt16BE(6);
  const [ends, starts, deltas, ranges] = [14, 16 + width, 16 + 2 * width, 16 + 3 * width] as const;
  const pairs: [number, number][] = [];
  for (let i = 0; i < width; i += 2) {
    const [start, end, range] = [map.readUInt16BE(starts + i), map.readUInt16BE(ends + i), map.readUInt16BE(ranges + i)];
    for (let character = start; character <= end && character !== 0xffff; character++) {
      const glyph = range === 0 ? character : map.readUInt16BE(ranges + i + range + (character - start) * 2);
      pairs.push([character, range !== 0 && glyph === 0 ? 0 : (glyph + map.readUInt16BE(deltas + i)) & 0xffff]);
    }
  }
  return pairs;
}

function ofFormat12(map: Buffer): [number, number][] {
  const pairs: [number, number][] = [];
  for (let group = 16; group < 16 + map.readUInt32BE(12) * 12; group += 12) {
    const [start, end, glyph] = [map.readUInt32BE(group), map.readUInt32BE(group + 4), map.readUInt32BE(group + 8)];
    for (let character = start; character <= end; character++) pairs.push([character, glyph + character - start]);
  }
  return pairs;
}

/** A character map of one subtable, format 12, one group a character. */
function writeCharacters(glyphOf: ReadonlyMap<number, number>): Buffer {
  const map = Buffer.alloc(28 + glyphOf.size * 12);
  map.writeUInt16BE(1, 2);
  [3, 10].forEach((value, i) => map.writeUInt16BE(value, 4 + i * 2));
  map.writeUInt32BE(12, 8);
  map.writeUInt16BE(12, 12);
  map.writeUInt32BE(map.length - 12, 16);
  map.writeUInt32BE(glyphOf.size, 24);
  [...glyphOf]
    .sort(([a], [b]) => a - b)
    .forEach(([character, glyph], i) => [character, character, glyph].forEach((value, field) => map.writeUInt32BE(value, 28 + i * 12 + field * 4)));
  return map;
}

function writeOffsets(glyphs: readonly Buffer[]): Buffer {
  const loca = Buffer.alloc((glyphs.length + 1) * 4);
  let end = 0;
  glyphs.forEach((glyph, i) => {
    end += glyph.length;
    loca.writeUInt32BE(end, (i + 1) * 4);
  });
  return loca;
}

/** Font header, directory and tables. Checksums stay 0: readers of fonts don't compare them. */
function writeFont(tables: Tables): Buffer {
  const power = 2 ** Math.floor(Math.log2(tables.size));
  const directory = Buffer.alloc(12 + tables.size * 16);
  directory.writeUInt32BE(0x00010000, 0);
  [tables.size, power * 16, Math.log2(power), (tables.size - power) * 16].forEach((value, i) => directory.writeUInt16BE(value, 4 + i * 2));
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  [...tables].forEach(([tag, content], i) => {
    directory.write(tag, 12 + i * 16, "latin1");
    directory.writeUInt32BE(offset, 12 + i * 16 + 8);
    directory.writeUInt32BE(content.length, 12 + i * 16 + 12);
    const part = padded(content);
    parts.push(part);
    offset += part.length;
  });
  return Buffer.concat(parts);
}

/** On a boundary of four bytes, where the next part has to begin. */
function padded(content: Buffer): Buffer {
  const whole = Buffer.alloc(Math.ceil(content.length / 4) * 4);
  whole.set(content);
  return whole;
}
