import type { SettingSubject } from "./subject";

/** Proposals that a person put aside, by what they say: the same one is not asked about again. */
export const declined: SettingSubject<ReadonlySet<string>> = {
  word: "不采用",
  initial: new Set(),
  ofThisLedger: true,
  records: (value) => [...value].sort().map((key) => [key]),
  take: (before, [key, ...more]) => (key === undefined || key === "" || more.length > 0 ? null : new Set([...before, key])),
};
