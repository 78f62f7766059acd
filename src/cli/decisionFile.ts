/** `--decide 裁定.json`: what a person decided of cells and of files, as data. */
import { COLUMN_PRESETS } from "../core/ledger/columns";
import type { Decision } from "../core/round/round";
import { err, ok, type Result } from "../core/result";
import { readBytes } from "./open";
import type { VerbContext } from "./verb";

export interface Decided {
  readonly decisions: readonly Decision[];
  /** Files that replace what their units sent besides. */
  readonly replaces: ReadonlySet<string>;
  /** Files of another time that are wanted all the same. */
  readonly insisted: ReadonlySet<string>;
  /** Units by file name. */
  readonly senders: ReadonlyMap<string, string>;
}

type Entry = Readonly<Record<string, unknown>>;

/** The file's decisions, none without a file; or the sentence that says what is wrong with it. */
export async function readDecisionFile(path: string | null, context: VerbContext): Promise<Result<Decided, string>> {
  if (path === null) return ok(decidedOf([]) ?? NOTHING);
  const bytes = await readBytes(path, context);
  if (!bytes.ok) return bytes;
  const entries = entriesIn(bytes.value);
  const decided = entries && decidedOf(entries);
  return decided ? ok(decided) : err(`“${path}”不是裁定文件：应为 [{"row","column","take","value"?,"by"?}]，对文件则为 {"file","supersedes":true}、{"file","insist":true} 或 {"file","unit"}`);
}

const NOTHING: Decided = { decisions: [], replaces: new Set(), insisted: new Set(), senders: new Map() };

function entriesIn(bytes: Uint8Array): readonly unknown[] | null {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return Array.isArray(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function decidedOf(entries: readonly unknown[]): Decided | null {
  const decisions: Decision[] = [];
  const replaces = new Set<string>();
  const insisted = new Set<string>();
  const senders = new Map<string, string>();
  for (const entry of entries) {
    if (typeof entry !== "object" || entry === null) return null;
    const own = entry as Entry;
    const { file, supersedes, insist, unit } = own;
    if (typeof file !== "string") {
      const decision = asDecision(own);
      if (!decision) return null;
      decisions.push(decision);
      continue;
    }
    if (supersedes === true || typeof supersedes === "string") replaces.add(file);
    if (insist === true) insisted.add(file);
    if (typeof unit === "string") senders.set(file, unit);
    if (supersedes === undefined && insist === undefined && unit === undefined) return null;
  }
  return { decisions, replaces, insisted, senders };
}

function asDecision({ row, column, take, value, by }: Entry): Decision | null {
  if ((typeof row !== "string" && typeof row !== "number") || typeof column !== "string" || typeof take !== "string") return null;
  const key = COLUMN_PRESETS.find((preset) => preset.header === column)?.key ?? column;
  const own = { row: String(row), column: key, take, ...(typeof by === "string" ? { by } : {}) };
  return typeof value === "string" || typeof value === "number" ? { ...own, value } : own;
}
