/** A verb of the command line: one file under `verbs/`, one line in `verbs/index.ts`. */
import type { Day } from "../core/grid/day";
import type { Arguments, OptionKind } from "./arguments";

export interface VerbContext {
  readonly words: Arguments;
  readonly asOf: Day;
  readonly files: FileSystem;
  /** Progress, notes and faults: stderr, in Chinese. */
  say(line: string): void;
}

export interface FileSystem {
  /** Null where there is no such file or it can't be read; `why` says it in Chinese. */
  read(path: string): Promise<{ readonly bytes: Uint8Array } | { readonly why: string }>;
  /** Whole or not at all, at once or in pieces: written beside and renamed. Null on success, else why not, in Chinese. */
  write(path: string, bytes: Uint8Array | Iterable<Uint8Array>): Promise<string | null>;
  /** The files of a folder, in the order of their names, those of its folders too; null where the path is no folder. */
  list(path: string): Promise<readonly string[] | null>;
}

/** 0 done · 1 done, but something needs a person · 2 wrong usage or nothing readable. */
export type ExitCode = 0 | 1 | 2;

export interface VerbResult {
  readonly exit: ExitCode;
  /** The JSON document of CONTRACT; null where nothing could be done. */
  readonly json: unknown;
  /** The short Chinese text shown without --json. */
  readonly text: string;
}

export interface Verb {
  readonly name: string;
  readonly usage: string;
  readonly options: Readonly<Record<string, OptionKind>>;
  run(context: VerbContext): Promise<VerbResult>;
}

/** A run that could not begin: the sentence goes to stderr. */
export function refused(context: VerbContext, sentence: string): VerbResult {
  context.say(sentence);
  return { exit: 2, json: null, text: "" };
}
