/**
 * What every command of the pane stands on: the state, the workbook as it was last read, one question at a time, the preview
 * and the commit of the very batch that was shown. A subject's commands are a class of their own that is given the desk.
 */
import type { Grid } from "../core/grid/grid";
import type { Result } from "../core/result";
import type { Form } from "../core/round/forms";
import type { Report } from "../core/round/report";
import type { Issue } from "../core/rules/rule";
import { STORE_SHEET } from "../core/store/store";
import type { Batch, ExcelPort } from "../excel/port";
import type { CorrectRequest } from "./correct";
import type { DispatchRequest } from "./dispatch";
import type { Engine } from "./engine";
import type { FinalCopy } from "./finalCopy";
import type { LedgerChoice, Master, MasterFault } from "./master";
import { readBook } from "./readBook";
import { type Busy, NO_MERGE, type Preview, type PreviewTitle, type SessionState } from "./sessionState";

export interface SessionHost {
  /** What makes files; left out where nobody can. */
  documents?(): Promise<Documents>;
  /** "2026-11-23": the clock stands outside. */
  today(): string;
  /** The workbook calculates its formulas by itself, as Excel does; where it doesn't, we bring our own up to date. */
  readonly calculates: boolean;
  /** Seconds that reading one file may take; left out: half a minute. */
  readonly patience?: number;
  /** 定稿 of a workbook's bytes; an error where none could be made. Left out where nobody can make one. */
  finalCopy?(bytes: Uint8Array, ledgerSheet: string, today: string): Promise<Result<FinalCopy, unknown>>;
}

/** What the host makes files with. */
export interface Documents {
  /** A form as a workbook; null where it could not be made. */
  form(form: Form, request: Pick<DispatchRequest, "name" | "due">): Uint8Array | null;
  zip(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Uint8Array;
  report(report: Report, format: ReportFormat): Uint8Array | null;
}

export const REPORT_FORMATS = ["docx", "xlsx", "md"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export type DeskEngine = Engine & { cancel?(): void };

export class SessionDesk {
  state: SessionState;
  readonly port: ExcelPort;
  readonly engine: DeskEngine;
  readonly host: SessionHost;
  choice: LedgerChoice | undefined;
  /** The workbook was edited since it was read. */
  edited = false;
  /** Makes the last preview anew, from the workbook as it is then. */
  again: (() => Promise<void>) | null = null;
  /** A question that was cancelled or overtaken must not answer. */
  private turn = 0;
  private writing = false;
  private readonly listeners = new Set<() => void>();
  private readonly stopListening: () => void;

  constructor(port: ExcelPort, engine: DeskEngine, host: SessionHost) {
    this.port = port;
    this.engine = engine;
    this.host = host;
    this.state = {
      tab: "check", opened: { kind: "opening" }, issues: null, rules: new Map(), stale: false, looksUnseen: false, screen: null, review: null, lights: null, marks: [], lightSettings: null,
      asOf: host.today(), merge: NO_MERGE, inbox: null, sending: null, life: null, report: null, preview: null, busy: null, progress: null, notice: null,
    };
    this.stopListening = port.onEdit(() => {
      if (this.writing || this.state.opened.kind !== "ready") return;
      this.edited = true;
      if (this.state.issues && !this.state.stale) this.set({ stale: true });
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly snapshot = (): SessionState => this.state;

  close(): void {
    this.stopListening();
    this.engine.cancel?.();
    this.listeners.clear();
  }

  set(part: Partial<SessionState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }

  fail(fault: MasterFault): void {
    this.set({ notice: { kind: "masterFault", fault } });
  }

  preview(title: PreviewTitle, batch: Batch, left: Preview["left"] = [], takesBack: readonly string[] = [], settings: readonly string[] = []): void {
    this.set({ preview: previewOf(title, batch, left, takesBack, settings), notice: null });
  }

  master(): Master | null {
    return this.state.opened.kind === "ready" ? this.state.opened.master : null;
  }

  /** Reads the workbook anew. */
  async read(): Promise<void> {
    this.edited = false;
    const book = await readBook(this.port);
    if (!book.ok) return this.set({ opened: { kind: "failed", fault: { from: "excel", fault: book.error } } });
    const master = await this.engine.understand(book.value, this.choice);
    if (master.ok) {
      const inbox = this.state.inbox && (await this.engine.inbox(master.value));
      return this.set({ opened: { kind: "ready", master: master.value }, inbox });
    }
    if (master.error.from !== "parse") return this.set({ opened: { kind: "failed", fault: master.error } });
    this.set({ opened: { kind: "noLedger", fault: master.error, sheets: book.value.filter(isShown) } });
  }

  /** What is wrong or odd in the ledger, its looks included where the host tells them. */
  async check(master: Master): Promise<readonly Issue[]> {
    return this.engine.check(master, this.host.today(), await this.looks());
  }

  /** The workbook's file for looks, and a note on screen where the host does not hand it out: what was not judged is said. */
  async looks(): Promise<Uint8Array | null> {
    const looks = (await this.port.looks?.()) ?? null;
    if (this.state.looksUnseen !== (looks === null)) this.set({ looksUnseen: looks === null });
    return looks;
  }

  /** Previews edits of ours; they are kept in the store, so that they can be taken back. */
  async previewCorrections(title: PreviewTitle, request: CorrectRequest): Promise<void> {
    await this.withMaster("checking", async (master, current) => {
      const batch = await this.engine.correct(master, request);
      if (!current()) return;
      if (!batch.ok) this.fail(batch.error);
      else if (!batch.value) this.set({ notice: { kind: "nothingToWrite", title } });
      else this.preview(title, batch.value);
    });
  }

  /** Commits a batch; what the workbook tells of it is no edit of a person's. */
  async write(batch: Batch): ReturnType<ExcelPort["commit"]> {
    this.writing = true;
    try {
      return await this.port.commit(batch);
    } finally {
      this.writing = false;
    }
  }

  /** Asks something of the workbook as it is now: edited since it was read, it is read again first. */
  async withMaster(busy: Busy, ask: (master: Master, current: () => boolean) => Promise<void>): Promise<void> {
    await this.during(busy, async (current) => {
      if (this.edited || this.state.opened.kind !== "ready") await this.read();
      const master = this.master();
      if (master) await ask(master, current);
    });
  }

  /** One question at a time; undefined where it was cancelled. */
  async during<T>(busy: Busy, ask: (current: () => boolean) => Promise<T>): Promise<T | undefined> {
    this.turn += 1;
    const own = this.turn;
    const current = (): boolean => own === this.turn;
    this.set({ busy });
    try {
      const answer = await ask(current);
      return current() ? answer : undefined;
    } finally {
      if (current()) this.set({ busy: null, progress: null });
    }
  }

  /** Gives up the question under way: its answer is not heard any more, and its thread ends. */
  abandon(): void {
    this.turn += 1;
    this.writing = false;
    this.engine.cancel?.();
    this.set({ busy: null, progress: null });
  }
}

function previewOf(title: PreviewTitle, batch: Batch, left: Preview["left"], takesBack: readonly string[], settings: readonly string[]): Preview {
  return {
    title,
    changes: batch.changes.map(({ at, from, to }) => ({ at, from, to })),
    own: {
      cells: batch.layers.reduce((count, { cells }) => count + cells.length, 0),
      rules: batch.layers.reduce((count, { rules }) => count + rules.length, 0),
      sheets: batch.sheets.filter(({ visibility }) => visibility === "visible").map(({ name }) => name),
      removed: [...batch.removeLayers, ...batch.removeSheets.filter((name) => name !== STORE_SHEET)],
    },
    left,
    takesBack,
    settings,
    batch,
  };
}

function isShown({ visibility }: Grid): boolean {
  return visibility === "visible";
}
