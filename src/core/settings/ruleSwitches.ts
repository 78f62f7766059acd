import type { RuleSetting, RuleSwitches } from "../rules/switches";
import { choiceOf, type SettingSubject } from "./subject";

const SETTING = choiceOf<RuleSetting>({ error: "须改", warning: "建议改", info: "提示", off: "关闭" });
const RULE_ID = /^[a-z]{1,30}\/[a-z0-9-]{1,60}$/u;

/** Rule switches and severities. A rule that a later version brings is kept by its id. */
export const ruleSwitches: SettingSubject<RuleSwitches> = {
  word: "规则",
  initial: new Map(),
  records: (switches) => [...switches].sort(([left], [right]) => (left < right ? -1 : 1)).map(([id, setting]) => [id, SETTING.word(setting)]),
  take(before, [id, word, ...more]) {
    const setting = SETTING.code(word);
    return id === undefined || !RULE_ID.test(id) || setting === null || more.length > 0 ? null : new Map([...before, [id, setting]]);
  },
};
