/** The words after the verb: places, and options that each verb declares. */
import { err, ok, type Result } from "../core/result";

/** "flag": stands alone. "value": takes the next word. "list": a value that may come several times. */
export type OptionKind = "flag" | "value" | "list";

export interface Arguments {
  readonly places: readonly string[];
  has(option: string): boolean;
  /** The last value given, or null. */
  value(option: string): string | null;
  values(option: string): readonly string[];
}

/** Options that every verb knows. */
export const COMMON_OPTIONS: Readonly<Record<string, OptionKind>> = { "--json": "flag", "--as-of": "value" };

/** Reads the words; the error is the Chinese sentence to show. */
export function readArguments(words: readonly string[], options: Readonly<Record<string, OptionKind>>): Result<Arguments, string> {
  const known = { ...COMMON_OPTIONS, ...options };
  const places: string[] = [];
  const given = new Map<string, string[]>();
  let onlyPlaces = false;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (onlyPlaces || !word.startsWith("-") || word === "-") {
      places.push(word);
      continue;
    }
    if (word === "--") {
      onlyPlaces = true;
      continue;
    }
    const at = word.startsWith("--") ? word.indexOf("=") : -1;
    const name = at < 0 ? word : word.slice(0, at);
    const kind = Object.hasOwn(known, name) ? known[name] : undefined;
    if (kind === undefined) return err(`不认识的选项 ${word}`);
    if (kind === "flag") {
      given.set(name, []);
      continue;
    }
    const value = at < 0 ? words[(index += 1)] : word.slice(at + 1);
    if (value === undefined) return err(`选项 ${name} 缺少取值`);
    given.set(name, [...(given.get(name) ?? []), value]);
  }
  return ok({
    places,
    has: (option) => given.has(option),
    value: (option) => given.get(option)?.at(-1) ?? null,
    values: (option) => given.get(option) ?? [],
  });
}
