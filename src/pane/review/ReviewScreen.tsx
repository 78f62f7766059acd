/** 报送前检查: pass or fail by group, on one page, ending in 定稿. */
import { Button } from "@fluentui/react-components";
import type { ReviewGroup, ReviewLine, ReviewState } from "../../app/review";
import { ErrorIcon, GoodIcon, SeverityMark, WarningIcon } from "../icons";
import { PlaceButton } from "../places";
import { ScreenFrame } from "../ScreenFrame";
import { usePane } from "../usePane";

const SHOWN = 6;

export function ReviewScreen() {
  const { words, session, state, act } = usePane();
  const { review } = state;
  const busy = state.busy !== null;
  const failed = review?.groups.filter(({ state: how }) => how === "fail").length ?? 0;
  return (
    <ScreenFrame
      title={words.review.title}
      foot={review && <>
        <Button appearance="primary" disabled={busy} onClick={() => act(() => session.review.deliverFinal())}>{words.review.final}</Button>
        <Button disabled={busy} onClick={() => act(() => session.review.previewSheet())}>{words.review.sheet}</Button>
      </>}
    >
      {!review && <p className="tz-soft">{words.busy.checking}</p>}
      {review && <>
        <div className="tz-row" style={{ flexWrap: "nowrap" }}>
          <p className="tz-grow tz-soft">{words.review.head(review.date, review.content.rows, review.ignored)}</p>
          <Button size="small" disabled={busy} onClick={() => act(() => session.review.open())}>{words.check.again}</Button>
        </div>
        {review.groups.map((group) => <Group key={group.key} group={group} />)}
        <p className="tz-soft">{failed > 0 ? words.review.notReady(failed) : words.review.ready}</p>
        <p className="tz-soft">{words.review.finalHint}</p>
      </>}
    </ScreenFrame>
  );
}

function Group({ group: { key, state, lines } }: { readonly group: ReviewGroup }) {
  const { words } = usePane();
  const rest = lines.slice(SHOWN).reduce((sum, { count }) => sum + count, 0);
  return (
    <section className="tz-card tz-card-pad" aria-label={words.review.groups[key]}>
      <div className="tz-row" style={{ flexWrap: "nowrap" }}>
        <h3 className="tz-strong tz-grow">{words.review.groups[key]}</h3>
        <StateMark state={state} word={words.review.states[state]} />
      </div>
      {lines.length > 0 && <ul className="tz-plain">{lines.slice(0, SHOWN).map((line, index) => <li key={index}><Line line={line} /></li>)}</ul>}
      {rest > 0 && <p className="tz-soft">{words.review.more(rest)}</p>}
    </section>
  );
}

function Line({ line: { severity, words: said, count, at } }: { readonly line: ReviewLine }) {
  const { words, language } = usePane();
  return (
    <div className="tz-item">
      <p><SeverityMark severity={severity} word={words.check.severity[severity]} /> {said[language]}{count > 1 ? ` · ${words.check.places(count)}` : ""}</p>
      {at && <div><PlaceButton at={at} /></div>}
    </div>
  );
}

function StateMark({ state, word }: { readonly state: ReviewState; readonly word: string }) {
  const Icon = { pass: GoodIcon, look: WarningIcon, fail: ErrorIcon }[state];
  return <span className={`tz-sev tz-${{ pass: "info", look: "warning", fail: "error" }[state]}`}><Icon />{word}</span>;
}
