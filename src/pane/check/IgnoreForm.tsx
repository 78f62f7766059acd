/** Before something is put aside: how far, and why. */
import { Button } from "@fluentui/react-components";
import { useEffect, useId, useRef, useState } from "react";
import type { IgnoreScope } from "../../core/rules/ignored";
import type { Issue } from "../../core/rules/rule";
import { isEmptyStore } from "../../core/store/store";
import { usePane } from "../usePane";

interface Props {
  readonly issues: readonly Issue[];
  /** The whole rule is meant. */
  readonly wholeRule?: boolean;
  readonly onClose: () => void;
}

export function IgnoreForm({ issues, wholeRule = false, onClose }: Props) {
  const { words, session, state, master, act } = usePane();
  const subject = issues[0]?.subject ?? "";
  const scopes: readonly IgnoreScope[] = wholeRule ? ["here", "rule"] : subject.trim() === "" ? ["here"] : ["here", "spelling"];
  const [scope, setScope] = useState<IgnoreScope>(wholeRule ? "rule" : "here");
  const [reason, setReason] = useState("");
  const name = useId();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const own = words.ignoring;
  const meaning: Record<IgnoreScope, string> = { here: own.here(issues.flatMap(({ places }) => places).length), spelling: own.spelling(subject), rule: own.rule };
  return (
    <form className="tz-card tz-card-pad tz-stack" onSubmit={(event) => {
      event.preventDefault();
      act(async () => {
        await session.settings.ignore(issues, scope, reason.trim());
        onClose();
      });
    }} onKeyDown={(event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      onClose();
    }}>
      <fieldset className="tz-options">
        <legend className="tz-strong">{own.title}</legend>
        {scopes.map((one, index) => (
          <label key={one} className={one === scope ? "tz-option tz-option-on" : "tz-option"}>
            <input ref={index === 0 ? first : undefined} type="radio" name={name} checked={one === scope} onChange={() => setScope(one)} />
            <span className="tz-grow">{meaning[one]}</span>
          </label>
        ))}
      </fieldset>
      <label className="tz-tight">
        <span>{own.reason}</span>
        <input className="tz-input" value={reason} maxLength={200} placeholder={own.example} onChange={({ target }) => setReason(target.value)} />
      </label>
      {master && isEmptyStore(master.store) && <p className="tz-soft">{own.firstTime}</p>}
      <div className="tz-row">
        <Button size="small" appearance="primary" type="submit" disabled={state.busy !== null}>{words.check.ignore}</Button>
        <Button size="small" onClick={onClose}>{words.cancel}</Button>
      </div>
    </form>
  );
}
