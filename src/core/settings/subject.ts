/**
 * One subject of the workbook's settings: what it is by itself, and how it is written as records that a person can read.
 * The same records stand in the store's sheet and in a settings file.
 */
import type { Words } from "../rules/say";

/** The cells of a record after its subject's word; empty ends are left out. */
export type SettingRecord = readonly string[];

export interface SettingSubject<T> {
  /** The word its records begin with: "规则". */
  readonly word: string;
  readonly initial: T;
  /** Speaks of the rows of this ledger: it stays here when settings are taken to another. */
  readonly ofThisLedger?: true;
  /** The word of a record that others build on: it is taken before them. */
  readonly leads?: string;
  /** The records of a value; none where it is the initial one. Equal values have equal records. */
  records(value: T): readonly SettingRecord[];
  /** The value with a record taken in, or null where the record makes no sense. */
  take(before: T, record: SettingRecord): T | null;
  /** Why a value whose records all made sense can't be used as a whole, or null. */
  fault?(value: T): Words | null;
}

/** Words of a choice, in both directions. The code itself is understood too. */
export interface Choice<C extends string> {
  readonly word: (code: C) => string;
  readonly code: (text: string | undefined) => C | null;
}

/** A choice whose codes have these words. */
export function choiceOf<C extends string>(words: Readonly<Record<C, string>>): Choice<C> {
  const codes = Object.keys(words) as C[];
  return {
    word: (code) => words[code],
    code: (text) => codes.find((code) => code === text || words[code] === text) ?? null,
  };
}

/** A subject that is one choice among words. */
export function oneOf<C extends string>(word: string, initial: C, words: Readonly<Record<C, string>>): SettingSubject<C> {
  const choice = choiceOf(words);
  return {
    word,
    initial,
    records: (value) => (value === initial ? [] : [[choice.word(value)]]),
    take: (_before, [text, ...more]) => (more.length === 0 ? choice.code(text) : null),
  };
}
