/**
 * What every adapter of the port promises, on one workbook with everything in it. An adapter's test file opens the
 * workbook its own way and runs this suite; what was written is looked at in the file it saves. An adapter that writes
 * the file itself promises more: `describePatching`.
 */
import fc from "fast-check";
import type { CellRef, CellValue, Grid } from "../../src/core/grid/grid";
import { valueAt } from "../../src/core/grid/grid";
import type { Change } from "../../src/core/plan/change";
import { invertAll } from "../../src/core/plan/change";
import type { Batch, ExcelPort, HelperLayer, OwnSheet, Receipt } from "../../src/excel/port";
import { EMPTY_BATCH } from "../../src/excel/port";
import { LEDGER, featureBook } from "../workbook/featureBook";
import { bookOf, partsOf, worksheet } from "../workbook/books";

export interface OpenedPort {
  readonly excel: ExcelPort;
  /** The workbook as a file. */
  save(): Promise<Uint8Array>;
  /** A person types into a cell, past the port. */
  type(at: CellRef, value: CellValue): Promise<void>;
}

export interface PortAdapter {
  readonly name: string;
  /** Columns can be put into an outline group. Left out where they can. */
  readonly groupsColumns?: boolean;
  readonly open: (bytes: Uint8Array) => Promise<OpenedPort>;
}

const at = (row: number, col: number, sheet = LEDGER): CellRef => ({ sheet, row, col });
const set = (row: number, col: number, from: CellValue, to: CellValue, sheet = LEDGER): Change => ({ kind: "setCell", at: at(row, col, sheet), from, to });
const batch = (parts: Partial<Batch>): Batch => ({ ...EMPTY_BATCH, ...parts });

/** Two columns beside the ledger, a date that lights count from, and a rule for each of two words. */
export const LAYER: HelperLayer = {
  sheet: LEDGER,
  columns: [{ col: 8, width: 12 }, { col: 9, width: 14 }, { col: 10, width: 4, hidden: true }],
  cells: [
    { row: 0, col: 8, value: 46_000, look: "asOf" },
    { row: 1, col: 8, value: "最早时限", look: "helperHeader" },
    { row: 1, col: 9, value: "灯色", look: "helperHeader" },
    { row: 2, col: 8, value: 46_022, look: "helperDate" },
    { row: 2, col: 9, value: { formula: 'IF(AND(I3<$I$1,F3<1),"逾期","正常")', cached: "正常" }, look: "light" },
    { row: 3, col: 9, value: { formula: 'IF(AND(I4<$I$1,F4<1),"逾期","正常")', cached: "逾期" }, look: "light" },
    { row: 6, col: 9, value: "图例", look: "light", paint: { fill: "FFC7CE", font: "9C0006" } },
  ],
  rules: [
    { areas: [{ top: 2, left: 9, bottom: 4, right: 9 }, { top: 2, left: 0, bottom: 4, right: 0 }], formula: '$J3="逾期"', fill: "FFC7CE", font: "9C0006" },
    { areas: [{ top: 2, left: 9, bottom: 4, right: 9 }], formula: '$J3="正常"', fill: "C6EFCE", font: "006100" },
  ],
  asOf: at(0, 8),
};

const TARGETS: OwnSheet = {
  name: "目标清单",
  visibility: "visible",
  columns: [{ col: 0, width: 30 }, { col: 1, width: 12 }],
  cells: [{ row: 0, col: 0, value: "指标", look: "header" }, { row: 1, col: 0, value: "新能源汽车保有量\n（万辆）", look: "wrapped" }, { row: 1, col: 1, value: 30, look: "number" }],
  headerRows: 1,
};

/** A sheet of ours whose word is counted from its own cells and coloured by it. */
const LIVE: OwnSheet = {
  ...TARGETS,
  cells: [
    { row: 0, col: 0, value: "指标", look: "header" }, { row: 1, col: 0, value: "新能源汽车保有量", look: "wrapped" }, { row: 0, col: 1, value: 46_000, look: "asOf" },
    { row: 1, col: 1, value: { formula: 'IF(C2<$B$1,"逾期","正常")', cached: "逾期" }, look: "light" }, { row: 1, col: 2, value: 45_000, look: "date" },
    { row: 2, col: 1, value: { formula: 'IF(C3<$B$1,"逾期","正常")', cached: "正常" }, look: "light" }, { row: 2, col: 2, value: 47_000, look: "date" },
  ],
  rules: [
    { areas: [{ top: 1, left: 0, bottom: 1, right: 0 }, { top: 1, left: 1, bottom: 2, right: 1 }], formula: '$B2="逾期"', fill: "FFC7CE", font: "9C0006" },
    { areas: [{ top: 1, left: 0, bottom: 1, right: 0 }, { top: 1, left: 1, bottom: 2, right: 1 }], formula: '$B2="正常"', fill: "C6EFCE", font: "006100" },
  ],
};

interface Facts {
  /** Of the first columns: width where one was set, hidden, level of the outline. */
  readonly columns: readonly string[];
  /** Area and formula of each rule, strongest first. */
  readonly rules: readonly string[];
  readonly names: readonly string[];
  readonly sheets: readonly string[];
}

/** What a saved workbook says of the ledger's sheet, or of another part, besides cells. */
function factsOf(bytes: Uint8Array, part = "xl/worksheets/sheet1.xml"): Facts {
  const parts = partsOf(bytes);
  const [sheet, book] = [parts[part] ?? "", parts["xl/workbook.xml"] ?? ""];
  const value = (tag: string, name: string): string => new RegExp(` ${name}="([^"]*)"`, "u").exec(tag)?.[1] ?? "";
  const columns = [...sheet.matchAll(/<col [^>]*>/gu)].flatMap(([tag]) => {
    const [from, to] = [Number(value(tag, "min")), Math.min(20, Number(value(tag, "max")))];
    const said = `${value(tag, "customWidth") === "1" ? value(tag, "width") : "-"} ${value(tag, "hidden") === "1" ? "hidden" : "-"} ${value(tag, "outlineLevel") || "0"}`;
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => `${from + i}: ${said}`);
  });
  const rules = [...sheet.matchAll(/<conditionalFormatting [^>]*sqref="([^"]*)"[^>]*>(.*?)<\/conditionalFormatting>/gu)].flatMap(([, area = "", inner = ""]) =>
    [...inner.matchAll(/<cfRule ([^>]*?)\/?>(?:<formula>([^<]*)<\/formula>)?/gu)].map(([, tag = "", formula = ""]) => ({ priority: Number(value(` ${tag}`, "priority")), text: `${area} ${value(` ${tag}`, "type")} ${formula}` })),
  );
  return {
    columns,
    rules: rules.sort((a, b) => a.priority - b.priority).map(({ text }) => text),
    names: [...book.matchAll(/<definedName [^>]*>[^<]*/gu)].map(([name]) => name).sort(),
    sheets: [...book.matchAll(/<sheet [^>]*>/gu)].map(([tag]) => `${value(tag, "name")} ${value(tag, "state")}`),
  };
}

interface Bench {
  readonly opened: (bytes?: Uint8Array) => Promise<OpenedPort>;
  readonly grid: (port: OpenedPort, sheet?: string) => Promise<Grid>;
  readonly committed: (port: OpenedPort, parts: Partial<Batch>) => Promise<Receipt>;
}

/** What the tests of an adapter begin with. */
function benchOf({ open }: PortAdapter): Bench {
  return {
    opened: (bytes = featureBook()) => open(bytes),
    async grid(port, sheet = LEDGER) {
      const read = await port.excel.read([sheet]);
      const first = read.ok ? read.value[0] : undefined;
      if (first === undefined) throw new Error(JSON.stringify(read));
      return first;
    },
    async committed(port, parts) {
      const done = await port.excel.commit(batch(parts));
      if (!done.ok) throw new Error(JSON.stringify(done.error));
      return done.value;
    },
  };
}

/** Runs the suite for an adapter. */
export function describePort(adapter: PortAdapter): void {
  const { name, open, groupsColumns = true } = adapter;
  describe(`the port over ${name}`, () => {
    const { opened, grid, committed } = benchOf(adapter);
    const sheetXml = async (port: OpenedPort, part = "xl/worksheets/sheet1.xml"): Promise<string> => partsOf(await port.save())[part] ?? "";

    test("sheets come in their order, hidden ones too", async () => {
      const sheets = await (await opened()).excel.sheets();
      expect(sheets).toEqual({ ok: true, value: [{ name: LEDGER, visibility: "visible" }, { name: "单位", visibility: "visible" }, { name: "底稿", visibility: "veryHidden" }] });
    });

    test("grids come whole and in the order asked for; a missing sheet is a fault", async () => {
      const port = await opened();
      const read = await port.excel.read(["单位", LEDGER]);
      expect(read.ok && read.value.map(({ sheet }) => sheet)).toEqual(["单位", LEDGER]);
      expect(valueAt(await grid(port), 2, 2)).toBe("到 2025 年，淘汰老旧汽车");
      expect(await port.excel.read([LEDGER, "没有"])).toEqual({ ok: false, error: { kind: "sheetMissing", sheet: "没有" } });
    });

    test("changes are written, and read back as written", async () => {
      const port = await opened();
      const values: readonly CellValue[] = ["按季推进\n第二行 ", 0.1, true, "=1+1", "００１", " 前后 ", "a_x0041_b", "甲<乙>&\"丙\""];
      const changes = values.map((value, i) => set(10 + i, 6, null, value));
      expect(await committed(port, { changes })).toEqual({ written: values.length, staleFormulas: 0 });
      const after = await grid(port);
      expect(values.map((_, i) => valueAt(after, 10 + i, 6))).toEqual(values);
    });

    test("who edited meanwhile wins: nothing is written", async () => {
      const port = await opened();
      await port.type(at(2, 1), "张三改过");
      const before = await port.save();
      const done = await port.excel.commit(batch({ changes: [set(3, 4, 50, 60), set(2, 1, "推动设备更新", "新")], layers: [LAYER], sheets: [TARGETS] }));
      expect(done).toEqual({ ok: false, error: { kind: "changedSince", cells: [at(2, 1)] } });
      expect(await port.save()).toEqual(before);
    });

    test.each([
      ["a sheet that is gone", { changes: [set(0, 0, null, 1, "没有")] }, { kind: "sheetMissing", sheet: "没有" }],
      ["a protected sheet", { changes: [set(0, 0, "市发展改革委", "新", "单位")] }, { kind: "protected", sheet: "单位" }],
      ["a layer on a protected sheet", { layers: [{ ...LAYER, sheet: "单位", asOf: null }] }, { kind: "protected", sheet: "单位" }],
      ["a text beyond Excel's limit", { changes: [set(3, 4, 50, 60), set(9, 6, null, "字".repeat(32_768))] }, { kind: "tooLong", at: at(9, 6), length: 32_768 }],
      ["a cell inside a span", { changes: [set(0, 1, null, "新")] }, { kind: "unsupported", what: "insideSpan" }],
      ["a layer over somebody's cells", { layers: [{ ...LAYER, cells: [{ row: 2, col: 5, value: 1, look: "number" as const }] }] }, { kind: "changedSince", cells: [at(2, 5)] }],
      ["a formula beyond Excel's limit", { layers: [{ ...LAYER, cells: [{ row: 2, col: 8, value: { formula: `"${"x".repeat(8192)}"`, cached: 1 }, look: "number" as const }] }] }, { kind: "unsupported", what: "formula" }],
      ["more than eight rules on a sheet of ours", { sheets: [{ ...TARGETS, rules: LAYER.rules.concat(LAYER.rules, LAYER.rules, LAYER.rules, LAYER.rules) }] }, { kind: "unsupported", what: "rules" }],
      ["more than eight rules", { layers: [{ ...LAYER, rules: LAYER.rules.concat(LAYER.rules, LAYER.rules, LAYER.rules, LAYER.rules) }] }, { kind: "unsupported", what: "rules" }],
    ])("%s refuses the whole batch", async (_, parts, fault) => {
      const port = await opened();
      const before = await port.save();
      expect(await port.excel.commit(batch({ sheets: [TARGETS], ...parts }))).toEqual({ ok: false, error: fault });
      expect(await port.save()).toEqual(before);
    });

    test("a change and its inverse leave every cell as it was", async () => {
      const port = await opened();
      const before = await grid(port);
      const changes = [set(2, 1, "推动设备更新", "推动设备大规模更新"), set(3, 7, 46_022, 46_053), set(4, 4, true, null), set(7, 9, null, "新"), set(20, 0, null, 5)];
      await committed(port, { changes });
      expect(changes.map(({ at: { row, col } }) => [row, col])).toEqual([[2, 1], [3, 7], [4, 4], [7, 9], [20, 0]]);
      expect((await grid(port)).rows).not.toEqual(before.rows);
      await committed(port, { changes: invertAll(changes) });
      expect(await grid(port)).toEqual(before);
    });

    test("any texts and numbers are read back as written, and taken back", async () => {
      const place = fc.record({ row: fc.constantFrom(3, 9, 10, 11, 30), col: fc.constantFrom(6, 8, 9) });
      const value = fc.oneof(
        fc.constantFrom<CellValue>(0, -1.5, true, false, "=1", "-一般事项", "+86", "@all", "'引号", "001", "1-2", "3/4", "2024年3月1日", "上午9:00", "50%", "(5)", "TRUE", "#N/A", "1e5", "５０", "三月", "May 5", "甲\n乙", " x "),
        fc.string({ minLength: 1, maxLength: 5 }).filter((text) => !/[\p{Surrogate}\r]/u.test(text)),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(place, value), { minLength: 1, maxLength: 6 }), async (cells) => {
          const port = await opened();
          const before = await grid(port);
          const unique = new Map(cells.map(([{ row, col }, to]) => [`${row} ${col}`, set(row, col, valueAt(before, row, col), to)]));
          const changes = [...unique.values()];
          await committed(port, { changes });
          const after = await grid(port);
          expect(changes.map(({ at: { row, col } }) => valueAt(after, row, col))).toEqual(changes.map(({ to }) => to));
          await committed(port, { changes: invertAll(changes) });
          expect((await grid(port)).rows).toEqual(before.rows);
        }),
        { numRuns: 15 },
      );
    }, 60_000);

    test("a layer stands beside the table: formulas with their value, one group, native rules, names of the sheet, outside the print", async () => {
      const port = await opened();
      await committed(port, { layers: [LAYER] });
      const after = await grid(port);
      expect([valueAt(after, 0, 8), valueAt(after, 2, 9), valueAt(after, 3, 9)]).toEqual([46_000, "正常", "逾期"]);
      const parts = partsOf(await port.save());
      const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
      if (groupsColumns) expect(sheet).toMatch(/<col min="9" max="9" [^>]*outlineLevel="1"/u);
      expect(sheet).toMatch(/<col min="11" max="11" [^>]*hidden="1"/u);
      expect(sheet).toContain('<cfRule type="duplicateValues" dxfId="0" priority="3" stopIfTrue="1"/>');
      expect([...sheet.matchAll(/<cfRule type="expression"[^>]*priority="(\d+)"/gu)].map((found) => found[1])).toEqual(["4", "5"]);
      expect(sheet).toContain("<f>IF(AND(I3&lt;$I$1,F3&lt;1),");
      const book = parts["xl/workbook.xml"] ?? "";
      expect(book).toContain('<definedName name="台账_截至日期" localSheetId="0">工作台账!$I$1</definedName>');
      expect(book).toContain('<definedName name="台账_辅助列" localSheetId="0">工作台账!$I:$K</definedName>');
      expect(book).toContain('<definedName name="_xlnm.Print_Area" localSheetId="0">工作台账!$A:$H</definedName>');
    });

    test("a layer that is put again replaces the former one, three times over; the person's own rules, names and columns stay", async () => {
      const [once, often] = [await opened(), await opened()];
      const before = factsOf(await once.save());
      await committed(once, { layers: [LAYER] });
      await committed(often, { layers: [{ ...LAYER, columns: [...LAYER.columns, { col: 12, width: 9 }], cells: [...LAYER.cells, { row: 9, col: 12, value: "多", look: "light" }] }] });
      for (let again = 0; again < 3; again++) await committed(often, { layers: [LAYER] });
      expect(factsOf(await often.save())).toEqual(factsOf(await once.save()));
      expect(factsOf(await often.save()).rules.filter((rule) => !rule.includes("台账助手"))).toEqual(before.rules);
      expect(await grid(often)).toEqual(await grid(once));
      const reopened = await open(await once.save());
      await committed(reopened, { layers: [LAYER] });
      expect(factsOf(await reopened.save())).toEqual(factsOf(await once.save()));
    });

    test("a layer that is taken away leaves nothing of ours, at once or after the file was opened again", async () => {
      const port = await opened();
      const [before, rows] = [factsOf(await port.save()), await grid(port)];
      await committed(port, { layers: [LAYER] });
      expect(factsOf(await port.save())).not.toEqual(before);
      const later = await open(await port.save());
      for (const one of [port, later]) {
        await committed(one, { removeLayers: [LEDGER] });
        expect(factsOf(await one.save())).toEqual(before);
        expect(await grid(one)).toEqual(rows);
      }
    });

    test("taking away a layer that is not there changes nothing", async () => {
      const port = await opened();
      const before = await port.save();
      await committed(port, { removeLayers: [LEDGER] });
      expect(await port.save()).toEqual(before);
    });

    test("own sheets are made, replaced as a whole, and taken away", async () => {
      const port = await opened();
      const before = partsOf(await port.save());
      await committed(port, { sheets: [TARGETS, { ...TARGETS, name: "_台账", visibility: "hidden", headerRows: 0 }] });
      expect(valueAt(await grid(port, "目标清单"), 1, 0)).toBe("新能源汽车保有量\n（万辆）");
      const sheets = await port.excel.sheets();
      expect(sheets.ok && sheets.value.slice(3)).toEqual([{ name: "目标清单", visibility: "visible" }, { name: "_台账", visibility: "hidden" }]);
      await committed(port, { sheets: [{ ...TARGETS, cells: [{ row: 0, col: 0, value: "只有", look: "text" }] }] });
      const replaced = await grid(port, "目标清单");
      expect([replaced.rows.length, valueAt(replaced, 0, 0)]).toEqual([1, "只有"]);
      await committed(port, { removeSheets: ["目标清单", "_台账"] });
      const after = partsOf(await port.save());
      expect(Object.values(after).join("")).not.toContain("目标清单");
      for (const part of ["docProps/app.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "[Content_Types].xml"]) {
        expect(after[part]?.replace(/<(?:Override|Relationship) [^>]*calcChain[^>]*>/u, "")).toBe(before[part]?.replace(/<(?:Override|Relationship) [^>]*calcChain[^>]*>/u, ""));
      }
      expect(Object.keys(after).filter((part) => part.startsWith("xl/worksheets/sheet"))).toHaveLength(3);
    });

    test("own sheets count and colour by themselves: formulas over their own cells, rules put anew each time, none left", async () => {
      const port = await opened();
      const before = partsOf(await port.save());
      const part = "xl/worksheets/sheet4.xml";
      const said = (word: string): string => `A2 B2:B3 expression AND($B2="${word}","台账助手"&lt;&gt;"")`;
      await committed(port, { sheets: [LIVE] });
      expect(valueAt(await grid(port, "目标清单"), 1, 1)).toBe("逾期");
      const once = factsOf(await port.save(), part);
      expect(once.rules).toEqual([said("逾期"), said("正常")]);
      for (const rules of [LIVE.rules ?? [], LIVE.rules ?? []]) await committed(port, { sheets: [{ ...LIVE, rules }] });
      expect(factsOf(await port.save(), part)).toEqual(once);
      const later = await open(await port.save());
      await committed(later, { sheets: [LIVE] });
      expect(factsOf(await later.save(), part)).toEqual(once);
      expect(factsOf(await later.save()).rules).toEqual(factsOf(await (await opened()).save()).rules);
      await committed(later, { sheets: [{ ...LIVE, rules: [] }] });
      expect(factsOf(await later.save(), part).rules).toEqual([]);
      await committed(later, { removeSheets: ["目标清单"] });
      const after = partsOf(await later.save());
      expect(after["xl/worksheets/sheet1.xml"]).toBe(before["xl/worksheets/sheet1.xml"]);
      expect(after[part]).toBeUndefined();
    });

    test("what a removed sheet said is nowhere in the file", async () => {
      const port = await opened();
      await committed(port, { sheets: [{ ...TARGETS, name: "_台账", visibility: "hidden", cells: [{ row: 0, col: 0, value: "各单位原始报送", look: "text" }] }] });
      const later = await open(await port.save());
      await committed(later, { removeSheets: ["_台账"] });
      expect(Object.values(partsOf(await later.save())).join("")).not.toContain("各单位原始报送");
    });

    test("days are days of the 1900 system, whatever the file counts from", async () => {
      const bytes = bookOf({ sheets: { 表: worksheet('<sheetData><row r="1"><c r="A1" s="2"><v>44560</v></c></row></sheetData>') }, beforeSheets: '<workbookPr date1904="1"/>' });
      const port = await open(bytes);
      expect(valueAt(await grid(port, "表"), 0, 0)).toBe(46_022);
      await committed(port, { changes: [set(0, 0, 46_022, 46_023, "表")] });
      expect(valueAt(await grid(port, "表"), 0, 0)).toBe(46_023);
      expect(await sheetXml(port)).toContain("<v>44561</v>");
    });

    test("show finds the cell's sheet or says that it is gone", async () => {
      const port = await opened();
      expect(await port.excel.show(at(2, 1))).toEqual({ ok: true, value: null });
      expect(await port.excel.selected?.()).toEqual(at(2, 1));
      expect(await port.excel.show(at(2, 1, "没有"))).toEqual({ ok: false, error: { kind: "sheetMissing", sheet: "没有" } });
    });

    test("edits by people are told until nobody listens", async () => {
      const port = await opened();
      const heard: string[] = [];
      const stop = port.excel.onEdit((sheet) => heard.push(sheet));
      await port.type(at(2, 4), 41);
      await committed(port, { changes: [set(2, 4, 41, 42)] });
      stop();
      await port.type(at(2, 4), 43);
      expect(heard).toEqual([LEDGER]);
    });
  });
}

/** For an adapter that writes the file itself: what it does not touch stays as it is in the file, to the byte. */
export function describePatching(adapter: PortAdapter): void {
  const { name, open } = adapter;
  describe(`the file that ${name} saves`, () => {
    const { opened, grid, committed } = benchOf(adapter);

    test("a change and its inverse leave the file as it was, byte for byte", async () => {
      const port = await opened();
      const before = await port.save();
      const changes = [set(2, 1, "推动设备更新", "推动设备大规模更新"), set(2, 2, "到 2025 年，淘汰老旧汽车", null), set(3, 7, 46_022, 46_053), set(7, 9, null, "新"), set(20, 0, null, 5)];
      await committed(port, { changes });
      await committed(port, { changes: invertAll(changes) });
      expect(await port.save()).toEqual(before);
    });

    test("any changes of any cells, taken back in reverse, give every cell its value and its format back", async () => {
      // Formulas apart: one that has lost its value holds nothing to give back.
      const place = fc.record({ row: fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 8, 9), col: fc.constantFrom(3, 4, 6, 7, 8, 9, 10, 11) });
      const value = fc.oneof(fc.constantFrom<CellValue>(null, "", 0, -1.5, true, false, "=1", "甲\n乙", " x "), fc.string({ maxLength: 5 }).filter((text) => !/\p{Surrogate}/u.test(text)), fc.double({ noNaN: true, noDefaultInfinity: true }));
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(fc.tuple(place, value), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 }), async (batches) => {
          const port = await opened();
          const before = await port.save();
          const done: Change[][] = [];
          for (const cells of batches) {
            const now = await grid(port);
            const unique = new Map(cells.map(([{ row, col }, to]) => [`${row} ${col}`, set(row, col, valueAt(now, row, col), to)]));
            const changes = [...unique.values()];
            await committed(port, { changes });
            done.push(changes);
          }
          for (const changes of done.reverse()) await committed(port, { changes: invertAll(changes) });
          const [one, two] = [partsOf(before), partsOf(await port.save())];
          const cellsIn = (xml: string): readonly string[] => [...xml.matchAll(/<c [^]*?(?:\/>|<\/c>)/gu)].map(([cell]) => cell.replace(/<v>[^<]*<\/v>/u, (text) => (cell.includes("<f") ? "" : text)).replace(/ t="\w+"(?=><f)/u, ""));
          expect(cellsIn(two["xl/worksheets/sheet1.xml"] ?? "")).toEqual(cellsIn(one["xl/worksheets/sheet1.xml"] ?? ""));
          expect(two["xl/sharedStrings.xml"]).toBe(one["xl/sharedStrings.xml"]);
        }),
        { numRuns: 40 },
      );
    });

    test("after everything a command can write, every other part is as it was", async () => {
      const port = await opened();
      const before = partsOf(await port.save());
      await committed(port, { changes: [set(2, 4, 40, 41), set(2, 1, "推动设备更新", "新")], layers: [LAYER], sheets: [TARGETS] });
      const after = partsOf(await port.save());
      const changed = Object.keys(before).filter((part) => before[part] !== after[part]);
      expect(changed.sort()).toEqual([
        "[Content_Types].xml", "docProps/app.xml", "xl/_rels/workbook.xml.rels", "xl/calcChain.xml", "xl/styles.xml", "xl/workbook.xml",
        "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml",
      ]);
      // Of the ledger, only cells, columns, rules of ours and the sheet's edges differ; sheet2 has formulas that read what changed.
      const rest = (xml = ""): string => xml.replace(/<sheetData>[^]*<\/sheetData>|<cols>.*<\/cols>|<dimension[^>]*>| outlineLevelCol="1"|<conditionalFormatting[^>]*><cfRule type="expression".*?<\/conditionalFormatting>/gu, "");
      expect(rest(after["xl/worksheets/sheet1.xml"])).toBe(rest(before["xl/worksheets/sheet1.xml"]));
    });

    test("nothing else changes: other parts keep their bytes, the sheet everything around its cells", async () => {
      const port = await opened();
      const before = partsOf(await port.save());
      await committed(port, { changes: [set(2, 1, "推动设备更新", "推动更新")] });
      const after = partsOf(await port.save());
      const changed = Object.keys(before).filter((part) => before[part] !== after[part]);
      expect(changed).toEqual(["xl/worksheets/sheet1.xml"]);
      const cell = /<c r="B3"[^]*?<\/c>/u;
      expect(after["xl/worksheets/sheet1.xml"]?.replace(cell, "")).toBe(before["xl/worksheets/sheet1.xml"]?.replace(cell, ""));
    });

    test("formulas of the user's that depend on a change lose their cached value and are counted", async () => {
      const port = await opened();
      // E3 is read by F3, F8 and E8 (through the name 进度), by 单位!B1 and through it by 单位!B2; not by F4, D8 or B5.
      expect(await committed(port, { changes: [set(2, 4, 40, 41)] })).toEqual({ written: 1, staleFormulas: 5 });
      const parts = partsOf(await port.save());
      expect(parts["xl/worksheets/sheet1.xml"]).toContain('<c r="F3"><f>E3/D3</f></c>');
      expect(parts["xl/worksheets/sheet1.xml"]).toContain('<c r="F4"><f>E4/D4</f><v>0.25</v></c>');
      expect(parts["xl/worksheets/sheet2.xml"]).toContain('<c r="B2"><f>B1+1</f></c>');
      expect(parts["xl/workbook.xml"]).toContain('fullCalcOnLoad="1"');
      expect(parts["xl/calcChain.xml"]).toBeDefined();
    });

    test("a formula that is written over leaves the list of formulas", async () => {
      const port = await opened();
      await committed(port, { changes: [set(2, 5, 0.4, 0.5)] });
      const parts = partsOf(await port.save());
      expect(parts["xl/calcChain.xml"]).toBeUndefined();
      expect(parts["[Content_Types].xml"]).not.toContain("calcChain");
      expect(parts["xl/_rels/workbook.xml.rels"]).not.toContain("calcChain");
    });

    test("a layer that is put again replaces the former one; twice is once", async () => {
      const [once, twice] = [await opened(), await opened()];
      await committed(once, { layers: [LAYER] });
      await committed(twice, { layers: [{ ...LAYER, columns: [...LAYER.columns, { col: 12, width: 9 }], cells: [...LAYER.cells, { row: 9, col: 12, value: "多", look: "light" }] }] });
      await committed(twice, { layers: [LAYER] });
      expect(await twice.save()).toEqual(await once.save());
      const reopened = await open(await once.save());
      await committed(reopened, { layers: [LAYER] });
      expect(partsOf(await reopened.save())).toEqual(partsOf(await once.save()));
    });

    test("a layer that is taken away leaves no trace on the sheet, at once or after the file was opened again", async () => {
      const port = await opened();
      const before = partsOf(await port.save());
      await committed(port, { layers: [LAYER] });
      const later = await open(await port.save());
      for (const one of [port, later]) {
        await committed(one, { removeLayers: [LEDGER] });
        const after = partsOf(await one.save());
        expect(after["xl/worksheets/sheet1.xml"]).toBe(before["xl/worksheets/sheet1.xml"]);
        expect(after["xl/workbook.xml"]).toBe(before["xl/workbook.xml"]);
      }
    });

    test("the same batch gives the same bytes", async () => {
      const [one, two] = [await opened(), await opened()];
      for (const port of [one, two]) await committed(port, { changes: [set(2, 4, 40, 41)], layers: [LAYER], sheets: [TARGETS] });
      expect(await one.save()).toEqual(await two.save());
    });
  });
}
