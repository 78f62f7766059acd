/**
 * The engine's end of the line to the pane. Large things travel in pieces, so that the pane's thread is never busy for long
 * with packing and unpacking: sheets come row by row, a ledger and a list of issues go out in parts. What was understood last
 * stays here, and is asked about by its number.
 */
import type { Grid, GridRow } from "../core/grid/grid";
import type { LedgerRow } from "../core/ledger/ledger";
import type { Issue } from "../core/rules/rule";
import { err, ok, type Result } from "../core/result";
import type { Engine } from "./engine";
import type { LedgerChoice, Master, MasterFault } from "./master";

/** Stands for the master that this thread understood last. */
export interface KnownMaster {
  readonly known: number;
}

/** A master without its rows and grids: those are fetched in parts, or stand in the pane already. */
export interface MasterHead extends KnownMaster {
  readonly master: Master;
  /** Places among the sheets that were given: the ledger's own, and all but the store's. */
  readonly grid: number;
  readonly grids: readonly number[];
  readonly rows: number;
}

/** An issue with its first places and fixes, and how many it has. */
export interface IssueHead {
  readonly issue: Issue;
  readonly places: number;
  readonly fixes: number;
}

/** So many places of one issue travel with it: one remark may stand for half a ledger. */
export const AT_ONCE = 200;

/** Thrown at a question about a master that this thread does not have: it was ended and begun anew since. */
export const FORGOTTEN = "forgotten";

export class WorkerDesk {
  private readonly engine: Engine;
  private sheets: { readonly head: Grid; readonly rows: GridRow[] }[] = [];
  private master: Master | null = null;
  private issues: readonly Issue[] = [];
  private known = 0;

  constructor(engine: Engine) {
    this.engine = engine;
  }

  /** Another workbook comes: what came before is let go. */
  begin(): void {
    this.sheets = [];
  }

  /** A sheet without its rows, which follow. */
  sheet(head: Grid): void {
    this.sheets.push({ head, rows: [] });
  }

  /** Rows of the sheet that came last. */
  rows(rows: readonly GridRow[]): void {
    const own = this.sheets.at(-1)?.rows;
    for (const row of rows) own?.push(row);
  }

  async understand(number: number, choice?: LedgerChoice): Promise<Result<MasterHead, MasterFault>> {
    const grids = this.sheets.map(({ head, rows }): Grid => ({ ...head, rows }));
    this.sheets = [];
    const read = await this.engine.understand(grids, choice);
    if (!read.ok) return err(read.error);
    this.master = read.value;
    this.known = number;
    const { ledger } = read.value;
    const master: Master = { ...read.value, grids: [], grid: { ...read.value.grid, rows: [] }, ledger: { ...ledger, rows: [] } };
    return ok({ known: number, master, grid: grids.indexOf(read.value.grid), grids: read.value.grids.map((grid) => grids.indexOf(grid)), rows: ledger.rows.length });
  }

  ledgerRows(from: number, to: number): readonly LedgerRow[] {
    return this.master?.ledger.rows.slice(from, to) ?? [];
  }

  /** Checks, keeps the issues, and tells how many there are. */
  async check(master: Master | KnownMaster, today: string, rows: number | null, looks: Uint8Array | null = null): Promise<number> {
    const whole = this.resolved(master);
    this.issues = await (rows === null ? this.engine.check(whole, today, looks) : this.engine.checkFirst(whole, today, rows));
    return this.issues.length;
  }

  /** Issues of the last check, each with its first places and fixes: as many as weigh that much, at least one while there is one. */
  issuesFrom(from: number, weight: number): readonly IssueHead[] {
    const heads: IssueHead[] = [];
    for (let left = weight; left > 0; ) {
      const issue = this.issues[from + heads.length];
      if (!issue) break;
      const { places, fixes } = issue;
      const head = places.length > AT_ONCE || fixes.length > AT_ONCE ? { ...issue, places: places.slice(0, AT_ONCE), fixes: fixes.slice(0, AT_ONCE) } : issue;
      heads.push({ issue: head, places: places.length, fixes: fixes.length });
      left -= 1 + head.places.length + head.fixes.length;
    }
    return heads;
  }

  /** More places and fixes of one issue. */
  issuePart(at: number, from: number, to: number): Pick<Issue, "places" | "fixes"> {
    const issue = this.issues[at];
    return { places: issue?.places.slice(from, to) ?? [], fixes: issue?.fixes.slice(from, to) ?? [] };
  }

  /** Any other question; a known master stands for itself. */
  async ask(name: keyof Engine, given: readonly unknown[]): Promise<unknown> {
    const questions = this.engine as unknown as Readonly<Record<keyof Engine, (...all: readonly unknown[]) => Promise<unknown>>>;
    const [first, ...rest] = given;
    return questions[name](...(isKnown(first) ? [this.resolved(first), ...rest] : given));
  }

  private resolved(master: Master | KnownMaster): Master {
    if (!isKnown(master)) return master;
    if (this.master === null || this.known !== master.known) throw new Error(FORGOTTEN);
    return this.master;
  }
}

function isKnown(value: unknown): value is KnownMaster {
  return typeof value === "object" && value !== null && "known" in value && !("ledger" in value);
}
