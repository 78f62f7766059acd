/** The one thing to do next, with its button. */
import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { nextAct } from "../../app/nextAct";
import { CopyButton } from "../CopyButton";
import { usePane } from "../usePane";
import { roundWords } from "../words/roundWords";
import { urgeText } from "./urgeText";

export function NextActCard() {
  const { words, session, state, act } = usePane();
  const own = roundWords(words).next;
  const { inbox } = state;
  const next = nextAct(state);
  const busy = state.busy !== null;
  const button = (label: string, go: () => void): ReactNode => <Button size="small" appearance="primary" disabled={busy} onClick={go}>{label}</Button>;
  const lines: Readonly<Record<typeof next.kind, () => readonly [string, ReactNode]>> = {
    collect: () => [own.collect, inbox?.round ? null : <Button size="small" disabled={busy} onClick={() => session.showScreen("dispatch")}>{roundWords(words).dispatch.title}</Button>],
    ask: () => [own.ask(next.kind === "ask" ? next.files : 0), button(own.askDo, () => session.showScreen("inbox"))],
    merge: () => [own.merge(next.kind === "merge" ? next.files : 0), button(own.mergeDo, () => act(() => session.round.planMerge()))],
    decide: () => [own.decide(next.kind === "decide" ? next.open : 0), button(own.decideDo, () => session.showScreen("open"))],
    write: () => [own.write(next.kind === "write" ? next.cells : 0), button(own.writeDo, () => act(() => session.round.previewMerge()))],
    urge: () => [own.urge(next.kind === "urge" ? next.units : 0), inbox && <CopyButton primary label={own.urgeDo} text={() => urgeText(inbox, words)} />],
    report: () => [own.report, button(own.reportDo, () => session.showScreen("report"))],
  };
  const [sentence, way] = lines[next.kind]();
  return (
    <div className="tz-next" role="group" aria-label={own.title}>
      <p><span className="tz-strong">{own.title}</span>{words.colon}{sentence}</p>
      {way && <div className="tz-row">{way}</div>}
    </div>
  );
}
