import type { Remark } from "../core/grid/sourceFile";
import { err } from "../core/result";
import type { FileFault } from "./fault";
import { isZip, type ReadOptions } from "./input";
import { baseName } from "./readFile";
import { fileRemark } from "./remark";
import { openZip, type ZipPackage } from "./zip/openZip";

/** A file as it was given or found in a .zip, whose bytes nobody has looked into yet. */
export interface GivenFile {
  /** With the folders and the .zip it came in, parted by "/": unique, and what a person sees. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ManyFiles {
  readonly files: readonly GivenFile[];
  /** Zips and entries that can't be read, by name. The others are not touched by them. */
  readonly refused: readonly { readonly name: string; readonly fault: FileFault }[];
  /** What was passed over: leavings of systems and of open documents. */
  readonly remarks: readonly Remark[];
}

/** A .zip of files may lie in a .zip of files, and no deeper. */
const DEEPEST = 2;

/**
 * Takes .zip files of files apart, in the order given; single files are passed on as they are. Names in a .zip are read
 * as UTF-8 or GBK. What comes out of one given file, all .zip files in it together, stays within the limits.
 */
export function readMany(given: readonly GivenFile[], options: ReadOptions): ManyFiles {
  const found = { files: [] as GivenFile[], refused: [] as ManyFiles["refused"][number][], remarks: [] as Remark[] };
  for (const file of given) takeApart(file, 0, { options, left: options.limits.unpacked }, found);
  return found;
}

/** How many bytes may still come out of the file that was given. */
interface Budget {
  readonly options: ReadOptions;
  left: number;
}

interface Found {
  readonly files: GivenFile[];
  readonly refused: ManyFiles["refused"][number][];
  readonly remarks: Remark[];
}

function takeApart(file: GivenFile, depth: number, budget: Budget, found: Found): void {
  if (isLeaving(file.name)) {
    found.remarks.push(fileRemark("file/skipped", { name: file.name }));
    return;
  }
  if (!isZip(file.bytes)) {
    found.files.push(file);
    return;
  }
  const { limits, unpacker } = budget.options;
  const zip = openZip(file.bytes, { ...limits, unpacked: budget.left }, unpacker);
  if (zip.ok && isDocument(zip.value)) found.files.push(file);
  else if (!zip.ok) found.refused.push({ name: file.name, fault: zip.error });
  else if (depth === DEEPEST) found.refused.push({ name: file.name, fault: { kind: "zipTooDeep" } });
  else takeEntries(file.name, zip.value, depth, budget, found);
}

function takeEntries(zipName: string, zip: ZipPackage, depth: number, budget: Budget, found: Found): void {
  if (zip.names().every((entry) => entry.endsWith("/"))) found.refused.push({ name: zipName, fault: { kind: "empty" } });
  for (const entry of zip.names()) {
    if (entry.endsWith("/")) continue;
    const name = `${zipName}/${entry}`;
    if (isLeaving(entry)) {
      found.remarks.push(fileRemark("file/skipped", { name }));
      continue;
    }
    const size = zip.rawEntry(entry)?.size ?? 0;
    const bytes = size > budget.left ? err<FileFault>({ kind: "tooLarge", limit: budget.options.limits.unpacked }) : zip.read(entry);
    if (!bytes.ok) {
      found.refused.push({ name, fault: bytes.error });
      continue;
    }
    budget.left -= bytes.value.length;
    takeApart({ name, bytes: bytes.value }, depth + 1, budget, found);
  }
}

/** Office files are zips, too: they name their kind in one of these. */
function isDocument(zip: ZipPackage): boolean {
  return zip.names().some((name) => name === "[Content_Types].xml" || name === "mimetype" || /(?:^|\/)workbook\.xml$/iu.test(name));
}

/** Whether a name is a leaving: `~$…` stands beside an open document, the others come from macOS and Windows. */
export function isLeaving(path: string): boolean {
  const name = baseName(path);
  return /(?:^|\/)__MACOSX\//u.test(path) || name.startsWith("~$") || name.startsWith("._") || /^(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/iu.test(name);
}
