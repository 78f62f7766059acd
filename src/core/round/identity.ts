/**
 * Which row of the round a row of a returned file is. 序号 alone is never the key: people renumber, sort and mistype it.
 * The ladder goes from the surest evidence to the weakest; each step pairs only what is unambiguous, one to one, and the
 * step that paired a row is kept.
 */
import { comparisonForm } from "../text/compare";
import type { RowId } from "./round";
import { similarity, SimilarTexts } from "./similar";

export type IdentityLevel = "all" | "serial+name" | "name+content" | "name" | "content" | "similar" | "duplicate";

/** What a row is recognised by. Empty texts are no evidence. */
export interface RowIdentity {
  readonly serial: string | null;
  /** 重点任务, or the label of a goal row. */
  readonly name: string;
  readonly content: string;
}

export interface KnownRow extends RowIdentity {
  readonly id: RowId;
}

export interface Pairing {
  readonly id: RowId;
  readonly level: IdentityLevel;
}

/** Below this a text is another text. */
const ENOUGH = 0.55;
/** The beginning of a text, so long, stands for the text. */
const SHORTEST_CUT = 6;
/** From here on two texts of one name are one. */
const NEARLY_THE_SAME = 0.85;
/** The best candidate must be this much better than the next. */
const MARGIN = 0.08;

/** The pairing of each row, in order; null where no row of the round is meant. Duplicates of a paired row name it too. */
export function alignRows(rows: readonly RowIdentity[], known: KnownRows): readonly (Pairing | null)[] {
  const taken = new Set<RowId>();
  const pairs = pairWhole(rows, known, taken);
  if (!pairs.includes(null)) return pairs;
  const forms = rows.map(formsOf);
  for (const step of STEPS) pairExact(step, forms, known, pairs, taken);
  pairSimilar(forms, known, pairs, taken);
  pairDuplicates(forms, known, pairs);
  return pairs;
}

interface Forms {
  readonly serial: string;
  readonly name: string;
  readonly content: string;
}

type KeyOf = (forms: Forms) => string | null;

type Step = readonly [IdentityLevel, KeyOf];

const WHOLE: KeyOf = ({ serial, name, content }) => (serial && content ? `${serial}|${name}|${content}` : null);

/** What comes after the whole of a row. */
const STEPS: readonly Step[] = [
  ["name+content", ({ name, content }) => (name && content ? `${name}|${content}` : null)],
  ["serial+name", ({ serial, name }) => (serial && name ? `${serial}|${name}` : null)],
  ["content", ({ content }) => content || null],
  ["name", ({ name }) => name || null],
];

/** A number that somebody has put before a task's name. */
const NUMBERED = /^\d{1,3}[.、](?=\D)/u;

function formsOf({ serial, name, content }: RowIdentity): Forms {
  return { serial: serial ?? "", name: comparisonForm(name).replace(NUMBERED, ""), content: comparisonForm(content) };
}

interface KnownForms extends Forms {
  readonly id: RowId;
}

/** A row that no other row of the round equals, as it is written. */
interface WrittenRow {
  readonly name: string;
  readonly content: string;
  readonly pairing: Pairing;
}

/** The rows of a round by everything that they are recognised by: made once, asked for every file. */
export class KnownRows {
  private readonly rows: readonly KnownForms[];
  private readonly byId: ReadonlyMap<RowId, KnownForms>;
  private readonly byKey = new Map<KeyOf, ReadonlyMap<string, readonly KnownForms[]>>();
  private texts: SimilarTexts | null = null;
  private written: ReadonlyMap<string, readonly WrittenRow[]> | null = null;
  private readonly raw: readonly KnownRow[];

  constructor(rows: readonly KnownRow[]) {
    this.raw = rows;
    this.rows = rows.map((row) => ({ ...formsOf(row), id: row.id }));
    this.byId = new Map(this.rows.map((row) => [row.id, row]));
  }

  get(id: RowId): KnownForms | undefined {
    return this.byId.get(id);
  }

  /** The only row with this key that is not taken; undefined where there is none, or more than one. */
  only(keyOf: KeyOf, key: string, taken: ReadonlySet<RowId>): KnownForms | undefined {
    const free = (this.keyed(keyOf).get(key) ?? []).filter(({ id }) => !taken.has(id));
    return free.length === 1 ? free[0] : undefined;
  }

  /** The row that is written so to the letter, where no other row of the round says the same: most rows come back so. */
  writtenAs({ serial, name, content }: RowIdentity): Pairing | undefined {
    if (serial === null) return undefined;
    this.written ??= this.writtenRows();
    return this.written.get(serial)?.find((row) => row.content === content && row.name === name)?.pairing;
  }

  private writtenRows(): ReadonlyMap<string, readonly WrittenRow[]> {
    const written = new Map<string, WrittenRow[]>();
    this.raw.forEach(({ id, serial, name, content }, index) => {
      const forms = this.rows[index];
      const key = forms ? WHOLE(forms) : null;
      if (serial === null || key === null || this.only(WHOLE, key, NONE)?.id !== id) return;
      const row = { name, content, pairing: { id, level: "all" as const } };
      const others = written.get(serial);
      if (others) others.push(row);
      else written.set(serial, [row]);
    });
    return written;
  }

  /** The few rows that are not taken and resemble this text most. */
  resembling(content: string, taken: ReadonlySet<RowId>): readonly KnownForms[] {
    this.texts ??= new SimilarTexts(this.rows.map((row) => row.content));
    const isTaken = (at: number): boolean => taken.has(this.rows[at]?.id ?? "");
    return this.texts.candidates(content, isTaken).flatMap((at) => this.rows[at] ?? []);
  }

  private keyed(keyOf: KeyOf): ReadonlyMap<string, readonly KnownForms[]> {
    const own = this.byKey.get(keyOf);
    if (own) return own;
    const fresh = new Map<string, KnownForms[]>();
    for (const row of this.rows) {
      const key = keyOf(row);
      const others = key === null ? undefined : fresh.get(key);
      if (others) others.push(row);
      else if (key !== null) fresh.set(key, [row]);
    }
    this.byKey.set(keyOf, fresh);
    return fresh;
  }
}

const NONE: ReadonlySet<RowId> = new Set();

/** The rows whose number, name and text are those of a row of the round; of several copies the first. */
function pairWhole(rows: readonly RowIdentity[], known: KnownRows, taken: Set<RowId>): (Pairing | null)[] {
  return rows.map((row) => {
    const own = known.writtenAs(row) ?? wholeOf(row, known, taken);
    if (!own || taken.has(own.id)) return null;
    taken.add(own.id);
    return own;
  });
}

function wholeOf(row: RowIdentity, known: KnownRows, taken: ReadonlySet<RowId>): Pairing | null {
  const key = WHOLE(formsOf(row));
  const own = key === null ? undefined : known.only(WHOLE, key, taken);
  return own ? { id: own.id, level: "all" } : null;
}

function pairExact([level, keyOf]: Step, rows: readonly Forms[], known: KnownRows, pairs: (Pairing | null)[], taken: Set<RowId>): void {
  const asked = new Map<string, number>();
  rows.forEach((row, index) => {
    const key = pairs[index] ? null : keyOf(row);
    if (key !== null && !asked.has(key)) asked.set(key, index);
  });
  // Of several copies of one row in a file the first stands for it; the others are found as duplicates.
  for (const [key, index] of asked) {
    const own = known.only(keyOf, key, taken);
    const row = rows[index];
    if (!own || (level === "name" && row && contradicts(row, own))) continue;
    pairs[index] = { id: own.id, level };
    taken.add(own.id);
  }
}

/** The same name over a text that is quite another one: two tasks of one name. */
function contradicts(row: Forms, known: Forms): boolean {
  if (row.content === "" || known.content === "") return false;
  const isCut = row.content.length >= SHORTEST_CUT && (known.content.startsWith(row.content) || row.content.startsWith(known.content));
  return !isCut && similarity(row.content, known.content) < 0.3;
}

function pairSimilar(rows: readonly Forms[], known: KnownRows, pairs: (Pairing | null)[], taken: Set<RowId>): void {
  const offers: { index: number; id: RowId; score: number }[] = [];
  rows.forEach((row, index) => {
    if (pairs[index] || row.content === "") return;
    const scored = known.resembling(row.content, taken).map((candidate) => ({ id: candidate.id, score: scoreOf(row, candidate) }));
    scored.sort((left, right) => right.score - left.score);
    const [best, next] = scored;
    if (best && best.score >= ENOUGH && best.score - (next?.score ?? 0) >= MARGIN) offers.push({ index, ...best });
  });
  offers.sort((left, right) => right.score - left.score || left.index - right.index);
  for (const { index, id } of offers) {
    if (taken.has(id)) continue;
    pairs[index] = { id, level: "similar" };
    taken.add(id);
  }
}

/** The text decides; the name and the 序号 break ties between texts that resemble each other. */
function scoreOf(row: Forms, known: Forms): number {
  const name = row.name !== "" && row.name === known.name ? 0.15 : row.name !== "" && known.name !== "" ? -0.1 : 0;
  const serial = row.serial !== "" && row.serial === known.serial ? 0.1 : 0;
  return similarity(row.content, known.content) + name + serial;
}

/** A second copy of a row that is paired already: same name and text, the text alone where the file has no names, or same 序号 and name without a text. */
function pairDuplicates(rows: readonly Forms[], known: KnownRows, pairs: (Pairing | null)[]): void {
  if (pairs.every((pair) => pair !== null)) return;
  const exact = new Map<string, RowId>();
  const short = new Map<string, RowId>();
  const contents = new Map<string, RowId>();
  for (const pair of pairs) {
    const row = pair && known.get(pair.id);
    if (!row) continue;
    exact.set(`${row.name}|${row.content}`, row.id);
    if (row.content) contents.set(row.content, row.id);
    if (row.serial) short.set(`${row.serial}|${row.name}`, row.id);
  }
  rows.forEach((row, index) => {
    if (pairs[index]) return;
    const bare = row.name === "" ? contents.get(row.content) : undefined;
    const id = exact.get(`${row.name}|${row.content}`) ?? bare ?? (row.serial && row.name ? short.get(`${row.serial}|${row.name}`) : undefined);
    const found = id ?? nearCopy(row, pairs, known);
    if (found !== undefined) pairs[index] = { id: found, level: "duplicate" };
  });
}

/** The paired row of the same name that the text is nearly the same as: a copy that somebody has touched. */
function nearCopy(row: Forms, pairs: readonly (Pairing | null)[], known: KnownRows): RowId | undefined {
  if (row.name === "" || row.content === "") return undefined;
  return pairs.find((pair) => {
    const own = pair && known.get(pair.id);
    return own?.name === row.name && similarity(own.content, row.content) >= NEARLY_THE_SAME;
  })?.id;
}
