import { createHash } from "node:crypto";
import { planLighting } from "../../src/app/light";
import { openMaster } from "../../src/app/master";
import { memoryExcel } from "../../src/excel/memoryExcel";
import { EMPTY_BATCH } from "../../src/excel/port";
import { COMMAND_LINE_LIMITS } from "../../src/files/limits";
import { openZip } from "../../src/files/zip/openZip";
import { CellWriter } from "../../src/workbook/cellWriter";
import { packageProblems } from "../../src/workbook/validate";
import { opened, saved } from "./books";
import { FEATURES, everythingBook } from "./everythingBook";

/** The parts of a package as bytes. */
function unpacked(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const zip = openZip(bytes, COMMAND_LINE_LIMITS);
  if (!zip.ok) throw new Error(zip.error.kind);
  return new Map(
    zip.value.names().map((name) => {
      const part = zip.value.read(name);
      if (!part.ok) throw new Error(part.error.kind);
      return [name, part.value];
    }),
  );
}

/** The workbook after its lights were put, and after they were taken away again. */
async function lit(): Promise<{ readonly lit: Uint8Array; readonly unlit: Uint8Array; readonly stale: number }> {
  const book = opened(everythingBook());
  const excel = memoryExcel(book);
  const master = await openMaster(excel);
  if (!master.ok) throw new Error(JSON.stringify(master.error));
  const plan = planLighting(master.value, { asOf: { year: 2026, month: 3, day: 1 }, year: 2026 });
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  const receipt = await excel.commit(plan.value.batch);
  if (!receipt.ok) throw new Error(JSON.stringify(receipt.error));
  const after = saved(book);
  const undone = await excel.commit({ ...EMPTY_BATCH, removeLayers: plan.value.batch.layers.map(({ sheet }) => sheet), removeSheets: plan.value.batch.sheets.map(({ name }) => name) });
  if (!undone.ok) throw new Error(JSON.stringify(undone.error));
  return { lit: after, unlit: saved(book), stale: receipt.value.staleFormulas };
}

const hash = (bytes: Uint8Array | undefined): string => createHash("sha256").update(bytes ?? "").digest("hex");
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

const before = unpacked(everythingBook());
let after: ReadonlyMap<string, Uint8Array>;
let undone: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  const both = await lit();
  after = unpacked(both.lit);
  undone = unpacked(both.unlit);
});

test("the workbook is one that Excel would not repair, with at least 55 features of its own", () => {
  expect(packageProblems(opened(everythingBook()).parts())).toEqual([]);
  expect(FEATURES.length).toBeGreaterThanOrEqual(55);
  expect(new Set(FEATURES.map(({ name }) => name)).size).toBe(FEATURES.length);
});

test.each(FEATURES)("$name survives that the ledger is lit", ({ part, holds }) => {
  expect(before.get(part)).toBeDefined();
  if (holds.length === 0) expect(hash(after.get(part))).toBe(hash(before.get(part)));
  for (const piece of holds) {
    expect(text(before.get(part))).toContain(piece);
    expect(text(after.get(part))).toContain(piece);
  }
});

test("only what lights need has changed; every other part is the same by its hash", () => {
  const changed = [...after.keys()].filter((name) => hash(after.get(name)) !== hash(before.get(name)));
  expect(changed.sort()).toEqual(
    ["[Content_Types].xml", "docProps/app.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet6.xml", "xl/worksheets/sheet7.xml"].sort(),
  );
  expect([...before.keys()].filter((name) => !after.has(name))).toEqual([]);
});

test("the lights can be taken away again: every part is as it was, but for formats that stay in the tables", () => {
  const changed = [...undone.keys()].filter((name) => hash(undone.get(name)) !== hash(before.get(name)));
  expect(changed.filter((name) => name !== "xl/styles.xml")).toEqual([]);
  expect([...undone.keys()]).toEqual([...before.keys()]);
});

test("a header by which formulas know a table's column is not written over; its cells are", () => {
  const book = opened(everythingBook());
  const write = (row: number, value: string) => book.edit((draft) => {
    const sheet = draft.sheet("明细");
    return sheet.ok ? new CellWriter(draft, sheet.value, "明细").write(row, 0, value) : sheet;
  });
  expect(write(0, "单位")).toEqual({ ok: false, error: { kind: "unwritable", at: { sheet: "明细", row: 0, col: 0 }, reason: "tableHeader" } });
  expect(write(0, "部门").ok).toBe(true);
  expect(write(1, "市财政局").ok).toBe(true);
});
