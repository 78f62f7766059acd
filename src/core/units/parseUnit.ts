/** A unit's name understood, whatever it is: the national table first, then names by their grammar. */
import { comparisonForm } from "../text/compare";
import { kindRank } from "./kinds";
import { parseLocal } from "./localGrammar";
import { Memo } from "./memo";
import { NATIONAL_BODIES, type NationalBody } from "./national";
import type { ParsedUnit } from "./parsedUnit";
import { NATION } from "./place";
import { parseCommittee, parsePart, parsePlaceAlone, parseShape } from "./shape";
import { parseStationed } from "./stationed";

interface NationalName {
  readonly body: NationalBody;
  readonly former: boolean;
}

const NATIONAL: ReadonlyMap<string, NationalName> = new Map([
  ...NATIONAL_BODIES.flatMap((body) => body.formers.map((name): [string, NationalName] => [name, { body, former: true }])),
  ...NATIONAL_BODIES.flatMap((body) => [body.official, ...body.shorts].map((name): [string, NationalName] => [name, { body, former: false }])),
]);

/** No official name is longer; a longer text is no unit's name. */
const LONGEST_UNIT = 40;
const LONGEST_TEXT = 80;

/** A ledger has few names and many cells. */
const remembered = new Memo<ParsedUnit | null>();

/** The name understood, or null where it has no shape of a unit's name. A second name in brackets is left aside. */
export function parseUnit(text: string): ParsedUnit | null {
  return text.length > LONGEST_TEXT ? null : remembered.get(text, parseText);
}

function parseText(text: string): ParsedUnit | null {
  const name = trimMarks(comparisonForm(text));
  const found = parseName(name);
  if (found !== null || !name.endsWith(")")) return found;
  return parseName(name.slice(0, name.lastIndexOf("(")));
}

function trimMarks(text: string): string {
  return text.replace(/^["'.。,;:、]{1,20}/u, "").replace(/["'.。,;:、]{1,20}$/u, "");
}

function parseName(name: string): ParsedUnit | null {
  if (name.length < 2 || name.length > LONGEST_UNIT) return null;
  return (
    parseNational(name) ?? parseStationed(name) ?? parseLocal(name) ?? parseCommittee(name) ?? parsePlaceAlone(name) ?? parsePart(name) ?? parseShape(name)
  );
}

function parseNational(name: string): ParsedUnit | null {
  const found = NATIONAL.get(name);
  if (found === undefined) return null;
  const { body, former } = found;
  const local = parseLocal(name);
  return {
    front: "",
    place: NATION,
    body: body.official,
    via: former ? "successor" : "name",
    kind: body.kind,
    rank: kindRank(body.kind) + body.rank,
    local: local?.place.level === "none" ? local : null,
    candidates: [],
  };
}
