/** 忽略: findings that a person lets stand, kept in the workbook with the reason. */
import type { Ignored, IgnoreScope } from "../core/rules/ignored";
import { anchorsOf } from "../core/rules/letStand";
import type { Issue } from "../core/rules/rule";
import type { WorkbookSettings } from "../core/settings/index";
import type { Master } from "./master";
import { settingsOf } from "./settings";

export interface IgnoreRequest {
  readonly issues: readonly Issue[];
  readonly scope: IgnoreScope;
  /** In the person's own words; may be "". */
  readonly reason: string;
  /** "2026-11-23". */
  readonly today: string;
}

/** The settings with these findings put aside; what is put aside already is not put aside twice. */
export function withIgnored(master: Master, { issues, scope, reason, today }: IgnoreRequest): WorkbookSettings {
  const settings = settingsOf(master);
  const fresh = issues.flatMap(({ rule, subject, places }): readonly Ignored[] => {
    if (scope === "here") return anchorsOf({ places }, master.ledger, master.grid).map((anchor) => ({ scope, rule, subject, anchor, reason, date: today }));
    return [{ scope, rule, subject: scope === "spelling" ? subject : "", anchor: null, reason, date: today }];
  });
  const byKey = new Map([...settings.ignored, ...fresh].map((one) => [keyOf(one), one] as const).reverse());
  return { ...settings, ignored: [...byKey.values()].reverse() };
}

function keyOf({ scope, rule, subject, anchor }: Ignored): string {
  return JSON.stringify([scope, rule, subject, anchor]);
}
