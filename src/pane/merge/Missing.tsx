/** What is not there: rows without an answer; and what a person may want to look at. */
import { useMemo } from "react";
import type { Flag } from "../../core/round/flag";
import type { MissingReply } from "../../core/round/reading";
import type { RowId } from "../../core/round/round";
import { sayFlag } from "../../core/round/sayFlag";
import { CopyButton } from "../CopyButton";
import { Disclosure } from "../Disclosure";
import { LongList } from "../LongList";
import { rowName } from "../places";
import { usePane } from "../usePane";

export function Missing({ missing, sheetRows }: { readonly missing: readonly MissingReply[]; readonly sheetRows: ReadonlyMap<RowId, number> }) {
  const { words, master } = usePane();
  const byUnit = useMemo(() => {
    const keyAt = new Map(master?.ledger.rows.map(({ gridRow, key }) => [gridRow, key]));
    const units = new Map<string, Set<string>>();
    for (const { unit, row, why } of missing) {
      const at = sheetRows.get(row);
      const name = rowName(words, (at === undefined ? null : keyAt.get(at)) ?? row);
      units.set(unit, (units.get(unit) ?? new Set<string>()).add(words.merge.missingRow(name, words.merge[why])));
    }
    return [...units].map(([unit, rows]) => [unit, [...rows]] as const);
  }, [missing, sheetRows, words, master]);
  if (missing.length === 0) return null;
  return (
    <Disclosure label={<><span className="tz-grow tz-strong">{words.merge.missing}</span><span className="tz-count">{missing.length}</span></>}>
      {() => (
        <>
          <p className="tz-soft">{words.merge.missingHint}</p>
          <div><CopyButton text={() => byUnit.map(([unit, rows]) => `${unit}: ${rows.join(words.listSeparator)}`).join("\n")} /></div>
          <LongList items={byUnit} label={words.merge.missing} keyOf={([unit]) => unit}>
            {([unit, rows]) => <div className="tz-item"><p className="tz-strong">{unit}</p><p className="tz-soft">{rows.join(words.listSeparator)}</p></div>}
          </LongList>
        </>
      )}
    </Disclosure>
  );
}

/** These stand among the proposals, with both texts. */
const SHOWN_ELSEWHERE: readonly Flag["kind"][] = ["issuedChanged", "newRow"];

export function Flags({ flags: all }: { readonly flags: readonly Flag[] }) {
  const { words, language } = usePane();
  const flags = all.filter(({ kind }) => !SHOWN_ELSEWHERE.includes(kind));
  if (flags.length === 0) return null;
  return (
    <Disclosure label={<><span className="tz-grow tz-strong">{words.merge.flags}</span><span className="tz-count">{flags.length}</span></>}>
      {() => (
        <LongList items={flags} label={words.merge.flags} keyOf={(_flag, index) => String(index)}>
          {(flag) => (
            <div className="tz-item">
              <p>{sayFlag(flag, language)}</p>
              <p className="tz-soft">{flag.file.slice(flag.file.lastIndexOf("/") + 1)} {flag.at}{flag.row === null ? "" : ` · ${rowName(words, flag.row)}`}</p>
            </div>
          )}
        </LongList>
      )}
    </Disclosure>
  );
}
