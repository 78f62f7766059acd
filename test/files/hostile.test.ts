import { COMMAND_LINE_LIMITS, PANE_LIMITS } from "../../src/files/limits";
import { readFile } from "../../src/files/readFile";
import { sayFileFault } from "../../src/files/sayFileFault";
import { NODE_UNPACKER } from "../../src/nodeUnpacker";
import { HOSTILE } from "../support/hostile";

/** By kind of fault. */
const said = new Map<string, string>();

async function faultOf(bytes: Uint8Array, options: Parameters<typeof readFile>[2]): Promise<string | null> {
  const read = await readFile("a.xlsx", bytes, options);
  if (!read.ok) said.set(read.error.kind, sayFileFault(read.error).zh);
  return read.ok ? null : read.error.kind;
}

test.each(HOSTILE)("%s", async (_what, fault, make) => {
  const bytes = make();
  expect(bytes.length).toBeLessThan(2 * 1024 * 1024);
  expect(await faultOf(bytes, { limits: PANE_LIMITS })).toBe(fault);
  expect(await faultOf(bytes, { limits: COMMAND_LINE_LIMITS, unpacker: NODE_UNPACKER })).toBe(fault);
});

test("each has a sentence of its own", () => {
  expect(said.size).toBe(9);
  expect(new Set(said.values()).size).toBe(said.size);
});
