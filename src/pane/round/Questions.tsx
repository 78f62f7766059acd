/** What came and can't be used before a person has said something: whose it is, or that it is wanted all the same. */
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { Inbox, InboxFile } from "../../app/inbox";
import { mayInsist } from "../../core/round/reading";
import { sayRefusal } from "../../core/round/sayFlag";
import { usePane } from "../usePane";
import { roundWords } from "../words/roundWords";
import { UnitPicker } from "./UnitPicker";

export function Questions({ inbox }: { readonly inbox: Inbox }) {
  const { words, state } = usePane();
  const own = roundWords(words).inbox;
  const asked = inbox.files.filter(({ refused, waiting }) => waiting && refused !== null);
  const { strayPictures } = state.merge;
  if (asked.length + strayPictures.length === 0) return null;
  return (
    <section className="tz-stack" aria-label={own.questions}>
      <div className="tz-row"><h3 className="tz-title tz-grow">{own.questions}</h3><span className="tz-count">{asked.length + strayPictures.length}</span></div>
      {asked.map((file, index) => <Question key={`${file.file}|${index}`} file={file} units={inbox.units} />)}
      {strayPictures.map((file) => (
        <div key={file} className="tz-card tz-card-pad">
          <FileName file={file} />
          <p>{own.whosePicture}</p>
          <Whose file={file} units={inbox.units} />
        </div>
      ))}
    </section>
  );
}

function FileName({ file }: { readonly file: string }) {
  return <p className="tz-strong">{file.slice(file.lastIndexOf("/") + 1)}</p>;
}

function Question({ file: { file, unit, refused }, units }: { readonly file: InboxFile; readonly units: readonly string[] }) {
  const { words, language } = usePane();
  const own = roundWords(words).inbox;
  if (!refused) return null;
  const isOther = mayInsist(refused);
  return (
    <div className="tz-card tz-card-pad">
      <FileName file={file} />
      <p>{refused.kind === "unitUnknown" ? own.whose : `${unit === null ? "" : `${unit}${words.colon}`}${sayRefusal(refused, language)}`}</p>
      {refused.kind === "unitUnknown" ? <Whose file={file} units={units} /> : <Refused file={file} unit={isOther ? unit : null} canInsist={isOther} reason={sayRefusal(refused, "zh")} />}
    </div>
  );
}

function Refused({ file, unit, canInsist, reason }: { readonly file: string; readonly unit: string | null; readonly canInsist: boolean; readonly reason: string }) {
  const { words, session, state, act } = usePane();
  const own = roundWords(words).inbox;
  const busy = state.busy !== null;
  return (
    <div className="tz-row">
      {unit !== null && <Button size="small" aria-label={own.sendBackThis(file)} disabled={busy} onClick={() => act(() => session.round.sendBack(file, unit, reason))}>{own.sendBack}</Button>}
      {canInsist && <Button size="small" aria-label={own.insistThis(file)} disabled={busy} onClick={() => act(() => session.round.insist(file))}>{own.insist}</Button>}
      <Button size="small" appearance="subtle" aria-label={own.letGoThis(file)} disabled={busy} onClick={() => act(() => session.round.removeFile(file))}>{own.letGo}</Button>
    </div>
  );
}

function Whose({ file, units }: { readonly file: string; readonly units: readonly string[] }) {
  const { words, session, state, act } = usePane();
  const own = roundWords(words).inbox;
  const [unit, setUnit] = useState("");
  const busy = state.busy !== null;
  return (
    <div className="tz-stack">
      <UnitPicker units={units} label={own.whoseThis(file)} onChoose={setUnit} />
      <div className="tz-row">
        <Button size="small" appearance="primary" disabled={busy || unit === ""} onClick={() => act(() => session.round.sayWhose(file, unit))}>{own.thisUnit}</Button>
        <Button size="small" appearance="subtle" aria-label={own.letGoThis(file)} disabled={busy} onClick={() => act(() => session.round.removeFile(file))}>{own.letGo}</Button>
      </div>
    </div>
  );
}
