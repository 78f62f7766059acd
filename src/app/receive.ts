/** 收件: what came is kept by content, in the store, and nothing is merged; who has not answered is known at any time. */
import type { CellValue, Grid } from "../core/grid/grid";
import type { SourceFile } from "../core/grid/sourceFile";
import { findLedger } from "../core/parse/parseLedger";
import { digest } from "../core/round/digest";
import { ledgerUnits, roundView } from "../core/round/ledgerUnits";
import { readReturn } from "../core/round/readReturn";
import type { ReturnReading } from "../core/round/reading";
import { titleLines } from "../core/round/oldForm";
import { type RegisterLine, registerOf } from "../core/round/register";
import { isUntouched, type Mark, type Received, type Round } from "../core/round/round";
import { viewSheet } from "../core/round/roundOfSheet";
import { sayRefusal } from "../core/round/sayFlag";
import { ok, type Result } from "../core/result";
import type { Store } from "../core/store/store";
import type { Batch } from "../excel/port";
import { EMPTY_BATCH } from "../excel/port";
import { type Master, type MasterFault, usableStore } from "./master";
import { isIdle, withStore } from "./storeWrites";
import { arrivalOf } from "./arrival";
import { newRound } from "./newRound";

export interface ReceiveRequest {
  readonly sources: readonly SourceFile[];
  /** What a person noted of units. */
  readonly marks: readonly Mark[];
  /** Units by file name, where a person says whose a file is. */
  readonly senders: ReadonlyMap<string, string>;
  /** Files of another round that are wanted all the same. */
  readonly insisted: ReadonlySet<string>;
  /** Names of pictures and scans that came: they can't be read, and their units have answered all the same. */
  readonly pictures?: readonly string[];
  /** Names of waiting files that are let go. */
  readonly withdrawn?: ReadonlySet<string>;
  /** Notes of units that no longer hold. */
  readonly unmarked?: readonly Pick<Mark, "unit" | "kind">[];
  /** Today, "2026-11-23". */
  readonly today: string;
}

export interface ReceivePlan {
  readonly register: readonly RegisterLine[];
  /** What each waiting file says. */
  readonly readings: readonly ReturnReading[];
  /** Pictures of which nobody knows whose they are. */
  readonly strayPictures: readonly string[];
  readonly store: Store;
  /** Null where nothing new came. */
  readonly batch: Batch | null;
}

/** Plans taking files in; pure after the master was read. */
export function planReceive(master: Master, request: ReceiveRequest): Result<ReceivePlan, MasterFault> {
  const stored = usableStore(master);
  if (!stored.ok) return stored;
  const before = stored.value.round ?? newRound(master);
  const { marks, stray } = markedPictures(before, request);
  const round = takenIn(before, { ...request, marks: [...request.marks, ...marks] });
  const seen = viewSheet(round, master.ledger).round;
  const store: Store = { ...stored.value, round: isUntouched(seen) ? stored.value.round && seen : seen };
  const { register, readings } = standing(seen, master);
  const batch = withStore(EMPTY_BATCH, stored.value, store);
  return ok({ register, readings, strayPictures: stray, store, batch: isIdle(batch) ? null : batch });
}

/** A picture counts for the unit that a person or its name tells. */
function markedPictures(round: Round, { pictures = [], senders, today }: ReceiveRequest): { readonly marks: readonly Mark[]; readonly stray: readonly string[] } {
  if (pictures.length === 0) return { marks: [], stray: [] };
  const { finder } = ledgerUnits(round.base);
  const whose = pictures.map((file) => ({ file, unit: senders.get(file) ?? round.senders.get(file) ?? finder.inFileName(file) }));
  return {
    marks: whose.flatMap(({ file, unit }): Mark[] => (unit === null ? [] : [{ unit, kind: "picture", date: today, reason: file }])),
    stray: whose.flatMap(({ file, unit }) => (unit === null ? [file] : [])),
  };
}

/** The register of a round, and what its waiting files say. */
export function standing(round: Round, { grid, ledger }: Pick<Master, "grid" | "ledger">): Pick<ReceivePlan, "register" | "readings"> {
  const units = ledgerUnits(round.base);
  const view = roundView(round, units, titleLines(grid, ledger));
  const readings = round.inbox.map((own) => readReturn(own.source, view, arrivalOf(own, round, "")));
  const register = registerOf({ round, units, waiting: readings, sayRefusal: ({ refused }) => (refused ? sayRefusal(refused) : "") });
  return { register, readings };
}

function takenIn(round: Round, { sources, marks, senders, insisted, withdrawn = NOTHING, unmarked = [], today }: ReceiveRequest): Round {
  const batch = Math.max(0, ...round.inbox.map((own) => own.batch)) + 1;
  const fresh = sources.map((source): Received => {
    const kept = withoutNumbers(source);
    return { id: contentName(kept), source: kept, received: today, insisted: insisted.has(source.name), batch };
  });
  const known = new Map(round.inbox.map((own) => [own.id, own]));
  for (const own of fresh) if (!known.has(own.id)) known.set(own.id, own);
  const inbox = [...known.values()]
    .filter(({ source }) => !withdrawn.has(source.name))
    .map((own) => (insisted.has(own.source.name) ? { ...own, insisted: true } : own))
    .sort((left, right) => (left.source.name < right.source.name ? -1 : left.source.name > right.source.name ? 1 : left.batch - right.batch));
  const kept = round.marks.filter((own) => !unmarked.some((other) => isSameNote(own, other)));
  const noted = marks.filter((mark) => !kept.some((own) => isSameNote(own, mark)));
  return { ...round, inbox, marks: [...kept, ...noted], senders: new Map([...round.senders, ...senders]) };
}

const NOTHING: ReadonlySet<string> = new Set();

function isSameNote(left: Pick<Mark, "unit" | "kind">, right: Pick<Mark, "unit" | "kind">): boolean {
  return left.unit === right.unit && left.kind === right.kind;
}

function contentName({ name, grids }: SourceFile): string {
  return digest(JSON.stringify([name, grids.map(({ sheet, rows }) => [sheet, rows.map(({ row, values }) => [row, values])])]));
}

const PHONE = /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d)/gu;
const CONTACT_WORDS = /联系|电话|手机|填表|经办/u;

/** Telephone numbers stay out of the store (DESIGN): a contact's cell stays, its digits don't. */
function withoutNumbers(source: SourceFile): SourceFile {
  const found = findLedger(source.grids);
  const contact = found.ok ? found.value.ledger.columns.find(({ key }) => key === "contact")?.col : undefined;
  const masked = (grid: Grid, col: number, value: CellValue | undefined): CellValue | undefined => {
    const isContact = (found.ok && grid === found.value.grid && col === contact) || (typeof value === "string" && value.length <= 60 && CONTACT_WORDS.test(value));
    return isContact && (typeof value === "string" || typeof value === "number") ? String(value).replace(PHONE, "＊") : value;
  };
  const grids = source.grids.map((grid): Grid => ({ ...grid, rows: grid.rows.map((row) => ({ ...row, values: row.values.map((value, col) => masked(grid, col, value)) })) }));
  return { ...source, grids, remarks: [] };
}
