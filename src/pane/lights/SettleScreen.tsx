/** 首次建账: what is past due and unreported, as one list that a person settles at once. */
import { Button, Field, Input, Select } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { LitRow } from "../../core/lights/litRow";
import type { LightSettings } from "../../core/lights/settings";
import { decisionFault, type Settlement } from "../../core/lights/settling";
import { LongList } from "../LongList";
import { PlaceButton, rowName, taskOf } from "../places";
import { usePane } from "../usePane";
import { DecisionFields, type Draft, OPEN_DRAFT, outcomeName, SETTLING } from "./DecisionFields";
import { sayLight } from "./sayLight";

interface Props {
  readonly rows: readonly LitRow[];
  readonly settings: LightSettings;
  readonly onClose: () => void;
}

export function SettleScreen({ rows, settings, onClose }: Props) {
  const { words, session, state, act } = usePane();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [drafts, setDrafts] = useState<ReadonlyMap<number, Draft>>(new Map());
  const [checked, setChecked] = useState(false);
  const chosen = rows.flatMap(({ row }) => {
    const draft = drafts.get(row.gridRow) ?? OPEN_DRAFT;
    return draft.open ? [] : [[row, draft] as const];
  });
  const put = (gridRow: number, draft: Draft): void => setDrafts((before) => new Map([...before, [gridRow, draft]]));
  const fill = (settlement: Settlement, ground: string): void => setDrafts((before) => new Map([
    ...before, ...rows.filter(({ row }) => before.get(row.gridRow)?.open ?? true).map(({ row }) => [row.gridRow, { open: false, settlement, on: "", ground }] as const),
  ]));
  const take = (): void => {
    setChecked(true);
    if (chosen.some(([, draft]) => decisionFault(draft) !== null)) return;
    onClose();
    act(() => session.marking.decide(chosen, settings));
  };
  return (
    <>
      <div className="tz-main">
        <h2 ref={heading} tabIndex={-1} className="tz-title">{words.lights.settleTitle}</h2>
        <p className="tz-soft">{words.lights.settleWhy}</p>
        <FillAll onFill={fill} />
        <div className="tz-card tz-card-pad" style={{ paddingTop: 2, paddingBottom: 2 }}>
          <LongList items={rows} label={words.lights.settleTitle} keyOf={({ row }) => String(row.gridRow)}>
            {(lit, index) => (
              <SettleItem lit={lit} isFirst={index === 0} draft={drafts.get(lit.row.gridRow) ?? OPEN_DRAFT} checked={checked} onChange={(draft) => put(lit.row.gridRow, draft)} />
            )}
          </LongList>
        </div>
      </div>
      <div className="tz-foot">
        <Button appearance="primary" disabled={chosen.length === 0 || state.busy !== null} onClick={take}>{words.lights.settleTake(chosen.length)}</Button>
        <Button onClick={onClose}>{words.lights.back}</Button>
        {chosen.length === 0 && <span className="tz-soft tz-grow">{words.lights.settleNone}</span>}
      </div>
    </>
  );
}

/** Gives every row that is still open the same outcome and ground; a new date is each row's own. */
function FillAll({ onFill }: { readonly onFill: (settlement: Settlement, ground: string) => void }) {
  const { words } = usePane();
  const outcomes = SETTLING.filter((one) => one !== "adjust");
  const [chosen, setChosen] = useState<Settlement>("done");
  const [ground, setGround] = useState<string>(words.lights.settleGround);
  return (
    <div className="tz-card tz-card-pad">
      <Field label={words.lights.settleAll} size="small">
        <Select size="small" value={chosen ?? ""} onChange={(_event, { value }) => setChosen(outcomes.find((one) => one === value) ?? "done")}>
          {outcomes.map((one) => <option key={one} value={one}>{outcomeName(words, one)}</option>)}
        </Select>
      </Field>
      <div className="tz-row" style={{ alignItems: "flex-end" }}>
        <Field label={words.lights.ground} size="small" className="tz-grow" style={{ minWidth: 140 }}>
          <Input size="small" value={ground} placeholder={words.lights.groundHint} onChange={(_event, { value }) => setGround(value)} />
        </Field>
        <Button size="small" disabled={ground.trim() === ""} onClick={() => onFill(chosen, ground)}>{words.lights.settleFill}</Button>
      </div>
    </div>
  );
}

interface ItemProps {
  readonly lit: LitRow;
  readonly isFirst: boolean;
  readonly draft: Draft;
  readonly checked: boolean;
  readonly onChange: (draft: Draft) => void;
}

function SettleItem({ lit: { row, judgement }, isFirst, draft, checked, onChange }: ItemProps) {
  const { words, language, master } = usePane();
  if (!master) return null;
  const { ledger } = master;
  const content = ledger.columns.find(({ key }) => key === "content") ?? ledger.columns[0];
  return (
    <div className="tz-item" style={isFirst ? { borderTop: 0 } : undefined}>
      <div className="tz-row">
        <span className="tz-grow"><span className="tz-strong">{rowName(words, row.key)}</span> {taskOf(ledger, row)}</span>
        <PlaceButton at={{ sheet: ledger.sheet, row: row.gridRow, col: content?.col ?? 0 }} />
      </div>
      <p className="tz-soft">{sayLight(judgement.reason, language)}</p>
      <DecisionFields draft={draft} outcomes={SETTLING} onChange={onChange} name={rowName(words, row.key)} checked={checked} />
    </div>
  );
}
