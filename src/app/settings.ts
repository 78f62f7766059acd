/** 设置 of the workbook: read with its store, written like everything else as a batch. */
import { ok, type Result } from "../core/result";
import { type PolicyName, type Round, rowPolicyKey } from "../core/round/round";
import type { CheckGiven } from "../core/rules/context";
import { DEFAULT_WORKBOOK_SETTINGS, type WorkbookSettings } from "../core/settings/index";
import type { Store } from "../core/store/store";
import type { Batch } from "../excel/port";
import { EMPTY_BATCH } from "../excel/port";
import { type Master, type MasterFault, usableStore } from "./master";
import { withSettingsRun } from "./settingsRuns";
import { isIdle, withStore } from "./storeWrites";

/** The settings that a workbook carries; those that stand by themselves where its store can't be read. */
export function settingsOf(master: Pick<Master, "store" | "storeProblem">): WorkbookSettings {
  return master.storeProblem ? DEFAULT_WORKBOOK_SETTINGS : master.store.settings;
}

/** What of the settings a check goes by. */
export function checkSettings({ spelling, form, required, holidays }: WorkbookSettings): Pick<CheckGiven, "style" | "formStyle" | "required" | "holidays"> {
  return { style: spelling, formStyle: form, required, holidays };
}

/** The batch that keeps these settings in the workbook, as a run of `today`; null where they are kept already. */
export function planSettings(master: Master, settings: WorkbookSettings, today: string): Result<Batch | null, MasterFault> {
  const stored = usableStore(master);
  if (!stored.ok) return stored;
  const batch = withStore(EMPTY_BATCH, stored.value, withSettings(stored.value, withSettingsRun(stored.value, settings, today)));
  return ok(isIdle(batch) ? null : batch);
}

/** The store as it is to be after its settings have changed: the round forgets policies that are no more. */
export function withSettings(before: Store, after: Store): Store {
  return { ...after, round: after.round && withPolicies(after.round, policyMap(before.settings), policyMap(after.settings)) };
}

/** How values that differ become one, by column, or by `rowPolicyKey` for a single cell. */
export function policyMap({ policies, rowPolicies }: WorkbookSettings): ReadonlyMap<string, PolicyName> {
  const single = [...rowPolicies].flatMap(([row, columns]) => [...columns].map(([column, policy]) => [rowPolicyKey(row, column), policy] as const));
  return new Map([...policies, ...single]);
}

/** A choice that is taken back holds no longer for what was merged by it. */
function withPolicies(round: Round, before: ReadonlyMap<string, PolicyName>, after: ReadonlyMap<string, PolicyName>): Round {
  const gone = [...before.keys()].filter((key) => !after.has(key) && round.policies.has(key));
  return gone.length === 0 ? round : { ...round, policies: new Map([...round.policies].filter(([key]) => !gone.includes(key))) };
}
