/**
 * What an edited text does to its targets, as arithmetic: 350 家 → 300 家, 2025 → 2026. A proposal is judged by this, not by
 * the letters that changed. The words are chosen elsewhere.
 */
import { comparisonForm } from "../text/compare";
import { type Deadline, NO_DEADLINE } from "./deadline";
import { extractTargets, type TargetContext } from "./extractTargets";
import { findDeadlines } from "./findDeadlines";
import { bindingText, firmnessChange, levelChange } from "./firmness";
import type { Operator, Target } from "./target";

export type TargetChange =
  /** Another figure for the same thing. `percent` is signed, of the former, to one decimal; null where the former is 0. */
  | { readonly kind: "value"; readonly indicator: string; readonly from: Target; readonly to: Target; readonly percent: number | null; readonly weaker: boolean }
  /** 不少于 → 左右. */
  | { readonly kind: "operator"; readonly indicator: string; readonly from: Target; readonly to: Target; readonly weaker: boolean }
  /** Another day. `weaker` where it is later or gone. */
  | { readonly kind: "deadline"; readonly indicator: string; readonly from: Target; readonly to: Target; readonly weaker: boolean }
  /** 确保 → 力争, 以上 gone: words that bind. */
  | { readonly kind: "words"; readonly indicator: string; readonly from: Target; readonly to: Target; readonly dropped: readonly string[]; readonly added: readonly string[]; readonly weaker: boolean }
  /** 较 2023 年 → 较 2024 年: null where none is named. */
  | { readonly kind: "baseline"; readonly indicator: string; readonly from: Target; readonly to: Target; readonly weaker: boolean }
  /** 省级 → 市级. */
  | { readonly kind: "level"; readonly indicator: string; readonly from: Target; readonly to: Target; readonly weaker: boolean }
  /** Its thing is still named, but no end of it: 完成管网改造 → 推进管网改造. */
  | { readonly kind: "softened"; readonly indicator: string; readonly from: Target; readonly words: string; readonly weaker: true }
  /** A day of the text that stands with no target. */
  | { readonly kind: "date"; readonly from: Deadline; readonly to: Deadline | null; readonly weaker: boolean }
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
  const latter = extractTargets(after, context);
  const { pairs, removed, added } = align(former, latter);
  const changes = pairs.flatMap((pair) => [...changesOf(pair), ...wordChanges(pair, bindingText(before, former, pair.from), bindingText(after, latter, pair.to))]);
  const gone = removed.flatMap((from) => goneFrom(from, after, context));
  const ordered = [...changes, ...gone].sort((left, right) => placeOf(former, left) - placeOf(former, right));
  const found = [...ordered, ...added.map((to): TargetChange => ({ kind: "added", indicator: to.indicator, to, weaker: false }))];
  return found.some(({ kind }) => kind !== "words") ? found : [...found, ...looseDates(before, after, context)];
}

function placeOf(former: readonly Target[], change: TargetChange): number {
  return change.kind === "added" || change.kind === "date" ? former.length : former.indexOf(change.from);
}

/** What became of a target that has no counterpart: gone, or its thing is still named without an end. */
function goneFrom(from: Target, after: string, context: TargetContext): readonly TargetChange[] {
  const { indicator } = from;
  const words = from.value === null && comparisonForm(indicator) !== "" ? after.split(/[。；;，,\n]/u).find((segment) => comparisonForm(segment).includes(comparisonForm(indicator))) : undefined;
  if (words === undefined) return [{ kind: "removed", indicator, from, weaker: true }];
  const sentence = after.split(/[。；;\n]/u).find((one) => one.includes(words)) ?? words;
  const [dated] = findDeadlines(sentence, context).map(({ deadline }) => deadline).filter(({ kind }) => kind !== "none");
  const to: Target = { ...from, deadline: dated ?? NO_DEADLINE };
  const moved: readonly TargetChange[] = dayOf(from) === dayOf(to) ? [] : [{ kind: "deadline", indicator, from, to, weaker: isLater(from.deadline, to.deadline) }];
  return [{ kind: "softened", indicator, from, words: words.trim(), weaker: true }, ...moved];
}

/** Days that the former text named and the latter does not, where no target tells of it. */
function looseDates(before: string, after: string, context: TargetContext): readonly TargetChange[] {
  const [former, latter] = [before, after].map((text) => findDeadlines(text, context).map(({ deadline }) => deadline).filter(({ date }) => date !== null));
  const [from] = (former ?? []).filter((one) => !(latter ?? []).some((other) => sameDay(one, other)));
  if (!from) return [];
  const to = (latter ?? []).find((one) => !(former ?? []).some((other) => sameDay(one, other))) ?? null;
  return [{ kind: "date", from, to, weaker: isLater(from, to ?? NO_DEADLINE) }];
}

function sameDay(left: Deadline, right: Deadline): boolean {
  return left.date === right.date && left.alternative === right.alternative && left.from === right.from;
}

function wordChanges({ from, to }: Pair, before: string, after: string): readonly TargetChange[] {
  const { indicator } = from;
  const changes: TargetChange[] = [];
  const firmness = from.operator === to.operator ? firmnessChange(before, after) : null;
  // Beside another figure, only what makes it weaker still is worth a word.
  if (firmness && (firmness.weaker || size(from) === size(to))) changes.push({ kind: "words", indicator, from, to, ...firmness });
  if (from.baselineYear !== to.baselineYear) changes.push({ kind: "baseline", indicator, from, to, weaker: to.baselineYear === null || (to.baselineYear > (from.baselineYear ?? 0)) });
  const level = levelChange(indicator, to.indicator);
  if (level) changes.push({ kind: "level", indicator, from, to, weaker: level.weaker });
  return changes;
}

/** The same indicator in the same unit, however it is spelled. */
function sameThing(left: Target, right: Target): boolean {
  return comparisonForm(left.indicator) === comparisonForm(right.indicator) && measureOf(left) === measureOf(right) && left.qualitative === right.qualitative;
}

/** What two targets may share, from the closest kinship to the loosest; a pair is made at the first that fits. */
const KINSHIPS: readonly ((left: Target, right: Target) => boolean)[] = [
  (left, right) => sameThing(left, right) && size(left) === size(right) && dayOf(left) === dayOf(right),
  (left, right) => sameThing(left, right) && dayOf(left) === dayOf(right),
  (left, right) => sameThing(left, right) && size(left) === size(right),
  sameThing,
  (left, right) => measureOf(left) === measureOf(right) && left.qualitative === right.qualitative && likeness(left.indicator, right.indicator) >= 0.6,
  (left, right) => size(left) !== null && size(left) === size(right) && measureOf(left) === measureOf(right) && dayOf(left) === dayOf(right),
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
function size({ value, scale, unit }: Target): number | null {
  return value === null ? null : Number((value * (scale ?? 1) * (SHARES.get(unit ?? "") ?? 1)).toPrecision(12));
}

/** Units that count parts of a whole, in percent. */
const SHARES: ReadonlyMap<string, number> = new Map([["倍", 100], ["成", 10]]);

/** What is counted, shares all alike. */
function measureOf({ unit }: Target): string | null {
  return unit !== null && SHARES.has(unit) ? "%" : unit;
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
