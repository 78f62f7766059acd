import type { DeliveredFile } from "../../src/excel/memoryExcel";
import { memoryExcel } from "../../src/excel/memoryExcel";
import { featureBook } from "../workbook/featureBook";
import { opened } from "../workbook/books";
import type { PortAdapter } from "./port.contract";
import { describePatching, describePort } from "./port.contract";

const IN_MEMORY: PortAdapter = {
  name: "a workbook in memory",
  async open(bytes) {
    const excel = memoryExcel(opened(bytes));
    return {
      excel,
      async save() {
        const saved = excel.save();
        if (!saved.ok) throw new Error(JSON.stringify(saved.error));
        return saved.value;
      },
      async type(at, value) {
        const done = excel.type([{ at, value }]);
        if (!done.ok) throw new Error(JSON.stringify(done.error));
      },
    };
  },
};

describePort(IN_MEMORY);
describePatching(IN_MEMORY);

test("files go to whoever takes them; without anybody that is a fault", async () => {
  const taken: DeliveredFile[] = [];
  const file = { name: "台账.xlsx", bytes: featureBook() };
  expect(await memoryExcel(opened(featureBook()), (files) => taken.push(...files)).deliver([file])).toEqual({ ok: true, value: null });
  expect(taken).toEqual([file]);
  expect(await memoryExcel(opened(featureBook())).deliver([file])).toEqual({ ok: false, error: { kind: "unsupported", what: "deliver" } });
});

test("the cell that was shown is known", async () => {
  const excel = memoryExcel(opened(featureBook()));
  await excel.show({ sheet: "单位", row: 0, col: 1 });
  expect(excel.shown()).toEqual({ sheet: "单位", row: 0, col: 1 });
});
