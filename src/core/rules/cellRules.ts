/** Which rules are asked about a cell: those of its kind and column whose needs it meets, in the order of the list. */
import type { CellMark } from "../grid/grid";
import type { ColumnKey } from "../ledger/columns";
import { SignScan } from "../text/signScan";
import { ANY_TEXT, type Sign, signSet, type SignSet } from "../text/signs";
import { TRAITS } from "../text/traits/traits";
import type { Trait } from "../text/traits/trait";
import type { StyleProfile } from "../text/profile";
import type { CellKind, LedgerCell } from "./cell";
import type { CheckContext } from "./context";
import type { CellRule, Rule, TextNeeds } from "./rule";

const NONE: readonly CellRule[] = [];

/** The rules of one cell of a list. For one check: what it knows of a text holds for one ledger and its settings. */
export class CellRules {
  private readonly rules: readonly CellRule[];
  private readonly profile: StyleProfile;
  private readonly contactKeys: ReadonlySet<ColumnKey>;
  private readonly scan = new SignScan();
  private readonly byColumn = new Map<string, ColumnRules>();

  constructor(rules: readonly Rule[], { profile, contactKeys }: Pick<CheckContext, "profile" | "contactKeys">) {
    this.rules = rules.filter((rule) => rule.scope === "cell");
    this.profile = profile;
    this.contactKeys = contactKeys;
  }

  /** The rules of a column, or of headings and margins, which have no column. */
  of(kind: CellKind, key: ColumnKey | null): ColumnRules {
    const name = `${kind} ${key ?? ""}`;
    const before = this.byColumn.get(name);
    if (before) return before;
    const own = this.rules.filter(({ on, under }) => on.includes(kind) && this.isUnder(key, under));
    const fresh = new ColumnRules(own, this.profile, this.scan, key !== null && !LOOKS_AT_ROWS.has(kind));
    this.byColumn.set(name, fresh);
    return fresh;
  }

  private isUnder(key: ColumnKey | null, under: CellRule["under"]): boolean {
    if (under === undefined) return true;
    return key !== null && (under === "contacts" ? this.contactKeys.has(key) : under.includes(key));
  }

  about(cell: LedgerCell): readonly CellRule[] {
    return this.of(cell.kind, cell.key).about(cell.text, cell.mark);
  }
}

/** A need of texts as bits. */
interface Sieve {
  readonly rule: CellRule;
  /** The cell has no text. */
  readonly number: boolean;
  readonly marks: readonly (keyof CellMark)[];
  /** Null: no text will do. */
  readonly text: TextSieve | null;
}

interface TextSieve {
  readonly any: SignSet;
  readonly and: SignSet;
  readonly least: number;
  readonly most: number;
}

/** Rules about these look at the row too. */
const LOOKS_AT_ROWS: ReadonlySet<CellKind> = new Set(["serial"]);
/** Longer texts hardly come twice. */
const LONGEST_KEPT = 200;

const EVERY: SignSet = { has: ANY_TEXT, meets: 0 };

export class ColumnRules {
  /** In the order of the list. */
  readonly all: readonly CellRule[];
  private readonly sieves: readonly Sieve[];
  private readonly scan: SignScan;
  private readonly remembers: boolean;
  private readonly quiet = new Set<string>();
  /** By mark, which cells share: of a number no more is looked at here. */
  private readonly numbers = new Map<CellMark | undefined, readonly CellRule[]>();

  constructor(rules: readonly CellRule[], profile: StyleProfile, scan: SignScan, remembers: boolean) {
    this.all = rules;
    this.sieves = rules.map((rule) => sieveOf(rule, profile));
    this.scan = scan;
    this.remembers = remembers;
  }

  /** Those that may have something to say; `found` are the text's signs where they are known. */
  about(text: string | null, mark: CellMark | undefined, found?: SignSet): readonly CellRule[] {
    if (text === null) return this.aboutNumber(mark);
    if (mark === undefined && text.length <= LONGEST_KEPT && this.quiet.has(text)) return NONE;
    const { has, meets } = found ?? this.scan.read(text);
    let asked: CellRule[] | null = null;
    for (const sieve of this.sieves) {
      if (!lets(sieve.text, text.length, has, meets) && !hasMark(sieve, mark)) continue;
      if (asked) asked.push(sieve.rule);
      else asked = [sieve.rule];
    }
    return asked ?? NONE;
  }

  private aboutNumber(mark: CellMark | undefined): readonly CellRule[] {
    const before = this.numbers.get(mark);
    if (before) return before;
    const asked = this.sieves.filter((sieve) => sieve.number || hasMark(sieve, mark)).map(({ rule }) => rule);
    if (this.numbers.size < MOST_MARKS) this.numbers.set(mark, asked);
    return asked;
  }

  /** Nothing was said of such a cell: of its equals nothing will be said, for rules of columns look at no more than text and mark. */
  keepQuiet(text: string | null, mark: CellMark | undefined): void {
    if (this.remembers && text !== null && mark === undefined && text.length <= LONGEST_KEPT) this.quiet.add(text);
  }
}

const MOST_MARKS = 64;

function hasMark({ marks }: Sieve, mark: CellMark | undefined): boolean {
  return mark !== undefined && marks.some((name) => mark[name]);
}

function lets(sieve: TextSieve | null, length: number, has: number, meets: number): boolean {
  return sieve !== null && length >= sieve.least && length <= sieve.most && ((has & sieve.any.has) | (meets & sieve.any.meets)) !== 0 && ((has & sieve.and.has) | (meets & sieve.and.meets)) !== 0;
}

function sieveOf(rule: CellRule, profile: StyleProfile): Sieve {
  const { needs } = rule;
  if (!needs) return { rule, number: true, marks: [], text: textSieve({}, profile) };
  return { rule, number: needs.number === true, marks: needs.marks ?? [], text: needs.text ? textSieve(needs.text, profile) : null };
}

function textSieve({ signs, and, traits, least = 0, most = Infinity }: TextNeeds, profile: StyleProfile): TextSieve {
  const ofTraits = traits?.flatMap((name): readonly Sign[] => {
    const { kinds, signs: byKind }: Trait = TRAITS[name];
    const habit = profile.habits[name];
    return habit ? kinds.filter((kind) => kind !== habit.kind).flatMap((kind) => byKind?.[kind] ?? []) : [];
  });
  const any = signs || ofTraits ? signSet([...(signs ?? []), ...(ofTraits ?? [])]) : EVERY;
  return { any, and: and ? signSet(and) : EVERY, least, most };
}
