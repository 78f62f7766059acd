/** The heavy and pure half of the pane's commands: runs in a worker, or in place where there is none. */
import type { SourceFile } from "../core/grid/sourceFile";
import type { Issue, RuleGroup, Severity } from "../core/rules/rule";
import { ruleGuide } from "../core/rules/guide";
import { RULES } from "../core/rules/index";
import type { Report } from "../core/round/report";
import type { Sentences, Words } from "../core/rules/say";
import type { BookForm } from "../core/form/form";
import { type Day, parseIsoDay } from "../core/grid/day";
import type { LightSettings } from "../core/lights/settings";
import type { GivenMark } from "../core/lights/settling";
import type { CellRef, Grid } from "../core/grid/grid";
import { type Batch, EMPTY_BATCH } from "../excel/port";
import { PANE_LIMITS } from "../files/limits";
import { readFile } from "../files/readFile";
import { readForm } from "../files/readForm";
import { type GivenFile, readMany } from "../files/readMany";
import { sayFileFault } from "../files/sayFileFault";
import { ok, type Result } from "../core/result";
import type { WorkbookSettings } from "../core/settings/index";
import { type SettingsFileFault, settingsFile, withSettingsFile } from "../core/settings/settingsFile";
import { type PastedReply, readPastedReply } from "../core/round/pasted/readPastedReply";
import { bookOf, findIssues } from "./check";
import { type CorrectRequest, planCorrections } from "./correct";
import { type IgnoreRequest, withIgnored } from "./ignore";
import { type LightPlan, planLighting, yearInTitle } from "./light";
import { type LedgerChoice, type Master, type MasterFault, understand } from "./master";
import { type DispatchPlan, type DispatchRequest, planDispatch } from "./dispatch";
import { firstRows } from "./firstRows";
import { type CellHistory, historyOf } from "./history";
import { type Inbox, inboxOf, settledRound } from "./inbox";
import { type MergePlan, type MergeRequest, planMerge } from "./merge";
import { type NormalizePlan, planNormalizing } from "./normalize";
import { planReceive, type ReceivePlan, type ReceiveRequest } from "./receive";
import { type OpenPoints, openSheet, stillOpen } from "./openSheet";
import { planRelight } from "./relight";
import { planReport } from "./report";
import { type Review, reviewOf } from "./review";
import { reviewSheet } from "./reviewSheet";
import { planSettings, settingsOf } from "./settings";
import { planRecovery } from "./recover";
import type { Way } from "./recovery";
import type { RefusedFile } from "./returnedFiles";
import { planUndo, type UndoFault, type UndoPlan, type UndoRequest } from "./undo";

export interface ReadFiles {
  readonly sources: readonly SourceFile[];
  readonly refused: readonly RefusedFile[];
}

/** Null where nothing new came. */
export type Taken = Pick<ReceivePlan, "batch" | "strayPictures">;

export type Sending = Pick<DispatchPlan, "forms" | "batch">;

/** What a person reads of a rule: its name, why it matters, and the patterns of its sentences. */
export interface RuleWords {
  readonly id: string;
  readonly group: RuleGroup;
  /** What it is by itself, before a person changes it. */
  readonly severity: Severity;
  readonly title: Words;
  readonly why: Words;
  readonly say: Sentences;
  /** A case in which it speaks, in Chinese. */
  readonly example: string;
}

/** Every answer is plain data: it travels between threads. */
export interface Engine {
  /** The ledger and the store among the sheets of a workbook. */
  understand(sheets: readonly Grid[], choice?: LedgerChoice): Promise<Result<Master, MasterFault>>;
  /** The words of every rule, in the order of the list. */
  rules(): Promise<readonly RuleWords[]>;
  /** Reads files and packages of files; one that can't be read never stops the others. */
  readFiles(given: readonly GivenFile[]): Promise<ReadFiles>;
  /** `looks`: the workbook as a file, where the host hands it out; without it the form is not judged. */
  check(master: Master, today: string, looks?: Uint8Array | null): Promise<readonly Issue[]>;
  /** The issues of so many rows from the top, for a first look at a large ledger: the whole may judge some of them otherwise. */
  checkFirst(master: Master, today: string, rows: number): Promise<readonly Issue[]>;
  normalize(master: Master, today: string): Promise<Result<NormalizePlan, MasterFault>>;
  correct(master: Master, request: CorrectRequest): Promise<Result<Batch | null, MasterFault>>;
  /** `asOf` is a day such as "2026-11-23"; relative words count from the year in the ledger's title. */
  light(master: Master, asOf: string, marks: readonly GivenMark[], settings?: LightSettings): Promise<Result<LightPlan, MasterFault>>;
  /** The batch that brings lights up to date where nothing calculates; null where there are none. */
  relight(master: Master): Promise<Batch | null>;
  /** The batch that keeps these settings; null where they are kept already. */
  keepSettings(master: Master, settings: WorkbookSettings, today: string): Promise<Result<Batch | null, MasterFault>>;
  /** The batch that puts findings aside; null where they are aside already. */
  ignore(master: Master, request: IgnoreRequest): Promise<Result<Batch | null, MasterFault>>;
  /** The settings of a workbook as a file's text. */
  exportSettings(master: Master): Promise<string>;
  /** The settings with those of a file in place of their own. */
  importSettings(master: Master, text: string): Promise<Result<WorkbookSettings, SettingsFileFault>>;
  review(master: Master, today: string, looks?: Uint8Array | null): Promise<Review>;
  /** The batch that writes the review as a sheet. */
  reviewSheet(review: Review): Promise<Batch>;
  /** How the units stand in the round, and what came of each file. */
  inbox(master: Master): Promise<Inbox>;
  /** The batch that keeps what came, and the pictures that nobody is known for. */
  receive(master: Master, request: ReceiveRequest): Promise<Result<Taken, MasterFault>>;
  /** The forms of a round and the batch that remembers them. */
  dispatch(master: Master, request: DispatchRequest): Promise<Result<Sending, MasterFault>>;
  /** `asOf` is a day such as "2026-11-23". */
  report(master: Master, asOf: string): Promise<Result<Report, MasterFault>>;
  /** What a cell has gone through; `today` dates what was typed into it since the last run. */
  history(master: Master, at: CellRef, today: string): Promise<Result<CellHistory, MasterFault>>;
  merge(master: Master, request: MergeRequest): Promise<Result<MergePlan, MasterFault>>;
  /** A pasted text as the return of a unit, with what could be placed and what could not. */
  paste(master: Master, text: string, unit: string): Promise<PastedReply>;
  /** The batch that writes the open points as a sheet. */
  openList(master: Master, points: OpenPoints, today: string): Promise<Batch>;
  /** The batch that finishes a write that was cut off, or takes it back; null where none was. */
  recover(master: Master, way: Way): Promise<Batch | null>;
  undo(master: Master, request: UndoRequest): Promise<Result<UndoPlan, UndoFault>>;
}

const OPTIONS = { limits: PANE_LIMITS };

function formIn(looks: Uint8Array | null, { ledger }: Master): BookForm | null {
  return looks && readForm(looks, [ledger.sheet], OPTIONS);
}

/** The engine in this thread. */
export const localEngine: Engine = {
  understand: async (sheets, choice) => understand(sheets, choice),
  rules: async () => {
    const examples = new Map(ruleGuide(RULES).map(({ id, example }) => [id, example]));
    return RULES.map(({ id, group, severity, title, why, say }) => ({ id, group, severity, title, why, say, example: examples.get(id) ?? "" }));
  },
  async readFiles(given) {
    const { files, refused } = readMany(given, OPTIONS);
    const sources: SourceFile[] = [];
    const unread: RefusedFile[] = refused.map(({ name, fault }) => ({ name, reason: sayFileFault(fault) }));
    for (const { name, bytes } of files) {
      const source = await readFile(name, bytes, OPTIONS);
      if (source.ok) sources.push(source.value);
      else unread.push({ name, reason: sayFileFault(source.error) });
    }
    return { sources, refused: unread };
  },
  check: async (master, today, looks = null) => findIssues({ ...master, book: bookOf(master, formIn(looks, master)), asOf: today }, settingsOf(master)),
  checkFirst: async (master, today, rows) => findIssues({ ...firstRows(master, rows), asOf: today }, settingsOf(master)),
  normalize: async (master, today) => planNormalizing(master, settingsOf(master).spelling, today),
  correct: async (master, request) => planCorrections(master, request),
  light: async (master, asOf, marks, settings) => planLighting(master, { asOf: dayIn(asOf), year: yearInTitle(master), marks, ...(settings ? { settings } : {}) }),
  relight: async (master) => planRelight(master),
  keepSettings: async (master, settings, today) => planSettings(master, settings, today),
  ignore: async (master, request) => planSettings(master, withIgnored(master, request), request.today),
  exportSettings: async (master) => settingsFile(settingsOf(master)),
  importSettings: async (master, text) => withSettingsFile(settingsOf(master), text),
  review: async (master, today, looks = null) => reviewOf(master, today, formIn(looks, master)),
  reviewSheet: async (review) => ({ ...EMPTY_BATCH, sheets: [reviewSheet(review)] }),
  inbox: async (master) => inboxOf(master),
  receive: async (master, request) => {
    const plan = planReceive(master, request);
    return plan.ok ? ok({ batch: plan.value.batch, strayPictures: plan.value.strayPictures }) : plan;
  },
  dispatch: async (master, request) => {
    const plan = planDispatch(master, request);
    return plan.ok ? ok({ forms: plan.value.forms, batch: plan.value.batch }) : plan;
  },
  report: async (master, asOf) => planReport(master, dayIn(asOf)),
  history: async (master, at, today) => historyOf(master, at, today),
  merge: async (master, request) => planMerge(master, request),
  paste: async (master, text, unit) => readPastedReply(text, unit, settledRound(master).base),
  openList: async (master, points, today) => ({ ...EMPTY_BATCH, sheets: [openSheet(master.ledger, stillOpen(points, settingsOf(master)), today)] }),
  recover: async (master, way) => planRecovery(master, way),
  undo: async (master, request) => planUndo(master, request),
};

function dayIn(iso: string): Day {
  const day = parseIsoDay(iso);
  if (!day) throw new RangeError(`no day: ${iso}`);
  return day;
}
