/** What the pane shows, as one value. Screens only read it; `session.ts` only makes it. */
import type { CellRef, CellValue, Grid } from "../core/grid/grid";
import type { SourceFile } from "../core/grid/sourceFile";
import type { LightSettings } from "../core/lights/settings";
import type { GivenMark } from "../core/lights/settling";
import type { Decision, Received } from "../core/round/round";
import type { Report } from "../core/round/report";
import type { Issue } from "../core/rules/rule";
import type { SettingsFileFault } from "../core/settings/settingsFile";
import type { Batch, ExcelFault } from "../excel/port";
import type { DispatchRequest } from "./dispatch";
import type { RuleWords, Sending } from "./engine";
import type { FinalTold } from "./finalCopy";
import type { CellHistory } from "./history";
import type { Inbox } from "./inbox";
import type { LightPlan } from "./light";
import type { Master, MasterFault } from "./master";
import type { MergePlan } from "./merge";
import type { RefusedFile } from "./returnedFiles";
import type { Review } from "./review";
import type { UndoFault } from "./undo";

export type Tab = "check" | "lights" | "merge" | "history";

/** The workbook as far as it is understood. */
export type Opened =
  | { readonly kind: "opening" }
  | { readonly kind: "ready"; readonly master: Master }
  /** No header was found by its words: a person may point at it. */
  | { readonly kind: "noLedger"; readonly fault: MasterFault; readonly sheets: readonly Grid[] }
  | { readonly kind: "failed"; readonly fault: MasterFault };

export interface PreviewChange {
  readonly at: CellRef;
  readonly from: CellValue;
  readonly to: CellValue;
}

export type PreviewTitle = "openList" | "fix" | "proposal" | "light" | "removeLights" | "merge" | "undo" | "finish" | "takeBack" | "review";

/** Exactly what will be written: the batch that is shown is the batch that is committed. */
export interface Preview {
  readonly title: PreviewTitle;
  readonly changes: readonly PreviewChange[];
  /** Columns, rules and sheets of ours that come or go, counted. */
  readonly own: { readonly cells: number; readonly rules: number; readonly sheets: readonly string[]; readonly removed: readonly string[] };
  /** Cells that stay as they are, with the reason. */
  readonly left: readonly { readonly at: string; readonly reason: string }[];
  /** Returned files that leave the round. */
  readonly takesBack: readonly string[];
  /** Settings that come back, a line each. */
  readonly settings: readonly string[];
  readonly batch: Batch;
}

export type Notice =
  | { readonly kind: "written"; readonly title: PreviewTitle; readonly cells: number; readonly stale: number }
  /** `previewed`: it was refused after a preview, which can be made anew. */
  | { readonly kind: "excelFault"; readonly fault: ExcelFault; readonly previewed: boolean }
  | { readonly kind: "masterFault"; readonly fault: MasterFault | UndoFault }
  /** The sheet was edited after the preview; nothing was written. */
  | { readonly kind: "editedSince" }
  | { readonly kind: "nothingToWrite"; readonly title: PreviewTitle }
  | { readonly kind: "settingsFault"; readonly fault: SettingsFileFault }
  /** The clean copy could not be made; nothing was handed over. */
  | { readonly kind: "finalFault" }
  /** The clean copy was handed over. */
  | ({ readonly kind: "finished" } & FinalTold)
  /** The forms were handed over, and the workbook remembers them. */
  | { readonly kind: "sent"; readonly files: number; readonly name: string }
  /** A report was handed over. */
  | { readonly kind: "delivered"; readonly file: string }
  /** A file could not be made; nothing was handed over and nothing was written. */
  | { readonly kind: "notMade"; readonly file: string }
  | { readonly kind: "unbalanced" }
  | { readonly kind: "cancelled" };

export interface MergeState {
  /** What came in this sitting or waits since a former one, merged or not. */
  readonly sources: readonly Received[];
  /** Files that were read and could not be kept in the workbook yet. */
  readonly unkept: readonly SourceFile[];
  readonly refused: readonly RefusedFile[];
  /** Pictures and scans of which nobody knows whose they are. */
  readonly strayPictures: readonly string[];
  readonly decisions: readonly Decision[];
  /** Files of which a person said that they replace what their units sent besides. */
  readonly replaces: ReadonlySet<string>;
  /** Reply columns that the ledger lacks are added to its right. */
  readonly addColumns: boolean;
  readonly plan: MergePlan | null;
}

export interface SendingPlan extends Sending {
  readonly request: DispatchRequest;
}

/** What stands in the place of a tab. */
export type Screen = "settings" | "ignored" | "review" | "guide" | "inbox" | "open" | "paste" | "mergeSettings" | "dispatch" | "report" | "life";

export type Busy = "sending" | "reporting" | "finishing" | "opening" | "checking" | "lighting" | "reading" | "merging" | "undoing" | "writing";

export interface SessionState {
  readonly tab: Tab;
  readonly opened: Opened;
  /** Null before the first check. */
  readonly issues: readonly Issue[] | null;
  /** The words of the rules, by id; empty before the first check. */
  readonly rules: ReadonlyMap<string, RuleWords>;
  /** The sheet was edited since it was last checked. */
  readonly stale: boolean;
  /** The host did not hand out its file: fonts, heights and print settings were not judged. */
  readonly looksUnseen: boolean;
  readonly screen: Screen | null;
  /** The page before sending, as it was last made. */
  readonly review: Review | null;
  readonly lights: LightPlan | null;
  /** What a person decided of rows and has not written yet. */
  readonly marks: readonly GivenMark[];
  /** Words and colours of the lights that are tried and not written yet. */
  readonly lightSettings: LightSettings | null;
  /** "2026-11-23". */
  readonly asOf: string;
  readonly merge: MergeState;
  /** The round as it would be sent out; null before it was planned. */
  readonly sending: SendingPlan | null;
  /** What the cell that was looked at has gone through; null before one was, or where none is selected. */
  readonly life: CellHistory | null;
  /** The report as it was last made. */
  readonly report: Report | null;
  /** How the units stand; null until somebody looks. */
  readonly inbox: Inbox | null;
  readonly preview: Preview | null;
  readonly busy: Busy | null;
  /** How far a job of many files is. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly notice: Notice | null;
}

export const NO_MERGE: MergeState = { sources: [], unkept: [], refused: [], strayPictures: [], decisions: [], replaces: new Set(), addColumns: false, plan: null };

/** What an issue is known by on screen: its rule, its words and its place. */
export function issueKey(issue: Issue): string {
  return `${issue.rule}|${issue.subject}|${issue.at.sheet}!${issue.at.row},${issue.at.col}`;
}
