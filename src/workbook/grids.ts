/** The sheets of a package as grids, by the reader that reads every file: what is in work is read as it would be from disk. */
import type { Grid } from "../core/grid/grid";
import type { Result } from "../core/result";
import { err, ok } from "../core/result";
import type { FileFault } from "../files/fault";
import { readXlsx } from "../files/xlsx/readXlsx";
import type { ZipPackage } from "../files/zip/openZip";
import type { Package } from "./package";

const NAME = "workbook.xlsx";
const known = new WeakMap<Package, readonly Grid[]>();

/** All sheets that have cells, in their order. Reading the same parts again costs nothing. */
export function readGrids(parts: Package): Result<readonly Grid[], FileFault> {
  const before = known.get(parts);
  if (before) return ok(before);
  const file = readXlsx(NAME, packageAsZip(parts));
  if (!file.ok) return file;
  known.set(parts, file.value.grids);
  return ok(file.value.grids);
}

function packageAsZip(parts: Package): ZipPackage {
  return {
    names: () => [...parts.keys()],
    has: (name) => parts.has(name),
    read(name) {
      const part = parts.get(name);
      if (part === undefined) return err({ kind: "missingPart", part: name });
      return part.kind === "kept" ? part.bytes() : ok(new TextEncoder().encode(part.text));
    },
    rawEntry(name) {
      const part = parts.get(name);
      return part?.kind === "kept" ? part.entry : undefined;
    },
  };
}
