/** 收件登记: how every unit stands, what needs a word, and whom to urge; nothing is merged for it. */
import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Inbox } from "../../app/inbox";
import { REGISTER_STATES, type RegisterState } from "../../core/round/register";
import { isEmptyStore } from "../../core/store/store";
import { CopyButton } from "../CopyButton";
import { LongList } from "../LongList";
import { DropZone } from "../merge/DropZone";
import { ScreenFrame } from "../ScreenFrame";
import { usePane } from "../usePane";
import { roundWords } from "../words/roundWords";
import { Questions } from "./Questions";
import { RegisterItem } from "./RegisterItem";
import { urgeText } from "./urgeText";

export function InboxScreen() {
  const { words, session, state, master, act } = usePane();
  useEffect(() => act(() => session.round.look()), [act, session, master]);
  const { inbox } = state;
  const own = roundWords(words).inbox;
  return (
    <ScreenFrame title={own.title}>
      <DropZone />
      <div><Button size="small" onClick={() => session.showScreen("paste")}>{own.paste}</Button></div>
      <p className="tz-soft">{master && isEmptyStore(master.store) ? own.firstTime : own.kept}</p>
      {inbox && <Questions inbox={inbox} />}
      {inbox && <Register inbox={inbox} />}
    </ScreenFrame>
  );
}

function Register({ inbox }: { readonly inbox: Inbox }) {
  const { words } = usePane();
  const own = roundWords(words).inbox;
  const { register, round } = inbox;
  const [filter, setFilter] = useState<RegisterState | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const counted = REGISTER_STATES.flatMap((state) => {
    const count = register.filter((line) => line.state === state).length;
    return count > 0 ? [{ state, count }] : [];
  });
  const shown = counted.some(({ state }) => state === filter) ? register.filter(({ state }) => state === filter) : register;
  const answered = register.filter(({ state }) => state !== "missing" && state !== "returned").length;
  return (
    <section className="tz-stack" aria-label={own.register}>
      <p>{round ? own.head(round.name, round.due) : <span className="tz-soft">{own.noRound}</span>}</p>
      <div className="tz-row">
        <h3 className="tz-title tz-grow">{own.count(answered, register.length)}</h3>
        <CopyButton label={own.copyUrge} text={() => urgeText(inbox, words)} />
      </div>
      <div className="tz-chips" role="group" aria-label={own.filter}>
        <button type="button" className="tz-chip" aria-pressed={shown === register} onClick={() => setFilter(null)}>{own.all} {register.length}</button>
        {counted.map(({ state, count }) => (
          <button key={state} type="button" className="tz-chip" aria-pressed={shown !== register && filter === state} onClick={() => setFilter(filter === state ? null : state)}>{own.state[state]} {count}</button>
        ))}
      </div>
      <div className="tz-card tz-card-pad" style={{ paddingTop: 2, paddingBottom: 2 }}>
        <LongList items={shown} label={own.register} keyOf={({ unit }) => unit}>
          {(line, index) => <RegisterItem line={line} inbox={inbox} isFirst={index === 0} open={open === line.unit} onToggle={() => setOpen(open === line.unit ? null : line.unit)} />}
        </LongList>
      </div>
    </section>
  );
}
