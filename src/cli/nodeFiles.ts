import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { FileSystem } from "./verb";

const WHY: Readonly<Record<string, string>> = {
  ENOENT: "找不到这个文件或文件夹",
  EACCES: "没有权限",
  EISDIR: "这是一个文件夹",
  ENOSPC: "磁盘空间不足",
  EROFS: "磁盘是只读的",
  ENOTDIR: "路径中有一段不是文件夹",
};

/** The files of this machine. */
export const nodeFiles: FileSystem = {
  async read(file) {
    try {
      return { bytes: await readFile(file) };
    } catch (error) {
      return { why: reason(error) };
    }
  },

  async write(file, bytes) {
    const beside = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}.tmp`);
    try {
      await mkdir(path.dirname(file), { recursive: true });
      if (bytes instanceof Uint8Array) await writeFile(beside, bytes);
      else await writePieces(beside, bytes);
      await rename(beside, file);
      return null;
    } catch (error) {
      await rm(beside, { force: true });
      return reason(error);
    }
  },

  async list(folder) {
    try {
      if (!(await stat(folder)).isDirectory()) return null;
      const names = (await readdir(folder, { withFileTypes: true, recursive: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name));
      return names.sort((left, right) => (left < right ? -1 : left > right ? 1 : 0));
    } catch {
      return null;
    }
  },
};

async function writePieces(file: string, pieces: Iterable<Uint8Array>): Promise<void> {
  const target = await open(file, "w");
  try {
    for (const piece of pieces) await target.writeFile(piece);
  } finally {
    await target.close();
  }
}

function reason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return WHY[code] ?? `系统提示 ${code}`;
}
