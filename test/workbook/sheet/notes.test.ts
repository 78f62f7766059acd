import fc from "fast-check";
import { putNote, removeNote } from "../../../src/workbook/sheet/notes";
import { emptyDrawing, isEmptyDrawing, lastBlock, withBox, withoutBox } from "../../../src/workbook/sheet/noteBoxes";
import { insertRows } from "../../../src/workbook/rows/moveRows";
import { bookOf, MAIN, OFFICE, opened, packageOf, partsOf, XML } from "../books";
import { everythingBook, LEDGER } from "../everythingBook";
import { featureParts } from "../featureBook";
import { differing, edit, file, grid, sheetJs, tenRows } from "./editing";

const at = (row: number, col: number, text: string): { row: number; col: number; text: string } => ({ row, col, text });
const plain = (): Uint8Array => bookOf({ sheets: { 甲: tenRows(), 乙: tenRows() } });
/** Author and words of a note as SheetJS reads them; it leaves the author's name in the bytes of UTF-8. */
const words = (bytes: Uint8Array, sheet: string, cell: string): unknown => (sheetJs(bytes, sheet)[cell] as { c?: { t?: string; a?: string }[] } | undefined)?.c?.map(({ t, a }) => [Buffer.from(a ?? "", "latin1").toString(), t]);

test("a first note brings its parts, is read by us and by SheetJS, and takes everything with it when it goes", () => {
  const book = opened(plain());
  const before = file(book);
  edit(book, (draft) => putNote(draft, "甲", at(1, 2, "请核实 <100> & _x000D_\n第二行"), "督查室"));
  const after = file(book);
  expect(differing(before, after)).toEqual(["[Content_Types].xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/worksheets/sheet1.xml"]);
  expect(partsOf(after)["xl/worksheets/sheet1.xml"]).toContain('</sheetData><legacyDrawing r:id="rId2"/>');
  expect(grid(after, "甲").notes).toEqual([at(1, 2, "请核实 <100> & _x000D_\n第二行")]);
  expect(grid(after, "乙").notes).toEqual([]);
  expect((words(after, "甲", "C2") as string[][])[0]?.[0]).toBe("督查室");
  const again = opened(after);
  edit(again, (draft) => putNote(draft, "乙", at(0, 0, "另一张表"), "督查室"));
  const both = file(again);
  expect(grid(both, "乙").notes).toEqual([at(0, 0, "另一张表")]);
  expect(partsOf(both)["xl/drawings/vmlDrawing2.vml"]).toContain('data="2"');
  edit(book, (draft) => removeNote(draft, "甲", 1, 2));
  expect(differing(before, file(book))).toEqual([]);
  edit(again, (draft) => removeNote(draft, "乙", 0, 0));
  expect(differing(after, file(again))).toEqual([]);
  const third = opened(after);
  edit(third, (draft) => removeNote(draft, "甲", 1, 2));
  expect(differing(before, file(third))).toEqual([]);
});

test("beside the notes, threads and shapes of others: theirs stay to the letter", () => {
  const book = opened(everythingBook());
  const before = file(book);
  const theirs = partsOf(before);
  edit(book, (draft) => putNote(draft, LEDGER, at(3, 2, "数据口径？"), "督查室"));
  const after = file(book);
  const ours = partsOf(after);
  expect(differing(before, after)).toEqual(["xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"]);
  expect(ours["xl/comments1.xml"]?.startsWith((theirs["xl/comments1.xml"] ?? "").split("</authors>")[0] ?? "-")).toBe(true);
  expect(ours["xl/drawings/vmlDrawing1.vml"]?.startsWith((theirs["xl/drawings/vmlDrawing1.vml"] ?? "").replace("</xml>", ""))).toBe(true);
  expect(ours["xl/drawings/vmlDrawing1.vml"]).toContain('id="_x0000_s1027"');
  expect(grid(after, LEDGER).notes.map(({ row, col, text }) => [row, col, text])).toEqual([[2, 1, "张三：请核实"], [3, 2, "数据口径？"], [5, 1, "是否长期？"]]);
  edit(book, (draft) => removeNote(draft, LEDGER, 3, 2));
  expect(differing(before, file(book))).toEqual([]);
});

test("a note gets other words and keeps author and box; a thread is left alone", () => {
  const book = opened(everythingBook());
  const before = file(book);
  edit(book, (draft) => putNote(draft, LEDGER, at(2, 1, "已核实"), "督查室"));
  const after = file(book);
  expect(differing(before, after)).toEqual(["xl/comments1.xml"]);
  expect(words(after, LEDGER, "B3")).toEqual([["张三", "已核实"]]);
  for (const fault of [book.edit((draft) => putNote(draft, LEDGER, at(5, 1, "否"), "督查室")), book.edit((draft) => removeNote(draft, LEDGER, 5, 1))]) {
    expect(fault).toEqual({ ok: false, error: { kind: "unwritable", at: { sheet: LEDGER, row: 5, col: 1 }, reason: "thread" } });
  }
});

test("the last note of others takes its part; a drawing that still shows a control stays", () => {
  const book = opened(everythingBook());
  edit(book, (draft) => removeNote(draft, LEDGER, 2, 1));
  const parts = partsOf(file(book));
  expect(parts["xl/comments1.xml"]).toBeUndefined();
  expect(parts["[Content_Types].xml"]).not.toContain("comments1");
  expect(parts["xl/drawings/vmlDrawing1.vml"]).toContain("Checkbox");
  expect(parts["xl/drawings/vmlDrawing1.vml"]).not.toContain('ObjectType="Note"');
  expect(parts["xl/worksheets/sheet1.xml"]).toContain("legacyDrawing r:id");
  edit(book, (draft) => removeNote(draft, LEDGER, 8, 8));
  edit(book, (draft) => putNote(draft, LEDGER, at(0, 0, "新"), "督查室"));
  expect(grid(file(book), LEDGER).notes.map(({ text }) => text)).toEqual(["新", "是否长期？"]);
});

test("a drawing that is no proper XML and knows not all names takes a box and gives it back", () => {
  const book = opened(packageOf(featureParts()));
  const [before, sheet] = [file(book), "工作台账"];
  edit(book, (draft) => putNote(draft, sheet, at(1, 0, "甲"), "张三"));
  expect(differing(before, file(book))).toEqual(["xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"]);
  edit(book, (draft) => removeNote(draft, sheet, 1, 0));
  expect(differing(before, file(book))).toEqual([]);
});

test("a sheet that names no relationships, and a strict one, each in its own words", () => {
  const bare = opened(bookOf({ sheets: { 甲: `${XML}<worksheet xmlns="${MAIN}"><sheetData/></worksheet>` } }));
  const before = file(bare);
  edit(bare, (draft) => putNote(draft, "甲", at(0, 0, "甲"), "我"));
  expect(partsOf(file(bare))["xl/worksheets/sheet1.xml"]).toContain(`<legacyDrawing xmlns:r="${OFFICE}" r:id="rId2"/>`);
  edit(bare, (draft) => removeNote(draft, "甲", 0, 0));
  expect(differing(before, file(bare))).toEqual([]);
  const strict = Object.entries(partsOf(plain())).map(([name, text]) => [name, text.replaceAll(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main").replaceAll(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships")]);
  const book = opened(packageOf(Object.fromEntries(strict) as Record<string, string>));
  edit(book, (draft) => putNote(draft, "甲", at(0, 0, "甲"), "我"));
  const parts = partsOf(file(book));
  for (const name of ["xl/comments1.xml", "xl/worksheets/_rels/sheet1.xml.rels"]) expect(parts[name]).not.toContain("schemas.openxmlformats.org/spreadsheetml");
  expect(parts["xl/worksheets/_rels/sheet1.xml.rels"]).toContain("purl.oclc.org/ooxml/officeDocument/relationships/comments");
  expect(grid(file(book), "甲").notes).toEqual([at(0, 0, "甲")]);
});

test("parts are found whatever their capitals, and a damaged list of notes is left alone", () => {
  const odd = featureParts();
  odd["xl/Comments1.XML"] = odd["xl/comments1.xml"] ?? "";
  delete odd["xl/comments1.xml"];
  const book = opened(packageOf(odd));
  edit(book, (draft) => putNote(draft, "工作台账", at(2, 1, "已核实"), "我"));
  expect(partsOf(file(book))["xl/Comments1.XML"]).toContain("<text><t>已核实</t></text>");
  const damaged = opened(packageOf({ ...featureParts(), "xl/comments1.xml": "<comments" }));
  expect(damaged.edit((draft) => putNote(draft, "工作台账", at(2, 1, "甲"), "我"))).toEqual({ ok: false, error: { kind: "damagedPart", part: "xl/comments1.xml" } });
});

test("a note moves with its row", () => {
  const book = opened(plain());
  edit(book, (draft) => putNote(draft, "甲", at(4, 1, "甲"), "我"));
  edit(book, (draft) => insertRows(draft, "甲", 2, 3, null));
  expect(grid(file(book), "甲").notes).toEqual([at(7, 1, "甲")]);
  edit(book, (draft) => removeNote(draft, "甲", 7, 1));
  expect(Object.keys(partsOf(file(book))).filter((name) => /comments|vml/u.test(name))).toEqual([]);
});

test("boxes: numbers of their own, within the sheet, none twice, none without a place", () => {
  const one = withBox(emptyDrawing(3), at(1_048_575, 16_383, "长".repeat(400)));
  expect(one).toContain('id="_x0000_s3073"');
  expect(one).toContain("<x:Anchor>16381, 15, 1048555, 10, 16383, 15, 1048575, 4</x:Anchor>");
  expect(withBox(one, at(1_048_575, 16_383, "又"))).toBe(one);
  expect(lastBlock(one)).toBe(3);
  expect(lastBlock("<xml/>")).toBe(0);
  expect(withBox("<xml/>", at(0, 0, "甲"))).toBe("<xml/>");
  expect(withoutBox(one, 0, 0)).toBe(one);
  expect(withoutBox(one, 1_048_575, 16_383)).toBe(emptyDrawing(3));
  expect([isEmptyDrawing(emptyDrawing(3)), isEmptyDrawing(one), isEmptyDrawing("<xml><v:rect/></xml>")]).toEqual([true, false, false]);
});

const place = fc.record({ row: fc.nat(5), col: fc.nat(3) });

test("notes put in any order and taken away in any other leave the file as it was, and are all there in between", () => {
  fc.assert(
    fc.property(fc.uniqueArray(place, { selector: ({ row, col }) => row * 10 + col, maxLength: 6 }), fc.boolean(), (places, isBackwards) => {
      const sheet = isBackwards ? LEDGER : "甲";
      const free = places.filter(({ row, col }) => col !== 1 || (row !== 2 && row !== 5));
      const book = opened(isBackwards ? everythingBook() : plain());
      const before = file(book);
      const old = grid(before, sheet).notes;
      for (const { row, col } of free) edit(book, (draft) => putNote(draft, sheet, at(row, col, `${row} ${col}`), "督查室"));
      const wanted = [...old, ...free.map(({ row, col }) => at(row, col, `${row} ${col}`))].sort((a, b) => a.row - b.row || a.col - b.col);
      expect(grid(file(book), sheet).notes).toEqual(wanted);
      for (const { row, col } of isBackwards ? [...free].reverse() : free) edit(book, (draft) => removeNote(draft, sheet, row, col));
      expect(differing(before, file(book))).toEqual([]);
    }),
    { numRuns: 12 },
  );
});
