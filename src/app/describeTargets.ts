/** What `targets` answers, as CONTRACT writes it. */
import { isoDay } from "../core/grid/day";
import type { Ledger } from "../core/ledger/ledger";
import { asExtracted } from "../core/lights/corrections";
import { lightRows } from "../core/lights/litRow";
import type { Light } from "../core/lights/light";
import { DEFAULT_SETTINGS } from "../core/lights/settings";
import type { Target } from "../core/targets/target";
import { describeDeadline, type DescribedDeadline } from "./describeDeadline";
import type { LightRequest } from "./light";
import { readRows } from "./rowWords";

export interface DescribedTarget extends Pick<Target, "clause" | "indicator" | "operator" | "value" | "scale" | "unit" | "baselineYear" | "qualitative"> {
  readonly row: string | null;
  readonly deadline: DescribedDeadline & { readonly from: Target["from"] };
  readonly light: Light;
}

/** Every target of a ledger in sheet order, with its own light. */
export function describeTargets(ledger: Ledger, request: LightRequest): readonly DescribedTarget[] {
  const words = readRows(ledger, request).map(({ row, targets, own }) => ({ row, own, targets: targets.map(asExtracted) }));
  const lit = lightRows(ledger, words, new Map(), isoDay(request.asOf), request.settings ?? DEFAULT_SETTINGS);
  return lit.flatMap(({ row, targets, judgement }) =>
    targets.flatMap(({ target }, index): readonly DescribedTarget[] => {
      if (!target) return [];
      const { clause, indicator, operator, value, scale, unit, baselineYear, qualitative, deadline, from } = target;
      const light = judgement.targets[index]?.light ?? judgement.light;
      return [{ row: row.key, clause, indicator, operator, value, scale, unit, baselineYear, qualitative, deadline: { ...describeDeadline(deadline), from }, light }];
    }),
  );
}
