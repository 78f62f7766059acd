/**
 * How a ledger is spelled: for each trait the kind that it uses, learned from its own issued text (与母版一致), or the
 * national standards' (公文规范), or nothing at all (不改). Kinds are counted whole; nothing is guessed from a few places.
 */
import { SignScan } from "./signScan";
import { shareSign, signSet, type SignSet, Tallies } from "./signs";
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

/** The profile of a ledger in a style. Linear in the text. `scanned` is told the signs of each running text on the way. */
export function learnProfile<S extends Sample>(samples: Iterable<S>, style: Style, scanned?: (sample: S, signs: SignSet) => void): StyleProfile {
  if (style === "none") return { style, habits: {} };
  const learners = entries().map(([name, trait]) => new TraitLearner(name, trait));
  const onText = learners.filter(({ trait }) => trait.on === "text");
  const uncounted = onText.filter(({ trait }) => !trait.counted);
  const unless = signSet(onText.flatMap(({ trait }) => trait.counted?.unless ?? []));
  const plain = { issued: new Tallies(), replied: new Tallies() };
  const scan = new SignScan();
  const others: Sample[] = [];
  for (const sample of samples) {
    if (sample.surface !== "text") {
      others.push(sample);
      continue;
    }
    scan.read(sample.text);
    scanned?.(sample, scan);
    const isPlain = !shareSign(unless, scan);
    if (isPlain) (sample.issued ? plain.issued : plain.replied).add(scan.tallies);
    for (const learner of isPlain ? uncounted : onText) learner.learn(sample, scan);
  }
  for (const learner of onText) learner.count(plain.issued, true).count(plain.replied, false);
  for (const { sample, times } of distinct(others)) {
    for (const learner of learners) if (learner.trait.on === sample.surface) learner.look(sample, times);
  }
  const habits: Partial<Record<TraitName, Habit>> = {};
  for (const { name, trait, issued, all } of learners) {
    const habit = style === "official" ? official(trait, all) : own(trait, issued, all);
    if (habit) habits[name] = habit;
  }
  return { style, habits };
}

type Places = Record<string, number>;

/** Counts the sites of one trait. */
class TraitLearner {
  readonly name: TraitName;
  readonly trait: Trait;
  readonly issued: Places = {};
  readonly all: Places = {};
  private readonly signs: SignSet | null;
  private readonly unless: SignSet | null;

  constructor(name: TraitName, trait: Trait) {
    this.name = name;
    this.trait = trait;
    this.signs = trait.signs ? signSet(Object.values(trait.signs).flat()) : null;
    this.unless = trait.counted ? signSet(trait.counted.unless) : null;
  }

  /** From a text that was scanned: by its signs and counts where they tell, else by a closer look. */
  learn(sample: Sample, scan: SignScan): void {
    if (this.signs && !shareSign(this.signs, scan)) return;
    if (!this.unless || shareSign(this.unless, scan)) this.look(sample, 1);
    else this.count(scan.tallies, sample.issued);
  }

  look({ text, issued }: Sample, times: number): void {
    for (const { kind } of this.trait.sites(text)) this.note(kind, times, issued);
  }

  /** What was counted in passing. */
  count(tallies: Tallies, issued: boolean): this {
    const { counted, kinds } = this.trait;
    if (counted) for (const kind of kinds) this.note(kind, counted.times(tallies, kind), issued);
    return this;
  }

  private note(kind: string, times: number, issued: boolean): void {
    if (times === 0) return;
    this.all[kind] = (this.all[kind] ?? 0) + times;
    if (issued) this.issued[kind] = (this.issued[kind] ?? 0) + times;
  }
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
function distinct(samples: readonly Sample[]): Iterable<{ readonly sample: Sample; times: number }> {
  const found = new Map<string, { readonly sample: Sample; times: number }>();
  for (const sample of samples) {
    const key = `${sample.surface} ${sample.issued} ${sample.text}`;
    const before = found.get(key);
    if (before) before.times += 1;
    else found.set(key, { sample, times: 1 });
  }
  return found.values();
}

function entries(): readonly (readonly [TraitName, Trait])[] {
  return Object.entries(TRAITS) as [TraitName, Trait][];
}
