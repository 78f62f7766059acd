/** 待办: what a person decides, question by question; what is settled can be written at any time. */
import { Button } from "@fluentui/react-components";
import { useMemo } from "react";
import type { MergePlan } from "../../app/merge";
import { openNow } from "../../app/nextAct";
import type { OpenQuestion } from "../../app/openQuestions";
import { proposalKey } from "../../app/proposalKey";
import { headerOf } from "../../core/ledger/columns";
import { Disclosure } from "../Disclosure";
import { LongList } from "../LongList";
import { ScreenFrame } from "../ScreenFrame";
import { usePane } from "../usePane";
import { roundWords } from "../words/roundWords";
import { Decided } from "./Decided";
import { DifferGroup } from "./DifferGroup";
import { PolicyQuestion } from "./PolicyQuestion";
import { ProposalCard } from "./ProposalCard";
import { TwiceGroup } from "./TwiceGroup";

export function OpenScreen() {
  const { words, session, state, act } = usePane();
  const { plan } = state.merge;
  const own = roundWords(words).open;
  const questions = useMemo(() => openNow({ merge: state.merge, opened: state.opened }), [state.merge, state.opened]);
  const busy = state.busy !== null;
  const foot = plan && (
    <>
      <Button appearance="primary" disabled={busy} onClick={() => act(() => session.round.previewMerge())}>{words.merge.settled}</Button>
      <span className="tz-soft tz-grow" style={{ minWidth: 140 }}>{words.merge.settledHint}</span>
    </>
  );
  return (
    <ScreenFrame title={own.title} foot={foot}>
      {!plan && <p>{own.noPlan}</p>}
      {plan && questions.length === 0 && <p>{own.none}</p>}
      {plan && questions.length > 0 && (
        <div className="tz-row">
          <span className="tz-grow">{own.count(questions.length, questions.reduce((sum, question) => sum + cellsOf(question), 0))}</span>
          <Button size="small" disabled={busy} onClick={() => act(() => session.round.previewOpenList())}>{own.list}</Button>
        </div>
      )}
      {plan && questions.map((question, index) => <Question key={keyOf(question)} question={question} plan={plan} startsOpen={index === 0} />)}
      <Decided />
    </ScreenFrame>
  );
}

/** The cells of a policy are counted where they differ. */
function cellsOf(question: OpenQuestion): number {
  switch (question.kind) {
    case "policy":
      return 0;
    case "twice":
    case "differ":
      return question.cells.length;
    case "changed":
      return question.lines.length;
    case "added":
      return question.rows.length;
  }
}

function keyOf(question: OpenQuestion): string {
  switch (question.kind) {
    case "policy":
      return `policy|${question.column}`;
    case "twice":
      return `twice|${question.unit}`;
    case "differ":
      return `differ|${question.column}|${question.units.join("|")}`;
    case "changed":
    case "added":
      return `${question.kind}|${question.unit}|${question.file}`;
  }
}

interface Props {
  readonly question: OpenQuestion;
  readonly plan: MergePlan;
  readonly startsOpen: boolean;
}

function Question({ question, plan: { sheetRows }, startsOpen }: Props) {
  const { words, session, state, act } = usePane();
  const own = roundWords(words).open;
  if (question.kind === "policy") return <PolicyQuestion column={question.column} cells={question.cells} />;
  const [title, count] = [titleOf(question), cellsOf(question)];
  return (
    <section aria-label={title}>
      <Disclosure startsOpen={startsOpen} label={<><span className="tz-grow tz-strong">{title}</span><span className="tz-count">{count}</span></>}>
        {() => {
          switch (question.kind) {
            case "twice":
              return <TwiceGroup question={question} sheetRows={sheetRows} />;
            case "differ":
              return <DifferGroup question={question} sheetRows={sheetRows} />;
            case "changed":
            case "added": {
              const cards = question.kind === "changed" ? question.lines.map((line) => [line]) : question.rows;
              return (
                <>
                  <p className="tz-soft">{words.merge.proposalHint}</p>
                  {cards.length > 1 && <div><Button size="small" disabled={state.busy !== null} onClick={() => act(() => session.round.decline(...cards.flat().map(proposalKey)))}>{own.declineAll}</Button></div>}
                  <LongList items={cards} label={title} keyOf={([first], index) => `${first?.at ?? ""}|${index}`}>
                    {(lines) => <ProposalCard lines={lines} sheetRows={sheetRows} />}
                  </LongList>
                </>
              );
            }
          }
        }}
      </Disclosure>
    </section>
  );

  function titleOf(asked: Exclude<OpenQuestion, { kind: "policy" }>): string {
    switch (asked.kind) {
      case "twice":
        return own.twice(asked.unit, asked.files.length);
      case "differ":
        return own.differ(headerOf(asked.column), asked.units.join(words.listSeparator));
      case "changed":
        return own.changed(asked.unit);
      case "added":
        return own.added(asked.unit);
    }
  }
}
