import { PACKAGES } from "../../src/core/sample/damages/packages";
import { tableGrids } from "../../src/core/sample/tableGrids";
import { PANE_LIMITS } from "../../src/files/limits";
import { readFile } from "../../src/files/readFile";
import { sayFileFault } from "../../src/files/sayFileFault";
import { mergedForm, SOUND, UNIT, wrongsOf } from "../support/damaged";
import { damagedFile } from "../support/damagedFile";

const sound = mergedForm(SOUND);

test.each(PACKAGES.map((own) => [own.title, own] as const))("%s", async (_title, damage) => {
  const file = `${UNIT}10月.${damage.extension}`;
  const read = await readFile(file, damagedFile(tableGrids(SOUND), damage), { limits: PANE_LIMITS });
  if (damage.expect === "refused") expect([read.ok, read.ok ? "" : sayFileFault(read.error).zh]).toEqual([false, expect.stringMatching(/\p{Script=Han}{4,}/u)]);
  else if (!read.ok) throw new Error(read.error.kind);
  else expect(wrongsOf([], sound, mergedForm({ ...SOUND, odd: { file } }, read.value.grids))).toEqual([]);
});
