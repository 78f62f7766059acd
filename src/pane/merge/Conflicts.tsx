/** Where units differ: every value beside the master's, and a person's decision. */
import { Button, Textarea } from "@fluentui/react-components";
import { type ReactNode, useId, useState } from "react";
import { isEmpty, plainText } from "../../core/grid/grid";
import type { Conflict } from "../../core/round/mergeReturns";
import type { Decision, RowId } from "../../core/round/round";
import { headerOf, typeOf } from "../../core/ledger/columns";
import { readNumber } from "../../core/text/readNumber";
import { LongList } from "../LongList";
import { TextDiff } from "../TextDiff";
import { usePane } from "../usePane";
import { CellHead } from "./cellName";

interface Props {
  readonly conflicts: readonly Conflict[];
  readonly sheetRows: ReadonlyMap<RowId, number>;
}

export function Conflicts({ conflicts, sheetRows }: Props) {
  const { words } = usePane();
  return (
    <section className="tz-stack" aria-label={words.merge.conflicts}>
      <div className="tz-row"><h2 className="tz-title tz-grow">{words.merge.conflicts}</h2><span className="tz-count">{conflicts.length}</span></div>
      {conflicts.length === 0 ? <p className="tz-soft">{words.merge.conflictsNone}</p> : (
        <LongList items={conflicts} label={words.merge.conflicts} keyOf={({ row, column }) => `${row}|${column}`}>
          {(conflict) => <ConflictCard conflict={conflict} sheetRows={sheetRows} />}
        </LongList>
      )}
    </section>
  );
}

const TYPED = "\u0000typed";
const MASTER = "master";

function ConflictCard({ conflict, sheetRows }: { readonly conflict: Conflict; readonly sheetRows: Props["sheetRows"] }) {
  const { words, session, state, act } = usePane();
  const { row, column, master, values } = conflict;
  const [take, setTake] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const name = useId();
  // One unit may speak in two files: then the file tells them apart.
  const names = values.map(({ unit, file }) => (values.filter((other) => other.unit === unit).length > 1 ? `${unit} (${file.slice(file.lastIndexOf("/") + 1)})` : unit));
  const ready = take !== null && (take !== TYPED || typed.trim() !== "");
  const decide = (): void => {
    if (take === null) return;
    const decision: Decision = take === TYPED ? { row, column, take: MASTER, value: typedValue(column, typed) } : { row, column, take };
    act(() => session.round.decide(decision));
  };
  const option = (value: string, title: string, content: ReactNode): ReactNode => (
    <label key={value} className={take === value ? "tz-option tz-option-on" : "tz-option"}>
      <input type="radio" name={name} checked={take === value} aria-label={title} onChange={() => setTake(value)} />
      <div><span className="tz-strong">{title}</span>{content}</div>
    </label>
  );
  return (
    <div className="tz-card tz-card-pad" style={{ marginBottom: 8 }}>
      <CellHead row={row} column={column} sheetRows={sheetRows} />
      <fieldset className="tz-options">
        <legend className="tz-hidden">{words.row(row)} {headerOf(column)}</legend>
        {option(MASTER, words.merge.masterKeep, <p>{plainText(master) === "" ? <span className="tz-soft">{words.empty}</span> : plainText(master)}</p>)}
        {values.map(({ unit, value, file, at }, index) => option(file, names[index] ?? unit, (
          <>
            <p><TextDiff from={index > 0 && isEmpty(master) ? (values[0]?.value ?? null) : master} to={value} whole /></p>
            <p className="tz-soft">{file.slice(file.lastIndexOf("/") + 1)} {at}</p>
          </>
        )))}
        {option(TYPED, words.merge.typed, take === TYPED && (
          <Textarea aria-label={words.merge.typedLabel} value={typed} resize="vertical" style={{ width: "100%" }} onChange={(_event, { value }) => setTyped(value)} />
        ))}
      </fieldset>
      <div><Button size="small" appearance="primary" disabled={!ready || state.busy !== null} onClick={decide}>{words.merge.decide}</Button></div>
    </div>
  );
}

/** What was typed, as its column keeps values: figures as numbers. */
function typedValue(column: string, typed: string): string | number {
  const text = typed.trim();
  return typeOf(column) === "number" ? (readNumber(text)?.value ?? text) : text;
}
