/** Every rule in one place: what it looks for, why, and an example. */
import { useEffect, useMemo } from "react";
import type { RuleWords } from "../../app/engine";
import { LongList } from "../LongList";
import { RULE_GROUPS } from "../../core/rules/rule";
import { Disclosure } from "../Disclosure";
import { SeverityMark } from "../icons";
import { ScreenFrame } from "../ScreenFrame";
import { usePane } from "../usePane";

export function GuideScreen() {
  const { words, session, state, act } = usePane();
  useEffect(() => act(() => session.learnRules()), [act, session]);
  const rules = useMemo(() => [...state.rules.values()], [state.rules]);
  return (
    <ScreenFrame title={words.guide.title}>
      <p className="tz-soft">{words.guide.hint}</p>
      <div className="tz-stack">
        {RULE_GROUPS.map((group) => {
          const own = rules.filter((rule) => rule.group === group);
          return (
            <Disclosure key={group} label={<><span className="tz-grow tz-strong">{words.settings.groups[group]}</span><span className="tz-count">{own.length}</span></>}>
              {() => <LongList items={own} label={words.settings.groups[group]} keyOf={({ id }) => id}>{(rule) => <RuleItem rule={rule} />}</LongList>}
            </Disclosure>
          );
        })}
      </div>
    </ScreenFrame>
  );
}

function RuleItem({ rule }: { readonly rule: RuleWords }) {
  const { words, language } = usePane();
  return (
    <div className="tz-item">
      <p><span className="tz-strong">{rule.title[language]}</span> <SeverityMark severity={rule.severity} word={words.check.severity[rule.severity]} /></p>
      <p>{rule.why[language]}</p>
      <p className="tz-soft">{words.guide.example}{words.colon}{rule.example}</p>
      <p className="tz-soft">{rule.id}</p>
    </div>
  );
}
