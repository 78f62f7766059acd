/**
 * 收件 and 汇总 in the pane. What comes is kept in the workbook at once, so that the next day finds it; what the sheet is to
 * show is planned from all that came, previewed, and written on demand.
 */
import type { CellRef, CellValue } from "../core/grid/grid";
import type { SourceFile } from "../core/grid/sourceFile";
import type { ColumnKey } from "../core/ledger/columns";
import type { UnplacedLine } from "../core/round/pasted/pastedItem";
import type { Decision, Mark, MarkKind, PolicyName, Received, RowId } from "../core/round/round";
import type { WorkbookSettings } from "../core/settings/index";
import type { GivenFile } from "../files/readMany";
import type { Master } from "./master";
import type { MergeRequest } from "./merge";
import { isPicture } from "./picture";
import { readWithin } from "./readWithin";
import type { ReceiveRequest } from "./receive";
import type { RefusedFile } from "./returnedFiles";
import type { SessionDesk } from "./sessionDesk";
import type { SessionSettings } from "./sessionSettings";

/** Seconds that a file may take. The largest that the limits allow takes a few. */
const PATIENCE = 30;

/** What became of a pasted text: pieces that found their cell (0 for a table that reads like a returned sheet), lines without a place. */
export interface PastedNews {
  readonly placed: number;
  readonly unplaced: readonly UnplacedLine[];
}

type News = Partial<Omit<ReceiveRequest, "today" | "sources">>;

export class SessionRound {
  private readonly desk: SessionDesk;
  private readonly settings: SessionSettings;
  /** The files that are being taken in; the next ones come after them. */
  private adding: Promise<void> = Promise.resolve();

  constructor(desk: SessionDesk, settings: SessionSettings) {
    this.desk = desk;
    this.settings = settings;
  }

  /** Finds out how the units stand, where nobody has asked since the workbook was opened. */
  async look(): Promise<void> {
    const master = this.desk.master();
    if (!master || this.desk.state.inbox) return;
    const inbox = await this.desk.engine.inbox(master);
    if (this.desk.master() === master) this.desk.set({ inbox });
  }

  /** Files come in: they are kept, and the whole is planned anew. Files that come while others are read wait their turn. */
  addFiles(given: readonly GivenFile[]): Promise<void> {
    const turn = this.adding.then(() => this.takeFiles(given));
    this.adding = turn.catch(() => undefined);
    return turn;
  }

  private async takeFiles(given: readonly GivenFile[]): Promise<void> {
    await this.desk.withMaster("reading", async (_master, current) => {
      const came: SourceFile[] = [];
      const unread: RefusedFile[] = [];
      for (const [done, file] of given.entries()) {
        this.desk.set({ progress: { done, total: given.length } });
        const { sources, refused } = await readWithin(this.desk.engine, file, this.desk.host.patience ?? PATIENCE);
        if (!current()) return;
        came.push(...sources);
        unread.push(...refused);
      }
      const { merge } = this.desk.state;
      const names = new Set([...given, ...came, ...unread].map(({ name }) => name));
      const refused = [...merge.refused.filter(({ name }) => !names.has(name)), ...unread.filter(({ name }) => !isPicture(name))];
      this.desk.set({ progress: null, merge: { ...merge, refused, unkept: [...merge.unkept.filter(({ name }) => !names.has(name)), ...came] } });
      if (await this.keep({ pictures: unread.map(({ name }) => name).filter(isPicture) }, current)) await this.mergeAs(current);
    });
  }

  /** A pasted text or table comes in as the return of this unit; null where it could not be kept. */
  async paste(text: string, unit: string): Promise<PastedNews | null> {
    let news: PastedNews | null = null;
    await this.desk.withMaster("reading", async (master, current) => {
      const { source, pieces, unplaced } = await this.desk.engine.paste(master, text, unit);
      if (!current()) return;
      const { merge } = this.desk.state;
      this.desk.set({ merge: { ...merge, unkept: [...merge.unkept.filter(({ name }) => name !== source.name), source] } });
      if (!(await this.keep({ senders: new Map([[source.name, unit]]) }, current))) return;
      news = { placed: pieces.length, unplaced };
      await this.mergeAs(current);
    });
    return news;
  }

  /** A file or a picture that is not wanted: it waits no more. What is merged is taken back in 历史. */
  async removeFile(name: string): Promise<void> {
    this.dropFiles(new Set([name]));
    await this.takeNews({ withdrawn: new Set([name]) });
  }

  /** Whose a file or a picture is; it is asked once. */
  async sayWhose(file: string, unit: string): Promise<void> {
    const isStray = this.desk.state.merge.strayPictures.includes(file);
    await this.takeNews({ senders: new Map([[file, unit]]), pictures: isStray ? [file] : [] });
  }

  /** Takes a file of another round, or of an old template, all the same. */
  async insist(file: string): Promise<void> {
    await this.takeNews({ insisted: new Set([file]) });
  }

  /** Notes how a unit answered without a file of ours, or that its return goes back. */
  async note(unit: string, kind: MarkKind, reason: string): Promise<void> {
    await this.takeNews({ unmarked: [{ unit, kind }], marks: [{ unit, kind, date: this.desk.host.today(), reason: reason.trim() }] });
  }

  /** A waiting file goes back to its unit, with the reason. */
  async sendBack(file: string, unit: string, reason: string): Promise<void> {
    this.dropFiles(new Set([file]));
    await this.takeNews({ withdrawn: new Set([file]), unmarked: [{ unit, kind: "returned" }], marks: [{ unit, kind: "returned", date: this.desk.host.today(), reason }] });
  }

  async takeNoteBack({ unit, kind }: Pick<Mark, "unit" | "kind">): Promise<void> {
    await this.takeNews({ unmarked: [{ unit, kind }] });
  }

  /** Keeps what a person said of the round, and plans anew where a plan stands. */
  private async takeNews(news: News): Promise<void> {
    await this.desk.withMaster("writing", async (_master, current) => {
      if (await this.keep(news, current)) await this.mergeAs(current);
    });
  }

  /** Writes what came into the store and reads the workbook again; false where the workbook refused it. */
  private async keep(news: News, current: () => boolean): Promise<boolean> {
    const master = this.desk.master();
    if (!master) return false;
    const { merge } = this.desk.state;
    const taken = await this.desk.engine.receive(master, {
      sources: merge.unkept, marks: [], senders: new Map(), insisted: new Set(), ...news, today: this.desk.host.today(),
    });
    if (!current()) return false;
    if (!taken.ok) {
      this.desk.fail(taken.error);
      return false;
    }
    const pictures = new Set(news.pictures);
    const gone = news.withdrawn ?? new Set<string>();
    const stray = [...merge.strayPictures.filter((name) => !pictures.has(name) && !gone.has(name)), ...taken.value.strayPictures];
    this.desk.set({ notice: null, merge: { ...this.desk.state.merge, strayPictures: stray } });
    if (taken.value.batch) {
      this.desk.set({ busy: "writing" });
      const written = await this.desk.write(taken.value.batch);
      await this.desk.read();
      if (!written.ok) {
        this.desk.set({ notice: { kind: "excelFault", fault: written.error, previewed: false } });
        return false;
      }
    }
    this.desk.set({ merge: { ...this.desk.state.merge, unkept: [] } });
    return true;
  }

  /** A person's choices; the plan follows. */
  async decide(...decisions: readonly Decision[]): Promise<void> {
    const { merge } = this.desk.state;
    const others = merge.decisions.filter((own) => !decisions.some(({ row, column }) => row === own.row && column === own.column));
    this.desk.set({ merge: { ...merge, decisions: [...others, ...decisions] } });
    await this.planMerge();
  }

  /** Takes a choice back that is not written yet. */
  async undecide({ row, column }: Pick<Decision, "row" | "column">): Promise<void> {
    const { merge } = this.desk.state;
    this.desk.set({ merge: { ...merge, decisions: merge.decisions.filter((own) => own.row !== row || own.column !== column) } });
    await this.planMerge();
  }

  /** Puts proposals aside by their `proposalKey`: the master stays as it is, and the same is not asked again. */
  async decline(...keys: readonly string[]): Promise<void> {
    await this.choose((settings) => ({ ...settings, declined: new Set([...settings.declined, ...keys]) }));
  }

  /** How values of a column that differ become one, from now on; null: as the column is by itself. */
  async choosePolicy(column: ColumnKey, policy: PolicyName | null): Promise<void> {
    await this.choose((settings) => ({ ...settings, policies: withEntry(settings.policies, column, policy) }));
  }

  /** The same for one cell of this ledger, before its column's. */
  async chooseRowPolicy(row: RowId, column: ColumnKey, policy: PolicyName | null): Promise<void> {
    await this.choose((settings) => {
      const own = withEntry(settings.rowPolicies.get(row) ?? new Map<ColumnKey, PolicyName>(), column, policy);
      return { ...settings, rowPolicies: withEntry(settings.rowPolicies, row, own.size === 0 ? null : own) };
    });
  }

  /** Keeps settings of the round; the plan follows. */
  async choose(next: (settings: WorkbookSettings) => WorkbookSettings): Promise<void> {
    await this.settings.change(next);
    if (this.desk.state.merge.plan) await this.planMerge();
  }

  /** A second file of a unit stands in the place of the others. */
  async replaceBy(file: string, others: readonly string[]): Promise<void> {
    const { merge } = this.desk.state;
    this.desk.set({ merge: { ...merge, replaces: new Set([...[...merge.replaces].filter((own) => !others.includes(own)), file]) } });
    await this.planMerge();
  }

  /** Reply columns that returns fill in and the ledger lacks are planned too. */
  async addColumns(): Promise<void> {
    this.desk.set({ merge: { ...this.desk.state.merge, addColumns: true } });
    await this.planMerge();
  }

  /** What a unit sent goes back, beside what it is told already. */
  async askBack(unit: string, reason: string): Promise<void> {
    const former = this.desk.state.inbox?.marks.find((mark) => mark.unit === unit && mark.kind === "returned")?.reason ?? "";
    await this.note(unit, "returned", former === "" || former.includes(reason) ? former || reason : `${former}；${reason}`);
  }

  /** Previews 待定清单: the open questions as a sheet of the workbook. */
  async previewOpenList(): Promise<void> {
    this.desk.again = () => this.previewOpenList();
    await this.desk.withMaster("merging", async (master, current) => {
      const { plan } = this.desk.state.merge;
      if (!plan) return;
      const points = { conflicts: plan.run.conflicts, proposals: plan.run.proposals, sheetRows: plan.sheetRows };
      const batch = await this.desk.engine.openList(master, points, this.desk.host.today());
      if (current()) this.desk.preview("openList", batch);
    });
  }

  /** Previews writing what a unit proposes, or what a person typed instead, into an issued cell of the master. */
  async previewProposal(at: CellRef, from: CellValue, to: CellValue): Promise<void> {
    // What the cell holds now may make the proposal another question: the plan is shown anew instead.
    this.desk.again = () => this.planMerge();
    await this.desk.previewCorrections("proposal", { command: "proposal", corrections: [{ rule: "proposal", at, from, to }], today: this.desk.host.today() });
  }

  /** Plans from all that came; what could not be kept yet is tried again first. */
  async planMerge(): Promise<void> {
    await this.desk.withMaster("merging", async (_master, current) => {
      if (this.desk.state.merge.unkept.length === 0 || (await this.keep({}, current))) await this.mergeAs(current);
    });
  }

  /** What is settled; open conflicts keep the master's value. */
  async previewMerge(): Promise<void> {
    this.desk.again = async () => {
      await this.planMerge();
      await this.previewMerge();
    };
    if (this.desk.edited) await this.planMerge();
    const plan = this.desk.state.merge.plan;
    if (!plan) return;
    if (plan.batch) this.desk.preview("merge", plan.batch);
    else this.desk.set({ notice: plan.run.addsUp ? { kind: "nothingToWrite", title: "merge" } : { kind: "unbalanced" } });
  }

  /** After a write: the plan from the workbook as it is now. */
  async refresh(master: Master): Promise<void> {
    const { merge } = this.desk.state;
    const plan = merge.plan && merge.sources.length > 0 ? await this.desk.engine.merge(master, this.request(master)) : null;
    this.desk.set({ merge: { ...this.desk.state.merge, plan: plan?.ok ? plan.value : null } });
  }

  dropFiles(names: ReadonlySet<string>): void {
    const { merge } = this.desk.state;
    const kept = <T extends { readonly name: string }>(files: readonly T[]): readonly T[] => files.filter(({ name }) => !names.has(name));
    this.desk.set({ merge: { ...merge, sources: merge.sources.filter(({ source }) => !names.has(source.name)), unkept: kept(merge.unkept), refused: kept(merge.refused) } });
  }

  private async mergeAs(current: () => boolean): Promise<void> {
    const master = this.desk.master();
    if (!master) return;
    this.desk.set({ busy: "merging" });
    const request = this.request(master);
    if (this.desk.state.merge.sources.length === 0) return this.desk.set({ merge: { ...this.desk.state.merge, plan: null } });
    const plan = await this.desk.engine.merge(master, request);
    if (!current()) return;
    if (!plan.ok) this.desk.fail(plan.error);
    else this.desk.set({ merge: { ...this.desk.state.merge, plan: plan.value }, ...(plan.value.run.addsUp ? {} : { notice: { kind: "unbalanced" } }) });
  }

  /** All that came: what waits in the workbook joins what this sitting has in hand. */
  private request(master: Master): MergeRequest {
    const waiting: readonly Received[] = master.store.round?.inbox ?? [];
    const ids = new Set(waiting.map(({ id }) => id));
    const names = new Set(waiting.map(({ source }) => source.name));
    const { merge } = this.desk.state;
    // A file saved over and sent again stands in the place of the former one.
    const again = merge.sources.filter(({ id, source }) => !ids.has(id) && !names.has(source.name));
    this.desk.set({ merge: { ...merge, sources: [...again, ...waiting] } });
    return { returns: [], again, decisions: merge.decisions, replaces: merge.replaces, addColumns: merge.addColumns, policies: new Map(), today: this.desk.host.today() };
  }
}

/** The map with this entry, or without it. */
function withEntry<K, V>(map: ReadonlyMap<K, V>, key: K, value: V | null): ReadonlyMap<K, V> {
  const next = new Map(map);
  if (value === null) next.delete(key);
  else next.set(key, value);
  return next;
}
