/** 检查: what is odd, by rule, with the reason, every place and the way to put it right. */
import { Button } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { issueKey } from "../../app/sessionState";
import type { Issue, Severity } from "../../core/rules/rule";
import { GoodIcon, SeverityMark } from "../icons";
import { usePane } from "../usePane";
import { IssueGroup, type RuleIssues } from "./IssueGroup";
import { Walk } from "./Walk";

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

export function CheckTab() {
  const { words, session, state, act } = usePane();
  const { issues } = state;
  if (!issues) {
    return (
      <div className="tz-main">
        <div className="tz-intro">
          <p>{words.check.intro}</p>
          <Button appearance="primary" disabled={state.busy !== null} onClick={() => act(() => session.check())}>{words.check.start}</Button>
          <Button disabled={state.busy !== null} onClick={() => act(() => session.review.open())}>{words.check.beforeSending}</Button>
        </div>
      </div>
    );
  }
  return <Found issues={issues} />;
}

function Found({ issues }: { readonly issues: readonly Issue[] }) {
  const { words, session, state, master, act } = usePane();
  const [only, setOnly] = useState<Severity | null>(null);
  const [openRule, setOpenRule] = useState<string | null>(null);
  const [now, setNow] = useState<string | null>(null);
  const open = issues;
  const shown = useMemo(() => (only ? open.filter(({ severity }) => severity === only) : open), [open, only]);
  const groups = useMemo(() => groupByRule(shown, [...state.rules.keys()]), [shown, state.rules]);
  const { counts, safe } = useMemo(() => tallyOf(open), [open]);
  const ignored = master?.store.settings.ignored.length ?? 0;
  return (
    <>
      <div className="tz-main">
        {state.stale && <p className="tz-sev tz-warning" style={{ whiteSpace: "normal" }}>{words.opened.stale}</p>}
        <div className="tz-row">
          <h2 className="tz-title tz-grow">{open.length > 0 ? words.check.summary(open.length) : ""}</h2>
          <Button size="small" appearance={state.stale ? "primary" : "secondary"} disabled={state.busy !== null} onClick={() => act(() => session.check())}>{words.check.again}</Button>
        </div>
        {state.looksUnseen && master?.store.settings.form !== "none" && <p className="tz-soft">{words.check.looksUnseen}</p>}
        {open.length === 0 && (
          <div className="tz-intro"><p className="tz-row"><GoodIcon /><span className="tz-grow">{words.check.clean(master?.ledger.rows.length ?? 0)}</span></p></div>
        )}
        {open.length > 0 && (
          <div className="tz-chips" role="group" aria-label={words.check.filter}>
            <button type="button" className="tz-chip" aria-pressed={only === null} onClick={() => setOnly(null)}>{words.check.all} {open.length}</button>
            {SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => (
              <button key={severity} type="button" className="tz-chip" aria-pressed={only === severity} onClick={() => setOnly(only === severity ? null : severity)}>
                <SeverityMark severity={severity} word={words.check.severity[severity]} /> {counts[severity]}
              </button>
            ))}
          </div>
        )}
        {ignored > 0 && (
          <div className="tz-row tz-soft">
            <span>{words.check.ignored(ignored)}</span>
            <Button size="small" onClick={() => session.showScreen("ignored")}>{words.check.showIgnored}</Button>
          </div>
        )}
        <div className="tz-row">
          <Button size="small" disabled={state.busy !== null} onClick={() => act(() => session.review.open())}>{words.check.beforeSending}</Button>
          <Button size="small" appearance="subtle" onClick={() => session.showScreen("guide")}>{words.guide.open}</Button>
        </div>
        <div className="tz-stack">
          {groups.map((group) => (
            <IssueGroup key={group.rule} group={group} open={openRule === group.rule} now={now} onToggle={(opens) => setOpenRule(opens ? group.rule : null)} />
          ))}
        </div>
      </div>
      {shown.length > 0 && (
        <div className="tz-foot">
          <Walk
            issues={shown}
            onStep={(issue) => {
              setOpenRule(issue.rule);
              setNow(issueKey(issue));
            }}
          />
          {safe && (
            <Button appearance="primary" title={words.check.fixAllHint} disabled={state.busy !== null} onClick={() => act(() => session.previewAllSafe())}>{words.check.fixAll}</Button>
          )}
        </div>
      )}
    </>
  );
}

/** Issues by severity, and whether any can be fixed unasked: counted once for all screens of a large ledger. */
function tallyOf(issues: readonly Issue[]): { readonly counts: Readonly<Record<Severity, number>>; readonly safe: boolean } {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { severity } of issues) counts[severity] += 1;
  return { counts, safe: issues.some(({ fixes }) => fixes.some((fix) => fix.safe)) };
}

/** Worst first, then in the order of the list of rules. */
function groupByRule(issues: readonly Issue[], order: readonly string[]): readonly RuleIssues[] {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const own = groups.get(issue.rule);
    if (own) own.push(issue);
    else groups.set(issue.rule, [issue]);
  }
  const place = new Map(order.map((rule, index) => [rule, index]));
  return [...groups]
    .map(([rule, own]) => ({ rule, severity: own[0]?.severity ?? "info", issues: own }))
    .sort((left, right) => SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) || (place.get(left.rule) ?? 0) - (place.get(right.rule) ?? 0));
}
