import type { CellValue } from "../../src/core/grid/grid";
import type { RoundUnits } from "../../src/core/round/projection";
import { digest } from "../../src/core/round/digest";
import { type Base, beginRound, type Entry, type Round, type Submission } from "../../src/core/round/round";

/** Units by their plain names; 甲 leads, 甲乙丙丁 stand in every row in this order. */
export const UNITS = ["市甲局", "市乙局", "市丙局", "市丁局"] as const;

export const plainUnits: RoundUnits = {
  keyOf: (name) => name,
  isUnit: (name) => UNITS.some((unit) => unit === name),
  orderOf: () => UNITS,
  leadsOf: () => UNITS.slice(0, 1),
  nameOf: (key) => key,
};

export function aBase(rows: Readonly<Record<string, Readonly<Record<string, CellValue>>>> = { "1": {}, "2": {} }): Base {
  return {
    columns: ["serial", "task", "content", "leadUnits", "reportedValue", "status", "progress", "note"],
    rows: Object.entries(rows).map(([id, cells]) => ({ id, kind: "task", label: null, cells: new Map(Object.entries({ serial: id, task: `任务${id}`, ...cells })) })),
  };
}

export function aRound(parts: Partial<Round> = {}): Round {
  return { ...beginRound("r", aBase()), ...parts };
}

let places = 0;

/** A submission of `row.column: value` cells. */
export function aSubmission(unit: string, cells: Readonly<Record<string, CellValue>>, parts: Partial<Submission> = {}): Submission {
  const entries: Entry[] = Object.entries(cells).map(([cell, value]) => {
    const [row = "", column = ""] = cell.split(".");
    places += 1;
    return { row, column, value, at: `Sheet1!A${places}` };
  });
  const content = JSON.stringify([unit, entries.map(({ row, column, value }) => [row, column, value])]);
  return { id: digest(content), file: `${unit}.xlsx`, unit, unitFrom: "name", received: "2026-11-23", run: "r1", supersedes: [], rows: [...new Set(entries.map(({ row }) => row))], entries, proposals: [], ...parts };
}
