/**
 * Microsoft's client lives on the global scope, with getters that must not be called when it is taken down.
 * @jest-environment-options {"globalsCleanup": "off"}
 */
import { bookOf, worksheet } from "../workbook/books";
import { openInOffice } from "./loadClient";
import type { OfficeHost } from "./officeHost";
import { PROFILES } from "./profile";

const SHEET = worksheet(
  '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2"><v>7</v></c><c r="B2"><f>A2*2</f><v>14</v></c></row></sheetData>',
);

function open(profile: keyof typeof PROFILES = "ltsc2021"): OfficeHost {
  return openInOffice(bookOf({ sheets: { 台账: SHEET, 附表: worksheet("<sheetData/>") }, strings: ["序号", "内容"] }), PROFILES[profile]);
}

/** The code of the error that a run ends with. */
async function codeOf(run: Promise<unknown>): Promise<string> {
  try {
    await run;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
  return "none";
}

describe("proxies are Microsoft's", () => {
  test("nothing can be read before load and sync", async () => {
    open();
    const code = await codeOf(Excel.run(async (context) => context.workbook.worksheets.getItem("台账").getRange("A1").values));
    expect(code).toBe("PropertyNotLoaded");
  });

  test("values, formulas and types come back in the range's shape", async () => {
    open();
    const range = await Excel.run(async (context) => {
      const found = context.workbook.worksheets.getItem("台账").getRange("A1:C2").load("values,formulas,valueTypes,address");
      await context.sync();
      return { values: found.values, formulas: found.formulas, types: found.valueTypes, address: found.address };
    });
    expect(range).toEqual({
      values: [["序号", "内容", ""], [7, 14, ""]], formulas: [["序号", "内容", ""], [7, "=A2*2", ""]],
      types: [["String", "String", "Empty"], ["Double", "Double", "Empty"]], address: "台账!A1:C2",
    });
  });

  test("a formula is calculated when what it reads has changed", async () => {
    open();
    const values: unknown = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("台账");
      sheet.getRange("A2").values = [[21]];
      const found = sheet.getRange("B2").load("values");
      await context.sync();
      return found.values;
    });
    expect(values).toEqual([[42]]);
  });

  test("a missing sheet fails at sync, a null object says so without load", async () => {
    open();
    expect(await codeOf(Excel.run(async (context) => void context.workbook.worksheets.getItem("没有")))).toBe("ItemNotFound");
    const isNull = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("没有");
      sheet.getRange("A1").values = [["不会写"]];
      await context.sync();
      return sheet.isNullObject;
    });
    expect(isNull).toBe(true);
  });

  test("a range is dead after the run, a sheet is not", async () => {
    open();
    const { range, sheet } = await Excel.run(async (context) => {
      const found = context.workbook.worksheets.getItem("台账");
      const cell = found.getRange("A1").load("values");
      await context.sync();
      return { range: cell, sheet: found };
    });
    expect(() => range.load("values")).toThrow(/_reference\(\)/u);
    expect(() => sheet.load("name")).not.toThrow();
  });

  test("kept ranges are let go when the run ends", async () => {
    const host = open();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("台账").getRange("A1").load("values");
      await context.sync();
      expect(host.keptObjects).toBe(1);
    });
    expect(host.keptObjects).toBe(0);
  });

  test("large arrays arrive in pieces and whole", async () => {
    open();
    const values = Array.from({ length: 1000 }, (_, row) => [row, `第${row}行`, row % 2 === 0]);
    const read: unknown = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("附表").getRange("A1:C1000");
      range.values = values;
      range.load("values");
      await context.sync();
      return range.values;
    });
    expect(read).toEqual(values);
  });
});

describe("what Excel refuses", () => {
  test("an array of another shape", async () => {
    open();
    const code = await codeOf(Excel.run(async (context) => void (context.workbook.worksheets.getItem("台账").getRange("A1:B2").values = [["一"]])));
    expect(code).toBe("InvalidArgument");
  });

  test("what came before the failing action stays", async () => {
    const host = open();
    const code = await codeOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("台账").getRange("A1").values = [["先"]];
        context.workbook.worksheets.getItem("没有").getRange("A1").values = [["后"]];
        await context.sync();
      }),
    );
    expect(code).toBe("ItemNotFound");
    expect(host.book.contents(host.book.find("台账")?.id ?? "", 0, 0).value).toBe("先");
  });

  test("a protected sheet, a cell that is being edited", async () => {
    const host = open();
    const write = (): Promise<unknown> => Excel.run(async (context) => void (context.workbook.worksheets.getItem("台账").getRange("A1").values = [["改"]]));
    host.person.protect("台账");
    expect(await codeOf(write())).toBe("AccessDenied");
    host.person.unprotect("台账");
    host.person.startEditing();
    expect(await codeOf(write())).toBe("InvalidOperationInCellEditMode");
    host.person.stopEditing();
    expect(await codeOf(write())).toBe("none");
  });

  test("members above the version's requirement set", async () => {
    open("floor");
    const code = await codeOf(Excel.run(async (context) => context.workbook.worksheets.getItem("台账").getRange("A:B").group("ByColumns")));
    expect(code).toBe("ApiNotFound");
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.9")).toBe(true);
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.10")).toBe(false);
  });

  test("members that this host does not know fail by name", async () => {
    open();
    await expect(Excel.run(async (context) => void context.workbook.worksheets.getItem("台账").tables.load("items/name"))).rejects.toThrow("Worksheet.Tables");
    await expect(Excel.run(async (context) => void context.workbook.worksheets.getItem("台账").getRange("A1").load("text"))).rejects.toThrow("Range.Text");
  });
});

describe("texts are typed", () => {
  test.each([
    ["'001", "001"],
    ["001", 1],
    ["1-2", 46024],
    ["2024年3月1日", 45352],
    ["30%", 0.3],
    ["１２", 12],
    ["=A2+1", 8],
    ["-一般事项", "#NAME?"],
    ["true", true],
    ["3月底", "3月底"],
    ["一、总体要求", "一、总体要求"],
  ])("%s becomes %s", async (text, value) => {
    open();
    const read: unknown = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("台账").getRange("D9");
      range.values = [[text]];
      range.load("values");
      await context.sync();
      return range.values;
    });
    expect(read).toEqual([[value]]);
  });

  test("a cell with the text format takes them as they are", async () => {
    const host = open();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("附表").getRange("A1");
      range.format.verticalAlignment = "Center";
      range.numberFormat = [["@"]];
      range.values = [["=1+1"]];
      await context.sync();
    });
    expect(host.book.contents(host.book.find("附表")?.id ?? "", 0, 0)).toEqual({ value: "=1+1", formula: null, isError: false });
  });
});

describe("events and faults", () => {
  test("a person's edit is told, ours is not while events are off", async () => {
    const host = open();
    const heard: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async ({ address }) => void heard.push(address));
      await context.sync();
      context.runtime.enableEvents = false;
      context.workbook.worksheets.getItem("台账").getRange("C1").values = [["自己写的"]];
      context.runtime.enableEvents = true;
      await context.sync();
    });
    host.person.type({ sheet: "台账", row: 4, col: 1 }, "别人写的");
    await new Promise((done) => setTimeout(done, 20));
    expect(heard).toEqual(["B5"]);
  });

  test("the n-th request fails as it is told to", async () => {
    const host = open();
    host.failAt(2, { kind: "refuse", code: "GeneralException" });
    const steps: string[] = [];
    const code = await codeOf(
      Excel.run(async (context) => {
        const cell = context.workbook.worksheets.getItem("台账").getRange("A1").untrack();
        cell.values = [["一"]];
        await context.sync();
        steps.push("one");
        context.workbook.worksheets.getItem("台账").getRange("A1").untrack().values = [["二"]];
        await context.sync();
        steps.push("two");
      }),
    );
    expect([code, ...steps]).toEqual(["GeneralException", "one"]);
    expect(host.syncs).toHaveLength(2);
    expect(host.book.contents(host.book.find("台账")?.id ?? "", 0, 0).value).toBe("一");
  });

  test("reading keeps the person's undo, writing costs it", async () => {
    const host = open();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("台账").getRange("A1").untrack().load("values");
      await context.sync();
      context.workbook.worksheets.getItem("台账").getRange("A1").untrack().values = [["一"]];
      await context.sync();
    });
    expect(host.syncs.map(({ costsUndo }) => costsUndo)).toEqual([false, true]);
  });

  test("requests are carried out one after the other, however long each takes", async () => {
    const host = openInOffice(bookOf({ sheets: { 台账: SHEET }, strings: ["序号", "内容"] }), PROFILES.ltsc2021, { latency: 5 });
    const order: string[] = [];
    const step = async (name: string, value: string): Promise<void> => {
      await Excel.run(async (context) => {
        const cell = context.workbook.worksheets.getItem("台账").getRange("A1").untrack().load("values");
        context.workbook.worksheets.getItem("台账").getRange("A1").untrack().values = [[value]];
        await context.sync();
        const [[held] = []]: readonly (readonly unknown[])[] = cell.values;
        order.push(`${name} found ${String(held)}`);
      });
    };
    await Promise.all([step("first", "一"), step("second", "二")]);
    expect(order).toEqual(["first found 序号", "second found 一"]);
    expect(host.syncs).toHaveLength(2);
  });
});
