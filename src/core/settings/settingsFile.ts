/** Settings as a file that colleagues share: JSON with the records that stand in the workbook. What speaks of one ledger's rows stays there. */
import { err, ok, type Result } from "../result";
import { DEFAULT_WORKBOOK_SETTINGS, recordsOf, type SettingKey, SETTING_KEYS, settingNamed, subjectOf, takeRecord, type WorkbookSettings } from "./index";
import type { Words } from "../rules/say";
import type { SettingRecord } from "./subject";

const KIND = "台账助手设置";
const FORMAT = 1;

export type SettingsFileFault =
  | { readonly kind: "notJson" }
  | { readonly kind: "notSettings" }
  | { readonly kind: "newerSettings"; readonly format: number }
  /** A record that makes no sense; `index` counts from 1. */
  | { readonly kind: "badRecord"; readonly index: number; readonly record: string }
  | { readonly kind: "unusable"; readonly subject: string; readonly why: Words };

const SHARED = SETTING_KEYS.filter((key) => !subjectOf(key).ofThisLedger);

/** The file's text: one record a line, the same settings in the same bytes. */
export function settingsFile(settings: WorkbookSettings): string {
  const records = SHARED.flatMap((key) => recordsOf(settings, key)).map((record) => `    ${JSON.stringify(record)}`);
  const list = records.length === 0 ? "[]" : `[\n${records.join(",\n")}\n  ]`;
  return `{\n  "类型": ${JSON.stringify(KIND)},\n  "格式": ${FORMAT},\n  "设置": ${list}\n}\n`;
}

/** The settings with those of a file in place of their own, or why not: then nothing of it is taken. */
export function withSettingsFile(settings: WorkbookSettings, text: string): Result<WorkbookSettings, SettingsFileFault> {
  const records = recordsIn(text);
  if (!records.ok) return records;
  let read = DEFAULT_WORKBOOK_SETTINGS;
  for (const [index, record] of records.value.entries()) {
    const next = isRecord(record) && isShared(record) ? takeRecord(read, record) : null;
    if (next === null) return err({ kind: "badRecord", index: index + 1, record: shown(record) });
    read = next;
  }
  for (const key of SHARED) {
    const why = faultOf(read, key);
    if (why) return err({ kind: "unusable", subject: subjectOf(key).word, why });
  }
  const own = SETTING_KEYS.filter((key) => !SHARED.includes(key)).map((key) => [key, settings[key]]);
  return ok({ ...read, ...(Object.fromEntries(own) as Partial<WorkbookSettings>) });
}

/** Why the settings of a subject can't be used together, or null. */
export function faultOf(settings: WorkbookSettings, key: SettingKey): Words | null {
  return subjectOf(key).fault?.(settings[key]) ?? null;
}

function recordsIn(text: string): Result<readonly unknown[], SettingsFileFault> {
  const read = parsed(text);
  if (read === undefined) return err({ kind: "notJson" });
  if (typeof read !== "object" || read === null) return err({ kind: "notSettings" });
  const { 类型: kind, 格式: format, 设置: records } = read as Readonly<Record<string, unknown>>;
  if (kind !== KIND || typeof format !== "number" || !Array.isArray(records)) return err({ kind: "notSettings" });
  return format > FORMAT ? err({ kind: "newerSettings", format }) : ok(records as readonly unknown[]);
}

/** A byte order mark is no content: Windows editors put it there. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, "")) as unknown;
  } catch {
    return undefined;
  }
}

function isRecord(record: unknown): record is SettingRecord {
  return Array.isArray(record) && record.every((cell) => typeof cell === "string" && cell.length <= LONGEST);
}

function isShared([word = ""]: SettingRecord): boolean {
  const key = settingNamed(word);
  return key !== null && SHARED.includes(key);
}

/** Longer than any word that a setting has; what Excel can hold in a cell is more. */
const LONGEST = 1000;

function shown(record: unknown): string {
  const text = JSON.stringify(record) || "null";
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
