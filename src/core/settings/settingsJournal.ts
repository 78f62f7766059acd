/** Changes of settings as lines of the journal, so that each can be seen and taken back. */
import { type SettingKey, SETTING_KEYS, recordsOf, settingNamed, subjectOf, takeRecord, type WorkbookSettings } from "./index";
import { faultOf } from "./settingsFile";
import type { SettingRecord } from "./subject";

/** What became of the records of one subject: those that went, and those that came. */
export interface SettingChange {
  /** The subject's word: "规则". */
  readonly word: string;
  readonly gone: readonly SettingRecord[];
  readonly come: readonly SettingRecord[];
}

/** What differs, by subject in the order of the settings; empty where nothing does. */
export function settingChanges(before: WorkbookSettings, after: WorkbookSettings): readonly SettingChange[] {
  return SETTING_KEYS.flatMap((key): readonly SettingChange[] => {
    const [old, now] = [recordsOf(before, key), recordsOf(after, key)];
    const [gone, come] = [without(old, now), without(now, old)];
    return gone.length + come.length === 0 ? [] : [{ word: subjectOf(key).word, gone, come }];
  });
}

/**
 * The settings with a change taken back: the records that came go, those that went are there again. Null where somebody
 * has changed them since, or where what is left can't be used together.
 */
export function withoutChange(settings: WorkbookSettings, { word, gone, come }: SettingChange): WorkbookSettings | null {
  const key = settingNamed(word);
  if (key === null) return null;
  const now = recordsOf(settings, key);
  const kept = without(now, come);
  if (kept.length !== now.length - come.length || without(gone, kept).length !== gone.length) return null;
  const back = rebuilt(settings, key, [...gone, ...kept]);
  return back !== null && faultOf(back, key) === null ? back : null;
}

/** One subject's value made of these records; records that others build on are taken first. */
function rebuilt(settings: WorkbookSettings, key: SettingKey, records: readonly SettingRecord[]): WorkbookSettings | null {
  const { initial, leads } = subjectOf(key);
  const isLead = ([, what]: SettingRecord): boolean => leads !== undefined && what === leads;
  const start: WorkbookSettings = { ...settings, [key]: initial };
  return [...records.filter(isLead), ...records.filter((record) => !isLead(record))].reduce<WorkbookSettings | null>((now, record) => now && takeRecord(now, record), start);
}

/** The records of a list that the other lacks; one that stands there twice is lacking once where the other has it once. */
function without(records: readonly SettingRecord[], others: readonly SettingRecord[]): readonly SettingRecord[] {
  const times = new Map<string, number>();
  for (const other of others) times.set(JSON.stringify(other), (times.get(JSON.stringify(other)) ?? 0) + 1);
  return records.filter((record) => {
    const text = JSON.stringify(record);
    const left = times.get(text) ?? 0;
    if (left > 0) times.set(text, left - 1);
    return left === 0;
  });
}

/** Records as the text of a journal cell, and back; null where the text is none. */
export function recordsText(records: readonly SettingRecord[]): string | null {
  return records.length === 0 ? null : records.map((record) => JSON.stringify(record)).join("\n");
}

/** The records of such a text; none for a text that a person has changed. */
export function recordsOfText(text: string): readonly SettingRecord[] {
  return text.split("\n").flatMap((line): readonly SettingRecord[] => {
    const read = line === "" ? null : parsed(line);
    return Array.isArray(read) && read.every((cell) => typeof cell === "string") ? [read] : [];
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return null;
  }
}
