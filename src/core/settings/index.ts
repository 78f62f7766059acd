/** The settings that travel with the workbook. A subject is one file and one line here. */
import { declined } from "./declined";
import { form } from "./form";
import { holidays } from "./holidays";
import { ignored } from "./ignored";
import { lights } from "./lights";
import { policies, rowPolicies } from "./policies";
import { reporting } from "./reporting";
import { required } from "./required";
import { ruleSwitches } from "./ruleSwitches";
import { spelling } from "./spelling";
import type { SettingRecord, SettingSubject } from "./subject";

const SUBJECTS = { rules: ruleSwitches, spelling, form, required, lights, holidays, reporting, policies, rowPolicies, declined, ignored } as const;

export type SettingKey = keyof typeof SUBJECTS;
type ValueOf<S> = S extends SettingSubject<infer T> ? T : never;
export type WorkbookSettings = { readonly [K in SettingKey]: ValueOf<(typeof SUBJECTS)[K]> };

/** In the order in which they are written. */
export const SETTING_KEYS = Object.keys(SUBJECTS) as readonly SettingKey[];

export const DEFAULT_WORKBOOK_SETTINGS = Object.fromEntries(SETTING_KEYS.map((key) => [key, SUBJECTS[key].initial])) as unknown as WorkbookSettings;

/** The subject of a key. The settings know each key's type; who goes through all of them does not. */
export function subjectOf(key: SettingKey): SettingSubject<unknown> {
  return SUBJECTS[key];
}

/** The key of the subject with this word, or null. */
export function settingNamed(word: string): SettingKey | null {
  return SETTING_KEYS.find((key) => SUBJECTS[key].word === word) ?? null;
}

/** The records of one subject, each begun with its word; none where it stands as it does by itself. */
export function recordsOf(settings: WorkbookSettings, key: SettingKey): readonly SettingRecord[] {
  const subject = subjectOf(key);
  return subject.records(settings[key]).map((record) => [subject.word, ...withoutEmptyEnd(record)]);
}

/** All records. Equal settings have equal records; the settings that stand by themselves have none. */
export function settingRecords(settings: WorkbookSettings): readonly SettingRecord[] {
  return SETTING_KEYS.flatMap((key) => recordsOf(settings, key));
}

/** The settings with a record taken in, its subject's word first; null where it makes no sense here. */
export function takeRecord(settings: WorkbookSettings, [word = "", ...rest]: SettingRecord): WorkbookSettings | null {
  const key = settingNamed(word);
  return key === null ? null : takeInto(settings, key, withoutEmptyEnd(rest));
}

function takeInto(settings: WorkbookSettings, key: SettingKey, record: SettingRecord): WorkbookSettings | null {
  const next = subjectOf(key).take(settings[key], record);
  return next === null ? null : { ...settings, [key]: next };
}

/** Whether nothing was set. */
export function areDefault(settings: WorkbookSettings): boolean {
  return SETTING_KEYS.every((key) => recordsOf(settings, key).length === 0);
}

function withoutEmptyEnd(record: SettingRecord): SettingRecord {
  let end = record.length;
  while (end > 0 && record[end - 1] === "") end -= 1;
  return record.slice(0, end);
}
