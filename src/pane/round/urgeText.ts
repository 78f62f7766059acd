import type { Inbox } from "../../app/inbox";
import type { RegisterLine, RegisterState } from "../../core/round/register";
import { rowName } from "../places";
import { roundWords } from "../words/roundWords";
import type { PaneWords } from "../words/zh";

/** Rows named one by one up to so many. */
const MANY = 12;

/** Whom to urge, ready to be pasted into a message: who sent nothing, whose return has gaps, whose went back. */
export function urgeText({ register, round }: Inbox, words: PaneWords): string {
  const own = roundWords(words).inbox;
  const among = (state: RegisterState): readonly RegisterLine[] => register.filter((line) => line.state === state);
  const names = (lines: readonly RegisterLine[]): string => lines.map(({ unit }) => unit).join(words.listSeparator);
  const [missing, incomplete, returned] = [among("missing"), among("incomplete"), among("returned")];
  const parts = [
    missing.length > 0 ? own.urgeMissing(round ? `“${round.name}”` : own.thisRound, names(missing), missing.length) : "",
    incomplete.length > 0 ? own.urgeIncomplete(incomplete.map((line) => `${line.unit}（${missingWords(line, words)}）`).join(words.listSeparator), incomplete.length) : "",
    returned.length > 0 ? own.urgeReturned(names(returned), returned.length) : "",
  ].filter((part) => part !== "");
  return parts.length > 0 ? parts.join("\n") : own.urgeNone;
}

/** "缺第 3 项、目标 1"; long lists are cut and counted. */
export function missingWords({ missing }: Pick<RegisterLine, "missing">, words: PaneWords): string {
  const shown = missing.slice(0, MANY).map((row) => rowName(words, row)).join(words.listSeparator);
  return missing.length > MANY ? roundWords(words).inbox.missingMany(shown, missing.length) : roundWords(words).inbox.missing(shown);
}
