import fc from "fast-check";
import type { SourceFile } from "../../../src/core/grid/sourceFile";
import { PANE_LIMITS } from "../../../src/files/limits";
import { readFile } from "../../../src/files/readFile";
import { decodeText } from "../../../src/files/text/decodeText";
import { parseDelimited } from "../../../src/core/text/parseDelimited";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** 序号,任务,单位 / 1,推进更新,市水务局 in GBK. */
const GBK = Uint8Array.from([
  0xd0, 0xf2, 0xba, 0xc5, 0x2c, 0xc8, 0xce, 0xce, 0xf1, 0x2c, 0xb5, 0xa5, 0xce, 0xbb, 0x0d, 0x0a,
  0x31, 0x2c, 0xcd, 0xc6, 0xbd, 0xf8, 0xb8, 0xfc, 0xd0, 0xc2, 0x2c, 0xca, 0xd0, 0xcb, 0xae, 0xce, 0xf1, 0xbe, 0xd6, 0x0d, 0x0a,
]);

async function fileOf(name: string, bytes: Uint8Array): Promise<SourceFile> {
  const read = await readFile(name, bytes, { limits: PANE_LIMITS });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

const rowsOf = (file: SourceFile): readonly unknown[] => file.grids[0]?.rows.map(({ row, values }) => [row, ...Array.from(values, (value) => value ?? null)]) ?? [];

describe("encodings", () => {
  const text = "序号,任务,单位\r\n1,推进更新,市水务局\r\n";
  const utf16 = (bigEndian: boolean): Uint8Array => {
    const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
    return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
  };

  test.each([
    ["UTF-8", utf8(text)],
    ["UTF-8 with a mark", utf8(`\ufeff${text}`)],
    ["GBK", GBK],
    ["UTF-16", utf16(false)],
    ["UTF-16, big end first", utf16(true)],
    ["UTF-16 without a mark", utf16(false).subarray(2)],
    ["UTF-16 without a mark, big end first", utf16(true).subarray(2)],
  ])("%s", async (_name, bytes) => {
    const file = await fileOf("a.csv", bytes);
    expect(file).toMatchObject({ format: "csv", remarks: [], grids: [{ sheet: "文本" }] });
    expect(rowsOf(file)).toEqual([[0, "序号", "任务", "单位"], [1, "1", "推进更新", "市水务局"]]);
  });

  test("GB 18030 beyond GBK: four bytes", () => {
    expect(decodeText(Uint8Array.from([0xca, 0xd0, 0x81, 0x39, 0xef, 0x30, 0x95, 0x32, 0xc6, 0x35]))?.text).toBe("市㐁𠊧");
  });

  test("cut in the last character: read, and said", () => {
    const cut = utf8("市发展改革委");
    expect(decodeText(cut.subarray(0, -1))).toEqual({ text: "市发展改革", remarks: [{ id: "text/cutOff", params: {} }] });
    expect(decodeText(GBK.subarray(0, 3))).toEqual({ text: "序", remarks: [{ id: "text/cutOff", params: {} }] });
  });

  test("a bad byte in a long text of UTF-8 does not make it GBK", () => {
    const bytes = utf8("推进大规模设备更新".repeat(20));
    bytes[31] = 0xff;
    const decoded = decodeText(bytes);
    expect(decoded?.text).toContain("推进大规模设备更新推进");
    expect(decoded?.remarks[0]?.id).toBe("text/badBytes");
  });

  test("bytes of no meaning are no text", async () => {
    const noise = Uint8Array.from({ length: 400 }, (_, i) => (i * 37) & 0xff);
    expect(await readFile("a.csv", noise, { limits: PANE_LIMITS })).toEqual({ ok: false, error: { kind: "notWorkbook" } });
  });

  test("any text of plain characters comes back, in UTF-8 and in UTF-16", () => {
    const plain = fc.string({ unit: fc.constantFrom("序", "号", " ", "一", "a", "1", "，", "。", "（", "😀", "𠮷", "\t", "\n", '"', "%") });
    fc.assert(fc.property(plain, (sample) => decodeText(utf8(`市${sample}`))?.text === `市${sample}`));
  });
});

describe("cells", () => {
  test.each<[string, string, "," | "\t" | ";" | null, readonly (readonly string[])[]]>([
    ["plain", "a,b\nc,d", ",", [["a", "b"], ["c", "d"]]],
    ["line ends of all kinds", "a\r\nb\rc\n\nd", ",", [["a"], ["b"], ["c"], ["d"]]],
    ["quotation marks", `"a,b","c ""d""","e\r\nf"`, ",", [["a,b", `c "d"`, "e\nf"]]],
    ["quotation marks in the middle", `a "b",c`, ",", [[`a "b"`, "c"]]],
    ["a mark that the text goes on behind", `"十四五"规划,x`, ",", [[`"十四五"规划`, "x"]]],
    ["an empty quoted cell", `"",a`, ",", [["", "a"]]],
    ["a quoted cell at the end", `a,"b"`, ",", [["a", "b"]]],
    ["blanks are kept", " a , b ", ",", [[" a ", " b "]]],
    ["no delimiter", `"a,b\n c`, null, [[`"a,b`], [" c"]]],
    ["tabs, empty cells between", "a\t\tb\t\t\n", "\t", [["a", "", "b"]]],
  ])("%s", (_what, text, delimiter, cells) => {
    const { rows, openQuote } = parseDelimited(text, delimiter);
    expect(rows.map(({ values }) => Array.from(values, (value) => value ?? ""))).toEqual(cells);
    expect(openQuote).toBeNull();
  });

  test("a mark that is never closed is text, and so are all after it", async () => {
    const file = await fileOf("a.csv", utf8(`a,b\nc,"d\n"e",f\n`));
    expect(rowsOf(file)).toEqual([[0, "a", "b"], [1, "c", `"d`], [2, "e", "f"]]);
    const open = await fileOf("a.csv", utf8(`a,b\nc,"d\ne,f\ng,h\n`));
    expect(rowsOf(open)).toEqual([[0, "a", "b"], [1, "c", `"d`], [2, "e", "f"], [3, "g", "h"]]);
    expect(open.remarks).toEqual([{ id: "text/openQuote", params: {}, at: "文本!A2" }]);
  });

  test("what is written comes back", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "序", ",", '"', "\n", " ") });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (table) => {
        const written = table.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(",")).join("\r\n");
        const { rows } = parseDelimited(written, ",");
        const filled = table.map((row, i) => [i, row] as const).filter(([, row]) => row.some((text) => text !== ""));
        expect(rows.map(({ row }) => row)).toEqual(filled.map(([row]) => row));
        for (const [i, [, row]] of filled.entries()) {
          expect(row.map((_, col) => rows[i]?.values[col] ?? "")).toEqual(row);
        }
      }),
    );
  });

  test("no text takes more than linear time", () => {
    for (const unit of ['"', '""', '","', '"""x,', '"\n', ',"']) {
      expect(parseDelimited(unit.repeat(60_000), ",").rows.length).toBeLessThan(60_001);
    }
  });
});

describe("what parts the cells", () => {
  test.each<[string, string, string, string, number]>([
    ["commas in a .csv", "a.csv", "题目\na,b,c\n1,2,3\n", "csv", 3],
    ["semicolons in a .csv", "a.csv", "a;b;c\n1,5;2;3\n", "csv", 3],
    ["tabs in a .csv", "a.csv", "a\tb\n1,0\t2\n3\t4", "csv", 2],
    ["tabs in a .txt", "a.txt", "题目，有逗号\n一、工作目标\t\t\n序号\t任务\n1\t甲,乙,丙,丁", "txt", 2],
    ["commas in a .txt that is a table", "a.txt", "a,b,c\n1,2,3\n4,5,6", "csv", 3],
    ["prose with a comma", "a.txt", "first, second\nthird\nfourth\nfifth, sixth, seventh", "txt", 1],
    ["a declared semicolon", "a.csv", "sep=;\na;b\n1,2,3;4\n", "csv", 2],
    ["one column", "a.csv", "a\nb\n", "csv", 1],
    ["no name", "", "a\tb\n", "txt", 2],
  ])("%s", async (_what, name, text, format, width) => {
    const file = await fileOf(name, utf8(text));
    expect(file.format).toBe(format);
    expect(Math.max(...(file.grids[0]?.rows.map(({ values }) => values.length) ?? []))).toBe(width);
  });

  test("a ledger's text: rows count from the top, outline rows are one cell, nothing is a number yet", async () => {
    const file = await fileOf("台账.txt", utf8("\n附件 1\n\n工作台账\n\n序号\t重点任务\t牵头单位\n一、实施更新\t\t\n1\t推进\t市工信局 \n"));
    expect(rowsOf(file)).toEqual([[1, "附件 1"], [3, "工作台账"], [5, "序号", "重点任务", "牵头单位"], [6, "一、实施更新"], [7, "1", "推进", "市工信局 "]]);
  });

  test("line ends of Word within a cell, and new pages", async () => {
    const file = await fileOf("a.txt", utf8("序号\t任务\n1\t甲\v乙\n\f序号\t任务\n2\t丙\n"));
    expect(rowsOf(file)).toEqual([[0, "序号", "任务"], [1, "1", "甲\n乙"], [3, "序号", "任务"], [4, "2", "丙"]]);
  });

  test("formulas in text stay text", async () => {
    const file = await fileOf("a.csv", utf8("=1+1,+1,-1,@SUM(A1)\n"));
    expect(rowsOf(file)).toEqual([[0, "=1+1", "+1", "-1", "@SUM(A1)"]]);
    expect(file.grids[0]?.rows[0]?.marks).toBeNull();
  });
});
