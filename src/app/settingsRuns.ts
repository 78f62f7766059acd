/** A change of settings is a run like any other: with its day, what was and what is, and it can be taken back. */
import type { CellRef } from "../core/grid/grid";
import { plainText } from "../core/grid/grid";
import { settingNamed, subjectOf, type WorkbookSettings } from "../core/settings/index";
import { recordsOfText, recordsText, type SettingChange, settingChanges, withoutChange } from "../core/settings/settingsJournal";
import type { SettingRecord } from "../core/settings/subject";
import { type JournalChange, nextRun, type Store, STORE_SHEET } from "../core/store/store";

export const SETTINGS_COMMAND = "settings";

/** Settings stand in the store's sheet, not in a cell of the table. */
const PLACE: CellRef = { sheet: STORE_SHEET, row: 0, col: 0 };
/** Well under what a cell holds: a longer list of records takes several lines. */
const MOST_CHARACTERS = 8_000;

/** The store with other settings and the run that made them; the same store where nothing differs. */
export function withSettingsRun(store: Store, settings: WorkbookSettings, date: string): Store {
  const changes = settingChanges(store.settings, settings);
  if (changes.length === 0) return store;
  const run = nextRun(store);
  const summary = `设置：${changes.map(({ word }) => word).join("、")}`;
  return { ...store, settings, runs: [...store.runs, { id: run, command: SETTINGS_COMMAND, date, summary }], changes: [...store.changes, ...changes.flatMap((change) => linesOf(run, change))] };
}

function linesOf(run: string, { word, gone, come }: SettingChange): readonly JournalChange[] {
  const pieces = [...piecesOf(gone).map((piece) => ({ gone: piece, come: [] })), ...piecesOf(come).map((piece) => ({ gone: [], come: piece }))];
  const [first, second, ...more] = pieces;
  const joined = pieces.length === 2 && first && second && gone.length > 0 && come.length > 0 ? [{ gone: first.gone, come: second.come }, ...more] : pieces;
  return joined.map((piece) => ({ run, rule: SETTINGS_COMMAND, at: PLACE, row: null, column: word, from: recordsText(piece.gone), to: recordsText(piece.come) }));
}

function piecesOf(records: readonly SettingRecord[]): readonly (readonly SettingRecord[])[] {
  const pieces: SettingRecord[][] = [];
  let room = 0;
  for (const record of records) {
    const length = JSON.stringify(record).length + 1;
    if (length > room) {
      pieces.push([]);
      room = MOST_CHARACTERS;
    }
    pieces[pieces.length - 1]?.push(record);
    room -= length;
  }
  return pieces;
}

/** One subject of a run, in words that a person reads. */
export interface SettingsTold {
  /** "设置：规则". */
  readonly at: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** The settings without what a run changed, and what stays because somebody has changed it since. */
export function withoutSettingsRun(store: Store, run: string): { readonly settings: WorkbookSettings; readonly undone: readonly SettingsTold[]; readonly left: readonly SettingsTold[] } {
  const undone: SettingsTold[] = [];
  const left: SettingsTold[] = [];
  let settings = store.settings;
  for (const change of changesOf(store, run)) {
    const told: SettingsTold = { at: `设置：${change.word}`, from: sayRecords(change.come), to: sayRecords(change.gone) };
    const back = withoutChange(settings, change);
    (back ? undone : left).push(told);
    settings = back ?? settings;
  }
  return { settings, undone, left };
}

function changesOf(store: Store, run: string): readonly SettingChange[] {
  const bySubject = new Map<string, { word: string; gone: SettingRecord[]; come: SettingRecord[] }>();
  for (const { run: own, column, from, to } of store.changes) {
    if (own !== run || column === null) continue;
    const change = bySubject.get(column) ?? { word: column, gone: [], come: [] };
    bySubject.set(column, change);
    change.gone.push(...recordsOfText(plainText(from)));
    change.come.push(...recordsOfText(plainText(to)));
  }
  return [...bySubject.values()];
}

/** Whether a line of the journal is of settings, and no cell's. */
export function isOfSettings({ rule, at }: Pick<JournalChange, "rule" | "at">): boolean {
  return rule === SETTINGS_COMMAND && at.sheet === STORE_SHEET;
}

/** The line's records as a person reads them, the subject's word left out; null where it stood as it does by itself. */
export function sayRecords(records: readonly SettingRecord[]): string | null {
  return records.length === 0 ? null : records.map(([, ...rest]) => rest.filter((cell) => cell !== "").join("　")).join("\n");
}

/** The text of a journal cell as a person reads it: what a subject is by itself is said where there is none. */
export function sayJournalSetting(column: string | null, text: string | null): string {
  const key = column === null ? null : settingNamed(column);
  const usual = key !== null && subjectOf(key).ofThisLedger ? "无" : "默认";
  return (text === null ? null : sayRecords(recordsOfText(text))) ?? usual;
}
