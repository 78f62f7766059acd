/** What was put aside, with the reason, each to be taken back. */
import { Button } from "@fluentui/react-components";
import { useEffect } from "react";
import type { Ignored } from "../../core/rules/ignored";
import { headerOf } from "../../core/ledger/columns";
import { LongList } from "../LongList";
import { ScreenFrame } from "../ScreenFrame";
import { usePane } from "../usePane";

export function IgnoredScreen() {
  const { words, session, state, master, act } = usePane();
  useEffect(() => act(() => session.learnRules()), [act, session]);
  const ignored = master?.store.settings.ignored ?? [];
  const entries = ignored.map((entry, place) => ({ entry, place }));
  return (
    <ScreenFrame
      title={words.ignored.title}
      foot={ignored.length > 1 && <Button disabled={state.busy !== null} onClick={() => act(() => session.settings.restoreIgnored(null))}>{words.ignored.restoreAll}</Button>}
    >
      {ignored.length === 0
        ? <div className="tz-intro"><p>{words.ignored.none}</p></div>
        : (
          <div className="tz-card tz-card-pad" style={{ paddingTop: 2, paddingBottom: 2 }}>
            <LongList items={entries} label={words.ignored.title} keyOf={({ place }) => String(place)}>
              {({ entry, place }, index) => <IgnoredItem entry={entry} place={place} isFirst={index === 0} />}
            </LongList>
          </div>
        )}
    </ScreenFrame>
  );
}

function IgnoredItem({ entry, place, isFirst }: { readonly entry: Ignored; readonly place: number; readonly isFirst: boolean }) {
  const { words, language, session, state, act } = usePane();
  const title = state.rules.get(entry.rule)?.title[language] ?? entry.rule;
  const { anchor } = entry;
  const where = anchor ? [anchor.row ?? "", anchor.name, anchor.column === null ? "" : headerOf(anchor.column)].filter((part) => part !== "").join(" · ") : "";
  return (
    <div className="tz-item" style={isFirst ? { borderTop: 0 } : undefined}>
      <div className="tz-row" style={{ flexWrap: "nowrap", alignItems: "flex-start" }}>
        <div className="tz-grow">
          <p className="tz-strong">{title}</p>
          <p className="tz-soft">{words.ignored.scope[entry.scope]}{where === "" ? "" : `${words.colon}${where}`}</p>
          {entry.subject.trim() !== "" && <p className="tz-quote">{entry.subject}</p>}
          {entry.reason !== "" && <p>{words.ignored.reason}{words.colon}{entry.reason}</p>}
          <p className="tz-soft">{entry.date}</p>
        </div>
        <Button size="small" aria-label={words.ignored.restoreThis(title)} disabled={state.busy !== null} onClick={() => act(() => session.settings.restoreIgnored(place))}>{words.check.restore}</Button>
      </div>
    </div>
  );
}
