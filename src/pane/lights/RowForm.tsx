/** 人工认定 or 调整时限 of one row, beside its light. */
import { Button } from "@fluentui/react-components";
import { useId, useState } from "react";
import { isMarked } from "../../core/lights/facts";
import type { LitRow } from "../../core/lights/litRow";
import type { LightSettings } from "../../core/lights/settings";
import { decisionFault } from "../../core/lights/settling";
import { rowName } from "../places";
import { usePane } from "../usePane";
import { DECIDING, DecisionFields, type Draft, OPEN_DRAFT } from "./DecisionFields";

interface Props {
  readonly lit: LitRow;
  readonly settings: LightSettings;
  /** The later day that the ledger names without a ground: the form begins with it. */
  readonly movedTo?: string | null;
}

export function RowForm({ lit, settings, movedTo = null }: Props) {
  const { words, session, state, act } = usePane();
  const [open, setOpen] = useState(false);
  const first = movedTo === null ? OPEN_DRAFT : { open: false, settlement: "adjust" as const, on: movedTo, ground: "" };
  const [draft, setDraft] = useState<Draft>(first);
  const [checked, setChecked] = useState(false);
  const id = useId();
  const name = rowName(words, lit.row.key);
  const close = (): void => {
    setOpen(false);
    setDraft(first);
    setChecked(false);
  };
  if (!open) return <div><button type="button" className="tz-link tz-link-plain" aria-expanded={false} aria-label={`${words.lights.decide} ${name}`.trim()} onClick={() => setOpen(true)}>{words.lights.decide}</button></div>;
  return (
    <form id={id} noValidate className="tz-stack" aria-label={`${words.lights.decide} ${name}`.trim()} onSubmit={(event) => {
      event.preventDefault();
      setChecked(true);
      if (draft.open || decisionFault(draft)) return;
      close();
      act(() => session.marking.decide([[lit.row, draft]], settings));
    }}>
      <DecisionFields draft={draft} outcomes={DECIDING} onChange={setDraft} name={name} checked={checked} canTakeBack={isMarked(lit.marks)} />
      <div className="tz-row">
        <Button size="small" type="submit" appearance="primary" disabled={draft.open || state.busy !== null}>{words.lights.take}</Button>
        <Button size="small" onClick={close}>{words.lights.close}</Button>
      </div>
    </form>
  );
}
