/** Units of a file that a name it doesn't have may mean. Offered to a person, never taken. */
import { comparisonForm } from "../text/compare";
import { isOneSlip } from "./near";
import type { ParsedUnit } from "./parsedUnit";

export interface FileUnit {
  readonly name: string;
  readonly forms: readonly { readonly name: string }[];
  readonly parsed: ParsedUnit | null;
}

/** Names shorter than this differ in one character without being slips: 市商务局, 市财政局. */
const SHORTEST_SLIP = 5;
const SHORTEST_ABBREVIATION = 3;
const MOST = 5;

/**
 * The spellings of likely units, likeliest first: the same body where the name lacks its place or has another suffix, a
 * slip of a name that no table lists, a shorter or longer way to write it.
 */
export function candidatesIn(text: string, parsed: ParsedUnit | null, units: readonly FileUnit[]): readonly string[] {
  const form = comparisonForm(text);
  const listed = parsed !== null && parsed.via !== "shape";
  const tests: readonly ((unit: FileUnit) => boolean)[] = [
    (unit) => lacksPlace(parsed, unit),
    (unit) => parsed !== null && parsed.candidates.some((name) => name === unit.name || unit.forms.some((one) => one.name === name)),
    (unit) => !listed && unit.forms.some(({ name }) => isSlip(form, comparisonForm(name))),
    (unit) => sameSubject(parsed, unit),
    (unit) => unit.forms.some(({ name }) => isAbbreviation(form, comparisonForm(name))),
  ];
  const found = new Set<string>();
  for (const test of tests) for (const unit of units) if (unit.name !== text && test(unit)) found.add(unit.name);
  return [...found].slice(0, MOST);
}

/** 商务局 beside 市商务局. */
function lacksPlace(parsed: ParsedUnit | null, unit: FileUnit): boolean {
  const bare = parsed?.place.level === "none" ? parsed : (parsed?.local ?? null);
  return bare !== null && unit.parsed !== null && unit.parsed.place.level !== "none" && unit.parsed.body === bare.body;
}

/** 市发改局 beside 市发展改革委. */
function sameSubject(parsed: ParsedUnit | null, unit: FileUnit): boolean {
  if (parsed === null || unit.parsed === null || parsed.place.name !== unit.parsed.place.name || parsed.body === unit.parsed.body) return false;
  const subject = withoutSuffix(parsed.body);
  return subject.length >= 2 && subject === withoutSuffix(unit.parsed.body);
}

function withoutSuffix(body: string): string {
  return body.replace(/(?:委员会|办公室|局|厅|中心)$/u, "");
}

function isSlip(left: string, right: string): boolean {
  return Math.min(left.length, right.length) >= SHORTEST_SLIP && isOneSlip(left, right);
}

/** All characters of the shorter stand in the longer in order, first and last being the same. */
function isAbbreviation(left: string, right: string): boolean {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  if (short.length < SHORTEST_ABBREVIATION || short.length === long.length) return false;
  if (short.charAt(0) !== long.charAt(0) || short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  for (const sign of long) if (sign === short.charAt(at)) at += 1;
  return at === short.length;
}
