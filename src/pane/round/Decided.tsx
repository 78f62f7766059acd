import { Button } from "@fluentui/react-components";
import { plainText } from "../../core/grid/grid";
import { headerOf } from "../../core/ledger/columns";
import type { Decision } from "../../core/round/round";
import { Disclosure } from "../Disclosure";
import { rowName } from "../places";
import { usePane } from "../usePane";

/** Decisions of this sitting; each can be opened again. */
export function Decided() {
  const { words, session, state, act } = usePane();
  const { decisions, sources } = state.merge;
  if (decisions.length === 0) return null;
  const took = ({ take, value }: Decision): string => {
    if (value !== undefined) return `${words.merge.typed} “${plainText(value)}”`;
    if (take === "master") return words.merge.master;
    return sources.some(({ source }) => source.name === take) ? take.slice(take.lastIndexOf("/") + 1) : take;
  };
  return (
    <Disclosure label={<><span className="tz-grow tz-strong">{words.merge.decided}</span><span className="tz-count">{decisions.length}</span></>}>
      {() => (
        <ul>
          {decisions.map((decision) => {
            const [row, column] = [rowName(words, decision.row), headerOf(decision.column)];
            return (
              <li key={`${decision.row}|${decision.column}`} className="tz-item">
                <div className="tz-row" style={{ flexWrap: "nowrap" }}>
                  <div className="tz-grow"><p className="tz-strong">{row} · {column}</p><p className="tz-soft">{words.merge.took(took(decision))}</p></div>
                  <Button size="small" aria-label={words.merge.undecideThis(row, column)} disabled={state.busy !== null} onClick={() => act(() => session.round.undecide(decision))}>{words.merge.undecide}</Button>
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </Disclosure>
  );
}
