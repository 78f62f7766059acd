/** Every rule with how loudly it speaks, group by group. */
import { useMemo, useState } from "react";
import type { RuleWords } from "../../app/engine";
import { RULE_GROUPS, type RuleGroup, SEVERITIES } from "../../core/rules/rule";
import type { RuleSetting, RuleSwitches as Switches } from "../../core/rules/switches";
import { Disclosure } from "../Disclosure";
import { LongList } from "../LongList";
import { usePane } from "../usePane";

interface Props {
  readonly switches: Switches;
  readonly onChange: (switches: Switches) => void;
}

const SETTINGS: readonly RuleSetting[] = [...SEVERITIES, "off"];

export function RuleSwitches({ switches, onChange }: Props) {
  const { words, state } = usePane();
  const [open, setOpen] = useState<RuleGroup | null>(null);
  const rules = useMemo(() => [...state.rules.values()], [state.rules]);
  return (
    <div className="tz-stack">
      {RULE_GROUPS.map((group) => {
        const own = rules.filter((rule) => rule.group === group);
        const changed = own.filter(({ id }) => switches.has(id)).length;
        const label = (
          <>
            <span className="tz-grow tz-strong">{words.settings.groups[group]}</span>
            {changed > 0 && <span className="tz-soft">{words.settings.changed(changed)}</span>}
            <span className="tz-count">{own.length}</span>
          </>
        );
        return (
          <Disclosure key={group} label={label} open={open === group} onToggle={(opens) => setOpen(opens ? group : null)}>
            {() => <LongList items={own} label={words.settings.groups[group]} keyOf={({ id }) => id}>{(rule) => <RuleSwitch rule={rule} setting={switches.get(rule.id)} onChoose={(setting) => onChange(withSetting(switches, rule, setting))} />}</LongList>}
          </Disclosure>
        );
      })}
    </div>
  );
}

/** A rule that speaks as it does by itself needs no entry. */
function withSetting(switches: Switches, { id, severity }: RuleWords, setting: RuleSetting): Switches {
  const next = new Map(switches);
  if (setting === severity) next.delete(id);
  else next.set(id, setting);
  return next;
}

interface RuleSwitchProps {
  readonly rule: RuleWords;
  readonly setting: RuleSetting | undefined;
  readonly onChoose: (setting: RuleSetting) => void;
}

function RuleSwitch({ rule, setting, onChoose }: RuleSwitchProps) {
  const { words, language } = usePane();
  return (
    <label className="tz-item tz-field">
      <span className="tz-grow" title={rule.why[language]}>{rule.title[language]}</span>
      <select className="tz-select" value={setting ?? rule.severity} onChange={(event) => {
        const chosen = SETTINGS.find((own) => own === event.target.value);
        if (chosen) onChoose(chosen);
      }}>
        {SETTINGS.map((own) => <option key={own} value={own}>{own === "off" ? words.settings.off : words.check.severity[own]}{own === rule.severity ? words.settings.usual : ""}</option>)}
      </select>
    </label>
  );
}
