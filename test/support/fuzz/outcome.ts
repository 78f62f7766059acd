import { PANE_LIMITS } from "../../../src/files/limits";
import { readFile } from "../../../src/files/readFile";
import { readMany } from "../../../src/files/readMany";
import { sayFileFault } from "../../../src/files/sayFileFault";
import { chanceOf } from "../mutate";
import type { FuzzSubject } from "./subjects";

const OPTIONS = { limits: PANE_LIMITS };
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** What came of one damaged file. */
export type FuzzOutcome = "the true content" | "a grid in order" | "a refusal";

/**
 * Damages the subject by this seed and reads it; throws where the reader throws, gives a grid in disorder, a fault
 * without a sentence, or other content although the damage can be told.
 */
export async function fuzzOnce({ format, bytes, told, untold }: FuzzSubject, truth: string, seed: number): Promise<FuzzOutcome> {
  const chance = chanceOf(seed);
  const ways = [...told, ...untold];
  const way = chance(ways.length);
  const mutate = ways[way];
  const damaged = mutate === undefined ? bytes : mutate(bytes, chance);
  const read = await contentOf(format, damaged);
  if (read === null) return "a refusal";
  if (read === truth) return "the true content";
  if (way < told.length) throw new Error(`${format}, seed ${seed}: other content than the true one`);
  return "a grid in order";
}

/** All that was read, as text; null where the file, or any file in it, is refused. */
export async function contentOf(format: string, bytes: Uint8Array): Promise<string | null> {
  const many = readMany([{ name: `a.${format}`, bytes }], OPTIONS);
  for (const { fault } of many.refused) if (sayFileFault(fault).zh === "") throw new Error(`no sentence for ${fault.kind}`);
  if (many.refused.length > 0) return null;
  const contents: unknown[] = [];
  for (const file of many.files) {
    const read = await readFile(file.name, file.bytes, OPTIONS);
    if (!read.ok) {
      if (sayFileFault(read.error).zh === "") throw new Error(`no sentence for ${read.error.kind}`);
      return null;
    }
    for (const { rows } of read.value.grids) {
      let before = -1;
      for (const { row, values } of rows) {
        if (row <= before || row >= LAST_ROW || values.length > LAST_COLUMN) throw new Error(`row ${row} behind ${before}, ${values.length} cells`);
        before = row;
      }
    }
    contents.push([file.name, read.value.grids]);
  }
  return JSON.stringify(contents);
}

/** What the readers may have left on the prototype of all objects. */
export function strayKeys(): readonly PropertyKey[] {
  return [...Object.keys(Object.prototype), ...Reflect.ownKeys(Object.prototype).slice(12)];
}
