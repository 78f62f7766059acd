import { contentCode } from "../../../src/core/ledger/contentCode";
import { ledgerOf } from "../../support/aLedger";
import { cleanLedger } from "../../support/cleanLedgers";
import { plant } from "../../support/planted";

const code = (grid = cleanLedger("air")) => contentCode(ledgerOf(grid).ledger);

test("one figure more makes another code, looks and layout do not", () => {
  const own = code();
  expect(own.rows).toBe(16);
  expect(own.code).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/u);
  expect(code(plant(cleanLedger("air"), [{ at: 4, key: "reportedValue", value: 4 }])).code).not.toBe(own.code);
  expect(code(plant(cleanLedger("air"), [{ at: 4, key: "reportedValue", value: null }]))).toMatchObject({ cells: own.cells - 1 });
  expect(code(plant(cleanLedger("air"), [{ at: 4, key: "content", value: (before) => ` ${String(before).replaceAll("，", ", ")}` }]))).toEqual(own);
});

test("columns in another order keep the code", () => {
  const grid = cleanLedger("district");
  const swap = <T>(values: readonly T[]): readonly T[] => [values[0], values[2], values[1], ...values.slice(3)] as T[];
  const rows = grid.rows.map((row) => (row.values.length < 3 ? row : { ...row, values: swap(row.values), marks: row.marks && swap(row.marks) }));
  expect(code({ ...grid, rows })).toEqual(code(grid));
});
