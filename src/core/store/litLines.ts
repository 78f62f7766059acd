/** What is remembered of lights, as lines of the store: rows of the ledger, and corrections on 目标清单. */
import { type CellValue, isEmpty, plainText } from "../grid/grid";
import type { Correction } from "../lights/corrections";
import { isMarked } from "../lights/facts";
import type { LitMemory } from "../lights/memory";
import { HAND_COLUMNS, type HandColumn } from "../lights/targetColumns";
import type { Line } from "./roundLines";

const WORDS = { row: "标注", correction: "清单更正" } as const;

/** The lines; equal memories have equal lines. */
export function litLines(lit: readonly LitMemory[], corrections: readonly Correction[]): readonly Line[] {
  return [
    ...lit.map(({ key, name, due, marks }): Line => [WORDS.row, key, name, due?.date ?? null, due?.words ?? null, ...(marks ? [marks.adjusted, marks.override, marks.ground] : [])]),
    ...corrections.map(({ serial, task, clause, indicator, nth, written }): Line => [WORDS.correction, serial, task, clause, indicator, nth, ...[...written].flat()]),
  ];
}

/** Takes the lines of its two kinds, one after the other. */
export class LitLineReader {
  private readonly lit: LitMemory[] = [];
  private readonly corrections: Correction[] = [];

  /** Whether the line is one of these. */
  take(kind: string, values: readonly (CellValue | undefined)[]): boolean {
    if (kind === WORDS.row) this.lit.push(memoryOf(values));
    else if (kind === WORDS.correction) this.corrections.push(correctionOf(values));
    else return false;
    return true;
  }

  parts(): { readonly lit: readonly LitMemory[]; readonly corrections: readonly Correction[] } {
    return { lit: this.lit, corrections: this.corrections };
  }
}

function memoryOf(values: readonly (CellValue | undefined)[]): LitMemory {
  const text = (index: number): string => plainText(values[index]);
  const marks = { adjusted: isEmpty(values[5]) ? null : (values[5] ?? null), override: text(6), ground: text(7) };
  return { key: text(1), name: text(2), due: text(3) === "" ? null : { date: text(3), words: text(4) }, marks: isMarked(marks) ? marks : null };
}

function correctionOf(values: readonly (CellValue | undefined)[]): Correction {
  const text = (index: number): string => plainText(values[index]);
  const written = new Map<HandColumn, CellValue>();
  for (let at = 6; at + 1 < values.length; at += 2) {
    const column = HAND_COLUMNS.find((key) => key === text(at));
    if (column && !isEmpty(values[at + 1])) written.set(column, values[at + 1] ?? null);
  }
  return { serial: text(1), task: text(2), clause: text(3), indicator: text(4), nth: Number(text(5)) || 0, written };
}
