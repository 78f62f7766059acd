/**
 * The pane's one object: reads the workbook through the port, asks the engine, shows a preview, commits the very batch that
 * was shown. Expected failure becomes a notice; the state is replaced, never changed.
 */
import { parseIsoDay } from "../core/grid/day";
import type { CellRef, CellValue, Grid } from "../core/grid/grid";
import type { Decision } from "../core/round/round";
import type { Issue } from "../core/rules/rule";
import { type Store, STORE_SHEET } from "../core/store/store";
import type { GivenFile } from "../files/readMany";
import type { Batch, ExcelPort } from "../excel/port";
import type { Correction, CorrectRequest } from "./correct";
import type { Engine } from "./engine";
import type { LedgerChoice, Master, MasterFault } from "./master";
import { readBook } from "./readBook";
import { type Busy, issueKey, NO_MERGE, type Preview, type PreviewTitle, type SessionState, type Tab } from "./sessionState";
import type { UndoRequest } from "./undo";

export interface SessionHost {
  /** "2026-11-23": the clock stands outside. */
  today(): string;
  /** The workbook calculates its formulas by itself, as Excel does; where it doesn't, we bring our own up to date. */
  readonly calculates: boolean;
}

export class Session {
  private state: SessionState;
  private readonly port: ExcelPort;
  private readonly engine: Engine & { cancel?(): void };
  private readonly host: SessionHost;
  private readonly listeners = new Set<() => void>();
  private choice: LedgerChoice | undefined;
  /** A question that was cancelled or overtaken must not answer. */
  private turn = 0;
  private writing = false;
  /** The files that are being taken in; the next ones come after them. */
  private adding: Promise<void> = Promise.resolve();
  /** The workbook was edited since it was read. */
  private edited = false;
  /** Makes the last preview anew, from the workbook as it is then. */
  private again: (() => Promise<void>) | null = null;
  private readonly stopListening: () => void;

  constructor(port: ExcelPort, engine: Engine & { cancel?(): void }, host: SessionHost) {
    this.port = port;
    this.engine = engine;
    this.host = host;
    this.state = {
      tab: "check", opened: { kind: "opening" }, issues: null, rules: new Map(), stale: false, ignored: new Set(), lights: null,
      asOf: host.today(), merge: NO_MERGE, preview: null, busy: null, progress: null, notice: null,
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

  /** Lets go of the workbook. */
  close(): void {
    this.stopListening();
    this.engine.cancel?.();
    this.listeners.clear();
  }

  showTab(tab: Tab): void {
    this.set({ tab });
  }

  /** Reads the workbook anew; what was found in the former reading is dropped, files in hand stay. */
  async open(choice?: LedgerChoice): Promise<void> {
    this.choice = choice ?? this.choice;
    await this.during("opening", async () => {
      await this.read();
      this.set({ issues: null, lights: null, merge: { ...this.state.merge, plan: null }, preview: null, notice: null, stale: false });
    });
  }

  /** After a bug: what was under way is given up, a new thread is begun, the workbook is read anew. */
  async recover(): Promise<void> {
    this.turn += 1;
    this.writing = false;
    this.engine.cancel?.();
    this.set({ busy: null, progress: null, preview: null });
    await this.open();
  }

  /** 检查: reads and checks. */
  async check(): Promise<void> {
    await this.withMaster("checking", async (master, current) => {
      const issues = await this.engine.check(master, this.host.today());
      if (this.state.rules.size === 0) await this.learnRules();
      if (current()) this.set({ issues, stale: false, notice: null });
    });
  }

  ignore(issues: readonly Issue[]): void {
    this.set({ ignored: new Set([...this.state.ignored, ...issues.map(issueKey)]) });
  }

  restoreIgnored(): void {
    this.set({ ignored: new Set() });
  }

  /** Previews these fixes. A second fix of a cell waits for the next check: its words have moved. */
  async previewFixes(issues: readonly Issue[], safeOnly: boolean): Promise<void> {
    const byCell = new Map<string, Correction>();
    for (const { rule, fixes } of issues) {
      for (const { at, from, to, safe } of fixes) {
        const key = `${at.sheet}!${at.row},${at.col}`;
        if ((safe || !safeOnly) && !byCell.has(key)) byCell.set(key, { rule, at, from, to });
      }
    }
    this.again = () => this.fixAgain(issues, safeOnly);
    await this.previewCorrections("fix", { command: "normalize", corrections: [...byCell.values()], today: this.host.today() });
  }

  /** Previews every safe fix of the ledger, put together cell by cell. */
  async previewAllSafe(): Promise<void> {
    this.again = () => this.previewAllSafe();
    await this.withMaster("checking", async (master, current) => {
      const plan = await this.engine.normalize(master, "master", this.host.today());
      if (!current()) return;
      if (!plan.ok) this.fail(plan.error);
      else if (!plan.value.batch) this.set({ notice: { kind: "nothingToWrite", title: "fix" } });
      else this.preview("fix", plan.value.batch);
    });
  }

  /** Selects a place in the workbook. */
  async jump(at: CellRef): Promise<void> {
    const shown = await this.port.show(at);
    if (!shown.ok) this.set({ notice: { kind: "excelFault", fault: shown.error, previewed: false } });
  }

  setAsOf(asOf: string): void {
    if (parseIsoDay(asOf)) this.set({ asOf, lights: null });
  }

  /** 时限: judges every row for the as-of day; nothing is written yet. */
  async light(): Promise<void> {
    await this.withMaster("lighting", async (master, current) => {
      const plan = await this.engine.light(master, this.state.asOf);
      if (!current()) return;
      if (plan.ok) this.set({ lights: plan.value, notice: null });
      else this.fail(plan.error);
    });
  }

  async previewLights(): Promise<void> {
    this.again = async () => {
      await this.light();
      await this.previewLights();
    };
    if (this.edited) await this.light();
    const { lights } = this.state;
    if (lights) this.preview("light", lights.batch);
  }

  async previewRemoveLights(): Promise<void> {
    const run = this.master()?.store.runs.find(({ command }) => command === "light");
    if (run) await this.previewUndo({ run: run.id }, "removeLights");
    else this.set({ notice: { kind: "nothingToWrite", title: "removeLights" } });
  }

  /** 汇总: files join those in hand, and the whole is planned anew. Files that come while others are read wait their turn. */
  addFiles(given: readonly GivenFile[]): Promise<void> {
    const turn = this.adding.then(() => this.takeFiles(given));
    this.adding = turn.catch(() => undefined);
    return turn;
  }

  private async takeFiles(given: readonly GivenFile[]): Promise<void> {
    await this.withMaster("reading", async (master, current) => {
      for (const [done, file] of given.entries()) {
        this.set({ progress: { done, total: given.length } });
        const { sources, refused } = await this.engine.readFiles([file]);
        if (!current()) return;
        this.dropFiles(new Set([file.name, ...[...sources, ...refused].map(({ name }) => name)]));
        const { merge } = this.state;
        this.set({ merge: { ...merge, sources: [...merge.sources, ...sources], refused: [...merge.refused, ...refused] } });
      }
      this.set({ busy: "merging", progress: null });
      await this.mergeAs(master, current);
    });
  }

  async removeFile(name: string): Promise<void> {
    this.dropFiles(new Set([name]));
    await this.planMerge();
  }

  /** A person's choice; the plan follows. */
  async decide(decision: Decision): Promise<void> {
    const { merge } = this.state;
    const others = merge.decisions.filter(({ row, column }) => row !== decision.row || column !== decision.column);
    this.set({ merge: { ...merge, decisions: [...others, decision] } });
    await this.planMerge();
  }

  /** Takes a choice back that is not written yet. */
  async undecide({ row, column }: Pick<Decision, "row" | "column">): Promise<void> {
    const { merge } = this.state;
    this.set({ merge: { ...merge, decisions: merge.decisions.filter((own) => own.row !== row || own.column !== column) } });
    await this.planMerge();
  }

  /** Puts a proposal aside: the master stays as it is. */
  decline(proposal: string): void {
    const { merge } = this.state;
    this.set({ merge: { ...merge, declined: new Set([...merge.declined, proposal]) } });
  }

  /** Previews writing what a unit proposes, or what a person typed instead, into an issued cell of the master. */
  async previewProposal(at: CellRef, from: CellValue, to: CellValue): Promise<void> {
    // What the cell holds now may make the proposal another question: the plan is shown anew instead.
    this.again = () => this.planMerge();
    await this.previewCorrections("proposal", { command: "proposal", corrections: [{ rule: "proposal", at, from, to }], today: this.host.today() });
  }

  async planMerge(): Promise<void> {
    await this.withMaster("merging", (master, current) => this.mergeAs(master, current));
  }

  /** What is settled; open conflicts keep the master's value. */
  async previewMerge(): Promise<void> {
    this.again = async () => {
      await this.planMerge();
      await this.previewMerge();
    };
    if (this.edited) await this.planMerge();
    const plan = this.state.merge.plan;
    if (!plan) return;
    if (plan.batch) this.preview("merge", plan.batch);
    else this.set({ notice: plan.run.addsUp ? { kind: "nothingToWrite", title: "merge" } : { kind: "unbalanced" } });
  }

  /** 历史: takes back a run or a file. */
  async previewUndo(request: UndoRequest, title: "undo" | "removeLights" = "undo"): Promise<void> {
    this.again = () => this.previewUndo(request, title);
    await this.withMaster("undoing", async (master, current) => {
      const plan = await this.engine.undo(master, request);
      if (!current()) return;
      if (!plan.ok) return this.set({ notice: { kind: "masterFault", fault: plan.error } });
      const { batch, left, store } = plan.value;
      const kept = filesOf(store);
      this.preview(title, batch, left, [...filesOf(master.store)].filter((file) => !kept.has(file)));
    });
  }

  /** After a write that was refused: the same preview, from the workbook as it is now. */
  async previewAgain(): Promise<void> {
    this.set({ notice: null });
    await this.again?.();
  }

  cancelPreview(): void {
    this.set({ preview: null });
  }

  dismissNotice(): void {
    this.set({ notice: null });
  }

  /** Ends the question under way; what is being written can't be ended. */
  cancel(): void {
    if (this.state.busy === "writing") return;
    this.turn += 1;
    this.engine.cancel?.();
    this.set({ busy: null, progress: null, notice: { kind: "cancelled" } });
  }

  /** Writes what the preview shows, then reads the workbook again. */
  async confirm(): Promise<void> {
    const { preview } = this.state;
    if (!preview) return;
    // The guard compares people's cells; rows that moved under our own columns only the edit itself tells of.
    if (this.edited && preview.batch.layers.length > 0) return this.set({ preview: null, notice: { kind: "editedSince" } });
    await this.during("writing", async () => {
      const receipt = await this.write(preview.batch);
      this.set({ preview: null, notice: null });
      if (!receipt.ok) {
        await this.read();
        this.set({ notice: { kind: "excelFault", fault: receipt.error, previewed: true } });
        return;
      }
      this.dropFiles(new Set(preview.takesBack));
      await this.read();
      await this.relight();
      if (!this.state.notice) {
        this.set({ notice: { kind: "written", title: preview.title, cells: preview.changes.length, stale: receipt.value.staleFormulas } });
      }
      await this.refresh(preview.title);
    });
  }

  /** The same issues as the cells show them now; those that are gone need no fix. */
  private async fixAgain(issues: readonly Issue[], safeOnly: boolean): Promise<void> {
    const keys = new Set(issues.map(issueKey));
    await this.check();
    await this.previewFixes((this.state.issues ?? []).filter((issue) => keys.has(issueKey(issue))), safeOnly);
  }

  private async write(batch: Batch): ReturnType<ExcelPort["commit"]> {
    this.writing = true;
    try {
      return await this.port.commit(batch);
    } finally {
      this.writing = false;
    }
  }

  private async relight(): Promise<void> {
    const master = this.host.calculates ? null : this.master();
    const batch = master && (await this.engine.relight(master));
    if (!batch) return;
    const lit = await this.write(batch);
    if (!lit.ok) this.set({ notice: { kind: "excelFault", fault: lit.error, previewed: false } });
    await this.read();
  }

  /** Brings what was on screen up to date with the workbook. */
  private async refresh(title: PreviewTitle): Promise<void> {
    const master = this.master();
    if (!master) return;
    const { issues, lights, merge, asOf } = this.state;
    if (issues) this.set({ issues: await this.engine.check(master, this.host.today()), stale: false });
    if (title === "removeLights") this.set({ lights: null });
    else if (lights) {
      const plan = await this.engine.light(master, asOf);
      this.set({ lights: plan.ok ? plan.value : null });
    }
    if (!merge.plan || merge.sources.length === 0) return this.set({ merge: { ...this.state.merge, plan: null } });
    const plan = await this.engine.merge(master, this.mergeRequest());
    this.set({ merge: { ...this.state.merge, plan: plan.ok ? plan.value : null } });
  }

  private async mergeAs(master: Master, current: () => boolean): Promise<void> {
    const plan = await this.engine.merge(master, this.mergeRequest());
    if (!current()) return;
    if (!plan.ok) this.fail(plan.error);
    else this.set({ merge: { ...this.state.merge, plan: plan.value }, notice: plan.value.run.addsUp ? null : { kind: "unbalanced" } });
  }

  private mergeRequest(): Parameters<Engine["merge"]>[1] {
    const { sources, decisions } = this.state.merge;
    return { returns: sources, decisions, policies: new Map(), today: this.host.today() };
  }

  private dropFiles(names: ReadonlySet<string>): void {
    const { merge } = this.state;
    const kept = <T extends { readonly name: string }>(files: readonly T[]): readonly T[] => files.filter(({ name }) => !names.has(name));
    this.set({ merge: { ...merge, sources: kept(merge.sources), refused: kept(merge.refused) } });
  }

  private async learnRules(): Promise<void> {
    const rules = await this.engine.rules();
    this.set({ rules: new Map(rules.map((rule) => [rule.id, rule])) });
  }

  /** Edits of ours are kept in the store, so that they can be taken back. */
  private async previewCorrections(title: PreviewTitle, request: CorrectRequest): Promise<void> {
    await this.withMaster("checking", async (master, current) => {
      const batch = await this.engine.correct(master, request);
      if (!current()) return;
      if (!batch.ok) this.fail(batch.error);
      else if (!batch.value) this.set({ notice: { kind: "nothingToWrite", title } });
      else this.preview(title, batch.value);
    });
  }

  private preview(title: PreviewTitle, batch: Batch, left: Preview["left"] = [], takesBack: readonly string[] = []): void {
    this.set({ preview: previewOf(title, batch, left, takesBack), notice: null });
  }

  private async read(): Promise<void> {
    this.edited = false;
    const book = await readBook(this.port);
    if (!book.ok) return this.set({ opened: { kind: "failed", fault: { from: "excel", fault: book.error } } });
    const master = await this.engine.understand(book.value, this.choice);
    if (master.ok) return this.set({ opened: { kind: "ready", master: master.value } });
    if (master.error.from !== "parse") return this.set({ opened: { kind: "failed", fault: master.error } });
    this.set({ opened: { kind: "noLedger", fault: master.error, sheets: book.value.filter(isShown) } });
  }

  /** Asks something of the workbook as it is now: edited since it was read, it is read again first. */
  private async withMaster(busy: Busy, ask: (master: Master, current: () => boolean) => Promise<void>): Promise<void> {
    await this.during(busy, async (current) => {
      if (this.edited || this.state.opened.kind !== "ready") await this.read();
      const master = this.master();
      if (master) await ask(master, current);
    });
  }

  /** One question at a time; undefined where it was cancelled. */
  private async during<T>(busy: Busy, ask: (current: () => boolean) => Promise<T>): Promise<T | undefined> {
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

  private master(): Master | null {
    return this.state.opened.kind === "ready" ? this.state.opened.master : null;
  }

  private fail(fault: MasterFault): void {
    this.set({ notice: { kind: "masterFault", fault } });
  }

  private set(part: Partial<SessionState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}

function previewOf(title: PreviewTitle, batch: Batch, left: Preview["left"], takesBack: readonly string[]): Preview {
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
    batch,
  };
}

function filesOf({ round }: Store): ReadonlySet<string> {
  return new Set(round?.submissions.map(({ file }) => file));
}

function isShown({ visibility }: Grid): boolean {
  return visibility === "visible";
}
