/** How a column is settled where units differ: asked once, kept in the workbook. */
import { Button } from "@fluentui/react-components";
import { useId, useState } from "react";
import { type ColumnKey, headerOf } from "../../core/ledger/columns";
import { offeredPolicies } from "../../core/round/policies/offered";
import type { PolicyName } from "../../core/round/round";
import { usePane } from "../usePane";
import { roundWords } from "../words/roundWords";

export function PolicyQuestion({ column, cells }: { readonly column: ColumnKey; readonly cells: number }) {
  const { words, session, state, act } = usePane();
  const [policy, setPolicy] = useState<PolicyName>("ask");
  const name = useId();
  const { open, settings } = roundWords(words);
  const title = open.policy(headerOf(column), cells);
  return (
    <section className="tz-card tz-card-pad" aria-label={title}>
      <fieldset className="tz-options">
        <legend className="tz-strong" style={{ marginBottom: 6 }}>{title}</legend>
        {offeredPolicies(column).map((one) => (
          <label key={one} className={policy === one ? "tz-option tz-option-on" : "tz-option"}>
            <input type="radio" name={name} checked={policy === one} aria-label={settings.policies[one]} onChange={() => setPolicy(one)} />
            <div><span>{settings.policies[one]}</span><p className="tz-soft">{settings.means[one]}</p></div>
          </label>
        ))}
      </fieldset>
      <p className="tz-soft">{open.policyHint}</p>
      <div><Button size="small" appearance="primary" disabled={state.busy !== null} onClick={() => act(() => session.round.choosePolicy(column, policy))}>{open.policyDo}</Button></div>
    </section>
  );
}
