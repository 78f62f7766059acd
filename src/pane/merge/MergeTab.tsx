/** 汇总: what came and where it goes, led step by step; what is settled is written. */
import { Button } from "@fluentui/react-components";
import { useEffect } from "react";
import type { MergePlan } from "../../app/merge";
import { headerOf } from "../../core/ledger/columns";
import type { CellFate } from "../../core/round/fate";
import { WarningIcon } from "../icons";
import { NextActCard } from "../round/NextAct";
import { Steps } from "../round/Steps";
import { usePane } from "../usePane";
import { roundWords } from "../words/roundWords";
import { DropZone } from "./DropZone";
import { FateSum } from "./FateSum";
import { FileTable } from "./FileTable";
import { Flags, Missing } from "./Missing";

export function MergeTab() {
  const { words, session, state, master, act } = usePane();
  useEffect(() => act(() => session.round.look()), [act, session, master]);
  const { plan, refused } = state.merge;
  return (
    <>
      <div className="tz-main">
        <Steps />
        <NextActCard />
        <DropZone />
        <div className="tz-row">
          <Button size="small" onClick={() => session.showScreen("paste")}>{roundWords(words).inbox.paste}</Button>
          <Button size="small" onClick={() => session.showScreen("report")}>{roundWords(words).report.open}</Button>
          <Button size="small" appearance="subtle" onClick={() => session.showScreen("mergeSettings")}>{roundWords(words).settings.open}</Button>
        </div>
        {plan && <Merged plan={plan} />}
        {!plan && refused.length > 0 && <FileTable files={[]} />}
        {!plan && refused.length === 0 && <p className="tz-soft">{words.merge.intro}</p>}
      </div>
      {plan && (
        <div className="tz-foot">
          <Button appearance="primary" disabled={state.busy !== null} onClick={() => act(() => session.round.previewMerge())}>{words.merge.settled}</Button>
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
      <div><Button size="small" disabled={state.busy !== null} onClick={() => act(() => session.round.addColumns())}>{roundWords(words).settings.addColumns}</Button></div>
    </div>
  );
}

function Merged({ plan }: { readonly plan: MergePlan }) {
  const { run, sheetRows } = plan;
  return (
    <>
      <FateSum sum={run.sum} />
      <Lacking cells={run.cells} />
      <FileTable files={run.files} />
      <Missing missing={run.missing} sheetRows={sheetRows} />
      <Flags flags={run.flags} />
    </>
  );
}
