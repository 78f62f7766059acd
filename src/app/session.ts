/**
 * The pane's one object: what a person can ask for. Each answer comes from the engine, each write is previewed first.
 * Expected failure becomes a notice; the state is replaced, never changed.
 */
import { placeName } from "../core/grid/a1";
import { parseIsoDay } from "../core/grid/day";
import type { CellRef } from "../core/grid/grid";
import type { Issue } from "../core/rules/rule";
import type { Store } from "../core/store/store";
import type { ExcelPort } from "../excel/port";
import type { Correction } from "./correct";
import type { Engine } from "./engine";
import { Marking } from "./marking";
import type { LedgerChoice, Master } from "./master";
import { recoveryOf, type Way } from "./recovery";
import { type DeskEngine, SessionDesk, type SessionHost } from "./sessionDesk";
import { SessionPapers } from "./sessionPapers";
import { SessionRound } from "./sessionRound";
import { SessionReview } from "./sessionReview";
import { SessionSettings } from "./sessionSettings";
import { issueKey, type PreviewTitle, type Screen, type Tab } from "./sessionState";
import type { UndoRequest } from "./undo";

/** A ledger of so many rows keeps a person waiting; so many are looked at first then. */
const MANY_ROWS = 10_000;
const FIRST_ROWS = 1000;

export class Session {
  readonly subscribe: SessionDesk["subscribe"];
  readonly snapshot: SessionDesk["snapshot"];
  readonly settings: SessionSettings;
  readonly review: SessionReview;
  readonly marking: Marking;
  readonly round: SessionRound;
  readonly papers: SessionPapers;
  private readonly desk: SessionDesk;

  constructor(port: ExcelPort, engine: DeskEngine, host: SessionHost) {
    this.desk = new SessionDesk(port, engine, host);
    this.settings = new SessionSettings(this.desk);
    this.review = new SessionReview(this.desk);
    this.papers = new SessionPapers(this.desk);
    this.round = new SessionRound(this.desk, this.settings);
    this.marking = new Marking(this.desk, () => this.light());
    this.subscribe = this.desk.subscribe;
    this.snapshot = this.desk.snapshot;
  }

  /** Lets go of the workbook. */
  close(): void {
    this.desk.close();
  }

  showTab(tab: Tab): void {
    this.desk.set({ tab, screen: null });
  }

  /** Puts a screen in the tab's place, or (null) takes it away. */
  showScreen(screen: Screen | null): void {
    this.desk.set({ screen });
  }

  /** The words of the rules, for the screens that list them all. */
  async learnRules(): Promise<void> {
    if (this.desk.state.rules.size > 0) return;
    const rules = await this.desk.engine.rules();
    this.desk.set({ rules: new Map(rules.map((rule) => [rule.id, rule])) });
  }

  /** Reads the workbook anew; what was found in the former reading is dropped, files in hand stay. */
  async open(choice?: LedgerChoice): Promise<void> {
    this.desk.choice = choice ?? this.desk.choice;
    await this.desk.during("opening", async () => {
      await this.desk.read();
      this.desk.set({ issues: null, lights: null, merge: { ...this.desk.state.merge, plan: null }, preview: null, notice: null, stale: false });
    });
  }

  /** After a bug: what was under way is given up, a new thread is begun, the workbook is read anew. */
  async recover(): Promise<void> {
    this.desk.abandon();
    this.desk.set({ preview: null });
    await this.open();
  }

  /** 检查: reads and checks. */
  async check(): Promise<void> {
    await this.desk.withMaster("checking", async (master, current) => {
      await this.learnRules();
      await this.checkFirst(master, current);
      const issues = await this.desk.check(master);
      if (current()) this.desk.set({ issues, stale: false, notice: null });
    });
  }

  /** Of a large ledger the first rows come at once, the whole when it is through. */
  private async checkFirst(master: Master, current: () => boolean): Promise<void> {
    const total = master.ledger.rows.length;
    if (total < MANY_ROWS) return;
    const issues = await this.desk.engine.checkFirst(master, this.desk.host.today(), FIRST_ROWS);
    if (current()) this.desk.set({ issues, stale: false, notice: null, progress: { done: FIRST_ROWS, total } });
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
    this.desk.again = () => this.fixAgain(issues, safeOnly);
    await this.desk.previewCorrections("fix", { command: "normalize", corrections: [...byCell.values()], today: this.desk.host.today() });
  }

  /** Previews every safe fix of the ledger, put together cell by cell. */
  async previewAllSafe(): Promise<void> {
    this.desk.again = () => this.previewAllSafe();
    await this.desk.withMaster("checking", async (master, current) => {
      const plan = await this.desk.engine.normalize(master, this.desk.host.today());
      if (!current()) return;
      if (!plan.ok) this.desk.fail(plan.error);
      else if (!plan.value.batch) this.desk.set({ notice: { kind: "nothingToWrite", title: "fix" } });
      else this.desk.preview("fix", plan.value.batch);
    });
  }

  /** Selects a place in the workbook. */
  async jump(at: CellRef): Promise<void> {
    const shown = await this.desk.port.show(at);
    if (!shown.ok) this.desk.set({ notice: { kind: "excelFault", fault: shown.error, previewed: false } });
  }

  /** 来历: what a cell has gone through; without one, the cell that the person stands on. */
  async lookAtCell(at?: CellRef): Promise<void> {
    const place = at ?? (await this.desk.port.selected?.()) ?? null;
    this.desk.set({ screen: "life", life: null });
    if (!place) return;
    await this.desk.withMaster("checking", async (master, current) => {
      const history = await this.desk.engine.history(master, place, this.desk.host.today());
      if (!current()) return;
      if (history.ok) this.desk.set({ life: history.value });
      else this.desk.fail(history.error);
    });
  }

  setAsOf(asOf: string): void {
    if (parseIsoDay(asOf)) this.desk.set({ asOf, lights: null });
  }

  /** 时限: judges every row for the as-of day; nothing is written yet. */
  async light(): Promise<void> {
    await this.desk.withMaster("lighting", async (master, current) => {
      const plan = await this.judge(master);
      if (!current()) return;
      if (plan.ok) this.desk.set({ lights: plan.value, notice: null });
      else this.desk.fail(plan.error);
    });
  }

  private judge(master: Master): ReturnType<Engine["light"]> {
    const { asOf, marks, lightSettings } = this.desk.state;
    return this.desk.engine.light(master, asOf, marks, lightSettings ?? undefined);
  }

  async previewLights(): Promise<void> {
    this.desk.again = async () => {
      await this.light();
      await this.previewLights();
    };
    if (this.desk.edited) await this.light();
    const { lights } = this.desk.state;
    if (lights) this.desk.preview("light", lights.batch);
  }

  async previewRemoveLights(): Promise<void> {
    const run = this.desk.master()?.store.runs.find(({ command }) => command === "light");
    if (run) await this.previewUndo({ run: run.id }, "removeLights");
    else this.desk.set({ notice: { kind: "nothingToWrite", title: "removeLights" } });
  }

  /** 历史: takes back a run or a file. */
  async previewUndo(request: UndoRequest, title: "undo" | "removeLights" = "undo"): Promise<void> {
    this.desk.again = () => this.previewUndo(request, title);
    await this.desk.withMaster("undoing", async (master, current) => {
      const plan = await this.desk.engine.undo(master, request);
      if (!current()) return;
      if (!plan.ok) return this.desk.set({ notice: { kind: "masterFault", fault: plan.error } });
      const { batch, left, store, settings } = plan.value;
      const kept = filesOf(store);
      this.desk.preview(title, batch, left, [...filesOf(master.store)].filter((file) => !kept.has(file)), settings);
    });
  }

  /** A write that was cut off: the preview of what is missing, or of what is taken back. What a person has changed since stays. */
  async previewRecovery(way: Way): Promise<void> {
    this.desk.again = () => this.previewRecovery(way);
    await this.desk.withMaster("undoing", async (master, current) => {
      const batch = await this.desk.engine.recover(master, way);
      if (!current()) return;
      if (batch) this.desk.preview(way, batch, (recoveryOf(master)?.left ?? []).map((at) => ({ at: placeName(at), reason: "" })));
      else this.desk.set({ notice: { kind: "nothingToWrite", title: way } });
    });
  }

  /** After a write that was refused: the same preview, from the workbook as it is now. */
  async previewAgain(): Promise<void> {
    this.desk.set({ notice: null });
    await this.desk.again?.();
  }

  cancelPreview(): void {
    this.desk.set({ preview: null });
  }

  dismissNotice(): void {
    this.desk.set({ notice: null });
  }

  /** Ends the question under way; what is being written can't be ended. */
  cancel(): void {
    if (this.desk.state.busy === "writing") return;
    this.desk.abandon();
    this.desk.set({ notice: { kind: "cancelled" } });
  }

  /** Writes what the preview shows, then reads the workbook again. */
  async confirm(): Promise<void> {
    const { preview } = this.desk.state;
    if (!preview) return;
    // The guard compares people's cells; rows that moved under our own columns only the edit itself tells of.
    if (this.desk.edited && preview.batch.layers.length > 0) return this.desk.set({ preview: null, notice: { kind: "editedSince" } });
    await this.desk.during("writing", async () => {
      const receipt = await this.desk.write(preview.batch);
      this.desk.set({ preview: null, notice: null });
      if (!receipt.ok) {
        await this.desk.read();
        this.desk.set({ notice: { kind: "excelFault", fault: receipt.error, previewed: true } });
        return;
      }
      this.round.dropFiles(new Set(preview.takesBack));
      if (preview.title === "light") this.desk.set({ marks: [], lightSettings: null });
      await this.desk.read();
      await this.relight();
      if (!this.desk.state.notice) {
        this.desk.set({ notice: { kind: "written", title: preview.title, cells: preview.changes.length, stale: receipt.value.staleFormulas } });
      }
      await this.refresh(preview.title);
    });
  }

  /** The same issues as the cells show them now; those that are gone need no fix. */
  private async fixAgain(issues: readonly Issue[], safeOnly: boolean): Promise<void> {
    const keys = new Set(issues.map(issueKey));
    await this.check();
    await this.previewFixes((this.desk.state.issues ?? []).filter((issue) => keys.has(issueKey(issue))), safeOnly);
  }

  private async relight(): Promise<void> {
    const master = this.desk.host.calculates ? null : this.desk.master();
    const batch = master && (await this.desk.engine.relight(master));
    if (!batch) return;
    const lit = await this.desk.write(batch);
    if (!lit.ok) this.desk.set({ notice: { kind: "excelFault", fault: lit.error, previewed: false } });
    await this.desk.read();
  }

  /** Brings what was on screen up to date with the workbook. */
  private async refresh(title: PreviewTitle): Promise<void> {
    const master = this.desk.master();
    if (!master) return;
    const { issues, lights } = this.desk.state;
    if (issues) this.desk.set({ issues: await this.desk.check(master), stale: false });
    if (title === "removeLights") this.desk.set({ lights: null });
    else if (lights) {
      const plan = await this.judge(master);
      this.desk.set({ lights: plan.ok ? plan.value : null });
    }
    await this.round.refresh(master);
  }
}

function filesOf({ round }: Store): ReadonlySet<string> {
  return new Set(round?.submissions.map(({ file }) => file));
}
