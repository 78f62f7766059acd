/** The engine in a thread of its own, so that the pane answers while it works. */
import { type Remote, wrap } from "comlink";
import type { Grid } from "../core/grid/grid";
import type { LedgerRow } from "../core/ledger/ledger";
import type { Issue } from "../core/rules/rule";
import { ok, type Result } from "../core/result";
import type { Engine } from "./engine";
import type { LedgerChoice, Master, MasterFault } from "./master";
import { FORGOTTEN, type IssueHead, type KnownMaster, type MasterHead, type WorkerDesk } from "./workerDesk";

export interface CancellableEngine extends Engine {
  /** Ends what is under way; its answer never comes. The next question starts a new thread. */
  cancel(): void;
}

/** So many rows, places and fixes travel at once: packing them takes the pane's thread a few milliseconds. */
const PIECE = 1000;

/** Starts a thread when the first question is asked. A thread that can't be started or breaks rejects what it was asked. */
export function workerEngine(): CancellableEngine {
  let worker: Worker | null = null;
  let remote: Remote<WorkerDesk> | null = null;
  let broken = new Promise<never>(() => undefined);
  let number = 0;
  /** Masters that a thread understood, by the number it knows them by. */
  const known = new WeakMap<Master, number>();
  const end = (): void => {
    worker?.terminate();
    worker = null;
    remote = null;
  };
  const start = (): Remote<WorkerDesk> => {
    const own = new Worker(new URL("./worker.ts", import.meta.url));
    broken = new Promise<never>((_, reject) => {
      own.addEventListener("error", ({ message }) => {
        end();
        reject(new Error(`the engine's thread broke: ${message || "it could not be started"}`));
      });
    });
    broken.catch(() => undefined);
    worker = own;
    remote = wrap<WorkerDesk>(own);
    return remote;
  };
  const said = async <T>(question: (desk: Remote<WorkerDesk>) => Promise<T>): Promise<T> => Promise.race([question(remote ?? start()), broken]);

  /** A question about a master: by its number where the thread has it, else the master goes along. */
  const about = async <T>(master: Master, question: (desk: Remote<WorkerDesk>, master: Master | KnownMaster) => Promise<T>): Promise<T> => {
    const own = known.get(master);
    if (own === undefined) return said((desk) => question(desk, master));
    try {
      return await said((desk) => question(desk, { known: own }));
    } catch (fault) {
      if (!(fault instanceof Error) || fault.message !== FORGOTTEN) throw fault;
      return said((desk) => question(desk, master));
    }
  };
  const ask = <Q extends keyof Engine>(name: Q, given: Parameters<Engine[Q]>): ReturnType<Engine[Q]> => {
    const [first, ...rest] = given as readonly unknown[];
    const answer = isMaster(first) ? about(first, (desk, master) => desk.ask(name, [master, ...rest])) : said((desk) => desk.ask(name, given));
    return answer as ReturnType<Engine[Q]>;
  };

  const understand = async (sheets: readonly Grid[], choice?: LedgerChoice): Promise<Result<Master, MasterFault>> => {
    number += 1;
    const own = number;
    await said((desk) => desk.begin());
    for (const sheet of sheets) {
      await said((desk) => desk.sheet({ ...sheet, rows: [] }));
      for (let at = 0; at < sheet.rows.length; at += PIECE) await said((desk) => desk.rows(sheet.rows.slice(at, at + PIECE)));
    }
    const read = await said<Result<MasterHead, MasterFault>>(async (desk) => desk.understand(own, choice));
    if (!read.ok) return read;
    const { master: head, grid, grids, rows } = read.value;
    const ledgerRows: LedgerRow[] = [];
    while (ledgerRows.length < rows) {
      const at = ledgerRows.length;
      ledgerRows.push(...(await said((desk) => desk.ledgerRows(at, at + PIECE))));
    }
    const at = (place: number): readonly Grid[] => sheets.slice(place, place + 1);
    const master: Master = { ...head, grid: sheets[grid] ?? head.grid, grids: grids.flatMap(at), ledger: { ...head.ledger, rows: ledgerRows } };
    known.set(master, own);
    return ok(master);
  };

  /** An issue with all its places and fixes. */
  const whole = async ({ issue, places, fixes }: IssueHead, at: number): Promise<Issue> => {
    if (places === issue.places.length && fixes === issue.fixes.length) return issue;
    const all = { places: [...issue.places], fixes: [...issue.fixes] };
    while (all.places.length < places || all.fixes.length < fixes) {
      const from = Math.min(all.places.length < places ? all.places.length : Infinity, all.fixes.length < fixes ? all.fixes.length : Infinity);
      const more = await said((desk) => desk.issuePart(at, from, from + PIECE));
      all.places.push(...more.places);
      all.fixes.push(...more.fixes);
    }
    return { ...issue, ...all };
  };

  const check = async (master: Master, today: string, rows: number | null, looks: Uint8Array | null): Promise<readonly Issue[]> => {
    const count = await about(master, (desk, own) => desk.check(own, today, rows, looks));
    const issues: Issue[] = [];
    while (issues.length < count) {
      const from = issues.length;
      const heads = await said((desk) => desk.issuesFrom(from, PIECE));
      for (const head of heads) issues.push(await whole(head, issues.length));
    }
    return issues;
  };

  return {
    understand,
    check: (master, today, looks = null) => check(master, today, null, looks),
    checkFirst: (master, today, rows) => check(master, today, rows, null),
    rules: (...given) => ask("rules", given),
    readFiles: (...given) => ask("readFiles", given),
    normalize: (...given) => ask("normalize", given),
    correct: (...given) => ask("correct", given),
    light: (...given) => ask("light", given),
    relight: (...given) => ask("relight", given),
    keepSettings: (...given) => ask("keepSettings", given),
    ignore: (...given) => ask("ignore", given),
    exportSettings: (...given) => ask("exportSettings", given),
    importSettings: (...given) => ask("importSettings", given),
    review: (...given) => ask("review", given),
    reviewSheet: (...given) => ask("reviewSheet", given),
    inbox: (...given) => ask("inbox", given),
    receive: (...given) => ask("receive", given),
    dispatch: (...given) => ask("dispatch", given),
    report: (...given) => ask("report", given),
    history: (...given) => ask("history", given),
    merge: (...given) => ask("merge", given),
    paste: (...given) => ask("paste", given),
    openList: (...given) => ask("openList", given),
    recover: (...given) => ask("recover", given),
    undo: (...given) => ask("undo", given),
    cancel: end,
  };
}

function isMaster(value: unknown): value is Master {
  return typeof value === "object" && value !== null && "ledger" in value && "store" in value;
}
