import type { LedgerRow } from "../ledger/ledger";
import { DEFAULT_REQUIRED, type RequiredColumns } from "../rules/requiredColumns";
import { columnOfWord, columnWord } from "./columnWord";
import { choiceOf, type SettingSubject } from "./subject";

const KIND = choiceOf<LedgerRow["kind"]>({ task: "任务", goal: "工作目标" });
const KINDS = ["task", "goal"] as const;

/** Columns whose cells must be filled: one record a kind of row, which alone counts; without columns none is asked for. */
export const required: SettingSubject<RequiredColumns> = {
  word: "必填列",
  initial: DEFAULT_REQUIRED,
  records: (value) =>
    KINDS.filter((kind) => value[kind].join("|") !== DEFAULT_REQUIRED[kind].join("|")).map((kind) => [KIND.word(kind), ...value[kind].map(columnWord)]),
  take(before, [word, ...columns]) {
    const kind = KIND.code(word);
    return kind === null || columns.includes("") ? null : { ...before, [kind]: columns.map(columnOfWord) };
  },
};
