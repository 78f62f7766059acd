/** What a person says of files and units on the command line. */
import { COLUMN_PRESETS } from "../core/ledger/columns";
import { isPolicyName } from "../core/round/policies/index";
import { type Mark, type MarkKind, type PolicyName, rowPolicyKey } from "../core/round/round";
import { err, ok, type Result } from "../core/result";

/** `--unit 文件=单位`, any number of times. */
export function readSenders(words: readonly string[]): Result<ReadonlyMap<string, string>, string> {
  const senders = new Map<string, string>();
  for (const word of words) {
    const [file, unit] = halves(word, word.lastIndexOf("="));
    if (file === "" || unit === "") return err(`--unit 应为 文件=单位，现在是“${word}”`);
    senders.set(file, unit);
  }
  return ok(senders);
}

const MARK_WORDS: Readonly<Record<string, MarkKind>> = { 纸质: "paper", 图片: "picture", 电话: "phone", 零报告: "zero", 退回: "returned" };

/** `--mark 单位=纸质|图片|电话|零报告|退回[：原因]`, any number of times. */
export function readMarks(words: readonly string[], date: string): Result<readonly Mark[], string> {
  const marks: Mark[] = [];
  for (const word of words) {
    const [unit, said] = halves(word, word.indexOf("="));
    const [name = "", ...reason] = said.split(/[:：]/u);
    const kind = Object.hasOwn(MARK_WORDS, name) ? MARK_WORDS[name] : undefined;
    if (unit === "" || kind === undefined) return err(`--mark 应为 单位=纸质|图片|电话|零报告|退回[：原因]，现在是“${word}”`);
    marks.push({ unit, kind, date, reason: reason.join("：") });
  }
  return ok(marks);
}

/** `列=方式`, or `列@序号=方式` (also `列#序号`) for a single row, the column by key or by header. */
export function readPolicies(words: readonly string[]): Result<ReadonlyMap<string, PolicyName>, string> {
  const policies = new Map<string, PolicyName>();
  for (const word of words) {
    const [place, name] = halves(word, word.lastIndexOf("="));
    const at = Math.max(place.lastIndexOf("#"), place.lastIndexOf("@"));
    const column = at < 0 ? place : place.slice(0, at);
    if (column === "" || !isPolicyName(name)) return err(`--policy 应为 列=方式 或 列@序号=方式（ask lead all-done sum max list），现在是“${word}”`);
    const key = COLUMN_PRESETS.find((preset) => preset.key === column || preset.header === column)?.key ?? column;
    policies.set(at < 0 ? key : rowPolicyKey(place.slice(at + 1), key), name);
  }
  return ok(policies);
}

function halves(word: string, at: number): readonly [string, string] {
  return at < 0 ? [word, ""] : [word.slice(0, at).trim(), word.slice(at + 1).trim()];
}
