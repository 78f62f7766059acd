import { memoryExcel } from "../../src/excel/memoryExcel";
import { EMPTY_BATCH } from "../../src/excel/port";
import { newLedgerBook } from "../../src/workbook/newLedgerBook";
import type { Workbook } from "../../src/workbook/workbook";
import { bookOf, opened, partsOf, saved, worksheet } from "./books";

const LONG = "截至十月底，已召开专题推进会十次，印发实施细则，明确时间表、路线图和责任人。".repeat(6);

function ledger(): Workbook {
  const made = newLedgerBook({
    sheet: "工作台账", titleLines: [], columns: [{ key: "serial", header: "序号" }, { key: "content", header: "工作内容" }, { key: "progress", header: "进展情况" }],
    rows: [{ kind: "task", values: [1, "推动设备更新", null] }, { kind: "task", values: [2, LONG, "已启动"] }],
  });
  if (!made.ok) throw new Error(made.error.kind);
  return opened(saved(made.value));
}

async function write(book: Workbook, row: number, from: string | null, to: string | null): Promise<void> {
  const done = await memoryExcel(book).commit({ ...EMPTY_BATCH, changes: [{ kind: "setCell", at: { sheet: "工作台账", row, col: 2 }, from, to }] });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
}

const heights = (book: Workbook): readonly number[] => [...(partsOf(saved(book))["xl/worksheets/sheet1.xml"] ?? "").matchAll(/<row [^>]*?ht="([\d.]+)"/gu)].map((found) => Number(found[1]));

test("a row grows with a long text and is as it was when the text is taken back", async () => {
  const book = ledger();
  const before = saved(book);
  const [, low = 0] = heights(book);
  await write(book, 1, null, LONG);
  expect(heights(book)[1]).toBeGreaterThan(low * 3);
  const later = opened(saved(book));
  await write(later, 1, LONG, null);
  expect(partsOf(saved(later))["xl/worksheets/sheet1.xml"]).toBe(partsOf(before)["xl/worksheets/sheet1.xml"]);
});

test("a row that is high enough stays; so does one that nobody fixed", async () => {
  const book = ledger();
  const [, , high] = heights(book);
  await write(book, 2, "已启动", "已完成。");
  expect(heights(book)[2]).toBe(high);
  const free = opened(bookOf({ sheets: { 工作台账: worksheet('<sheetData><row r="1" ht="15"><c r="C1" s="3" t="inlineStr"><is><t>一</t></is></c></row></sheetData>') } }));
  await write(free, 0, "一", LONG);
  expect(partsOf(saved(free))["xl/worksheets/sheet1.xml"]).toContain('<row r="1" ht="15">');
});
