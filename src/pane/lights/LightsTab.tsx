/** 时限: how every task stands on a day, and the words that say so. */
import { Button, Field, Input } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { LightPlan } from "../../app/light";
import { parseIsoDay } from "../../core/grid/day";
import { type Light, LIGHTS } from "../../core/lights/light";
import { isMarked } from "../../core/lights/facts";
import type { LitRow } from "../../core/lights/litRow";
import type { Postponement } from "../../core/lights/memory";
import type { LightSettings } from "../../core/lights/settings";
import { LongList } from "../LongList";
import { PlaceButton, rowName, taskOf } from "../places";
import { usePane } from "../usePane";
import { Legend } from "./Legend";
import { LightMark } from "./LightMark";
import { RowForm } from "./RowForm";
import { sayLight } from "./sayLight";
import { SettingsScreen } from "./SettingsScreen";
import { SettleScreen } from "./SettleScreen";

type Screen = "rows" | "settle" | "settings";

export function LightsTab() {
  const { state } = usePane();
  const [screen, setScreen] = useState<Screen>("rows");
  const close = (): void => setScreen("rows");
  const pastDue = useMemo(() => (state.lights ? unsettled(state.lights) : []), [state.lights]);
  if (screen === "settle" && state.lights && pastDue.length > 0) return <SettleScreen rows={pastDue} settings={state.lights.settings} onClose={close} />;
  if (screen === "settings") return <SettingsScreen onClose={close} />;
  return <RowsScreen pastDue={pastDue.length} onShow={setScreen} />;
}

/** Past due, nothing reported, and nobody decided anything: what a first use settles. */
function unsettled({ rows }: LightPlan): readonly LitRow[] {
  return rows.filter(({ judgement, marks }) => judgement.light === "unverified" && !isMarked(marks));
}

function RowsScreen({ pastDue, onShow }: { readonly pastDue: number; readonly onShow: (screen: Screen) => void }) {
  const { words, session, state, master, act } = usePane();
  const { lights, busy, marks, lightSettings } = state;
  const marked = master?.store.runs.some(({ command }) => command === "light") ?? false;
  return (
    <>
      <div className="tz-main">
        <AsOf />
        {!lights && <p className="tz-soft">{words.lights.intro}</p>}
        {lights && (marks.length > 0 || lightSettings) && (
          <div className="tz-card tz-card-pad">
            {marks.length > 0 && <p>{words.lights.pending(marks.length)}</p>}
            {lightSettings && <p>{words.lights.pendingSettings}</p>}
            <div><Button size="small" disabled={busy !== null} onClick={() => act(() => session.marking.drop())}>{words.lights.dropPending}</Button></div>
          </div>
        )}
        {lights && pastDue > 0 && (
          <div className="tz-card tz-card-pad">
            <p><span className="tz-strong">{words.lights.settleFound(pastDue)}</span> <span className="tz-soft">{words.lights.settleWhy}</span></p>
            <div><Button size="small" disabled={busy !== null} onClick={() => onShow("settle")}>{words.lights.settleOpen}</Button></div>
          </div>
        )}
        {lights && lights.restored > 0 && <p className="tz-soft">{words.lights.restored(lights.restored)}</p>}
        {lights && lights.postponed.size > 0 && <Postponed plan={lights} />}
        {lights && <Lit plan={lights} />}
        <Legend />
        <div><Button size="small" appearance="subtle" onClick={() => onShow("settings")}>{words.lights.settings}</Button></div>
      </div>
      {(lights ?? marked) && (
        <div className="tz-foot">
          {lights && <Button appearance="primary" disabled={busy !== null} onClick={() => act(() => session.previewLights())}>{words.lights.mark}</Button>}
          {marked && <Button disabled={busy !== null} onClick={() => act(() => session.previewRemoveLights())}>{words.lights.remove}</Button>}
        </div>
      )}
    </>
  );
}

/** Dates that were moved without a ground, each with the form that asks for it. */
function Postponed({ plan }: { readonly plan: LightPlan }) {
  const { words } = usePane();
  const rows = plan.rows.filter(({ row }) => plan.postponed.has(row.gridRow));
  return (
    <section className="tz-card tz-card-pad" aria-label={words.lights.postponed(rows.length)}>
      <p><span className="tz-strong">{words.lights.postponed(rows.length)}</span> <span className="tz-soft">{words.lights.postponedWhy}</span></p>
      <LongList items={rows} label={words.lights.postponed(rows.length)} keyOf={({ row }) => String(row.gridRow)}>
        {(row, index) => <LitItem lit={row} settings={plan.settings} postponement={plan.postponed.get(row.row.gridRow) ?? null} isFirst={index === 0} />}
      </LongList>
    </section>
  );
}

function AsOf() {
  const { words, session, state, act } = usePane();
  const [typed, setTyped] = useState(state.asOf);
  const valid = parseIsoDay(typed) !== null;
  return (
    <form className="tz-row" style={{ alignItems: "flex-end" }} onSubmit={(event) => {
      event.preventDefault();
      if (valid) act(() => session.light());
    }}>
      <Field label={words.lights.asOf} className="tz-grow" style={{ minWidth: 150 }} {...(valid ? {} : { validationMessage: words.lights.badDate })}>
        <Input type="date" value={typed} onChange={(_event, { value }) => {
          setTyped(value);
          session.setAsOf(value);
        }} />
      </Field>
      <Button type="submit" appearance={state.lights ? "secondary" : "primary"} disabled={!valid || state.busy !== null}>{state.lights ? words.lights.again : words.lights.compute}</Button>
    </form>
  );
}

function Lit({ plan }: { readonly plan: LightPlan }) {
  const { words, language } = usePane();
  const [only, setOnly] = useState<Light | null>(null);
  const rows = useMemo(() => (only ? plan.rows.filter(({ judgement }) => judgement.light === only) : plan.rows), [plan, only]);
  return (
    <>
      <div className="tz-chips" role="group" aria-label={words.lights.counts}>
        <button type="button" className="tz-chip" aria-pressed={only === null} onClick={() => setOnly(null)}>{words.lights.all} {plan.rows.length}</button>
        {LIGHTS.filter((light) => plan.counts[light] > 0).map((light) => (
          <button key={light} type="button" className="tz-chip" aria-pressed={only === light} onClick={() => setOnly(only === light ? null : light)}>
            <span className="tz-swatch" style={{ background: `#${plan.settings.looks[light].fill}` }} />
            {language === "zh" ? plan.settings.looks[light].word : words.lights.light[light]} {plan.counts[light]}
          </button>
        ))}
      </div>
      {rows.length === 0 ? <p className="tz-soft">{plan.rows.length === 0 ? words.lights.noRows : words.lights.none}</p> : (
        <div className="tz-card tz-card-pad" style={{ paddingTop: 2, paddingBottom: 2 }}>
          <LongList items={rows} label={only ? words.lights.light[only] : words.lights.all} keyOf={({ row }) => String(row.gridRow)}>
            {(row, index) => <LitItem lit={row} settings={plan.settings} isFirst={index === 0} />}
          </LongList>
        </div>
      )}
    </>
  );
}

interface ItemProps {
  readonly lit: LitRow;
  readonly settings: LightSettings;
  readonly isFirst: boolean;
  readonly postponement?: Postponement | null;
}

function LitItem({ lit, settings, isFirst, postponement = null }: ItemProps) {
  const { row, judgement } = lit;
  const { words, language, master } = usePane();
  if (!master) return null;
  const { ledger } = master;
  const content = ledger.columns.find(({ key }) => key === "content") ?? ledger.columns[0];
  const at = { sheet: ledger.sheet, row: row.gridRow, col: content?.col ?? 0 };
  return (
    <div className="tz-item" style={isFirst ? { borderTop: 0 } : undefined}>
      <div className="tz-row">
        <LightMark light={judgement.light} />
        <span className="tz-grow tz-soft tz-date">
          {judgement.date === null ? words.lights.noDate : words.lights.due(judgement.date)}
          {judgement.overridden && ` · ${words.lights.hand}`}
        </span>
        <PlaceButton at={at} />
      </div>
      <p><span className="tz-strong">{rowName(words, row.key)}</span> {taskOf(ledger, row)}</p>
      {postponement && <p>{words.lights.movedTo(postponement.from.date, postponement.to)}</p>}
      <p className="tz-soft">{words.lights.words}: {sayLight(judgement.reason, language)}</p>
      <RowForm lit={lit} settings={settings} movedTo={postponement?.to ?? null} />
    </div>
  );
}
