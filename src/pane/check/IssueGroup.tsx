/** One rule: its name, why it matters, and its issues. */
import { Button } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { issueKey } from "../../app/sessionState";
import { cellName } from "../../core/grid/a1";
import type { Issue, Severity } from "../../core/rules/rule";
import { sayMessage } from "../../core/rules/say";
import { Disclosure } from "../Disclosure";
import { IgnoreForm } from "./IgnoreForm";
import { SeverityMark } from "../icons";
import { LongList } from "../LongList";
import { PlaceButton, placeWords } from "../places";
import { TextDiff } from "../TextDiff";
import { usePane } from "../usePane";

export interface RuleIssues {
  readonly rule: string;
  readonly severity: Severity;
  readonly issues: readonly Issue[];
}

interface Props {
  readonly group: RuleIssues;
  readonly open: boolean;
  /** The issue that was stepped to last. */
  readonly now: string | null;
  readonly onToggle: (open: boolean) => void;
}

export function IssueGroup({ group, open, now, onToggle }: Props) {
  const { words, language, session, state, act } = usePane();
  const [ignoring, setIgnoring] = useState(false);
  const rule = state.rules.get(group.rule);
  const title = rule?.title[language] ?? group.rule;
  const fixable = group.issues.some(({ fixes }) => fixes.length > 0);
  const label = (
    <>
      <span className="tz-grow tz-tight" style={{ gap: 0 }}>
        <span className="tz-strong">{title}</span>
        <SeverityMark severity={group.severity} word={words.check.severity[group.severity]} />
      </span>
      <span className="tz-count">{group.issues.length}</span>
    </>
  );
  return (
    <Disclosure label={label} open={open} onToggle={onToggle}>
      {() => (
        <>
          {rule && <p className="tz-soft"><span className="tz-hidden">{words.check.why}: </span>{rule.why[language]}</p>}
          {group.issues.length > 1 && (
            <div className="tz-row">
              {fixable && <Button size="small" disabled={state.busy !== null} onClick={() => act(() => session.previewFixes(group.issues, false))}>{words.check.fixRule}</Button>}
              <Button size="small" appearance="subtle" aria-expanded={ignoring} onClick={() => setIgnoring(!ignoring)}>{words.check.ignoreRule}</Button>
            </div>
          )}
          {ignoring && <IgnoreForm issues={group.issues} wholeRule onClose={() => setIgnoring(false)} />}
          <LongList items={group.issues} label={title} keyOf={issueKey}>{(issue) => <IssueItem issue={issue} isNow={now === issueKey(issue)} />}</LongList>
        </>
      )}
    </Disclosure>
  );
}

const PLACES_SHOWN = 4;

function IssueItem({ issue, isNow }: { readonly issue: Issue; readonly isNow: boolean }) {
  const { words, language, session, state, master, act } = usePane();
  const [all, setAll] = useState(false);
  const [ignoring, setIgnoring] = useState(false);
  const item = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isNow) item.current?.scrollIntoView({ block: "nearest" });
  }, [isNow]);
  const rule = state.rules.get(issue.rule);
  const sentence = rule ? sayMessage(rule.say, issue.message, language) : issue.rule;
  const places = all ? issue.places : issue.places.slice(0, PLACES_SHOWN);
  const at = cellName(issue.at.row, issue.at.col);
  const fix = issue.fix ?? issue.fixes[0] ?? null;
  return (
    <div ref={item} className={isNow ? "tz-item tz-item-now" : "tz-item"} aria-current={isNow}>
      <p>{sentence}</p>
      {fix && <p><TextDiff from={fix.from} to={fix.to} /></p>}
      <div className="tz-row" style={{ gap: 6 }}>
        {places.map((place) => <PlaceButton key={`${place.sheet}!${place.row},${place.col}`} at={place} />)}
        {issue.places.length > places.length && (
          <button type="button" className="tz-link tz-link-plain" onClick={() => setAll(true)}>{words.morePlaces(issue.places.length - places.length)}</button>
        )}
        {issue.places.length === 1 && master && <span className="tz-soft">{placeWords(words, master.ledger, issue.at)}</span>}
      </div>
      <div className="tz-row">
        {fix
          ? <Button size="small" aria-label={words.check.fixThis(at)} disabled={state.busy !== null} onClick={() => act(() => session.previewFixes([issue], false))}>{words.check.fix}</Button>
          : <span className="tz-soft">{words.check.review}</span>}
        <Button size="small" appearance="subtle" aria-label={words.check.ignoreThis(at)} aria-expanded={ignoring} onClick={() => setIgnoring(!ignoring)}>{words.check.ignore}</Button>
      </div>
      {ignoring && <IgnoreForm issues={[issue]} onClose={() => setIgnoring(false)} />}
    </div>
  );
}
