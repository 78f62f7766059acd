import { inflateRawSync } from "node:zlib";
import { crc32 } from "../src/files/zip/crc32";
import { COMMAND_LINE_LIMITS } from "../src/files/limits";
import { openZip } from "../src/files/zip/openZip";
import { nodePacker } from "../src/nodePacker";
import { packText, writeZip } from "../src/workbook/zipWriter";

/** Longer than a piece, with pairs of surrogates over every end of a piece. */
const LONG = Array.from({ length: 350_000 }, (_, row) => `<c r="A${row}">台账𠮷${(row * 7919) % 10007}</c>`).join("");

test("a text packed in pieces is one stream with the checksum and size of the whole", () => {
  const bytes = new TextEncoder().encode(LONG);
  const packed = nodePacker(LONG);
  if (!packed) throw new Error("not packed");
  expect([packed.crc, packed.size]).toEqual([crc32(bytes), bytes.length]);
  expect(Buffer.compare(inflateRawSync(packed.packed), bytes)).toBe(0);
  expect(nodePacker(LONG)).toEqual(packed);
});

test("a large part is read back from its archive, an ordinary one is the same whoever packs it", () => {
  const zip = openZip(writeZip([packText("a.xml", LONG, nodePacker), packText("b.xml", "<b/>", nodePacker)]), COMMAND_LINE_LIMITS);
  const [large, small] = zip.ok ? [zip.value.read("a.xml"), zip.value.read("b.xml")] : [null, null];
  expect(large?.ok && new TextDecoder().decode(large.value) === LONG).toBe(true);
  expect(small?.ok && new TextDecoder().decode(small.value)).toBe("<b/>");
  expect(packText("b.xml", "<b/>", nodePacker)).toEqual(packText("b.xml", "<b/>"));
});
