import { strToU8, zipSync } from "fflate";
import { PANE_LIMITS } from "../../src/files/limits";
import { readMany, type ManyFiles } from "../../src/files/readMany";
import { aWorkbook } from "../support/aWorkbook";
import { aZip } from "../support/aZip";

const BOOK = aWorkbook({ sheets: [{ xml: "<sheetData/>" }] });
const GBK_NAME = Uint8Array.from([0xca, 0xd0, 0xcb, 0xae, 0xce, 0xf1, 0xbe, 0xd6, 0x2e, 0x78, 0x6c, 0x73, 0x78]);

const many = (...given: readonly (readonly [name: string, bytes: Uint8Array])[]): ManyFiles =>
  readMany(given.map(([name, bytes]) => ({ name, bytes })), { limits: PANE_LIMITS });
const names = (read: ManyFiles): readonly string[] => read.files.map(({ name }) => name);

test("single files are passed on in their order, unread", () => {
  const text = strToU8("a");
  expect(many(["b.xlsx", BOOK], ["a.txt", text], ["empty", new Uint8Array()])).toEqual({
    files: [{ name: "b.xlsx", bytes: BOOK }, { name: "a.txt", bytes: text }, { name: "empty", bytes: new Uint8Array() }],
    refused: [],
    remarks: [],
  });
});

test("a .zip is taken apart, names in UTF-8 and GBK, folders kept in the name", () => {
  const zip = aZip([{ name: "回收/", content: "", stored: true }, { name: "回收/市财政局.xlsx", content: BOOK }, { name: GBK_NAME, content: BOOK, flags: 0 }]);
  const read = many(["十一月.zip", zip], ["z.xlsx", BOOK]);
  expect(names(read)).toEqual(["十一月.zip/回收/市财政局.xlsx", "十一月.zip/市水务局.xlsx", "z.xlsx"]);
  expect(read.files[0]?.bytes).toEqual(BOOK);
});

test("a .zip in a .zip is taken apart, one deeper is refused and the rest goes on", () => {
  const inner = zipSync({ "c.xlsx": BOOK });
  const middle = zipSync({ "b.xlsx": BOOK, "inner.zip": inner });
  const outer = zipSync({ "middle.zip": middle, "a.xlsx": BOOK });
  const read = many(["outer.zip", outer]);
  expect(names(read)).toEqual(["outer.zip/middle.zip/b.xlsx", "outer.zip/a.xlsx"]);
  expect(read.refused).toEqual([{ name: "outer.zip/middle.zip/inner.zip", fault: { kind: "zipTooDeep" } }]);
});

test("leavings of systems and of open documents are passed over with a remark", () => {
  const zip = zipSync({ "a.xlsx": BOOK, "~$a.xlsx": BOOK, "__MACOSX/._a.xlsx": BOOK, ".DS_Store": strToU8("x"), "x/Thumbs.db": strToU8("x") });
  const read = many(["a.zip", zip], ["~$b.xlsx", BOOK]);
  expect(names(read)).toEqual(["a.zip/a.xlsx"]);
  expect(read.remarks.map(({ params }) => params["name"])).toEqual(["a.zip/~$a.xlsx", "a.zip/__MACOSX/._a.xlsx", "a.zip/.DS_Store", "a.zip/x/Thumbs.db", "~$b.xlsx"]);
});

test("a damaged entry is refused alone, a damaged .zip as a whole", () => {
  const zip = aZip([{ name: "a.xlsx", content: BOOK }, { name: "b.xlsx", content: BOOK, declaredCrc: 1 }, { name: "c.xlsx", content: BOOK }]);
  const read = many(["a.zip", zip], ["cut.zip", zip.subarray(0, 300)], ["d.xlsx", BOOK]);
  expect(names(read)).toEqual(["a.zip/a.xlsx", "a.zip/c.xlsx", "d.xlsx"]);
  expect(read.refused).toEqual([
    { name: "a.zip/b.xlsx", fault: { kind: "crc", part: "b.xlsx" } },
    { name: "cut.zip", fault: { kind: "truncated" } },
  ]);
});

test("a .zip with nothing in it, or with folders only, is refused as empty; what is only half counted as damaged", () => {
  const half = aZip([{ name: "a.xlsx", content: BOOK }, { name: "b.xlsx", content: BOOK }]);
  const view = new DataView(half.buffer);
  const end = half.length - 22;
  const first = view.getUint32(end + 16, true);
  for (const offset of [8, 10]) view.setUint16(end + offset, 1, true);
  view.setUint32(end + 12, 46 + view.getUint16(first + 28, true), true);
  const none = aZip([{ name: "a.xlsx", content: BOOK }]);
  const noneView = new DataView(none.buffer);
  for (const offset of [8, 10, 12, 14]) noneView.setUint16(none.length - 22 + offset, 0, true);
  const read = many(["none.zip", zipSync({})], ["folders.zip", aZip([{ name: "回收/", content: "", stored: true }])], ["half.zip", half], ["lost.zip", none]);
  expect(read.files).toEqual([]);
  expect(read.refused.map(({ name, fault }) => [name, fault.kind])).toEqual([["none.zip", "empty"], ["folders.zip", "empty"], ["half.zip", "damagedZip"], ["lost.zip", "damagedZip"]]);
});

test("names that lead out refuse the .zip; a bomb in it is refused alone", () => {
  const bomb = aZip([{ name: "a.xlsx", content: BOOK }, { name: "bomb.txt", content: new Uint8Array(12 * 1024 * 1024) }]);
  const read = many(["slip.zip", aZip([{ name: "../../a.xlsx", content: BOOK }])], ["bomb.zip", bomb]);
  expect(names(read)).toEqual(["bomb.zip/a.xlsx"]);
  expect(read.refused).toEqual([
    { name: "slip.zip", fault: { kind: "badName", name: "../../a.xlsx" } },
    { name: "bomb.zip/bomb.txt", fault: { kind: "zipBomb", part: "bomb.txt", ratio: 200 } },
  ]);
});

test("what comes out of one file, nested .zip files and all, stays within the limits", () => {
  const noise = Uint8Array.from({ length: 30_000 }, (_, i) => (Math.imul(i, 2654435761) >>> 13) & 0xff);
  const inner = zipSync({ "a.txt": noise, "b.txt": noise }, { level: 0 });
  const outer = zipSync({ "1.zip": inner, "2.zip": inner, "c.txt": strToU8("c") }, { level: 0 });
  const limits = { ...PANE_LIMITS, unpacked: 200_000 };
  const read = readMany([{ name: "x.zip", bytes: outer }, { name: "y.txt", bytes: noise }], { limits });
  expect(names(read)).toEqual(["x.zip/1.zip/a.txt", "x.zip/1.zip/b.txt", "x.zip/c.txt", "y.txt"]);
  expect(read.refused).toEqual(["a", "b"].map((name) => ({ name: `x.zip/2.zip/${name}.txt`, fault: { kind: "tooLarge", limit: 200_000 } })));
});
