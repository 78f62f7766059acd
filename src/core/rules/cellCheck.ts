/**
 * The rules of one cell together. Safe fixes are put together first, and the other rules look at the cell as it would
 * stand then: so a damage never hides another, and putting it right never brings up anything new.
 */
import type { CellValue } from "../grid/grid";
import { withValue } from "./cells";
import type { CheckContext } from "./context";
import type { LedgerCell } from "./cell";
import type { CellRules } from "./cellRules";
import { NONE_ASIDE, type StandsAside } from "./letStand";
import type { CellFinding, CellFix, CellRule } from "./rule";
import { sameMeaning } from "./sameMeaning";

export interface RuleFinding {
  readonly rule: CellRule;
  readonly finding: CellFinding;
  readonly fix: CellFix | null;
}

const NOTHING: readonly RuleFinding[] = [];

/** All that the rules say of a cell. An offered fix has the safe ones of the cell in it. */
export function cellFindings(cell: LedgerCell, rules: CellRules, context: CheckContext): readonly RuleFinding[] {
  const asked = rules.about(cell);
  return asked.length === 0 ? NOTHING : findingsOf(cell, asked, rules, context);
}

/** The same, where it is known already which rules are asked. */
export function findingsOf(cell: LedgerCell, asked: readonly CellRule[], rules: CellRules, context: CheckContext): readonly RuleFinding[] {
  let first = NOTHING;
  for (const rule of asked) {
    const found = said(rule, cell, cell, context);
    if (found.length > 0) first = first.length === 0 ? found : [...first, ...found];
  }
  const safe = new Set(first.filter(({ fix }) => fix?.safe).map(({ rule }) => rule));
  const settled = safe.size === 0 ? null : settle(cell, rules, context);
  if (!settled) return first;
  const now = withValue(cell, settled.value);
  const askedNow = new Set(rules.about(now));
  return rules.of(cell.kind, cell.key).all.flatMap((rule) => (safe.has(rule) ? first.filter((one) => one.rule === rule) : askedNow.has(rule) ? said(rule, cell, now, context) : NOTHING));
}

function said(rule: CellRule, cell: LedgerCell, now: LedgerCell, context: CheckContext): readonly RuleFinding[] {
  const findings = rule.check(now, context);
  return findings.length === 0 ? NOTHING : findings.map((finding) => ({ rule, finding, fix: fixOf(cell, finding, context) }));
}

/** The fix of a finding, or null. A formula is never written over, and coloured or struck words only by a person. */
function fixOf(cell: LedgerCell, finding: CellFinding, context: CheckContext): CellFix | null {
  if (finding.to === undefined || finding.to === cell.value || cell.mark?.formula) return null;
  const plain = !cell.mark?.struck && !cell.mark?.coloured;
  const safe = finding.safe === true && plain && sameMeaning(cell.kind, cell.value, finding.to, context);
  return { at: cell.at, from: cell.value, to: finding.to, safe };
}

export interface Settled {
  readonly value: CellValue;
  /** The rules whose fixes made the value, in the order they were taken; never empty. */
  readonly rules: readonly [string, ...string[]];
}

/** Fixes build on each other at most so often; a cell that is still not at rest then is left as it was. */
const MOST_FIXES = 32;

/** The cell's value with every safe fix, or null where there is none. */
export function settle(cell: LedgerCell, rules: CellRules, context: CheckContext, aside: StandsAside = NONE_ASIDE): Settled | null {
  const taken: string[] = [];
  let now = cell;
  for (let turn = 0; turn < MOST_FIXES; turn += 1) {
    const next = firstSafeFix(now, rules, context, aside);
    if (!next) {
      const [first, ...others] = new Set(taken);
      return first === undefined || now.value === cell.value ? null : { value: now.value, rules: [first, ...others] };
    }
    taken.push(next.rule);
    now = withValue(now, next.to);
  }
  return null;
}

function firstSafeFix(cell: LedgerCell, rules: CellRules, context: CheckContext, aside: StandsAside): { readonly rule: string; readonly to: CellValue } | null {
  for (const rule of rules.about(cell)) {
    for (const finding of rule.check(cell, context)) {
      const fix = fixOf(cell, finding, context);
      if (fix?.safe && !aside(rule.id, finding.subject ?? "", cell.at)) return { rule: rule.id, to: fix.to };
    }
  }
  return null;
}
