/** 设置 of the workbook: read with its store, written like everything else as a batch. */
import { ok, type Result } from "../core/result";
import type { CheckGiven } from "../core/rules/context";
import { DEFAULT_WORKBOOK_SETTINGS, type WorkbookSettings } from "../core/settings/index";
import type { Store } from "../core/store/store";
import type { Batch } from "../excel/port";
import { EMPTY_BATCH } from "../excel/port";
import { type Master, type MasterFault, usableStore } from "./master";
import { isIdle, withStore } from "./storeWrites";

/** The settings that a workbook carries; those that stand by themselves where its store can't be read. */
export function settingsOf(master: Pick<Master, "store" | "storeProblem">): WorkbookSettings {
  return master.storeProblem ? DEFAULT_WORKBOOK_SETTINGS : master.store.settings;
}

/** What of the settings a check goes by. */
export function checkSettings({ spelling, form, required, holidays }: WorkbookSettings): Pick<CheckGiven, "style" | "formStyle" | "required" | "holidays"> {
  return { style: spelling, formStyle: form, required, holidays };
}

/** The batch that keeps these settings in the workbook; null where they are kept already. */
export function planSettings(master: Master, settings: WorkbookSettings): Result<Batch | null, MasterFault> {
  const stored = usableStore(master);
  if (!stored.ok) return stored;
  const after: Store = { ...stored.value, settings };
  const batch = withStore(EMPTY_BATCH, stored.value, after);
  return ok(isIdle(batch) ? null : batch);
}
