/** Which rules speak, and how loudly: a person's choice for a workbook. */
import type { Rule, Severity } from "./rule";

export type RuleSetting = Severity | "off";

/** By rule id; a rule that is not here speaks as its file says. Ids that no rule has do nothing. */
export type RuleSwitches = ReadonlyMap<string, RuleSetting>;

/** The rules that are switched on, each with the severity a person gave it, in the order of the list. */
export function switchedRules(rules: readonly Rule[], switches: RuleSwitches): readonly Rule[] {
  if (switches.size === 0) return rules;
  return rules.flatMap((rule): readonly Rule[] => {
    const setting = switches.get(rule.id);
    if (setting === "off") return [];
    return setting === undefined || setting === rule.severity ? [rule] : [{ ...rule, severity: setting }];
  });
}
