import { type ColumnKey, COLUMN_PRESETS, headerOf } from "../ledger/columns";

/** The column as it is called in settings: its usual header. */
export function columnWord(key: ColumnKey): string {
  return headerOf(key);
}

/** The column that a word of the settings means: a usual header or a key, else the header of a column that no preset knows. */
export function columnOfWord(word: string): ColumnKey {
  return COLUMN_PRESETS.find(({ key, header }) => header === word || key === word)?.key ?? word;
}
