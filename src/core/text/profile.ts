/**
 * How a ledger is spelled: for each trait the kind that it uses, learned from its own issued text (与母版一致), or the
 * national standards' (公文规范), or nothing at all (不改). Kinds are counted whole; nothing is guessed from a few places.
 */
import { inKind, type Surface, type Trait } from "./traits/trait";
import { TRAITS, type TraitName } from "./traits/traits";

export const STYLES = ["master", "official", "none"] as const;
export type Style = (typeof STYLES)[number];

/** What a ledger does where a trait shows. */
export interface Habit {
  readonly kind: string;
  /** How many places of the ledger show each kind. */
  readonly places: Readonly<Record<string, number>>;
  /** Whether the kind is the ledger's own clear habit, and not a standard's. */
  readonly learned: boolean;
}

export interface StyleProfile {
  readonly style: Style;
  /** By trait; a trait without a habit is left alone. */
  readonly habits: Readonly<Partial<Record<TraitName, Habit>>>;
}

/** One text to learn from. */
export interface Sample {
  readonly surface: Surface;
  readonly text: string;
  /** Issued text sets the style; replies are only asked where it shows none. */
  readonly issued: boolean;
}

/** A habit needs so many places, and so large a share of them: 4 against 1 is one, 3 against 1 and 7 against 3 are none. */
const FEWEST = 4;
const CLEAR_SHARE = 0.8;

/** The profile of a ledger in a style. Linear in the text. */
export function learnProfile(samples: Iterable<Sample>, style: Style): StyleProfile {
  if (style === "none") return { style, habits: {} };
  const issued = new Map<TraitName, Record<string, number>>();
  const all = new Map<TraitName, Record<string, number>>();
  const bySurface = new Map<Surface, readonly (readonly [TraitName, Trait])[]>();
  for (const [name, trait] of entries()) bySurface.set(trait.on, [...(bySurface.get(trait.on) ?? []), [name, trait]]);
  for (const { sample, times } of distinct(samples)) {
    for (const [name, trait] of bySurface.get(sample.surface) ?? []) {
      for (const { kind } of trait.sites(sample.text)) {
        count(all, name, kind, times);
        if (sample.issued) count(issued, name, kind, times);
      }
    }
  }
  const habits: Partial<Record<TraitName, Habit>> = {};
  for (const [name, trait] of entries()) {
    const places = all.get(name) ?? {};
    const habit = style === "official" ? official(trait, places) : own(trait, issued.get(name) ?? {}, places);
    if (habit) habits[name] = habit;
  }
  return { style, habits };
}

/** The issued text's habit; the replies' only where the issued text does not speak against it. */
function own(trait: Trait, issued: Readonly<Record<string, number>>, all: Readonly<Record<string, number>>): Habit | null {
  const first = majority(issued);
  if (first !== null) return { kind: first, places: issued, learned: true };
  const second = majority(all);
  const contested = Object.keys(issued).some((kind) => kind !== second);
  if (second !== null && !contested) return { kind: second, places: all, learned: true };
  return trait.otherwise === null ? null : { kind: trait.otherwise, places: all, learned: false };
}

function official(trait: Trait, places: Readonly<Record<string, number>>): Habit | null {
  const kind = trait.standard ?? trait.otherwise;
  return kind === null ? null : { kind, places, learned: false };
}

/** The kind of the clear majority, or null. */
export function majority(places: Readonly<Record<string, number>>): string | null {
  let total = 0;
  let most: string | null = null;
  for (const [kind, times] of Object.entries(places)) {
    total += times;
    if (most === null || times > (places[most] ?? 0)) most = kind;
  }
  const times = most === null ? 0 : (places[most] ?? 0);
  return times >= FEWEST && times >= total * CLEAR_SHARE ? most : null;
}

/** The text with one trait in the profile's kind; the text itself where the profile leaves the trait alone. Idempotent. */
export function inHabit(profile: StyleProfile, name: TraitName, text: string): string {
  const habit = profile.habits[name];
  return habit ? inKind(TRAITS[name], text, habit.kind) : text;
}

/** Equal texts once, with how often they stand there: lists of units repeat themselves. */
function distinct(samples: Iterable<Sample>): Iterable<{ readonly sample: Sample; times: number }> {
  const found = new Map<string, { readonly sample: Sample; times: number }>();
  for (const sample of samples) {
    const key = `${sample.surface} ${sample.issued} ${sample.text}`;
    const before = found.get(key);
    if (before) before.times += 1;
    else found.set(key, { sample, times: 1 });
  }
  return found.values();
}

function count(counts: Map<TraitName, Record<string, number>>, name: TraitName, kind: string, times: number): void {
  const places = counts.get(name) ?? {};
  places[kind] = (places[kind] ?? 0) + times;
  counts.set(name, places);
}

function entries(): readonly (readonly [TraitName, Trait])[] {
  return Object.entries(TRAITS) as [TraitName, Trait][];
}
