/**
 * What an edited text does to its targets, as arithmetic: 350 家 → 300 家, 2025 → 2026. A proposal is judged by this, not by
 * the letters that changed. The words are chosen elsewhere.
 */
import { comparisonForm } from "../text/compare";
import type { Deadline } from "./deadline";
import { extractTargets, type TargetContext } from "./extractTargets";
import type { Operator, Target } from "./target";

export type TargetChange =
  /** Another figure for the same thing. `percent` is signed, of the former, to one decimal; null where the former is 0. */
  | { readonly kind: "value"; readonly indicator: string; readonly from: Target; readonly to: Target; readonly percent: number | null; readonly weaker: boolean }
  /** 不少于 → 左右. */
  | { readonly kind: "operator"; readonly indicator: string; readonly from: Target; readonly to: Target; readonly weaker: boolean }
  /** Another day. `weaker` where it is later or gone. */
  | { readonly kind: "deadline"; readonly indicator: string; readonly from: Target; readonly to: Target; readonly weaker: boolean }
  | { readonly kind: "removed"; readonly indicator: string; readonly from: Target; readonly weaker: true }
  | { readonly kind: "added"; readonly indicator: string; readonly to: Target; readonly weaker: false };

interface Pair {
  readonly from: Target;
  readonly to: Target;
}

/** The changes in terms of targets, in the order of the former text; empty where it asks for the same. */
export function compareTargets(before: string, after: string, context: TargetContext): readonly TargetChange[] {
  if (before === after) return [];
  const former = extractTargets(before, context);
  const { pairs, removed, added } = align(former, extractTargets(after, context));
  const changes = pairs.flatMap(changesOf);
  const gone = removed.map((from): TargetChange => ({ kind: "removed", indicator: from.indicator, from, weaker: true }));
  const ordered = [...changes, ...gone].sort((left, right) => placeOf(former, left) - placeOf(former, right));
  return [...ordered, ...added.map((to): TargetChange => ({ kind: "added", indicator: to.indicator, to, weaker: false }))];
}

function placeOf(former: readonly Target[], change: TargetChange): number {
  return change.kind === "added" ? former.length : former.indexOf(change.from);
}

/** The same indicator in the same unit, however it is spelled. */
function sameThing(left: Target, right: Target): boolean {
  return comparisonForm(left.indicator) === comparisonForm(right.indicator) && left.unit === right.unit && left.qualitative === right.qualitative;
}

/** What two targets may share, from the closest kinship to the loosest; a pair is made at the first that fits. */
const KINSHIPS: readonly ((left: Target, right: Target) => boolean)[] = [
  (left, right) => sameThing(left, right) && size(left) === size(right) && dayOf(left) === dayOf(right),
  (left, right) => sameThing(left, right) && dayOf(left) === dayOf(right),
  (left, right) => sameThing(left, right) && size(left) === size(right),
  sameThing,
  (left, right) => left.unit === right.unit && left.qualitative === right.qualitative && likeness(left.indicator, right.indicator) >= 0.6,
  (left, right) => size(left) !== null && size(left) === size(right) && left.unit === right.unit && dayOf(left) === dayOf(right),
];

function align(former: readonly Target[], latter: readonly Target[]): { readonly pairs: readonly Pair[]; readonly removed: readonly Target[]; readonly added: readonly Target[] } {
  const pairs: Pair[] = [];
  let removed = [...former];
  let added = [...latter];
  for (const isKin of KINSHIPS) {
    for (const from of [...removed]) {
      const to = added.find((candidate) => isKin(from, candidate));
      if (to === undefined) continue;
      pairs.push({ from, to });
      removed = removed.filter((target) => target !== from);
      added = added.filter((target) => target !== to);
    }
  }
  return { pairs, removed, added };
}

/** The number with its power word, in units. */
function size({ value, scale }: Target): number | null {
  return value === null ? null : Number((value * (scale ?? 1)).toPrecision(12));
}

/** What a deadline asks, so that two spellings of one day are one. */
function dayOf({ deadline }: Target): string {
  return deadline.recurrence === null ? `${deadline.date ?? deadline.kind}|${deadline.alternative ?? ""}` : JSON.stringify(deadline.recurrence);
}

/** How alike two names are, 0 to 1: twice the pairs of signs they share, over all they have (Dice). */
function likeness(left: string, right: string): number {
  const pairsOf = (text: string): string[] => Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
  const mine = pairsOf(comparisonForm(left));
  const theirs = pairsOf(comparisonForm(right));
  if (mine.length + theirs.length === 0) return 0;
  const rest = [...theirs];
  let shared = 0;
  for (const pair of mine) {
    const found = rest.indexOf(pair);
    if (found < 0) continue;
    rest.splice(found, 1);
    shared++;
  }
  return (2 * shared) / (mine.length + theirs.length);
}

function changesOf({ from, to }: Pair): readonly TargetChange[] {
  const { indicator } = from;
  const changes: TargetChange[] = [];
  const was = size(from);
  const is = size(to);
  if (was !== null && is !== null && (was !== is || from.upper !== to.upper)) {
    changes.push({ kind: "value", indicator, from, to, percent: percentOf(was, is), weaker: isEasier(from.operator, was, is) });
  }
  if (from.operator !== to.operator) changes.push({ kind: "operator", indicator, from, to, weaker: strength(to.operator) < strength(from.operator) });
  if (dayOf(from) !== dayOf(to)) changes.push({ kind: "deadline", indicator, from, to, weaker: isLater(from.deadline, to.deadline) });
  return changes;
}

function percentOf(was: number, is: number): number | null {
  return was === 0 ? null : Math.round(((is - was) / was) * 1000) / 10;
}

/** A ceiling that rises is easier, and a floor that sinks. */
function isEasier(operator: Operator | null, was: number, is: number): boolean {
  return operator === "<=" || operator === "<" ? is > was : is < was;
}

/** How firmly an operator binds. */
function strength(operator: Operator | null): number {
  if (operator === null) return 0;
  return operator === "~" ? 1 : operator === ">" || operator === "<" ? 3 : 2;
}

function isLater(was: Deadline, is: Deadline): boolean {
  if (was.date === null) return false;
  return is.date === null || (is.alternative ?? is.date) > (was.alternative ?? was.date);
}
