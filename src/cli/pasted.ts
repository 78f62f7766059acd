/** `--paste 文件 --unit 单位`: a reply that came as words in a mail or a chat, saved as it was copied. */
import path from "node:path";
import type { SourceFile } from "../core/grid/sourceFile";
import { sayUnplaced } from "../core/round/pasted/pastedItem";
import { readPastedReply } from "../core/round/pasted/readPastedReply";
import type { Base } from "../core/round/round";
import { err, ok, type Result } from "../core/result";
import { decodeText } from "../files/text/decodeText";
import { readBytes } from "./open";
import type { VerbContext } from "./verb";

export interface PastedFile {
  readonly source: SourceFile;
  readonly unit: string;
  /** Lines without a place, with the reason in Chinese. */
  readonly unread: readonly { readonly line: number; readonly text: string; readonly reason: string }[];
}

/** Units of pasted files: `--unit 单位` for all, `--unit 文件=单位` for one. The other words are for returned files. */
export function unitsOfPasted(words: readonly string[], pasted: readonly string[]): { readonly unitOf: (file: string) => string | null; readonly others: readonly string[] } {
  if (pasted.length === 0) return { unitOf: () => null, others: words };
  const all = words.filter((word) => !word.includes("=")).at(-1) ?? null;
  const own = (file: string): string | null => words.find((word) => word.startsWith(`${path.basename(file)}=`) || word.startsWith(`${file}=`))?.replace(/^.*=/su, "").trim() ?? null;
  return { unitOf: (file) => own(file) ?? all, others: words.filter((word) => word.includes("=")) };
}

/** Reads the pasted files, or says which can't be. */
export async function readPastedFiles(paths: readonly string[], unitOf: (file: string) => string | null, base: Base, context: VerbContext): Promise<Result<readonly PastedFile[], string>> {
  const files: PastedFile[] = [];
  for (const file of paths) {
    const unit = unitOf(file);
    if (unit === null) return err(`--paste 要说明是哪个单位的回复：--unit 单位，或 --unit ${path.basename(file)}=单位`);
    const bytes = await readBytes(file, context);
    if (!bytes.ok) return bytes;
    const text = decodeText(bytes.value);
    if (text === null) return err(`“${path.basename(file)}”不是文字。粘贴内容请存为文本文件。`);
    const { source, unplaced } = readPastedReply(text.text, unit, base);
    files.push({ source, unit, unread: unplaced.map(({ line, text: words, why }) => ({ line, text: words, reason: sayUnplaced(why) })) });
  }
  return ok(files);
}
