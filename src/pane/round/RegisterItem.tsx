/** One unit of the register: its state, what came and when, and a note by hand. */
import { Button } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { Inbox } from "../../app/inbox";
import type { RegisterLine, RegisterState } from "../../core/round/register";
import type { MarkKind } from "../../core/round/round";
import { ErrorIcon, GoodIcon, InfoIcon, WarningIcon } from "../icons";
import { usePane } from "../usePane";
import { roundWords } from "../words/roundWords";
import { missingWords } from "./urgeText";

const LOOK: Readonly<Record<RegisterState, "good" | "warning" | "error" | "info">> = {
  received: "good", zero: "good", paper: "good", picture: "good", phone: "good", late: "warning", incomplete: "warning", returned: "error", missing: "info",
};
const ICON = { good: GoodIcon, warning: WarningIcon, error: ErrorIcon, info: InfoIcon };
const COLOUR = { good: "", warning: "tz-warning", error: "tz-error", info: "" };

export function StateMark({ state }: { readonly state: RegisterState }) {
  const { words } = usePane();
  const look = LOOK[state];
  const Icon = ICON[look];
  return <span className={`tz-sev ${COLOUR[look]}`}><Icon />{roundWords(words).inbox.state[state]}</span>;
}

interface Props {
  readonly line: RegisterLine;
  readonly inbox: Inbox;
  readonly isFirst: boolean;
  readonly open: boolean;
  readonly onToggle: () => void;
}

export function RegisterItem({ line, inbox, isFirst, open, onToggle }: Props) {
  const { words } = usePane();
  const own = roundWords(words).inbox;
  const { unit, state, files, missing, received, late, reason } = line;
  const told = [
    received === null ? "" : own.received(received), state !== "late" && late ? own.late : "", missing.length > 0 && state !== "missing" ? missingWords(line, words) : "", reason,
  ].filter((part) => part !== "");
  return (
    <div className="tz-item" style={isFirst ? { borderTop: 0 } : undefined}>
      <div className="tz-row" style={{ flexWrap: "nowrap", alignItems: "flex-start" }}>
        <div className="tz-grow">
          <p><span className="tz-strong">{unit}</span> <StateMark state={state} /></p>
          {told.length > 0 && <p className="tz-soft">{told.join(" · ")}</p>}
          {files.map((file) => <p key={file} className="tz-soft">{file.slice(file.lastIndexOf("/") + 1)}</p>)}
        </div>
        <Button size="small" aria-label={own.noteThis(unit)} aria-expanded={open} onClick={onToggle}>{own.note}</Button>
      </div>
      {open && <NoteForm unit={unit} inbox={inbox} onDone={onToggle} />}
    </div>
  );
}

const KINDS: readonly MarkKind[] = ["phone", "paper", "picture", "zero", "returned"];

function NoteForm({ unit, inbox, onDone }: { readonly unit: string; readonly inbox: Inbox; readonly onDone: () => void }) {
  const { words, session, state, act } = usePane();
  const own = roundWords(words).inbox;
  const [kind, setKind] = useState<MarkKind>("phone");
  const [reason, setReason] = useState("");
  const name = useId();
  const noted = inbox.marks.filter((mark) => mark.unit === unit);
  const busy = state.busy !== null;
  return (
    <form className="tz-stack" onSubmit={(event) => {
      event.preventDefault();
      onDone();
      act(() => session.round.note(unit, kind, reason));
    }}>
      <fieldset className="tz-options">
        <legend className="tz-soft">{own.noteKind}</legend>
        <div className="tz-chips">
          {KINDS.map((one) => (
            <label key={one} className="tz-tick"><input type="radio" name={name} checked={kind === one} onChange={() => setKind(one)} />{own.notes[one]}</label>
          ))}
        </div>
      </fieldset>
      <input className="tz-input" aria-label={kind === "returned" ? own.noteReasonBack : own.noteReason} placeholder={kind === "returned" ? own.noteReasonBack : own.noteReason} value={reason} onChange={({ target }) => setReason(target.value)} />
      <p className="tz-soft">{own.noteTold}</p>
      <div className="tz-row">
        <Button size="small" type="submit" appearance="primary" disabled={busy || (kind === "returned" && reason.trim() === "")}>{own.noteSave}</Button>
        {noted.map((mark) => (
          <Button key={mark.kind} size="small" disabled={busy} onClick={() => act(() => session.round.takeNoteBack(mark))}>{own.noteBack(own.notes[mark.kind])}</Button>
        ))}
      </div>
    </form>
  );
}
