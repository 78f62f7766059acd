/** 收件 as the pane shows it: how each unit stands, and each file that came, merged or still waiting. */
import { ledgerUnits } from "../core/round/ledgerUnits";
import type { Refusal } from "../core/round/reading";
import type { RegisterLine } from "../core/round/register";
import { isForkMark } from "../core/round/forks";
import { compareText, type Mark, type Round, type RowId, type UnitSource } from "../core/round/round";
import { viewSheet } from "../core/round/roundOfSheet";
import { type Master, usableStore } from "./master";
import { newRound } from "./newRound";
import { standing } from "./receive";

export interface InboxFile {
  readonly file: string;
  readonly unit: string | null;
  readonly unitFrom: UnitSource | null;
  /** Why it can't be used as it is; null where it can. */
  readonly refused: Refusal | null;
  /** How many rows of the round it carries. */
  readonly rows: number;
  /** The day it came. */
  readonly received: string;
  /** Not merged yet. */
  readonly waiting: boolean;
}

export interface Inbox {
  readonly register: readonly RegisterLine[];
  /** Files that can't be used as they are first, then by name. */
  readonly files: readonly InboxFile[];
  readonly marks: readonly Mark[];
  /** The units that the ledger names, in its order. */
  readonly units: readonly string[];
  /** Name and last day of the round, where forms went out. */
  readonly round: { readonly name: string; readonly due: string; readonly sent: string } | null;
  /** Rows of the round in the order of the ledger: what `missing` of the register speaks of. */
  readonly rows: readonly RowId[];
}

/** What came so far; nobody has answered where there is no round yet. A store that can't be read tells nothing. */
export function inboxOf(master: Master): Inbox {
  const { round } = viewSheet(settledRound(master), master.ledger);
  const { register, readings } = standing(round, master);
  const days = new Map(round.inbox.map(({ source, received }) => [source.name, received]));
  const waiting = readings.map(({ file, unit, unitFrom, refused, rows }): InboxFile => ({ file, unit, unitFrom, refused, rows, received: days.get(file) ?? "", waiting: true }));
  const { dispatch } = round;
  return {
    register,
    files: [...waiting, ...mergedFiles(round, new Set(waiting.map(({ file }) => file)))].sort((left, right) => Number(left.refused === null) - Number(right.refused === null) || compareText(left.file, right.file)),
    marks: round.marks,
    units: ledgerUnits(round.base).named,
    round: dispatch && { name: dispatch.name, due: dispatch.due, sent: dispatch.sent },
    rows: round.base.rows.map(({ id }) => id),
  };
}

/** The round that the workbook keeps, or one that begins with its sheet. */
export function settledRound(master: Master): Round {
  const stored = usableStore(master);
  return (stored.ok ? stored.value.round : null) ?? newRound(master);
}

/** One line a file, with all its units. */
function mergedFiles({ submissions }: Round, waiting: ReadonlySet<string>): readonly InboxFile[] {
  const files = new Map<string, InboxFile>();
  for (const own of submissions) {
    if (isForkMark(own) || waiting.has(own.file)) continue;
    const former = files.get(own.file);
    const units = former?.unit === own.unit || !former ? own.unit : `${former.unit ?? ""}、${own.unit}`;
    files.set(own.file, { file: own.file, unit: units, unitFrom: own.unitFrom, refused: null, rows: (former?.rows ?? 0) + own.rows.length, received: own.received, waiting: false });
  }
  return [...files.values()];
}
