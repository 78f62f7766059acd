import { planLighting } from "../../src/app/light";
import { openMaster } from "../../src/app/master";
import { parseCellName } from "../../src/core/grid/a1";
import { isFormulaLike } from "../../src/core/text/formulaLike";
import { ok } from "../../src/core/result";
import { memoryExcel } from "../../src/excel/memoryExcel";
import { csvBytes } from "../../src/files/text/writeCsv";
import { newLedgerBook } from "../../src/workbook/newLedgerBook";
import { insertRows } from "../../src/workbook/rows/moveRows";
import { settleFormulas } from "../../src/workbook/staleFormulas";
import { INJECTIONS } from "../support/injections";
import { opened, saved } from "../workbook/books";
import { LEDGER, everythingBook } from "../workbook/everythingBook";
import { Office } from "./libreOffice";
import type { OfficeBook, OfficeCell } from "./libreOffice";

const office = new Office();
afterAll(() => office.close());

async function lit(bytes: Uint8Array): Promise<Uint8Array> {
  const book = opened(bytes);
  const excel = memoryExcel(book);
  const master = await openMaster(excel);
  if (!master.ok) throw new Error(JSON.stringify(master.error));
  const plan = planLighting(master.value, { asOf: { year: 2026, month: 3, day: 1 }, year: 2026 });
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  const receipt = await excel.commit(plan.value.batch);
  if (!receipt.ok) throw new Error(JSON.stringify(receipt.error));
  return saved(book);
}

/** How often LibreOffice has understood what it knows of a workbook's features. */
function understood({ xml }: OfficeBook): Readonly<Record<string, number>> {
  const count = (tag: string): number => xml.split(`<${tag}`).length - 1;
  return {
    charts: count("chart:chart "), pictures: count("draw:image"), notes: count("office:annotation "), boxes: count("draw:custom-shape"), controls: count("form:checkbox"),
    tables: count("table:database-range "), pivots: count("table:data-pilot-table "), names: count("table:named-range "), validations: count("table:content-validation "), links: count("text:a "), spans: xml.split("table:number-columns-spanned=").length - 1,
    scales: count("calcext:color-scale>"), bars: count("calcext:data-bar "), icons: count("calcext:icon-set "), sparklines: count("calcext:sparkline "), groups: count("table:table-row-group"), headers: count("style:header>"), macros: count("script:module"),
  };
}

describe("a workbook of every feature", () => {
  let before: OfficeBook;
  let after: OfficeBook;
  beforeAll(async () => {
    before = office.read("before.xlsm", everythingBook());
    after = office.read("after.xlsm", await lit(everythingBook()));
  });

  test("opens with every sheet, and with every cell as it was", () => {
    const theirs = [...before.sheets.keys()];
    expect([...after.sheets.keys()].slice(0, theirs.length)).toEqual(theirs);
    expect(theirs).toEqual(expect.arrayContaining([LEDGER, "单位", "底稿", "明细", "透视"]));
    let cells = 0;
    for (const [name, sheet] of before.sheets) for (const [at, cell] of sheet) {
      expect([name, at, after.sheets.get(name)?.get(at)]).toEqual([name, at, cell]);
      cells++;
    }
    expect(cells).toBeGreaterThan(60);
  });

  test("everything that LibreOffice understands of it is there as often as before; our rules, names and notes come on top", () => {
    const [old, now] = [understood(before), understood(after)];
    const seen = Object.entries(old).filter(([, count]) => count > 0).map(([name]) => name);
    expect(seen).toEqual(expect.arrayContaining(["charts", "pictures", "notes", "boxes", "tables", "pivots", "names", "validations", "links", "spans", "scales", "bars", "icons", "groups"]));
    for (const name of seen) expect([name, (now[name] ?? 0) >= (old[name] ?? 0)]).toEqual([name, true]);
  });

  test("prints", async () => {
    expect(Buffer.from(office.convert("print.xlsm", await lit(everythingBook()), "pdf")).subarray(0, 5).toString()).toBe("%PDF-");
  });
});

test("after rows came in, LibreOffice calculates for every formula what it was before", () => {
  const book = opened(everythingBook());
  const done = book.edit((draft) => {
    const first = insertRows(draft, LEDGER, 3, 2, 2);
    const second = first.ok ? insertRows(draft, "明细", 2, 1, 1) : first;
    settleFormulas(draft);
    return second.ok ? ok(null) : second;
  });
  expect(done.ok).toBe(true);
  const [before, after] = [office.read("still.xlsm", everythingBook()), office.read("moved.xlsm", saved(book))];
  const shifts: Readonly<Record<string, readonly [from: number, by: number]>> = { [LEDGER]: [3, 2], 明细: [2, 1] };
  let formulas = 0;
  for (const [name, sheet] of before.sheets) {
    const [from, by] = shifts[name] ?? [0, 0];
    for (const [at, cell] of sheet) {
      if (cell.formula === null) continue;
      const row = parseCellName(at)?.row ?? 0;
      const now = after.sheets.get(name)?.get(at.replace(/\d+/u, String(row + 1 + (row >= from ? by : 0))));
      expect([name, at, now?.type, now?.value, now?.text]).toEqual([name, at, cell.type, cell.value, cell.text]);
      formulas++;
    }
  }
  expect(formulas).toBeGreaterThanOrEqual(7);
});

describe("texts that look like formulas", () => {
  const asText = (cell: OfficeCell | undefined): readonly unknown[] => [cell?.type, cell?.formula];

  test("are strings in an .xlsx", () => {
    expect(INJECTIONS.filter(isFormulaLike).length).toBeGreaterThanOrEqual(20);
    const book = newLedgerBook({ sheet: "台账", titleLines: [], columns: [{ key: "content", header: "工作内容" }], rows: INJECTIONS.map((text) => ({ kind: "task", values: [text] })) });
    if (!book.ok) throw new Error(book.error.kind);
    const cells = office.read("payloads.xlsx", saved(book.value)).sheets.get("台账");
    INJECTIONS.forEach((text, i) => expect([text, ...asText(cells?.get(`A${i + 2}`))]).toEqual([text, "string", null]));
  });

  const CSV = "CSV:44,34,76,1";

  test("are strings in a .csv", () => {
    const [cells] = [...office.read("payloads.csv", csvBytes(INJECTIONS.map((text) => [text, "后"])), CSV).sheets.values()];
    INJECTIONS.forEach((text, i) => {
      expect([text, ...asText(cells?.get(`A${i + 1}`))]).toEqual([text, "string", null]);
      expect([text, cells?.get(`B${i + 1}`)?.text]).toEqual([text, "后"]);
    });
  });

  test("would be formulas in a .csv that nobody guards", () => {
    const [cells] = [...office.read("naked.csv", new TextEncoder().encode("=1+1\r\n"), CSV).sheets.values()];
    expect(cells?.get("A1")?.formula).not.toBeNull();
  });
});
