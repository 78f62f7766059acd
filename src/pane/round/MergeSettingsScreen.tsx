/** 合并设置: how values that differ become one, by column and for single cells, and who reports. Kept as soon as it is chosen. */
import { Button } from "@fluentui/react-components";
import { type ColumnKey, headerOf, ownerOf } from "../../core/ledger/columns";
import { offeredPolicies } from "../../core/round/policies/offered";
import { REPORTINGS } from "../../core/round/reporting";
import { Choice } from "../Choice";
import { rowName } from "../places";
import { ScreenFrame } from "../ScreenFrame";
import { usePane } from "../usePane";
import { roundWords } from "../words/roundWords";
import { isHelperHeader } from "../../core/lights/helperColumns";

export function MergeSettingsScreen() {
  const { words, session, master, act } = usePane();
  if (!master) return null;
  const own = roundWords(words).settings;
  const { policies, rowPolicies, reporting } = master.store.settings;
  const known = master.ledger.columns.filter(({ key, header }) => !isHelperHeader(header) && offeredPolicies(key).length > 0).map(({ key }) => key);
  const columns: readonly ColumnKey[] = [...known, ...[...policies.keys()].filter((key) => !known.includes(key))];
  const single = [...rowPolicies].flatMap(([row, own]) => [...own].map(([column, policy]) => ({ row, column, policy })));
  return (
    <ScreenFrame title={own.title}>
      <p className="tz-soft">{own.intro}</p>
      <section className="tz-card tz-card-pad" aria-label={own.columns}>
        <h3 className="tz-strong">{own.columns}</h3>
        {columns.map((column) => (
          <Choice
            key={column} label={headerOf(column)} value={policies.get(column) ?? ""}
            options={[["", ownerOf(column) === "unit" ? own.compose : own.unset], ...offeredPolicies(column).map((policy) => [policy, own.policies[policy]] as const)]}
            onChoose={(policy) => act(() => session.round.choosePolicy(column, policy === "" ? null : policy))}
          />
        ))}
      </section>
      {single.length > 0 && (
        <section className="tz-card tz-card-pad" aria-label={own.rows}>
          <h3 className="tz-strong">{own.rows}</h3>
          {single.map(({ row, column, policy }) => (
            <div key={`${row}|${column}`} className="tz-row" style={{ flexWrap: "nowrap" }}>
              <span className="tz-grow">{rowName(words, row)} · {headerOf(column)}{words.colon}{own.policies[policy]}</span>
              <Button size="small" aria-label={own.takeBackThis(rowName(words, row), headerOf(column))} onClick={() => act(() => session.round.chooseRowPolicy(row, column, null))}>{own.takeBack}</Button>
            </div>
          ))}
        </section>
      )}
      <section className="tz-card tz-card-pad" aria-label={own.reporting}>
        <Choice label={own.reporting} value={reporting} options={REPORTINGS.map((who) => [who, words.settings.reportings[who]])} onChoose={(who) => act(() => session.round.choose((settings) => ({ ...settings, reporting: who })))} />
      </section>
    </ScreenFrame>
  );
}
