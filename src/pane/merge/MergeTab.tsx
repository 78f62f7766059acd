/** 汇总: returned files come in, every cell's fate is shown, what differs is decided, what is settled is written. */
import { Button } from "@fluentui/react-components";
import type { MergePlan } from "../../app/merge";
import { headerOf } from "../../core/ledger/columns";
import type { CellFate } from "../../core/round/fate";
import { WarningIcon } from "../icons";
import { usePane } from "../usePane";
import { Conflicts } from "./Conflicts";
import { Decided } from "./Decided";
import { DropZone } from "./DropZone";
import { FateSum } from "./FateSum";
import { FileTable } from "./FileTable";
import { Flags, Missing, NotReturned } from "./Missing";
import { Proposals } from "./Proposals";

export function MergeTab() {
  const { words, session, state, act } = usePane();
  const { plan, sources, refused } = state.merge;
  const hasFiles = sources.length + refused.length > 0;
  const busy = state.busy !== null;
  return (
    <>
      <div className="tz-main">
        <DropZone />
        {!hasFiles && <p className="tz-soft">{words.merge.intro}</p>}
        {hasFiles && !plan && !busy && (
          <div className="tz-row">
            <span className="tz-grow">{words.merge.waiting}</span>
            <Button size="small" appearance="primary" onClick={() => act(() => session.planMerge())}>{words.merge.retry}</Button>
          </div>
        )}
        {plan && <Merged plan={plan} />}
      </div>
      {plan && hasFiles && (
        <div className="tz-foot">
          <Button appearance="primary" disabled={busy} onClick={() => act(() => session.previewMerge())}>{words.merge.settled}</Button>
          <span className="tz-soft tz-grow" style={{ minWidth: 140 }}>{words.merge.settledHint}</span>
        </div>
      )}
    </>
  );
}

/** Answers for which the master has no column: easily mended, and easily overlooked. */
function Lacking({ cells }: { readonly cells: readonly CellFate[] }) {
  const { words, session, state, act } = usePane();
  const lost = cells.filter(({ reason }) => reason === "masterLacksColumn");
  const columns = [...new Set(lost.flatMap(({ column }) => (column === null ? [] : [headerOf(column)])))];
  if (columns.length === 0) return null;
  return (
    <div className="tz-card tz-card-pad">
      <div className="tz-row" style={{ alignItems: "flex-start", flexWrap: "nowrap" }}>
        <WarningIcon className="tz-icon tz-warning" />
        <p className="tz-grow">{words.merge.lacking(columns.join(words.listSeparator), lost.length)}</p>
      </div>
      <div><Button size="small" disabled={state.busy !== null} onClick={() => act(() => session.planMerge())}>{words.merge.retry}</Button></div>
    </div>
  );
}

function Merged({ plan }: { readonly plan: MergePlan }) {
  const { run, sheetRows } = plan;
  return (
    <>
      <FateSum sum={run.sum} />
      <Lacking cells={run.cells} />
      <Conflicts conflicts={run.conflicts} sheetRows={sheetRows} />
      <Decided />
      <Proposals proposals={run.proposals} sheetRows={sheetRows} />
      <FileTable files={run.files} />
      <NotReturned units={run.notReturned} />
      <Missing missing={run.missing} sheetRows={sheetRows} />
      <Flags flags={run.flags} />
    </>
  );
}
