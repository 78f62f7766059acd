import { useMemo, useState } from "react";
import type { FileOutcome } from "../../core/round/mergeReturns";
import { sayRefusal } from "../../core/round/sayFlag";
import { ErrorIcon, GoodIcon } from "../icons";
import { usePane } from "../usePane";

interface FileLine {
  readonly file: string;
  readonly unit: string | null;
  /** Null where the file is merged. */
  readonly refusal: string | null;
  readonly rows: number;
}

const SHOWN = 8;

/** Every file in hand: whose it is, whether it counts, and if not, why. Those that were refused come first. */
export function FileTable({ files }: { readonly files: readonly FileOutcome[] }) {
  const { words, language, state } = usePane();
  const [all, setAll] = useState(false);
  const { refused } = state.merge;
  const lines = useMemo(() => {
    const unread = refused.map(({ name, reason }): FileLine => ({ file: name, unit: null, refusal: reason[language], rows: 0 }));
    const read = files.map(({ file, unit, refused: refusal, rows }): FileLine => ({ file, unit, refusal: refusal && sayRefusal(refusal, language), rows }));
    return [...unread, ...read].sort((left, right) => Number(left.refusal === null) - Number(right.refusal === null));
  }, [files, refused, language]);
  const shown = all ? lines : lines.slice(0, SHOWN);
  return (
    <section className="tz-stack" aria-label={words.merge.files}>
      <div className="tz-row"><h2 className="tz-title tz-grow">{words.merge.files}</h2><span className="tz-count">{lines.length}</span></div>
      <div className="tz-card tz-card-pad" style={{ paddingTop: 4, paddingBottom: 4 }}>
        <table className="tz-table">
          <thead>
            <tr><th scope="col">{words.merge.unit}</th><th scope="col" style={{ width: "44%" }}>{words.merge.state}</th></tr>
          </thead>
          <tbody>{shown.map((line) => <FileRow key={line.file} line={line} />)}</tbody>
        </table>
        {lines.length > SHOWN && (
          <button type="button" className="tz-link tz-link-plain" aria-expanded={all} onClick={() => setAll(!all)}>{all ? words.less : words.more(lines.length - SHOWN)}</button>
        )}
      </div>
    </section>
  );
}

function FileRow({ line: { file, unit, refusal, rows } }: { readonly line: FileLine }) {
  const { words, session, state, act } = usePane();
  return (
    <tr>
      <td>
        <span className="tz-strong">{unit ?? words.merge.unknownUnit}</span>
        <br />
        <span className="tz-soft">{file.slice(file.lastIndexOf("/") + 1)}</span>
      </td>
      <td>
        {refusal === null
          ? <span className="tz-sev"><GoodIcon />{words.merge.merged(rows)}</span>
          : <><span className="tz-sev tz-error"><ErrorIcon />{words.merge.refused}</span><br />{refusal}</>}
        <br />
        <button type="button" className="tz-link tz-link-plain" aria-label={words.merge.removeFile(file)} disabled={state.busy !== null} onClick={() => act(() => session.round.removeFile(file))}>{words.merge.remove}</button>
      </td>
    </tr>
  );
}
