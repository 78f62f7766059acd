/** Issued content that a unit changed, and rows that it added: the master stays unless a person accepts. */
import { Button, Textarea } from "@fluentui/react-components";
import { type ReactNode, useMemo, useState } from "react";
import { proposalKey } from "../../app/sessionState";
import { plainText } from "../../core/grid/grid";
import { headerOf } from "../../core/ledger/columns";
import type { ProposalLine } from "../../core/round/mergeReturns";
import type { RowId } from "../../core/round/round";
import { LongList } from "../LongList";
import { TextDiff } from "../TextDiff";
import { usePane } from "../usePane";
import { CellHead, roundPlace } from "./cellName";

interface Props {
  readonly proposals: readonly ProposalLine[];
  readonly sheetRows: ReadonlyMap<RowId, number>;
}

export function Proposals({ proposals, sheetRows }: Props) {
  const { words, state } = usePane();
  const { declined } = state.merge;
  const groups = useMemo(() => {
    const open = proposals.filter((line) => !declined.has(proposalKey(line)) && plainText(line.value) !== plainText(line.master));
    return [...open.filter(({ row }) => row !== null).map((line) => [line]), ...newRows(open)];
  }, [proposals, declined]);
  return (
    <section className="tz-stack" aria-label={words.merge.proposals}>
      <div className="tz-row"><h2 className="tz-title tz-grow">{words.merge.proposals}</h2><span className="tz-count">{groups.length}</span></div>
      {groups.length === 0 ? <p className="tz-soft">{words.merge.proposalsNone}</p> : (
        <>
          <p className="tz-soft">{words.merge.proposalHint}</p>
          <LongList items={groups} label={words.merge.proposals} keyOf={([first]) => (first ? proposalKey(first) : "")}>
            {(lines) => <ProposalCard lines={lines} sheetRows={sheetRows} />}
          </LongList>
        </>
      )}
    </section>
  );
}

/** Cells of one new row stand together: a row of a sheet of a file. */
function newRows(open: readonly ProposalLine[]): readonly (readonly ProposalLine[])[] {
  const rows = new Map<string, ProposalLine[]>();
  for (const line of open) {
    if (line.row !== null) continue;
    const key = `${line.file}|${line.at.replace(/[A-Z]+(\d+)$/u, "$1")}`;
    rows.set(key, [...(rows.get(key) ?? []), line]);
  }
  return [...rows.values()];
}

function ProposalCard({ lines, sheetRows }: { readonly lines: readonly ProposalLine[]; readonly sheetRows: Props["sheetRows"] }) {
  const { words, session } = usePane();
  const [line] = lines;
  if (!line) return null;
  const decline = (
    <Button size="small" appearance="subtle" onClick={() => {
      for (const own of lines) session.round.decline(proposalKey(own));
    }}>{words.merge.decline}</Button>
  );
  return (
    <div className="tz-card tz-card-pad" style={{ marginBottom: 8 }}>
      {line.row === null ? <h3 className="tz-strong" style={{ fontSize: 13 }}>{words.merge.newRow}</h3> : <CellHead row={line.row} column={line.column} sheetRows={sheetRows} />}
      <p className="tz-soft">{line.unit} · {line.file.slice(line.file.lastIndexOf("/") + 1)} {line.at}</p>
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

function ChangedCell({ line, sheetRows, decline }: { readonly line: ProposalLine; readonly sheetRows: Props["sheetRows"]; readonly decline: ReactNode }) {
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
