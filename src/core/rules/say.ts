/** Sentences of rules: kept as patterns beside the rule, sent as id and parameters, and only put together for a reader. */

export type Language = "zh" | "en";

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** By id, patterns with {names} of parameters. Words that are made elsewhere have a name in each language. */
export type Sentences = Readonly<Record<string, Words>>;

export type Params = Readonly<Record<string, string | number>>;

export interface Message {
  readonly id: string;
  readonly params: Params;
}

/** The names in a pattern; {count} is filled in when places are gathered. */
type NameIn<P extends string> = P extends `${string}{${infer Name}}${infer Rest}` ? Exclude<Name, "count"> | NameIn<Rest> : never;

/** A sentence of the table with all that its patterns ask for: a forgotten parameter does not compile. */
export function tell<S extends Sentences, Id extends keyof S & string>(
  _say: S,
  id: Id,
  params: Readonly<Record<NameIn<S[Id]["zh"]> | NameIn<S[Id]["en"]>, string | number>>,
): Message {
  return { id, params };
}

/** The sentence put together. A parameter that is missing stays visible in its braces. */
export function sayMessage(say: Sentences, message: Message, language: Language): string {
  const pattern = say[message.id]?.[language] ?? message.id;
  return pattern.replace(/\{([a-zA-Z]+)\}/gu, (hole, name: string) => String(message.params[name] ?? hole));
}

const SHOWN = 24;

/** A text short enough to be quoted in a sentence. */
export function short(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN - 1)}…`;
}

/** The first place in which two texts differ, each with a few characters around it. */
export function firstDifference(from: string, to: string): { readonly from: string; readonly to: string } {
  let at = 0;
  while (at < from.length && at < to.length && from[at] === to[at]) at += 1;
  const start = windowStart(from, at);
  return { from: visible(from.slice(start, windowEnd(from, at))), to: visible(to.slice(start, windowEnd(to, at))) };
}

const FEWEST_BEFORE = 4;
const FEWEST_AFTER = 2;
const MOST_SHOWN = 10;
const STOP = /[，。；：、！？,;:\n]/u;

function windowStart(text: string, at: number): number {
  let start = Math.max(0, at - FEWEST_BEFORE);
  while (start > 0 && at - start < MOST_SHOWN && !STOP.test(text.charAt(start - 1))) start -= 1;
  return start;
}

function windowEnd(text: string, at: number): number {
  let end = Math.min(text.length, at + FEWEST_AFTER);
  while (end < text.length && end - at < MOST_SHOWN && !STOP.test(text.charAt(end))) end += 1;
  return end;
}

const UNSEEN: Readonly<Record<string, string>> = { "\n": "⏎", "\r": "", "\t": "⇥", "\u00a0": "␣", "\u3000": "□" };

/** Characters that nobody sees, made visible. */
export function visible(text: string): string {
  return text
    .replace(/[\n\r\t\u00a0\u3000]/gu, (char) => UNSEEN[char] ?? char)
    .replace(/[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu, (char) => `[U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);
}
