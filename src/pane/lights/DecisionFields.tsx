/** What a person decides of a row: an outcome, a new date where the deadline moves, and the ground, without which nothing counts. */
import { Field, Input, Select } from "@fluentui/react-components";
import { LIGHTS } from "../../core/lights/light";
import { decisionFault, type RowDecision, type Settlement } from "../../core/lights/settling";
import { usePane } from "../usePane";
import type { PaneWords } from "../words/zh";

/** The outcomes of a first settling, in their order. */
export const SETTLING: readonly Exclude<Settlement, null>[] = ["done", "not-done", "adjust", "dropped"];
/** Every outcome that a single row may be given. */
export const DECIDING: readonly Exclude<Settlement, null>[] = [...SETTLING, ...LIGHTS.filter((light) => light !== "done")];

export interface Draft extends RowDecision {
  /** Nothing is chosen yet. */
  readonly open: boolean;
}

export const OPEN_DRAFT: Draft = { open: true, settlement: null, on: "", ground: "" };
const TAKE_BACK = "take-back";

/** The name of an outcome. */
export function outcomeName(words: PaneWords, settlement: Settlement): string {
  const { takeBack, adjust, notDone, dropped, light } = words.lights;
  const names = { ...light, adjust, "not-done": notDone, dropped };
  return settlement === null ? takeBack : names[settlement];
}

interface Props {
  readonly draft: Draft;
  readonly outcomes: readonly Exclude<Settlement, null>[];
  readonly onChange: (draft: Draft) => void;
  /** What was decided before may be taken back. */
  readonly canTakeBack?: boolean;
  /** Tells the fields of one row from those of another. */
  readonly name: string;
  /** Say what is missing. */
  readonly checked: boolean;
}

export function DecisionFields({ draft, outcomes, onChange, canTakeBack = false, name, checked }: Props) {
  const { words } = usePane();
  const fault = draft.open || !checked ? null : decisionFault(draft);
  const message = (kind: typeof fault) => (fault === kind && kind !== null ? { validationMessage: words.lights.fault[kind] } : {});
  const choose = (value: string): void => {
    const settlement = outcomes.find((one) => one === value) ?? null;
    onChange({ ...draft, open: value === "", settlement });
  };
  return (
    <div className="tz-stack">
      <Select size="small" aria-label={`${words.lights.outcome} ${name}`.trim()} value={draft.open ? "" : (draft.settlement ?? TAKE_BACK)} onChange={(_event, { value }) => choose(value)}>
        <option value="">{words.lights.keep}</option>
        {outcomes.map((one) => <option key={one} value={one}>{outcomeName(words, one)}</option>)}
        {canTakeBack && <option value={TAKE_BACK}>{words.lights.takeBack}</option>}
      </Select>
      {!draft.open && draft.settlement === "adjust" && (
        <Field label={words.lights.newDate} size="small" required {...message("noDate")}>
          <Input size="small" type="date" value={draft.on} onChange={(_event, { value }) => onChange({ ...draft, on: value })} />
        </Field>
      )}
      {!draft.open && draft.settlement !== null && (
        <Field label={words.lights.ground} size="small" required {...message("noGround")}>
          <Input size="small" value={draft.ground} placeholder={words.lights.groundHint} onChange={(_event, { value }) => onChange({ ...draft, ground: value })} />
        </Field>
      )}
    </div>
  );
}
