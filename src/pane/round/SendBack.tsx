/** 退回: what a unit reported goes back to it, with the reason; the cells stay open until it answers anew. */
import { Button, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { headerOf } from "../../core/ledger/columns";
import type { Conflict } from "../../core/round/mergeReturns";
import { ErrorIcon } from "../icons";
import { rowName } from "../places";
import { usePane } from "../usePane";
import { roundWords } from "../words/roundWords";

export function SendBack({ units, cells }: { readonly units: readonly string[]; readonly cells: readonly Conflict[] }) {
  const { words, session, state, act } = usePane();
  const own = roundWords(words).open;
  const [unit, setUnit] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const isBack = (name: string): boolean => state.inbox?.register.some((line) => line.unit === name && line.state === "returned") ?? false;
  const begin = (name: string): void => {
    setUnit(unit === name ? null : name);
    setReason(cells.map(({ row, column }) => own.backReason(rowName(words, row), headerOf(column))).join("；"));
  };
  return (
    <div className="tz-stack">
      {units.filter(isBack).map((name) => <p key={name} className="tz-sev tz-error"><ErrorIcon />{own.isBack(name)}</p>)}
      <div className="tz-row">
        {units.filter((name) => !isBack(name)).map((name) => (
          <Button key={name} size="small" appearance="subtle" aria-expanded={unit === name} onClick={() => begin(name)}>{own.back(name)}</Button>
        ))}
      </div>
      {unit !== null && (
        <div className="tz-stack">
          <Textarea aria-label={own.backTitle(unit)} value={reason} resize="vertical" style={{ width: "100%" }} onChange={(_event, { value }) => setReason(value)} />
          <div className="tz-row">
            <Button size="small" appearance="primary" disabled={state.busy !== null || reason.trim() === ""} onClick={() => act(async () => {
              await session.round.askBack(unit, reason.trim());
              setUnit(null);
            })}>{own.backDo}</Button>
            <Button size="small" onClick={() => setUnit(null)}>{words.cancel}</Button>
          </div>
        </div>
      )}
    </div>
  );
}
