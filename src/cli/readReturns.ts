/** Returned files from words: files, folders, packages of files. One that can't be read never stops the others. */
import path from "node:path";
import type { SourceFile } from "../core/grid/sourceFile";
import { baseName, readFile } from "../files/readFile";
import { type GivenFile, isLeaving, readMany } from "../files/readMany";
import { sayFileFault } from "../files/sayFileFault";
import { sayFileRemark } from "../files/sayFileRemark";
import { READ_OPTIONS, readBytes } from "./open";
import type { VerbContext } from "./verb";

export type ReturnedFile =
  | { readonly kind: "read"; readonly source: SourceFile }
  | { readonly kind: "refused"; readonly file: string; readonly reason: string };

/** All returns at once. */
export async function readReturns(paths: readonly string[], context: VerbContext): Promise<readonly ReturnedFile[]> {
  const returned: ReturnedFile[] = [];
  for await (const one of (await findReturns(paths, context)).each()) returned.push(one);
  return returned;
}

export interface FoundReturns {
  /** Reads them one after the other, as often as is asked: at any time only one is held. */
  each(): AsyncGenerator<ReturnedFile>;
}

interface Place {
  readonly file: string;
  readonly name: string;
}

/** What these words name. Two files of one name in different folders keep their folders' names. */
export async function findReturns(paths: readonly string[], context: VerbContext): Promise<FoundReturns> {
  const places: Place[] = [];
  for (const place of paths) {
    const inside = await context.files.list(place);
    for (const file of inside ?? [place]) {
      places.push({ file, name: inside ? path.relative(path.dirname(place), file).split(path.sep).join("/") : path.basename(file) });
    }
  }
  const names: string[] = [];
  for (const place of places) names.push(...(DOCUMENT.test(place.name) && !isLeaving(place.name) ? [place.name] : await namesIn(place, context)));
  const nameOf = shortNames(names);
  const said = new Set<Place>();
  return {
    async *each() {
      for (const place of places) {
        const say = said.has(place) ? () => undefined : (line: string) => context.say(line);
        said.add(place);
        yield* readPlace(place, nameOf, { ...context, say });
      }
    },
  };
}

/** Documents are looked into once, when they are read; a package of files is looked into for its names first. */
const DOCUMENT = /\.(?:xls[xmb]?|et|ods|csv|tsv|txt|docx)$/iu;

async function namesIn({ file, name }: Place, context: VerbContext): Promise<readonly string[]> {
  const bytes = await readBytes(file, context);
  if (!bytes.ok) return [];
  const { files, refused } = readMany([{ name, bytes: bytes.value }], READ_OPTIONS);
  return [...files, ...refused].map((own) => own.name);
}

async function* readPlace({ file, name }: Place, nameOf: (name: string) => string, context: VerbContext): AsyncGenerator<ReturnedFile> {
  const bytes = await readBytes(file, context);
  if (!bytes.ok) {
    yield { kind: "refused", file: path.basename(file), reason: bytes.error };
    return;
  }
  const { files, refused, remarks } = readMany([{ name, bytes: bytes.value }], READ_OPTIONS);
  for (const remark of remarks) context.say(sayFileRemark(remark)?.zh ?? remark.id);
  for (const own of refused) yield { kind: "refused", file: nameOf(own.name), reason: sayFileFault(own.fault).zh };
  for (const own of files) yield await readOne(nameOf(own.name), own);
}

async function readOne(name: string, { bytes }: GivenFile): Promise<ReturnedFile> {
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
