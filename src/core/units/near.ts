/**
 * Listed names that a text may be a slip of: 市住房诚乡建设局. One character changed, added, left out or two swapped, in
 * the same place. Only ever a candidate for a person: 市商务局 and 市财政局 are near, too.
 */
import { comparisonForm } from "../text/compare";
import { LISTED_NAMES, localBody } from "./localBodies";
import { NATIONAL_BODIES } from "./national";
import { parsePlace } from "./place";

/** Shorter bodies have too many neighbours. */
const SHORTEST = 4;

const NATIONAL: ReadonlyMap<string, string> = new Map(
  NATIONAL_BODIES.flatMap(({ official, shorts }) => [official, ...shorts].map((name): [string, string] => [name, official])),
);

/** Name with one character left out → names that give it. */
const NEIGHBOURS = neighboursOf(LISTED_NAMES.filter((name) => name.length >= SHORTEST));
const NATIONAL_NEIGHBOURS = neighboursOf([...NATIONAL.keys()].filter((name) => name.length > SHORTEST));

function neighboursOf(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const name of names) {
    for (const key of new Set([name, ...withoutOne(name)])) {
      const list = map.get(key);
      if (list) list.push(name);
      else map.set(key, [name]);
    }
  }
  return map;
}

/** The texts with one character left out. */
export function withoutOne(name: string): readonly string[] {
  return Array.from(name, (_, at) => name.slice(0, at) + name.slice(at + 1));
}

/** Full names of listed bodies that the text is one slip away from; none for a text that is listed. */
export function nearNames(text: string): readonly string[] {
  const name = comparisonForm(text);
  if (name.length > 30) return [];
  const found = new Set(slipsOf(name, NATIONAL_NEIGHBOURS).map((near) => NATIONAL.get(near) ?? near));
  for (let at = 0; at <= Math.min(name.length - SHORTEST + 1, 12); at++) {
    const place = parsePlace(name.slice(0, at));
    if (place === null || place.level === "national") continue;
    for (const body of nearBodies(name.slice(at))) found.add(place.name + body);
  }
  return [...found].slice(0, 3);
}

function nearBodies(body: string): readonly string[] {
  return slipsOf(body, NEIGHBOURS).map((name) => localBody(name)?.official ?? name);
}

function slipsOf(text: string, neighbours: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const keys = [text, ...withoutOne(text)];
  return keys.flatMap((key) => neighbours.get(key) ?? []).filter((name) => isOneSlip(text, name));
}

/** Whether one insertion, deletion, change or swap of neighbours makes one text of the other. */
export function isOneSlip(left: string, right: string): boolean {
  if (left === right || Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && left.charAt(start) === right.charAt(start)) start += 1;
  let end = 0;
  while (end < Math.min(left.length, right.length) - start && left.charAt(left.length - 1 - end) === right.charAt(right.length - 1 - end)) end += 1;
  const from = left.slice(start, left.length - end);
  const to = right.slice(start, right.length - end);
  if (from.length <= 1 && to.length <= 1) return true;
  return from.length === 2 && to.length === 2 && from.charAt(0) === to.charAt(1) && from.charAt(1) === to.charAt(0);
}
