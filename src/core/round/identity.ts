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
/** The best candidate must be this much better than the next. */
const MARGIN = 0.08;

/** The pairing of each row, in order; null where no row of the round is meant. Duplicates of a paired row name it too. */
export function alignRows(rows: readonly RowIdentity[], known: readonly KnownRow[]): readonly (Pairing | null)[] {
  const forms = rows.map(formsOf);
  const targets = known.map((row) => ({ ...formsOf(row), id: row.id }));
  const pairs: (Pairing | null)[] = rows.map(() => null);
  const taken = new Set<RowId>();
  for (const [level, keyOf] of STEPS) pairExact(level, keyOf, forms, targets, pairs, taken);
  pairSimilar(forms, targets, pairs, taken);
  pairDuplicates(forms, targets, pairs);
  return pairs;
}

interface Forms {
  readonly serial: string;
  readonly name: string;
  readonly content: string;
}

type KeyOf = (forms: Forms) => string | null;

const STEPS: readonly (readonly [IdentityLevel, KeyOf])[] = [
  ["all", ({ serial, name, content }) => (serial && content ? `${serial}|${name}|${content}` : null)],
  ["name+content", ({ name, content }) => (name && content ? `${name}|${content}` : null)],
  ["serial+name", ({ serial, name }) => (serial && name ? `${serial}|${name}` : null)],
  ["content", ({ content }) => content || null],
  ["name", ({ name, serial }) => (name && serial ? name : null)],
];

function formsOf({ serial, name, content }: RowIdentity): Forms {
  return { serial: serial ?? "", name: comparisonForm(name), content: comparisonForm(content) };
}

function pairExact(level: IdentityLevel, keyOf: KeyOf, rows: readonly Forms[], known: readonly (Forms & { id: RowId })[], pairs: (Pairing | null)[], taken: Set<RowId>): void {
  const owners = new Map<string, RowId | null>();
  for (const row of known) {
    const key = taken.has(row.id) ? null : keyOf(row);
    if (key !== null) owners.set(key, owners.has(key) ? null : row.id);
  }
  const byId = new Map(known.map((row) => [row.id, row]));
  const asked = new Map<string, number>();
  rows.forEach((row, index) => {
    const key = pairs[index] ? null : keyOf(row);
    if (key !== null && !asked.has(key)) asked.set(key, index);
  });
  // Of several copies of one row in a file the first stands for it; the others are found as duplicates.
  for (const [key, index] of asked) {
    const id = owners.get(key);
    if (!id || taken.has(id)) continue;
    const row = rows[index];
    const own = byId.get(id);
    if (level === "name" && row && own && contradicts(row, own)) continue;
    pairs[index] = { id, level };
    taken.add(id);
  }
}

/** The same name over a text that is quite another one: two tasks of one name. */
function contradicts(row: Forms, known: Forms): boolean {
  return row.content !== "" && known.content !== "" && similarity(row.content, known.content) < 0.3;
}

function pairSimilar(rows: readonly Forms[], known: readonly (Forms & { id: RowId })[], pairs: (Pairing | null)[], taken: Set<RowId>): void {
  const open = rows.flatMap((row, index) => (pairs[index] || row.content === "" ? [] : [{ row, index }]));
  if (open.length === 0) return;
  const free = known.filter((row) => !taken.has(row.id) && row.content !== "");
  const texts = new SimilarTexts(free.map(({ content }) => content));
  const offers: { index: number; id: RowId; score: number }[] = [];
  for (const { row, index } of open) {
    const scored = texts.candidates(row.content).flatMap((at) => {
      const candidate = free[at];
      return candidate ? [{ id: candidate.id, score: scoreOf(row, candidate) }] : [];
    });
    scored.sort((left, right) => right.score - left.score);
    const [best, next] = scored;
    if (best && best.score >= ENOUGH && best.score - (next?.score ?? 0) >= MARGIN) offers.push({ index, ...best });
  }
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

/** A second copy of a row that is paired already: same name and text, or same 序号 and name without a text. */
function pairDuplicates(rows: readonly Forms[], known: readonly (Forms & { id: RowId })[], pairs: (Pairing | null)[]): void {
  const exact = new Map<string, RowId>();
  const short = new Map<string, RowId>();
  const paired = new Set(pairs.flatMap((pair) => (pair ? [pair.id] : [])));
  for (const row of known) {
    if (!paired.has(row.id)) continue;
    exact.set(`${row.name}|${row.content}`, row.id);
    if (row.serial) short.set(`${row.serial}|${row.name}`, row.id);
  }
  rows.forEach((row, index) => {
    if (pairs[index]) return;
    const id = exact.get(`${row.name}|${row.content}`) ?? (row.serial && row.name ? short.get(`${row.serial}|${row.name}`) : undefined);
    if (id !== undefined) pairs[index] = { id, level: "duplicate" };
  });
}
