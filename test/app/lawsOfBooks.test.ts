/** The laws of undo and of the guard over real packages: values, formulas and formats, as another reader sees them. */
import * as XLSX from "@e965/xlsx";
import fc from "fast-check";
import { planMerge } from "../../src/app/merge";
import type { CellValue } from "../../src/core/grid/grid";
import { aSource } from "../support/aReturn";
import { bookOf, masterIn, mergeBytes, savedBytes, undoBytes } from "../support/aWorkshop";

const HEADER = ["序号", "重点任务", "工作内容", "牵头单位", "责任单位", "完成值", "状态", "进展情况", "备注", "完成率"];
const TASKS: readonly (readonly CellValue[])[] = [
  [1, "促进汽车消费", "开展汽车以旧换新活动。", "市商务局", "市财政局"],
  [2, "加强资金保障", "统筹专项资金支持消费品以旧换新。", "市财政局", "市商务局"],
  [3, "畅通家电更新", "支持家电销售企业开展促销活动。", "市商务局、市财政局", null],
];
const COLUMNS = [5, 6, 7, 8] as const;
const said = fc.tuple(fc.nat(2), fc.constantFrom(...COLUMNS), fc.nat(3)).map(([task, col, pick]) => ({ task, col, value: col === 5 ? pick + 1 : col === 6 ? (["已完成", "进行中", "滞后", "未启动"][pick] ?? "") : `第${pick}次报送<&>\n。` }));
const answers = fc.array(said, { minLength: 1, maxLength: 6 });

/** A book with formats, formulas over the cells that are written, widths, a fill and a sheet that counts on it. */
function book(filled: readonly { readonly task: number; readonly col: number; readonly value: CellValue }[]): Uint8Array {
  const lines = [["台账"], HEADER, ...TASKS.map((own, task) => [...own, ...COLUMNS.map((col) => filled.find((one) => one.task === task && one.col === col)?.value ?? null), null])];
  const sheet = XLSX.utils.aoa_to_sheet(lines);
  sheet["!cols"] = HEADER.map((_, at) => ({ wch: 8 + at }));
  for (const row of [3, 4, 5]) {
    sheet[`J${row}`] = { t: "n", f: `F${row}/10`, v: 0, z: "0.0%" };
    const cell = sheet[`F${row}`] as XLSX.CellObject | undefined;
    if (cell) cell.z = '0.00"个"';
  }
  const other = XLSX.utils.aoa_to_sheet([["合计"], [null]]);
  other["A2"] = { t: "n", f: "SUM(工作台账!F3:F5)", v: 0 };
  const made = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(made, sheet, "工作台账");
  XLSX.utils.book_append_sheet(made, other, "汇总");
  return new Uint8Array(XLSX.write(made, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
}

/** What every cell of every visible sheet holds and looks like. Whether a formula's stored result is still good is Excel's to say. */
function seen(bytes: Uint8Array): unknown {
  const read = XLSX.read(bytes, { type: "array", cellNF: true, cellStyles: true, cellFormula: true });
  return read.SheetNames.filter((_, at) => (read.Workbook?.Sheets?.[at]?.Hidden ?? 0) === 0).map((name) => {
    const sheet = read.Sheets[name] ?? {};
    const cells = Object.keys(sheet).filter((at) => !at.startsWith("!")).map((at) => [at, sheet[at] as XLSX.CellObject] as const);
    return [name, sheet["!cols"], cells.filter(([, { f, v }]) => f !== undefined || v !== undefined).map(([at, { f, v, z, s: style }]) => JSON.stringify([at, f ?? v, z, style as unknown])).sort()];
  });
}

const returned = (unit: string, own: readonly { readonly task: number; readonly col: number; readonly value: CellValue }[]) =>
  aSource(`${unit}.xlsx`, [HEADER.slice(0, 9), ...TASKS.map((issued, task) => [...issued, ...COLUMNS.map((col) => own.find((one) => one.task === task && one.col === col)?.value ?? null)])]);

test("undo of all runs restores values, formulas and formats exactly", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(said, { maxLength: 3 }), answers, answers, async (filled, one, other) => {
      const begun = book(filled);
      let { bytes } = await mergeBytes(begun, [returned("市商务局", one)], { policies: new Map([["reportedValue", "sum"]]) });
      ({ bytes } = await mergeBytes(bytes, [returned("市财政局", other)]));
      while ((await masterIn(bookOf(bytes))).store.runs.length > 0) bytes = await undoBytes(bytes, {});
      expect(seen(bytes)).toEqual(seen(begun));
    }),
    { numRuns: 40 },
  );
});

test("a cell that was edited after the preview is not overwritten: nothing of the batch is written", async () => {
  await fc.assert(
    fc.asyncProperty(answers, fc.nat(9), async (one, pick) => {
      const excel = bookOf(book([]));
      const plan = planMerge(await masterIn(excel), { returns: [returned("市商务局", one)], decisions: [], policies: new Map(), today: "2026-11-23" });
      const changes = plan.ok ? (plan.value.batch?.changes ?? []) : [];
      const target = changes[pick % Math.max(1, changes.length)];
      if (!plan.ok || !plan.value.batch || !target) return;
      excel.type([{ at: target.at, value: "另有说法" }]);
      const edited = savedBytes(excel);
      const receipt = await excel.commit(plan.value.batch);
      expect(receipt).toMatchObject({ ok: false, error: { kind: "changedSince", cells: [target.at] } });
      expect(Buffer.compare(savedBytes(excel), edited)).toBe(0);
    }),
    { numRuns: 60 },
  );
});
