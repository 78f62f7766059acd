import fc from "fast-check";
import type { CellValue } from "../../../src/core/grid/grid";
import type { SourceFile } from "../../../src/core/grid/sourceFile";
import { findLedger } from "../../../src/core/parse/parseLedger";
import { ledgerUnits, roundView } from "../../../src/core/round/ledgerUnits";
import { mergeReturns, type MergeRun } from "../../../src/core/round/mergeReturns";
import { readReturn } from "../../../src/core/round/readReturn";
import { beginRound } from "../../../src/core/round/round";
import { baseOf, viewSheet } from "../../../src/core/round/roundOfSheet";
import { aGrid } from "../../support/aGrid";
import { aSource, HEADER, MASTER_LINES, replyLine } from "../../support/aReturn";
import { cellPlaces } from "../../support/cellPlaces";

const DAY = "2026-11-23";

function merged(returns: readonly SourceFile[], listed: boolean): MergeRun {
  const found = findLedger([aGrid(MASTER_LINES, { sheet: "工作台账" })]);
  if (!found.ok) throw new Error(found.error.kind);
  const { round, view } = viewSheet(beginRound("r", baseOf(found.value.ledger)), found.value.ledger);
  const units = ledgerUnits(round.base);
  const against = roundView(round, units);
  const readings = returns.map((source) => readReturn(source, against, { received: DAY, run: "r1" }, { listed }));
  return mergeReturns({ round, view, readings, decisions: [], policies: new Map([["status", "lead"]]), units, listed, isTooTall: (_row, _column, text) => text.length > 12 });
}

const values: fc.Arbitrary<CellValue> = fc.constantFrom<CellValue[]>(null, 12, "12家", "已完成", "推进中", "不清楚", "已举办 3 场。", " 已举办3场。", "市商务局：已举办 3 场。", "市财政局：拨付 20 万元。\n市商务局：已举办 3 场。");
const reporters = fc.constantFrom<CellValue[]>(null, "市商务局", "市财政局", "市教育局");
const replies = fc.record({ reportedValue: values, status: values, progress: values, note: values, reporter: reporters });
const lines = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom(1, 2, 3), replies).map(([serial, own]) => replyLine(serial, own)) },
  { weight: 1, arbitrary: replies.map((own) => [null, "另一项任务", "没有人见过的内容。", "市商务局", "", own.reportedValue, own.status, own.progress, own.note, own.reporter]) },
  { weight: 1, arbitrary: fc.constantFrom<(readonly CellValue[])[]>(["合计", "", "", "", "", 3], ["", "注：数据为预计"], [], ["（一）另一节"]) },
);
const spans = fc.array(fc.record({ top: fc.integer({ min: 1, max: 5 }), left: fc.integer({ min: 4, max: 9 }), tall: fc.integer({ min: 0, max: 2 }), wide: fc.integer({ min: 0, max: 1 }) }), { maxLength: 2 });
const files = fc.tuple(fc.constantFrom("市商务局.xlsx", "市财政局.xlsx", "市商务局（更正）.xlsx", "汇总.xlsx"), fc.array(lines, { maxLength: 5 }), spans).map(([name, body, joined]) =>
  aSource(name, [aGrid([["附件"], [...HEADER], ...body], { spans: joined.map(({ top, left, tall, wide }) => ({ top, left, bottom: top + tall, right: left + wide })) })]),
);
const rounds = fc.array(files, { minLength: 1, maxLength: 4 }).map((own) => own.map((source, index) => ({ ...source, name: `${index}_${source.name}` })));

test("counting the fates tells the same as listing them: sums, conflicts, flags and what is written", () => {
  fc.assert(
    fc.property(rounds, (returns) => {
      const [list, count] = [merged(returns, true), merged(returns, false)];
      expect(count.cells).toEqual([]);
      expect({ ...count, cells: list.cells, projection: list.projection }).toEqual(list);
      const shown = ({ projection }: MergeRun): unknown => [...projection.cells].map(([key, { kind, value, base }]) => [key, kind, value, base]);
      expect(shown(count)).toEqual(shown(list));
    }),
    { numRuns: 150 },
  );
});

test("the fates add up to the cells counted over the sheets", () => {
  fc.assert(
    fc.property(rounds, (returns) => {
      const run = merged(returns, true);
      const places = returns.flatMap(({ name, grids }) => grids.flatMap((grid) => cellPlaces(grid).map((at) => `${name} ${at}`)));
      expect(run.cells.map(({ file, at }) => `${file} ${at}`).sort()).toEqual(places.sort());
      expect(run.sum.cells).toBe(places.length);
      expect(run.addsUp).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test("the order of the files changes no sum", () => {
  fc.assert(
    fc.property(rounds, (returns) => expect(merged([...returns].reverse(), false)).toEqual(merged(returns, false))),
    { numRuns: 80 },
  );
});
