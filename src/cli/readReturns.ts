/** Returned files from words: files, folders, packages of files. One that can't be read never stops the others. */
import path from "node:path";
import type { SourceFile } from "../core/grid/sourceFile";
import { baseName, readFile } from "../files/readFile";
import { type GivenFile, readMany } from "../files/readMany";
import { sayFileFault } from "../files/sayFileFault";
import { sayFileRemark } from "../files/sayFileRemark";
import { READ_OPTIONS, readBytes } from "./open";
import type { VerbContext } from "./verb";

export type ReturnedFile =
  | { readonly kind: "read"; readonly source: SourceFile }
  | { readonly kind: "refused"; readonly file: string; readonly reason: string };

/** All returns. Two files of one name in different folders keep their folders' names. */
export async function readReturns(paths: readonly string[], context: VerbContext): Promise<readonly ReturnedFile[]> {
  const returned: ReturnedFile[] = [];
  const given: GivenFile[] = [];
  for (const place of paths) {
    const inside = await context.files.list(place);
    for (const file of inside ?? [place]) {
      const name = inside ? path.relative(path.dirname(place), file).split(path.sep).join("/") : path.basename(file);
      const bytes = await readBytes(file, context);
      if (bytes.ok) given.push({ name, bytes: bytes.value });
      else returned.push({ kind: "refused", file: path.basename(file), reason: bytes.error });
    }
  }
  const { files, refused, remarks } = readMany(given, READ_OPTIONS);
  for (const remark of remarks) context.say(sayFileRemark(remark)?.zh ?? remark.id);
  const nameOf = shortNames([...files, ...refused].map(({ name }) => name));
  for (const { name, fault } of refused) returned.push({ kind: "refused", file: nameOf(name), reason: sayFileFault(fault).zh });
  for (const { name, bytes } of files) returned.push(await readOne(nameOf(name), bytes));
  return returned;
}

async function readOne(name: string, bytes: Uint8Array): Promise<ReturnedFile> {
  const source = await readFile(name, bytes, READ_OPTIONS);
  return source.ok
    ? { kind: "read", source: { ...source.value, name } }
    : { kind: "refused", file: name, reason: sayFileFault(source.error).zh };
}

/** The file's own name where it is the only one of that name. */
function shortNames(names: readonly string[]): (name: string) => string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(baseName(name), (counts.get(baseName(name)) ?? 0) + 1);
  return (name) => (counts.get(baseName(name)) === 1 ? baseName(name) : name);
}
