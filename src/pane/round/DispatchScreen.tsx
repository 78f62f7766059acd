/** 发放: a round is named, it is shown who gets what, the forms are made and the workbook remembers them. */
import { Button } from "@fluentui/react-components";
import { useEffect, useId, useState } from "react";
import type { SendingPlan } from "../../app/sessionState";
import { plainText } from "../../core/grid/grid";
import { parseIsoDay } from "../../core/grid/day";
import { LongList } from "../LongList";
import { ScreenFrame } from "../ScreenFrame";
import { usePane } from "../usePane";
import { roundWords } from "../words/roundWords";

export function DispatchScreen() {
  const { words, session, state, act } = usePane();
  useEffect(() => act(() => session.round.look()), [act, session]);
  const own = roundWords(words).dispatch;
  const [name, setName] = useState(() => monthOf(state.asOf));
  const [due, setDue] = useState("");
  const [one, setOne] = useState(false);
  const [isSure, setIsSure] = useState(false);
  const choice = useId();
  const { sending, inbox } = state;
  const busy = state.busy !== null;
  const waiting = inbox?.files.filter((file) => file.waiting).length ?? 0;
  const changed = (set: () => void): void => {
    set();
    session.papers.forgetPlan();
  };
  return (
    <ScreenFrame title={own.title} foot={sending
      ? <Button appearance="primary" disabled={busy || (waiting > 0 && !isSure)} onClick={() => act(() => session.papers.send())}>{own.make}</Button>
      : <Button appearance="primary" disabled={busy || name.trim() === "" || !parseIsoDay(due)} onClick={() => act(() => session.papers.plan({ name: name.trim(), due, one }))}>{own.plan}</Button>}>
      <p className="tz-soft">{own.intro}</p>
      <div className="tz-card tz-card-pad">
        <label className="tz-stack"><span>{own.name}</span><input className="tz-input" value={name} placeholder={own.nameExample} onChange={({ target }) => changed(() => setName(target.value))} /></label>
        <label className="tz-stack"><span>{own.due}</span><input className="tz-input" type="date" value={due} onChange={({ target }) => changed(() => setDue(target.value))} /></label>
        <fieldset className="tz-options">
          <legend>{own.how}</legend>
          <label className="tz-tick"><input type="radio" name={choice} checked={!one} onChange={() => changed(() => setOne(false))} />{own.each}</label>
          <label className="tz-tick"><input type="radio" name={choice} checked={one} onChange={() => changed(() => setOne(true))} />{own.one}</label>
        </fieldset>
      </div>
      <FormerRound />
      {waiting > 0 && (
        <div className="tz-card tz-card-pad">
          <p>{own.waiting(waiting)}</p>
          <label className="tz-tick"><input type="checkbox" checked={isSure} onChange={({ target }) => setIsSure(target.checked)} />{own.waitingSure}</label>
        </div>
      )}
      {sending && <Planned sending={sending} />}
    </ScreenFrame>
  );
}

/** "2026年11月" for "2026-11-23". */
function monthOf(day: string): string {
  const read = parseIsoDay(day);
  return read ? `${read.year}年${read.month}月` : "";
}

function FormerRound() {
  const { words, state: { inbox } } = usePane();
  const answered = inbox?.register.filter(({ state }) => state !== "missing").length ?? 0;
  if (!inbox || answered === 0) return null;
  const own = roundWords(words).dispatch;
  return <div className="tz-card tz-card-pad"><p>{inbox.round ? own.former(inbox.round.name, answered) : own.formerUnnamed(answered)}</p></div>;
}

function Planned({ sending: { forms, batch } }: { readonly sending: SendingPlan }) {
  const { words } = usePane();
  const own = roundWords(words).dispatch;
  const title = own.forms(forms.length, forms.reduce((sum, { asked }) => sum + asked.length, 0));
  const columns = batch.changes.map(({ to }) => plainText(to)).join(words.listSeparator);
  return (
    <section className="tz-stack" aria-label={title}>
      <h3 className="tz-title">{title}</h3>
      <p className="tz-soft">{columns === "" ? "" : own.columns(columns)}{own.remembers}</p>
      <div className="tz-card tz-card-pad" style={{ paddingTop: 2, paddingBottom: 2 }}>
        <LongList items={forms} label={title} keyOf={({ file }) => file}>
          {({ unit, file, asked }, index) => (
            <div className="tz-item" style={index === 0 ? { borderTop: 0 } : undefined}>
              <div className="tz-row" style={{ flexWrap: "nowrap" }}><span className="tz-strong tz-grow">{unit ?? own.everybody}</span><span>{own.rows(asked.length)}</span></div>
              <p className="tz-soft">{file}</p>
            </div>
          )}
        </LongList>
      </div>
    </section>
  );
}
