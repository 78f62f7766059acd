import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { COMMAND_LINE_LIMITS, PANE_LIMITS, type Limits } from "../../../src/files/limits";
import { crc32 } from "../../../src/files/zip/crc32";
import { openZip } from "../../../src/files/zip/openZip";
import { PORTABLE_UNPACKER } from "../../../src/files/zip/unpack";
import { NODE_UNPACKER } from "../../../src/nodeUnpacker";
import { aZip, type ZipPart } from "../../support/aZip";

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function contents(bytes: Uint8Array, limits: Limits = PANE_LIMITS): unknown {
  const opened = openZip(bytes, limits);
  if (!opened.ok) return opened.error;
  const read: Record<string, unknown> = {};
  for (const name of opened.value.names()) {
    const content = opened.value.read(name);
    if (!content.ok) return content.error;
    read[name] = text(content.value);
  }
  return read;
}

test("checksums are those of the standard, at every length", () => {
  expect(crc32(strToU8("123456789"))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array())).toBe(0);
  const simple = (bytes: Uint8Array): number => {
    let crc = -1;
    for (const byte of bytes) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    }
    return ~crc >>> 0;
  };
  fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => crc32(bytes) === simple(bytes)));
});

test("reads what was packed, whoever packed it", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 }), fc.boolean(), fc.boolean(), (contentsOf, zip64, stored) => {
      const parts = contentsOf.map((content, i): ZipPart => ({ name: `a/${i}.xml`, content, stored, zip64 }));
      const theirs = zipSync(Object.fromEntries(contentsOf.map((content, i) => [`a/${i}.xml`, content])));
      for (const bytes of [aZip(parts, { zip64, comment: "说明" }), theirs]) {
        for (const unpacker of [PORTABLE_UNPACKER, NODE_UNPACKER]) {
          const opened = openZip(bytes, PANE_LIMITS, unpacker);
          if (!opened.ok) return false;
          for (const [i, content] of contentsOf.entries()) {
            expect(opened.value.read(`a/${i}.xml`)).toEqual({ ok: true, value: content });
          }
        }
      }
      return true;
    }),
  );
});

test("an entry can be had as it lies in the package", () => {
  const opened = openZip(aZip([{ name: "x.xml", content: "中文".repeat(50) }]), PANE_LIMITS);
  const raw = opened.ok ? opened.value.rawEntry("x.xml") : undefined;
  expect(raw).toMatchObject({ name: "x.xml", method: 8, size: 300, flags: 0x0800, crc: crc32(strToU8("中文".repeat(50))) });
  expect(text(inflateRawSync(raw?.packed ?? new Uint8Array()))).toBe("中文".repeat(50));
  expect(opened.ok && opened.value.rawEntry("y.xml")).toBeUndefined();
  expect(opened.ok && opened.value.read("y.xml")).toEqual({ ok: false, error: { kind: "missingPart", part: "y.xml" } });
});

test("names: UTF-8 by flag, GBK without it, the Unicode path field where its checksum holds", () => {
  const gbk = new Uint8Array([0xca, 0xd0, 0xcb, 0xae, 0xce, 0xf1, 0xbe, 0xd6]);
  const path = (crc: number): Uint8Array => {
    const name = strToU8("市水务局.xlsx");
    const field = new Uint8Array(9 + name.length);
    const view = new DataView(field.buffer);
    view.setUint16(0, 0x7075, true);
    view.setUint16(2, 5 + name.length, true);
    view.setUint8(4, 1);
    view.setUint32(5, crc, true);
    field.set(name, 9);
    return field;
  };
  expect(contents(aZip([{ name: gbk, content: "", flags: 0 }]))).toEqual({ 市水务局: "" });
  expect(contents(aZip([{ name: "市水务局", content: "" }]))).toEqual({ 市水务局: "" });
  expect(contents(aZip([{ name: gbk, content: "", flags: 0, extra: path(crc32(gbk)) }]))).toEqual({ "市水务局.xlsx": "" });
  expect(contents(aZip([{ name: gbk, content: "", flags: 0, extra: path(1) }]))).toEqual({ 市水务局: "" });
  expect(contents(aZip([{ name: ".\\xl\\a.xml", content: "" }]))).toEqual({ "xl/a.xml": "" });
});

test.each<[string, readonly ZipPart[], object]>([
  ["a way up", [{ name: "../a.xml", content: "" }], { kind: "badName", name: "../a.xml" }],
  ["a way up, by backslashes", [{ name: "xl\\..\\..\\a.xml", content: "" }], { kind: "badName", name: "xl/../../a.xml" }],
  ["an absolute name", [{ name: "/etc/a.xml", content: "" }], { kind: "badName", name: "/etc/a.xml" }],
  ["a drive", [{ name: "C:a.xml", content: "" }], { kind: "badName", name: "C:a.xml" }],
  ["two entries of one name", [{ name: "a", content: "1" }, { name: "a", content: "2" }], { kind: "duplicateName", name: "a" }],
  ["encryption", [{ name: "a", content: "1", flags: 0x0801 }], { kind: "encryptedZip" }],
  ["a flipped checksum", [{ name: "a", content: "1", declaredCrc: 7 }], { kind: "crc", part: "a" }],
  ["too small a declared size", [{ name: "a", content: "12345", declaredSize: 3 }], { kind: "falseSize", part: "a" }],
  ["too large a declared size", [{ name: "a", content: "12345", declaredSize: 2 ** 31 }], { kind: "falseSize", part: "a" }],
  ["an unknown method", [{ name: "a", content: "1", method: 9 }], { kind: "unsupported", what: "zip method 9" }],
])("refuses %s", (_what, parts, fault) => {
  expect(contents(aZip(parts))).toEqual(fault);
});

test("refuses an entry that lies inside another", () => {
  const inner = aZip([{ name: "b", content: "inner", stored: true }]).subarray(0, 30 + 1 + 5);
  const outer = aZip([{ name: "a", content: inner, stored: true }, { name: "b", content: "inner", stored: true }]);
  const view = new DataView(outer.buffer);
  const directory = view.getUint32(outer.length - 22 + 16, true);
  view.setUint32(directory + 46 + 1 + 42, 30 + 1, true);
  expect(contents(outer)).toEqual({ kind: "overlap", name: "b" });
});

test("1,000 entries are read, 1,001 are not, and a lie about their number is none the better", () => {
  const parts = Array.from({ length: 1001 }, (_, i): ZipPart => ({ name: `${i}`, content: "", stored: true }));
  expect(contents(aZip(parts.slice(1)))).toHaveProperty("1000");
  expect(contents(aZip(parts))).toEqual({ kind: "tooManyEntries", entries: 1001, limit: 1000 });
  expect(contents(aZip(parts, { declaredEntries: 3 }))).toEqual({ kind: "damagedZip" });
  expect(contents(aZip(parts.slice(0, 3), { declaredEntries: 4 }))).toEqual({ kind: "damagedZip" });
});

describe("bombs", () => {
  const MB = 1024 * 1024;
  const bomb = aZip([{ name: "xl/worksheets/sheet1.xml", content: new Uint8Array(40 * MB) }]);

  test.each([["portable", PORTABLE_UNPACKER], ["Node's", NODE_UNPACKER]])("the ratio stops one, %s unpacker", (_name, unpacker) => {
    const opened = openZip(bomb, COMMAND_LINE_LIMITS, unpacker);
    expect(opened.ok && opened.value.read("xl/worksheets/sheet1.xml")).toEqual({
      ok: false,
      error: { kind: "zipBomb", part: "xl/worksheets/sheet1.xml", ratio: 200 },
    });
  });

  test("a false small size does not hide it", () => {
    const lying = aZip([{ name: "a", content: new Uint8Array(40 * MB), declaredSize: 100 }]);
    expect(contents(lying)).toEqual({ kind: "falseSize", part: "a" });
  });

  test("up to 10 MB any ratio is allowed, over all entries together", () => {
    const part = (name: string): ZipPart => ({ name, content: new Uint8Array(6 * MB) });
    expect(contents(aZip([part("a")]))).toHaveProperty("a");
    expect(contents(aZip([part("a"), part("b")]))).toEqual({ kind: "zipBomb", part: "b", ratio: 200 });
  });

  test("the whole package has a limit, and reading a part twice counts once", () => {
    const noise = Uint8Array.from({ length: 60_000 }, (_, i) => (Math.imul(i, 2654435761) >>> 13) & 0xff);
    const bytes = aZip([{ name: "a", content: noise }, { name: "b", content: noise, stored: true }]);
    const opened = openZip(bytes, { ...PANE_LIMITS, unpacked: 100_000 });
    if (!opened.ok) throw new Error("not opened");
    expect(opened.value.read("a").ok).toBe(true);
    expect(opened.value.read("a").ok).toBe(true);
    expect(opened.value.read("b")).toEqual({ ok: false, error: { kind: "tooLarge", limit: 100_000 } });
  });
});

test("a package that is cut anywhere is refused", () => {
  const whole = aZip([{ name: "a.xml", content: "<a>内容</a>" }, { name: "b.xml", content: "<b/>", stored: true }]);
  for (let length = 0; length < whole.length; length++) expect(contents(whole.subarray(0, length))).toHaveProperty("kind");
});

test("a flipped byte gives the true content or a refusal", () => {
  const parts = [{ name: "a.xml", content: "<a>内容内容内容</a>" }, { name: "b.xml", content: "<b/>", stored: true }];
  const whole = aZip(parts);
  const truth = ["<a>内容内容内容</a>", "<b/>"];
  for (let at = 0; at < whole.length; at++) {
    for (const bit of [1, 16, 128]) {
      const flipped = whole.slice();
      flipped[at] = (flipped[at] ?? 0) ^ bit;
      const read = contents(flipped) as Record<string, string>;
      if (!("kind" in read)) expect(Object.values(read)).toEqual(truth);
    }
  }
});
