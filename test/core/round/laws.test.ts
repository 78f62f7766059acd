import fc from "fast-check";
import type { CellValue } from "../../../src/core/grid/grid";
import { project, type Projection } from "../../../src/core/round/projection";
import { compareSubmissions, type HandEdit, type Round, type Submission, withoutSubmissions, withSubmissions } from "../../../src/core/round/round";
import { aBase, aRound, aSubmission, plainUnits, UNITS } from "../../support/aRound";

const COLUMNS = ["reportedValue", "status", "progress", "note"] as const;
const value = (column: string): fc.Arbitrary<CellValue> =>
  column === "reportedValue" ? fc.integer({ min: 0, max: 3 }) : column === "status" ? fc.constantFrom("已完成", "进行中", "滞后") : fc.constantFrom("甲文", "乙文", "多行\n文字", "市乙局：引文");
const cells = fc
  .array(fc.tuple(fc.constantFrom("1", "2"), fc.constantFrom(...COLUMNS)).chain(([row, column]) => value(column).map((one) => [`${row}.${column}`, one] as const)), { maxLength: 6 })
  .map((pairs) => Object.fromEntries(pairs));
const submission: fc.Arbitrary<Submission> = fc
  .tuple(fc.constantFrom(...UNITS), cells, fc.constantFrom("", "(1)", "最终"))
  .map(([unit, own, tail]) => aSubmission(unit, own, { file: `${unit}${tail}.xlsx` }));
const edit: fc.Arbitrary<HandEdit> = fc.tuple(fc.constantFrom("1", "2"), fc.constantFrom(...COLUMNS)).chain(([row, column]) =>
  fc.tuple(value(column), value(column)).map(([over, own]) => ({ row, column, over, value: own, seen: [] })),
);
const round: fc.Arbitrary<Round> = fc
  .tuple(fc.array(submission, { maxLength: 8 }), fc.array(edit, { maxLength: 2 }), fc.constantFrom({}, { reportedValue: 1, progress: "市甲局：旧\n市丙局：旧" }, { progress: "原文" }))
  .map(([submissions, edits, base]) => withSubmissions(aRound({ base: aBase({ "1": base, "2": {} }), edits }), submissions));

const shown = (projection: Projection) =>
  [...projection.cells].map(([key, cell]) => [key, cell.value, cell.kind, cell.verdicts.map(({ voice, fate }) => [voice.submission, fate]).sort()]).sort();
const RUNS = { numRuns: 1000 };

test("order doesn't matter", () => {
  fc.assert(
    fc.property(round, fc.infiniteStream(fc.nat()), (own, stream) => {
      const shuffled = [...own.submissions].map((one) => ({ one, at: stream.next().value as number })).sort((left, right) => left.at - right.at).map(({ one }) => one);
      expect(shown(project(withSubmissions({ ...own, submissions: [] }, shuffled), plainUnits))).toEqual(shown(project(own, plainUnits)));
    }),
    RUNS,
  );
});

test("repetition doesn't matter", () => {
  fc.assert(fc.property(round, (own) => expect(withSubmissions(own, own.submissions)).toEqual(own)), RUNS);
});

test("two halves join to the whole", () => {
  fc.assert(
    fc.property(round, fc.nat(), (own, at) => {
      const cut = at % (own.submissions.length + 1);
      const half = { ...own, submissions: own.submissions.slice(0, cut) };
      expect(withSubmissions(half, own.submissions.slice(cut))).toEqual(own);
    }),
    RUNS,
  );
});

test("taking a file out equals never having had it", () => {
  fc.assert(
    fc.property(round, submission, (own, extra) => {
      fc.pre(own.submissions.every(({ id }) => id !== extra.id));
      expect(withoutSubmissions(withSubmissions(own, [extra]), new Set([extra.id]))).toEqual(own);
    }),
    RUNS,
  );
});

test("nothing is lost: every reported value is in the cell, in a conflict, or rejected with a reason", () => {
  fc.assert(
    fc.property(round, (own) => {
      const projection = project(own, plainUnits);
      for (const one of own.submissions) {
        for (const entry of one.entries) {
          const cell = projection.cells.get(`${entry.row}\u0001${entry.column}`);
          const verdict = cell?.verdicts.find(({ voice }) => voice.submission === one.id);
          expect(verdict).toBeDefined();
          if (verdict?.fate === "rejected") expect(verdict.reason).not.toBe("");
          if (verdict?.fate === "accepted") expect(String(cell?.value)).toContain(String(entry.value));
        }
      }
    }),
    RUNS,
  );
});

test("a conflict keeps what the master shows", () => {
  fc.assert(
    fc.property(round, (own) => {
      for (const cell of project(own, plainUnits).cells.values()) {
        if (cell.kind !== "conflict") continue;
        const typed = own.edits.filter((one) => one.row === cell.row && one.column === cell.column).at(-1);
        expect(cell.value).toBe(typed ? typed.value : cell.base);
      }
    }),
    RUNS,
  );
});

test("what a person typed is never taken away", () => {
  fc.assert(
    fc.property(round, edit, (own, typed) => {
      const kept = { ...own, edits: [typed] };
      const cell = project(kept, plainUnits).cells.get(`${typed.row}\u0001${typed.column}`);
      for (const line of String(typed.value).split("\n")) {
        const replaced = String(typed.over) === String(typed.value);
        if (!replaced) expect(String(cell?.value)).toContain(line);
      }
    }),
    RUNS,
  );
});

test("submissions have one order", () => {
  fc.assert(fc.property(submission, submission, (left, right) => Math.sign(compareSubmissions(left, right)) === -Math.sign(compareSubmissions(right, left))), RUNS);
});
