import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Longer than any work done under a lock. A lock of this age was left behind. */
const LEFT_BEHIND_MS = 10 * 60_000;

/**
 * Does costly work once, however many test processes ask for it at the same time: one works, the others wait.
 * `done` says whether the work is there already; `work` must leave something that `done` sees.
 */
export async function once(lock: string, done: () => boolean, work: () => Promise<void>): Promise<void> {
  while (!done()) {
    if (!take(lock)) {
      await sleep(100);
      continue;
    }
    try {
      if (!done()) await work();
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
}

/** Making a folder is atomic on every file system: it succeeds for one process only. */
function take(lock: string): boolean {
  mkdirSync(path.dirname(lock), { recursive: true });
  try {
    mkdirSync(lock);
    writeFileSync(path.join(lock, "owner"), String(process.pid));
    return true;
  } catch {
    if (isLeftBehind(lock)) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function isLeftBehind(lock: string): boolean {
  try {
    if (Date.now() - statSync(lock).mtimeMs > LEFT_BEHIND_MS) return true;
    process.kill(Number(readFileSync(path.join(lock, "owner"), "utf8")), 0);
    return false;
  } catch (fault) {
    // No such process: its owner is gone. No owner yet, or no lock any more: ask again.
    return (fault as NodeJS.ErrnoException).code === "ESRCH";
  }
}
