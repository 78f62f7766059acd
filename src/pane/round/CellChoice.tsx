/** One cell on which units differ: what went out, the master, each unit's value with what differs, and a person's decision. */
import { Button, Textarea } from "@fluentui/react-components";
import { type ReactNode, useId, useState } from "react";
import { isEmpty, plainText } from "../../core/grid/grid";
import { type ColumnKey, headerOf, ownerOf, typeOf } from "../../core/ledger/columns";
import type { Conflict } from "../../core/round/mergeReturns";
import { sayDoubt } from "../../core/round/policies/doubt";
import { offeredPolicies } from "../../core/round/policies/offered";
import type { Decision, RowId } from "../../core/round/round";
import { readNumber } from "../../core/text/readNumber";
import { Choice } from "../Choice";
import { CellHead } from "../merge/cellName";
import { TextDiff } from "../TextDiff";
import { usePane } from "../usePane";
import { roundWords } from "../words/roundWords";

const TYPED = "\u0000typed";
const MASTER = "master";

export function CellChoice({ cell, sheetRows }: { readonly cell: Conflict; readonly sheetRows: ReadonlyMap<RowId, number> }) {
  const { words, session, state, act, language } = usePane();
  const { row, column, base, master, values, doubt } = cell;
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
    <div className="tz-item">
      <CellHead row={row} column={column} sheetRows={sheetRows} />
      {plainText(base) !== plainText(master) && !isEmpty(base) && <p className="tz-soft">{roundWords(words).open.base}{words.colon}{plainText(base)}</p>}
      {doubt && <p>{sayDoubt(doubt, language)}</p>}
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
      {ownerOf(column) === "shared" && <RowPolicy row={row} column={column} />}
      <div><Button size="small" appearance="primary" disabled={!ready || state.busy !== null} onClick={decide}>{words.merge.decide}</Button></div>
    </div>
  );
}

/** One cell settled otherwise than its column. */
function RowPolicy({ row, column }: { readonly row: RowId; readonly column: ColumnKey }) {
  const { words, session, master, act } = usePane();
  const chosen = master?.store.settings.rowPolicies.get(row)?.get(column) ?? "";
  const options = offeredPolicies(column).map((policy) => [policy, roundWords(words).settings.policies[policy]] as const);
  return <Choice label={roundWords(words).open.rowPolicy} value={chosen} options={[["", roundWords(words).open.asColumn], ...options]} onChoose={(policy) => act(() => session.round.chooseRowPolicy(row, column, policy === "" ? null : policy))} />;
}

/** What was typed, as its column keeps values: figures as numbers. */
function typedValue(column: string, typed: string): string | number {
  const text = typed.trim();
  return typeOf(column) === "number" ? (readNumber(text)?.value ?? text) : text;
}
