/** 发放 → 收件 → 合并 → 待办 → 写入: where the round stands, and the way to each step. */
import { type NextAct, nextAct, openNow } from "../../app/nextAct";
import { usePane } from "../usePane";
import { roundWords } from "../words/roundWords";

type Step = "dispatch" | "inbox" | "merge" | "open" | "write";

const STEP_OF: Readonly<Record<NextAct["kind"], Step>> = { collect: "inbox", ask: "inbox", merge: "merge", decide: "open", write: "write", urge: "inbox", report: "inbox" };

interface StepLine {
  readonly step: Step;
  readonly stands: string;
  /** Null where there is nothing to do yet. */
  readonly go: (() => void) | null;
}

export function Steps() {
  const { words: pane, session, state, act } = usePane();
  const words = roundWords(pane);
  const { inbox, merge } = state;
  const own = words.stepState;
  const answered = inbox?.register.filter((line) => line.state !== "missing" && line.state !== "returned").length ?? 0;
  const waiting = merge.unkept.length + (inbox?.files.filter((file) => file.waiting).length ?? 0);
  const open = openNow(state).length;
  const cells = merge.plan?.run.changes.length ?? 0;
  const steps: readonly StepLine[] = [
    { step: "dispatch", stands: inbox?.round ? own.sent : own.notSent, go: () => session.showScreen("dispatch") },
    { step: "inbox", stands: inbox ? own.answered(answered, inbox.register.length) : own.none, go: () => session.showScreen("inbox") },
    { step: "merge", stands: waiting > 0 ? own.waiting(waiting) : answered > 0 ? own.done : own.none, go: waiting + merge.sources.length > 0 ? () => act(() => session.round.planMerge()) : null },
    { step: "open", stands: open > 0 ? own.open(open) : merge.plan ? own.done : own.none, go: merge.plan ? () => session.showScreen("open") : null },
    { step: "write", stands: cells > 0 ? own.cells(cells) : merge.plan ? own.done : own.none, go: merge.plan ? () => act(() => session.round.previewMerge()) : null },
  ];
  const now = STEP_OF[nextAct(state).kind];
  return (
    <nav aria-label={words.steps}>
      <ol className="tz-steps">
        {steps.map(({ step, stands, go }) => (
          <li key={step}>
            <button type="button" className="tz-step" aria-current={step === now ? "step" : undefined} disabled={go === null || state.busy !== null} onClick={() => go?.()}>
              <span>{words.step[step]}</span>
              <span className="tz-soft">{stands}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
