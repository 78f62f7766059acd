/** 历史: what was written, run by run and file by file, each of which can be undone. */
import { Button } from "@fluentui/react-components";
import { isOfSettings, sayJournalSetting, SETTINGS_COMMAND } from "../../app/settingsRuns";
import type { CellValue } from "../../core/grid/grid";
import { type RunLine, type Store, STORE_SHEET } from "../../core/store/store";
import { Disclosure } from "../Disclosure";
import { LongList } from "../LongList";
import { PlaceButton, placeWords } from "../places";
import { TextDiff } from "../TextDiff";
import { usePane } from "../usePane";
import { roundWords } from "../words/roundWords";
import type { PaneWords } from "../words/zh";

export function HistoryTab() {
  const { words, session, state, master, act } = usePane();
  if (!master) return null;
  const { store } = master;
  const files = filesOf(store);
  return (
    <div className="tz-main">
      {store.runs.length === 0 && files.length === 0
        ? <div className="tz-intro"><p>{words.history.none}</p><p className="tz-soft">{words.history.intro}</p></div>
        : <p className="tz-soft">{words.history.intro}</p>}
      <div><Button size="small" disabled={state.busy !== null} onClick={() => act(() => session.lookAtCell())}>{roundWords(words).life.open}</Button></div>
      {store.runs.length > 0 && (
        <section className="tz-stack" aria-label={words.history.runs}>
          <h2 className="tz-title">{words.history.runs}</h2>
          {[...store.runs].reverse().map((run) => <RunCard key={run.id} run={run} store={store} />)}
        </section>
      )}
      {files.length > 0 && (
        <section className="tz-stack" aria-label={words.history.files}>
          <div className="tz-row"><h2 className="tz-title tz-grow">{words.history.files}</h2><span className="tz-count">{files.length}</span></div>
          <div className="tz-card tz-card-pad" style={{ paddingTop: 2, paddingBottom: 2 }}>
            <LongList items={files} label={words.history.files} keyOf={({ file }) => file}>
              {({ file, units, received }, index) => <FileItem file={file} units={units} received={received} isFirst={index === 0} />}
            </LongList>
          </div>
          <p className="tz-soft">{words.history.kept}</p>
        </section>
      )}
    </div>
  );
}

function RunCard({ run, store }: { readonly run: RunLine; readonly store: Store }) {
  const { words, session, state, master, act } = usePane();
  const name = runName(words, run, store);
  const changes = store.changes.filter((change) => change.run === run.id);
  return (
    <div className="tz-card">
      <div className="tz-card-pad">
        <div className="tz-row" style={{ flexWrap: "nowrap" }}>
          <div className="tz-grow">
            <p className="tz-strong">{name}</p>
            <p className="tz-soft">{run.date}</p>
          </div>
          <Button size="small" aria-label={words.history.undoThis(name)} disabled={state.busy !== null} onClick={() => act(() => session.previewUndo({ run: run.id }))}>{words.history.undo}</Button>
        </div>
        {changes.length > 0 && (
          <Disclosure label={<span className="tz-grow">{words.history.cells}</span>}>
            {() => (
              <LongList items={changes} label={words.history.cells} keyOf={({ at, column, from, to }) => `${at.sheet}!${at.row},${at.col} ${at.sheet === STORE_SHEET ? `${String(column)} ${String(from)} ${String(to)}` : ""}`}>
                {(change) => isOfSettings(change) ? (
                  <div className="tz-item">
                    <p className="tz-soft">{change.column}</p>
                    <p style={{ whiteSpace: "pre-line" }}>{`${sayJournalSetting(change.column, textOrNull(change.from))} → ${sayJournalSetting(change.column, textOrNull(change.to))}`}</p>
                  </div>
                ) : (
                  <div className="tz-item">
                    <div className="tz-row"><PlaceButton at={change.at} /><span className="tz-soft">{master ? placeWords(words, master.ledger, change.at) : ""}</span></div>
                    <p><TextDiff from={change.from} to={change.to} /></p>
                  </div>
                )}
              </LongList>
            )}
          </Disclosure>
        )}
      </div>
    </div>
  );
}

const textOrNull = (value: CellValue): string | null => (value === null ? null : String(value));

interface RoundFile {
  readonly file: string;
  readonly units: readonly string[];
  readonly received: string;
}

function FileItem({ file, units, received, isFirst }: RoundFile & { readonly isFirst: boolean }) {
  const { words, session, state, act } = usePane();
  return (
    <div className="tz-item" style={isFirst ? { borderTop: 0 } : undefined}>
      <div className="tz-row" style={{ flexWrap: "nowrap" }}>
        <div className="tz-grow">
          <p className="tz-strong">{units.join(words.listSeparator)}</p>
          <p className="tz-soft">{file} · {words.history.received(received)}</p>
        </div>
        <Button size="small" aria-label={words.history.undoThis(file)} disabled={state.busy !== null} onClick={() => act(() => session.previewUndo({ file }))}>{words.history.undo}</Button>
      </div>
    </div>
  );
}

function filesOf({ round }: Store): readonly RoundFile[] {
  const files = new Map<string, RoundFile>();
  for (const { file, unit, received } of round?.submissions ?? []) {
    const own = files.get(file);
    files.set(file, { file, units: [...(own?.units ?? []), unit], received });
  }
  return [...files.values()];
}

function runName(words: PaneWords, { id, command }: RunLine, { changes, round }: Store): string {
  const cells = changes.filter(({ run }) => run === id).length;
  switch (command) {
    case "normalize":
      return words.history.normalize(cells);
    case "proposal":
      return words.history.proposal(cells);
    case "merge":
      return words.history.merge(new Set(round?.submissions.filter(({ run }) => run === id).map(({ file }) => file)).size);
    case "light":
      return words.history.light;
    case SETTINGS_COMMAND:
      return words.history.settings([...new Set(changes.filter(({ run }) => run === id).flatMap(({ column }) => column ?? []))]);
    default:
      return words.history.other(command);
  }
}
