/**
 * The pane's one object: reads the workbook through the port, asks the engine, shows a preview, commits the very batch that
 * was shown. Expected failure becomes a notice; the state is replaced, never changed.
 */
import { parseIsoDay } from "../core/grid/day";
import type { CellRef } from "../core/grid/grid";
import type { CellFix, Issue } from "../core/rules/rule";
import { nextRun, type Store } from "../core/store/store";
import { columnAt } from "../core/ledger/ledger";
import { TARGET_SHEET } from "../core/lights/targetSheet";
import type { Decision } from "../core/round/round";
import type { GivenFile } from "../files/readMany";
import { type Batch, EMPTY_BATCH, type ExcelPort } from "../excel/port";
import type { Engine } from "./engine";
import { yearInTitle } from "./light";
import { type LedgerChoice, type Master, type MasterFault, openMaster, storeWrites } from "./master";
import { planRelight } from "./relight";
import { issueKey, NO_MERGE, type Preview, type PreviewTitle, type SessionState, type Tab } from "./sessionState";
import { planUndo, type UndoRequest } from "./undo";

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
  private readonly stopListening: () => void;

  constructor(port: ExcelPort, engine: Engine & { cancel?(): void }, host: SessionHost) {
    this.port = port;
    this.engine = engine;
    this.host = host;
    this.state = {
      tab: "check", opened: { kind: "opening" }, issues: null, stale: false, ignored: new Set(), lights: null,
      asOf: host.today(), merge: NO_MERGE, preview: null, busy: null, notice: null,
    };
    this.stopListening = port.onEdit(() => {
      if (!this.writing && this.state.opened.kind === "ready") this.set({ stale: true });
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

  /** Reads the workbook anew; what was found in the former reading is dropped. */
  async open(choice?: LedgerChoice): Promise<void> {
    this.choice = choice ?? this.choice;
    await this.during("opening", async () => {
      await this.read();
      this.set({ issues: null, lights: null, merge: NO_MERGE, preview: null });
    });
  }

  /** 检查: reads and checks. */
  async check(): Promise<void> {
    await this.withMaster("checking", async (master, current) => {
      const issues = await this.engine.check(master, this.host.today());
      if (current()) this.set({ issues, stale: false, notice: null });
    });
  }

  ignore(issue: Issue): void {
    this.set({ ignored: new Set([...this.state.ignored, issueKey(issue)]) });
  }

  restoreIgnored(): void {
    this.set({ ignored: new Set() });
  }

  /** Previews these fixes; several of one cell must have been put together before. */
  previewFixes(issues: readonly Issue[], safeOnly: boolean): void {
    const master = this.master();
    if (!master) return;
    const fixes = issues.flatMap(({ rule, fixes: own }) => own.filter(({ safe }) => safe || !safeOnly).map((fix) => ({ rule, fix })));
    const byCell = new Map<string, { rule: string; fix: CellFix }>();
    for (const one of fixes) {
      const key = `${one.fix.at.sheet}!${one.fix.at.row},${one.fix.at.col}`;
      // A second fix of a cell waits for the next check: its words have moved.
      if (!byCell.has(key)) byCell.set(key, one);
    }
    this.previewEdits(master, [...byCell.values()].map(({ rule, fix }) => ({ rule, at: fix.at, from: fix.from, to: fix.to })));
  }

  /** Previews every safe fix of the ledger, put together cell by cell. */
  async previewAllSafe(): Promise<void> {
    await this.withMaster("checking", async (master, current) => {
      const plan = await this.engine.normalize(master, "master", this.host.today());
      if (!current()) return;
      if (!plan.ok) this.fail(plan.error);
      else if (!plan.value.batch) this.set({ notice: { kind: "nothingToWrite", title: "fix" } });
      else this.set({ preview: previewOf("fix", plan.value.batch, []) });
    });
  }

  /** Selects a place in the workbook. */
  async jump(at: CellRef): Promise<void> {
    const shown = await this.port.show(at);
    if (!shown.ok) this.set({ notice: { kind: "excelFault", fault: shown.error } });
  }

  setAsOf(asOf: string): void {
    if (parseIsoDay(asOf)) this.set({ asOf, lights: null });
  }

  /** 时限: judges every row for the as-of day; nothing is written yet. */
  async light(): Promise<void> {
    const asOf = parseIsoDay(this.state.asOf);
    if (!asOf) return;
    await this.withMaster("lighting", async (master, current) => {
      const plan = await this.engine.light(master, { asOf, year: yearInTitle(master) });
      if (!current()) return;
      if (plan.ok) this.set({ lights: plan.value, notice: null });
      else this.fail(plan.error);
    });
  }

  previewLights(): void {
    const { lights } = this.state;
    if (lights) this.set({ preview: previewOf("light", lights.batch, []) });
  }

  previewRemoveLights(): void {
    const run = this.master()?.store.runs.find(({ command }) => command === "light");
    if (run) this.previewUndo({ run: run.id });
    else this.set({ notice: { kind: "nothingToWrite", title: "removeLights" } });
  }

  /** 汇总: files join those in hand, and the whole is planned anew. */
  async addFiles(given: readonly GivenFile[]): Promise<void> {
    const read = await this.during("reading", () => this.engine.readFiles(given));
    if (!read) return;
    const names = new Set([...read.sources, ...read.refused].map(({ name }) => name));
    const { merge } = this.state;
    this.set({
      merge: {
        ...merge,
        sources: [...merge.sources.filter(({ name }) => !names.has(name)), ...read.sources],
        refused: [...merge.refused.filter(({ name }) => !names.has(name)), ...read.refused],
      },
    });
    await this.planMerge();
  }

  async removeFile(name: string): Promise<void> {
    const { merge } = this.state;
    this.set({ merge: { ...merge, sources: merge.sources.filter((source) => source.name !== name), refused: merge.refused.filter((own) => own.name !== name) } });
    await this.planMerge();
  }

  /** A person's choice; the plan follows. */
  async decide(decision: Decision): Promise<void> {
    const { merge } = this.state;
    const others = merge.decisions.filter(({ row, column }) => row !== decision.row || column !== decision.column);
    this.set({ merge: { ...merge, decisions: [...others, decision] } });
    await this.planMerge();
  }

  async planMerge(): Promise<void> {
    await this.withMaster("merging", async (master, current) => {
      const { sources, decisions } = this.state.merge;
      const plan = await this.engine.merge(master, { returns: sources, decisions, policies: new Map(), today: this.host.today() });
      if (!current()) return;
      if (!plan.ok) this.fail(plan.error);
      else this.set({ merge: { ...this.state.merge, plan: plan.value }, ...(plan.value.run.addsUp ? {} : { notice: { kind: "unbalanced" as const } }) });
    });
  }

  /** What is settled; open conflicts keep the master's value. */
  previewMerge(): void {
    const plan = this.state.merge.plan;
    if (!plan) return;
    if (!plan.batch) this.set({ notice: plan.run.addsUp ? { kind: "nothingToWrite", title: "merge" } : { kind: "unbalanced" } });
    else this.set({ preview: previewOf("merge", plan.batch, []) });
  }

  /** 历史: takes back a run or a file. */
  previewUndo(request: UndoRequest): void {
    const master = this.master();
    if (!master) return;
    const plan = planUndo(master, request);
    if (plan.ok) this.set({ preview: previewOf("undo", plan.value.batch, plan.value.left) });
    else this.set({ notice: { kind: "masterFault", fault: plan.error } });
  }

  cancelPreview(): void {
    this.set({ preview: null });
  }

  dismissNotice(): void {
    this.set({ notice: null });
  }

  /** Ends the question under way. */
  cancel(): void {
    this.turn += 1;
    this.engine.cancel?.();
    this.set({ busy: null, notice: { kind: "cancelled" } });
  }

  /** Writes what the preview shows, then reads the workbook again. */
  async confirm(): Promise<void> {
    const { preview } = this.state;
    if (!preview) return;
    await this.during("writing", async () => {
      this.writing = true;
      const receipt = await this.port.commit(preview.batch);
      this.writing = false;
      this.set({ preview: null });
      if (!receipt.ok) {
        this.set({ notice: { kind: "excelFault", fault: receipt.error } });
        await this.read();
        return;
      }
      const { issues, lights, merge } = this.state;
      await this.read();
      await this.relight();
      this.set({
        notice: { kind: "written", title: preview.title, cells: preview.changes.length, stale: receipt.value.staleFormulas },
        stale: false,
        merge: preview.title === "undo" ? { ...merge, plan: null } : merge,
      });
      await this.refresh(issues !== null, lights !== null, merge.plan !== null && preview.title !== "undo");
    });
  }

  private async relight(): Promise<void> {
    const master = this.host.calculates ? null : this.master();
    const batch = master && planRelight(master);
    if (!batch) return;
    this.writing = true;
    const lit = await this.port.commit(batch);
    this.writing = false;
    if (!lit.ok) this.set({ notice: { kind: "excelFault", fault: lit.error } });
    await this.read();
  }

  /** Brings what was on screen up to date with the workbook. */
  private async refresh(issues: boolean, lights: boolean, merge: boolean): Promise<void> {
    const master = this.master();
    if (!master) return;
    if (issues) this.set({ issues: await this.engine.check(master, this.host.today()) });
    const asOf = parseIsoDay(this.state.asOf);
    if (lights && asOf) {
      const plan = await this.engine.light(master, { asOf, year: yearInTitle(master) });
      this.set({ lights: plan.ok ? plan.value : null });
    }
    if (!merge) return;
    const { sources, decisions } = this.state.merge;
    const plan = await this.engine.merge(master, { returns: sources, decisions, policies: new Map(), today: this.host.today() });
    this.set({ merge: { ...this.state.merge, plan: plan.ok ? plan.value : null } });
  }

  /** Edits of ours are kept in the store, so that they can be taken back. */
  private previewEdits(master: Master, edits: readonly { rule: string; at: CellRef; from: CellFix["from"]; to: CellFix["to"] }[]): void {
    if (edits.length === 0) return this.set({ notice: { kind: "nothingToWrite", title: "fix" } });
    if (master.storeProblem) return this.fail({ from: "store", fault: master.storeProblem });
    const run = nextRun(master.store);
    const rowAt = new Map(master.ledger.rows.map((row) => [row.gridRow, row.key]));
    const after: Store = {
      ...master.store,
      runs: [...master.store.runs, { id: run, command: "normalize", date: this.host.today(), summary: `规范 ${edits.length} 处` }],
      changes: [
        ...master.store.changes,
        ...edits.map(({ rule, at, from, to }) => ({ run, rule, at, row: rowAt.get(at.row) ?? null, column: columnAt(master.ledger, at.col), from, to })),
      ],
    };
    const changes = edits.map(({ at, from, to }) => ({ kind: "setCell" as const, at, from, to }));
    this.set({ preview: previewOf("fix", { ...EMPTY_BATCH, changes, ...storeWrites(master.store, after) }, []) });
  }

  private async read(): Promise<void> {
    const master = await openMaster(this.port, this.choice);
    if (master.ok) return this.set({ opened: { kind: "ready", master: master.value }, stale: false });
    if (master.error.from !== "parse") return this.set({ opened: { kind: "failed", fault: master.error } });
    const sheets = await this.port.sheets();
    this.set({ opened: { kind: "noLedger", fault: master.error, sheets: sheets.ok ? sheets.value : [] } });
  }

  /** Asks something of the workbook as it is now: edited since it was read, it is read again first. */
  private async withMaster(busy: NonNullable<SessionState["busy"]>, ask: (master: Master, current: () => boolean) => Promise<void>): Promise<void> {
    await this.during(busy, async (current) => {
      if (this.state.stale || this.state.opened.kind !== "ready") await this.read();
      const master = this.master();
      if (master) await ask(master, current);
    });
  }

  /** One question at a time; undefined where it was cancelled. */
  private async during<T>(busy: NonNullable<SessionState["busy"]>, ask: (current: () => boolean) => Promise<T>): Promise<T | undefined> {
    this.turn += 1;
    const own = this.turn;
    const current = (): boolean => own === this.turn;
    this.set({ busy });
    try {
      const answer = await ask(current);
      return current() ? answer : undefined;
    } finally {
      if (current()) this.set({ busy: null });
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

function previewOf(title: PreviewTitle, batch: Batch, left: Preview["left"]): Preview {
  const visible = batch.sheets.filter(({ visibility }) => visibility === "visible").map(({ name }) => name);
  return {
    title,
    changes: batch.changes.map(({ at, from, to }) => ({ at, from, to })),
    own: {
      cells: batch.layers.reduce((count, { cells }) => count + cells.length, 0),
      rules: batch.layers.reduce((count, { rules }) => count + rules.length, 0),
      sheets: visible,
      removed: [...batch.removeLayers, ...batch.removeSheets.filter((name) => name === TARGET_SHEET)],
    },
    left,
    batch,
  };
}
