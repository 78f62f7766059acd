/** Issued content that a unit changed, or a row that it added: the master stays unless a person accepts. */
import { Button, Textarea } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { proposalKey } from "../../app/proposalKey";
import { plainText } from "../../core/grid/grid";
import { headerOf } from "../../core/ledger/columns";
import type { ProposalLine } from "../../core/round/mergeReturns";
import type { RowId } from "../../core/round/round";
import { CellHead, roundPlace } from "../merge/cellName";
import { TextDiff } from "../TextDiff";
import { usePane } from "../usePane";

/** `lines`: one changed cell, or all cells of one new row. */
export function ProposalCard({ lines, sheetRows }: { readonly lines: readonly ProposalLine[]; readonly sheetRows: ReadonlyMap<RowId, number> }) {
  const { words, session, state, act } = usePane();
  const [line] = lines;
  if (!line) return null;
  const decline = (
    <Button size="small" appearance="subtle" disabled={state.busy !== null} onClick={() => act(() => session.round.decline(...lines.map(proposalKey)))}>{words.merge.decline}</Button>
  );
  return (
    <div className="tz-item">
      {line.row === null ? <h3 className="tz-strong" style={{ fontSize: 13 }}>{words.merge.newRow}</h3> : <CellHead row={line.row} column={line.column} sheetRows={sheetRows} />}
      <p className="tz-soft">{line.file.slice(line.file.lastIndexOf("/") + 1)} {line.at}</p>
      {line.row === null
        ? <NewRow lines={lines} decline={decline} />
        : <ChangedCell line={line} sheetRows={sheetRows} decline={decline} />}
    </div>
  );
}

function NewRow({ lines, decline }: { readonly lines: readonly ProposalLine[]; readonly decline: ReactNode }) {
  const { words } = usePane();
  return (
    <>
      <div className="tz-quote tz-tight">
        {lines.map(({ column, value, at }) => <p key={at}><span className="tz-soft">{headerOf(column)}: </span>{plainText(value)}</p>)}
      </div>
      <p className="tz-soft">{words.merge.newRowHint}</p>
      <div className="tz-row">{decline}</div>
    </>
  );
}

function ChangedCell({ line, sheetRows, decline }: { readonly line: ProposalLine; readonly sheetRows: ReadonlyMap<RowId, number>; readonly decline: ReactNode }) {
  const { words, session, state, master, act, language } = usePane();
  const [typed, setTyped] = useState<string | null>(null);
  const at = master && roundPlace(master.ledger, sheetRows, line.row, line.column);
  return (
    <>
      {line.change && <p className="tz-strong">{line.change[language]}</p>}
      <p><TextDiff from={line.master} to={line.value} whole /></p>
      {typed !== null && (
        <Textarea aria-label={words.merge.typedLabel} value={typed} resize="vertical" style={{ width: "100%" }} onChange={(_event, { value }) => setTyped(value)} />
      )}
      <div className="tz-row">
        {at && (
          <Button size="small" appearance="primary" disabled={state.busy !== null || typed?.trim() === ""} onClick={() => act(() => session.round.previewProposal(at, line.master, typed ?? line.value))}>
            {words.merge.accept}
          </Button>
        )}
        {decline}
        {at && <Button size="small" appearance="subtle" aria-expanded={typed !== null} onClick={() => setTyped(typed === null ? plainText(line.value) : null)}>{words.merge.typed}</Button>}
      </div>
    </>
  );
}
