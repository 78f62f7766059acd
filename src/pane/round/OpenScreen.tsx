/** 待办: what a person decides before the rest can be written. */
import { Button } from "@fluentui/react-components";
import { Conflicts } from "../merge/Conflicts";
import { Decided } from "../merge/Decided";
import { Proposals } from "../merge/Proposals";
import { ScreenFrame } from "../ScreenFrame";
import { usePane } from "../usePane";

export function OpenScreen() {
  const { words, session, state, act } = usePane();
  const { plan } = state.merge;
  const foot = plan && (
    <>
      <Button appearance="primary" disabled={state.busy !== null} onClick={() => act(() => session.round.previewMerge())}>{words.merge.settled}</Button>
      <span className="tz-soft tz-grow" style={{ minWidth: 140 }}>{words.merge.settledHint}</span>
    </>
  );
  return (
    <ScreenFrame title={words.round.step.open} foot={foot}>
      {plan && (
        <>
          <Conflicts conflicts={plan.run.conflicts} sheetRows={plan.sheetRows} />
          <Decided />
          <Proposals proposals={plan.run.proposals} sheetRows={plan.sheetRows} />
        </>
      )}
    </ScreenFrame>
  );
}
