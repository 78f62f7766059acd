/** Which unit a returned file's name speaks of: 附件2：市商务局（最终版2）.xlsx, 2025年10月台账-市工信局.xlsx, 历下区.xlsx. */
import type { RegisteredUnit, UnitRegistry } from "./registry";

export interface FileNameUnit {
  /** In the spelling of the registry. */
  readonly unit: string;
  /** The name without the unit and without its extension. */
  readonly rest: string;
}

interface Hit {
  readonly key: string;
  readonly unit: string;
  readonly start: number;
  readonly end: number;
}

/** Longer names are cut: what stands further back is no unit. */
const LONGEST_NAME = 120;
const LONGEST_HIT = 30;
/** The last characters of units' names. */
const UNIT_END = /[委局厅部办室心院会社司队府区县市旗州镇乡道团联庭关行校站所处科台馆厂场段署组学班]$/u;
const HAN = /[\u4e00-\u9fff]/u;

type Find = (text: string) => RegisteredUnit | undefined;

/** The one unit that the name speaks of; null where there is none or where there are two. */
export function unitInFileName(name: string, registry: UnitRegistry): FileNameUnit | null {
  const stem = name.replace(/^.*[/\\]/u, "").replace(/\.[A-Za-z]{2,5}$/u, "").slice(0, LONGEST_NAME);
  const forms = formsOf(registry);
  const named = hitsIn(stem, (text) => (forms.has(text) || UNIT_END.test(text) ? registry.find(text) : undefined));
  const hits = named.length > 0 ? named : hitsIn(stem, (text) => (UNIT_END.test(text) ? registry.findWithoutPlace(text) : undefined));
  const [first] = hits;
  if (first === undefined || hits.some(({ key }) => key !== first.key)) return null;
  return { unit: first.unit, rest: stem.slice(0, first.start) + stem.slice(first.end) };
}

const formsByRegistry = new WeakMap<UnitRegistry, ReadonlySet<string>>();

/** All spellings of a file's units: gathered once, however many names are looked at. */
function formsOf(registry: UnitRegistry): ReadonlySet<string> {
  const own = formsByRegistry.get(registry) ?? new Set(registry.units.flatMap((unit) => unit.forms.map((form) => form.name)));
  formsByRegistry.set(registry, own);
  return own;
}

/** Longest first at every place, left to right, without overlaps. */
function hitsIn(stem: string, find: Find): readonly Hit[] {
  const hits: Hit[] = [];
  let at = 0;
  while (at < stem.length) {
    const hit = HAN.test(stem.charAt(at)) ? longestAt(stem, at, find) : null;
    if (hit) hits.push(hit);
    at = hit?.end ?? at + 1;
  }
  return hits;
}

function longestAt(stem: string, start: number, find: Find): Hit | null {
  for (let end = Math.min(stem.length, start + LONGEST_HIT); end >= start + 2; end--) {
    const text = stem.slice(start, end);
    const unit = find(text);
    if (unit) return { key: unit.key, unit: unit.name, start, end };
  }
  return null;
}
