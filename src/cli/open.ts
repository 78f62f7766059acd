/** Files from the words of the command line: read, or said why not. */
import type { SourceFile } from "../core/grid/sourceFile";
import { err, ok, type Result } from "../core/result";
import { COMMAND_LINE_LIMITS } from "../files/limits";
import { baseName, readFile } from "../files/readFile";
import { sayFileFault } from "../files/sayFileFault";
import { sayFileRemark } from "../files/sayFileRemark";
import { NODE_UNPACKER } from "../nodeUnpacker";
import type { VerbContext } from "./verb";

/** How files are read on the command line. */
export const READ_OPTIONS = { limits: COMMAND_LINE_LIMITS, unpacker: NODE_UNPACKER };

/** The bytes of a file, or the sentence that says why there are none. */
export async function readBytes(path: string, context: VerbContext): Promise<Result<Uint8Array, string>> {
  const read = await context.files.read(path);
  return "bytes" in read ? ok(read.bytes) : err(`无法读取“${path}”：${read.why}。`);
}

/** The file as sheets of values, or the sentence that says why not. */
export async function readSource(path: string, context: VerbContext): Promise<Result<SourceFile, string>> {
  const bytes = await readBytes(path, context);
  if (!bytes.ok) return bytes;
  const source = await readFile(baseName(path), bytes.value, READ_OPTIONS);
  return source.ok ? source : err(`无法读取“${baseName(path)}”：${sayFileFault(source.error).zh}`);
}

/** Reads bytes that are in hand, as a file of this name. */
export async function readSourceBytes(name: string, bytes: Uint8Array): Promise<Result<SourceFile, string>> {
  const source = await readFile(name, bytes, READ_OPTIONS);
  return source.ok ? source : err(sayFileFault(source.error).zh);
}

/** Writes the finished file; null on success, else the sentence. */
export async function writeOut(path: string, bytes: Uint8Array | Iterable<Uint8Array>, context: VerbContext): Promise<string | null> {
  const why = await context.files.write(path, bytes);
  return why === null ? null : `无法写入“${path}”：${why}。原有文件未改动。`;
}

/** What was noticed while reading a file, in sentences. */
export function sayRemarks(source: SourceFile): readonly string[] {
  return source.remarks.map((remark) => sayFileRemark(remark)?.zh ?? remark.id);
}
