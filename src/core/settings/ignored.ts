import { parseIsoDay } from "../grid/day";
import type { Anchor, Ignored, IgnoreScope } from "../rules/ignored";
import { columnOfWord, columnWord } from "./columnWord";
import { choiceOf, type SettingRecord, type SettingSubject } from "./subject";

const SCOPE = choiceOf<IgnoreScope>({ here: "此处", spelling: "此写法", rule: "此规则" });

/** Findings that a person lets stand, in the order in which they were put aside. */
export const ignored: SettingSubject<readonly Ignored[]> = {
  word: "忽略",
  initial: [],
  ofThisLedger: true,
  records: (value) => value.map(recordOf),
  take(before, [word, rule, reason = "", date = "", subject = "", ...place]) {
    const scope = SCOPE.code(word);
    const anchor = scope === "here" ? anchorOf(place) : null;
    if (scope === null || rule === undefined || !rule.includes("/") || !parseIsoDay(date) || (scope !== "here" && place.length > 0)) return null;
    return scope === "spelling" && subject === "" ? null : [...before, { scope, rule, subject, anchor, reason, date }];
  },
};

function recordOf({ scope, rule, subject, anchor, reason, date }: Ignored): SettingRecord {
  const place = anchor ? [anchor.row ?? "", anchor.name, anchor.column === null ? "" : columnWord(anchor.column), anchor.words] : [];
  return [SCOPE.word(scope), rule, reason, date, subject, ...place];
}

function anchorOf([row = "", name = "", column = "", words = ""]: readonly string[]): Anchor {
  return { row: row === "" ? null : row, name, column: column === "" ? null : columnOfWord(column), words };
}
