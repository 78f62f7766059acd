/** Units of a file that a name it doesn't have may mean. Offered to a person, never taken. */
import { comparisonForm } from "../text/compare";
import { isOneSlip, withoutOne } from "./near";
import type { ParsedUnit } from "./parsedUnit";

export interface FileUnit {
  readonly name: string;
  readonly forms: readonly { readonly name: string }[];
  readonly parsed: ParsedUnit | null;
}

export interface LikelyUnits<U extends FileUnit> {
  /**
   * The spellings of likely units, likeliest first: the same body where the name lacks its place or has another suffix, a
   * slip of a name that no table lists, a shorter or longer way to write it. The unit called `own` is left out.
   */
  readonly candidates: (text: string, parsed: ParsedUnit | null, own: string | null) => readonly string[];
  /** The units of the body that a name without place means: 市商务局 for 商务局. */
  readonly lackingPlace: (parsed: ParsedUnit | null) => readonly U[];
}

/** Names shorter than this differ in one character without being slips: 市商务局, 市财政局. */
const SHORTEST_SLIP = 5;
const SHORTEST_ABBREVIATION = 3;
const MOST = 5;
/** A file with more names between the same two characters is no list of units. */
const MOST_COMPARED = 200;

/** Whether a table has the name; else only its shape or nothing is known. */
export function isListed(parsed: ParsedUnit | null): boolean {
  return parsed !== null && parsed.via !== "shape";
}

/** The units of a file, indexed for likely readings when the first is asked for. */
export function likelyUnits<U extends FileUnit>(units: readonly U[]): LikelyUnits<U> {
  let made: Index<U> | null = null;
  const index = (): Index<U> => (made ??= indexOf(units));
  const lackingPlace = (parsed: ParsedUnit | null): readonly U[] => {
    const bare = parsed?.place.level === "none" ? parsed : (parsed?.local ?? null);
    return bare === null ? [] : (index().byBody.get(bare.body) ?? []);
  };
  return {
    lackingPlace,
    candidates: (text, parsed, own) => {
      const form = comparisonForm(text);
      const found = new Set<string>();
      const offer = (some: readonly FileUnit[]): void => some.forEach(({ name }) => name !== own && found.add(name));
      offer(lackingPlace(parsed));
      if (parsed !== null) offer((index().byBody.get(parsed.body) ?? []).filter((unit) => differInName(parsed, unit.parsed)));
      for (const name of parsed?.candidates ?? []) offer(index().byForm.get(comparisonForm(name)) ?? []);
      if (!isListed(parsed)) offer(slips(form, index()));
      if (parsed !== null) offer(index().bySubject.get(subjectOf(parsed)) ?? []);
      offer(abbreviations(form, index()).filter((unit) => !isListed(parsed) || !isListed(unit.parsed) || samePlace(parsed, unit.parsed)));
      return [...found].slice(0, MOST);
    },
  };
}

/** 济南市商务局 beside 市商务局: one of them leaves the name of its place out. */
function differInName(left: ParsedUnit, right: ParsedUnit | null): boolean {
  if (right?.place.level !== left.place.level || right.place.name === left.place.name) return false;
  return [left, right].some(({ place }) => place.name.length === 1);
}

function samePlace(left: ParsedUnit | null, right: ParsedUnit | null): boolean {
  return left?.place.name === right?.place.name;
}

interface Index<U> {
  readonly byForm: ReadonlyMap<string, readonly U[]>;
  /** Units with a place, by what they are. */
  readonly byBody: ReadonlyMap<string, readonly U[]>;
  /** Place and subject without suffix: 市发改局 beside 市发展改革委. */
  readonly bySubject: ReadonlyMap<string, readonly U[]>;
  /** By spellings with one character left out. */
  readonly byRest: ReadonlyMap<string, readonly U[]>;
  /** By first and last character of a spelling. */
  readonly byEnds: ReadonlyMap<string, readonly U[]>;
}

function indexOf<U extends FileUnit>(units: readonly U[]): Index<U> {
  const index = {
    byForm: new Map<string, U[]>(),
    byBody: new Map<string, U[]>(),
    bySubject: new Map<string, U[]>(),
    byRest: new Map<string, U[]>(),
    byEnds: new Map<string, U[]>(),
  };
  for (const unit of units) {
    const forms = new Set(unit.forms.map(({ name }) => comparisonForm(name)));
    for (const form of forms) {
      add(index.byForm, form, unit);
      add(index.byEnds, endsOf(form), unit);
      if (form.length >= SHORTEST_SLIP) for (const rest of new Set([form, ...withoutOne(form)])) add(index.byRest, rest, unit);
    }
    if (unit.parsed === null) continue;
    add(index.bySubject, subjectOf(unit.parsed), unit);
    if (unit.parsed.place.level !== "none") add(index.byBody, unit.parsed.body, unit);
  }
  return index;
}

function add<U>(map: Map<string, U[]>, key: string, unit: U): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [unit]);
  else if (list[list.length - 1] !== unit) list.push(unit);
}

function subjectOf({ place, body }: ParsedUnit): string {
  return `${place.name}|${body.replace(/(?:委员会|办公室|局|厅|中心)$/u, "")}`;
}

function endsOf(form: string): string {
  return form.charAt(0) + form.charAt(form.length - 1);
}

function slips<U extends FileUnit>(form: string, { byRest }: Index<U>): readonly U[] {
  if (form.length < SHORTEST_SLIP || form.length > 40) return [];
  const near = [form, ...withoutOne(form)].flatMap((rest) => fewOf(byRest.get(rest)));
  return near.filter((unit) => unit.forms.some(({ name }) => isOneSlip(form, comparisonForm(name))));
}

function abbreviations<U extends FileUnit>(form: string, { byEnds }: Index<U>): readonly U[] {
  return fewOf(byEnds.get(endsOf(form))).filter((unit) => unit.forms.some(({ name }) => isAbbreviation(form, comparisonForm(name))));
}

/** Hundreds of names that differ in one character are numbered things, not slips. */
function fewOf<U>(units: readonly U[] | undefined): readonly U[] {
  return units === undefined || units.length > MOST_COMPARED ? [] : units;
}

/** All characters of the shorter stand in the longer in order; the ends are known to be the same. */
function isAbbreviation(left: string, right: string): boolean {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  if (short.length < SHORTEST_ABBREVIATION || short.length === long.length) return false;
  let at = 0;
  for (let from = 0; from < long.length; from++) if (long.charAt(from) === short.charAt(at)) at += 1;
  return at === short.length;
}
