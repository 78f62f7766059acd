import { yearInTitle } from "../../src/app/light";
import { parseLedger } from "../../src/core/parse/parseLedger";
import { aGrid } from "../support/aGrid";

const HEADER = ["序号", "重点任务", "工作内容", "牵头单位", "责任单位"];
const ROW = ["1", "试验任务", "年底前建成 1999年 以来的档案室 2 间。", "市财政局", ""];

test.each<[string, readonly string[], number | null]>([
  ["the title names it", ["2024 年重点工作台账"], 2024],
  ["also in full width", ["２０２５年重点工作台账"], 2025],
  ["the document's number, where no title does", ["重点工作台账", "某政发〔2024〕9号"], 2024],
  ["a title goes before the number", ["2025年重点工作台账", "某政发〔2024〕9号"], 2025],
  ["nobody says", ["重点工作台账"], null],
])("%s", (_, titles, expected) => {
  const grid = aGrid([...titles.map((title) => [title]), HEADER, ROW]);
  const parsed = parseLedger(grid);
  expect(parsed.ok && yearInTitle({ grid, ledger: parsed.value })).toBe(expected);
});
