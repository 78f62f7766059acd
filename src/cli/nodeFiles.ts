import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
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
      await writeFile(beside, bytes);
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

function reason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return WHY[code] ?? `系统提示 ${code}`;
}
