/** Exactly what will be written, before it is written. */
import { Button } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { Master } from "../../app/master";
import type { Preview, PreviewChange } from "../../app/sessionState";
import { helpersOf } from "../../core/lights/helperColumns";
import { LIGHTS } from "../../core/lights/light";
import { readMarks } from "../../core/lights/litRow";
import { Disclosure } from "../Disclosure";
import { LightMark } from "../lights/LightMark";
import { LongList } from "../LongList";
import { PlaceButton, placeWords } from "../places";
import { TextDiff } from "../TextDiff";
import { usePane } from "../usePane";

export function PreviewScreen({ preview }: { readonly preview: Preview }) {
  const { words, session, state, act } = usePane();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [preview]);
  const { changes, left, takesBack, settings } = preview;
  const busy = state.busy !== null;
  return (
    <section aria-label={words.preview.title[preview.title]} style={{ flex: 1, minHeight: 0, display: "flex", flexDirection: "column" }} onKeyDown={(event) => {
      if (event.key === "Escape" && !busy) session.cancelPreview();
    }}>
      <div className="tz-main">
        <h2 ref={heading} tabIndex={-1} className="tz-title">{words.preview.title[preview.title]}</h2>
        <p className="tz-strong">{changes.length > 0 ? words.preview.cells(changes.length) : words.preview.noCells}</p>
        <OwnPart preview={preview} />
        {settings.length > 0 && (
          <div className="tz-card tz-card-pad">
            <h3 className="tz-strong">{words.preview.settings}</h3>
            <ul className="tz-tight" style={{ whiteSpace: "pre-line" }}>{settings.map((line) => <li key={line}>{line}</li>)}</ul>
          </div>
        )}
        {takesBack.length > 0 && (
          <div className="tz-card tz-card-pad">
            <h3 className="tz-strong">{words.preview.takesBack}</h3>
            <ul className="tz-tight">{takesBack.map((file) => <li key={file}>{file}</li>)}</ul>
          </div>
        )}
        {changes.length > 0 && (
          <div className="tz-card tz-card-pad" style={{ paddingTop: 2, paddingBottom: 2 }}>
            <LongList items={changes} label={words.preview.cells(changes.length)} keyOf={({ at }) => `${at.sheet}!${at.row},${at.col}`}>
              {(change, index) => <ChangeItem change={change} isFirst={index === 0} />}
            </LongList>
          </div>
        )}
        {left.length > 0 && (
          <Disclosure startsOpen label={<><span className="tz-grow tz-strong">{words.preview.left}</span><span className="tz-count">{left.length}</span></>}>
            {() => <ul className="tz-tight">{left.map(({ at }) => <li key={at}>{at}: {words.preview.leftReason.changed}</li>)}</ul>}
          </Disclosure>
        )}
        <p className="tz-soft">{words.preview.guard}</p>
      </div>
      <div className="tz-foot">
        <Button appearance="primary" disabled={busy} onClick={() => act(() => session.confirm())}>{words.preview.write}</Button>
        <Button disabled={busy} onClick={() => session.cancelPreview()}>{words.preview.cancel}</Button>
      </div>
    </section>
  );
}

/** Columns, rules and sheets of ours that come or go. */
function OwnPart({ preview: { title, own } }: { readonly preview: Preview }) {
  const { words, state, master } = usePane();
  const join = (names: readonly string[]): string => names.join(words.listSeparator);
  const removed = own.removed.map((name) => (name === master?.ledger.sheet ? words.preview.helper(name) : name));
  const marked = title === "removeLights" && master ? markedRows(master) : 0;
  const lines = [
    own.cells > 0 ? words.preview.own(own.cells) : "",
    own.rules > 0 ? words.preview.rules(own.rules) : "",
    own.sheets.length > 0 ? words.preview.sheets(join(own.sheets)) : "",
    removed.length > 0 ? words.preview.removed(join(removed)) : "",
  ].filter((line) => line !== "");
  if (lines.length === 0) return null;
  const { lights } = state;
  return (
    <div className="tz-card tz-card-pad">
      <ul className="tz-tight">{lines.map((line) => <li key={line}>{line}</li>)}</ul>
      {marked > 0 && <p>{words.lights.handKept(marked)}</p>}
      {title === "light" && <p className="tz-soft">{words.preview.lightHint}</p>}
      {title === "light" && lights && (
        <ul className="tz-chips" aria-label={words.preview.lit}>
          {LIGHTS.filter((light) => lights.counts[light] > 0).map((light) => <li key={light}><LightMark light={light} /> {lights.counts[light]}</li>)}
        </ul>
      )}
    </div>
  );
}

/** How many rows carry what a person decided: it goes with our columns. */
function markedRows({ grid, ledger }: Master): number {
  const block = helpersOf(grid, ledger.headerRow);
  return block ? readMarks(grid, block).size : 0;
}

function ChangeItem({ change: { at, from, to }, isFirst }: { readonly change: PreviewChange; readonly isFirst: boolean }) {
  const { words, master } = usePane();
  return (
    <div className="tz-item" style={isFirst ? { borderTop: 0 } : undefined}>
      <div className="tz-row">
        <PlaceButton at={at} />
        <span className="tz-soft">{master ? placeWords(words, master.ledger, at) : ""}</span>
      </div>
      <p><TextDiff from={from} to={to} /></p>
    </div>
  );
}
