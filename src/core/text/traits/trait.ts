/**
 * A trait of spelling: something that a ledger may do in two ways, both legal, as long as it does it in one.
 * What is usual is learned from the ledger (`profile.ts`); only the places that differ from it are spoken of.
 */

import type { Sign, Tallies } from "../signs";

/** Where a text stands: traits of running text say nothing about a list of units. */
export type Surface = "text" | "units" | "heading";

/** One place where a trait shows, and which of its kinds stands there. */
export interface Site {
  readonly kind: string;
  readonly start: number;
  /** Exclusive; equal to `start` where nothing stands there. */
  readonly end: number;
}

export interface Trait {
  readonly name: string;
  readonly on: Surface;
  readonly kinds: readonly [string, string, ...string[]];
  /** What the national standards write (GB/T 15834, 15835, 9704); null where they leave it open. */
  readonly standard: string | null;
  /** What counts where the ledger has no clear habit of its own; null: then nothing is out of line. */
  readonly otherwise: string | null;
  /** By kind: a text without any of these signs has no site of it. Left out: it may have. */
  readonly signs?: Readonly<Record<string, readonly Sign[]>>;
  /** Lets one scan count the sites of several traits. */
  readonly counted?: CountedTrait;
  /** The places of a text, from left to right. Linear. */
  sites(text: string): readonly Site[];
  /** What stands at a site written in another kind, or null where that can't be written there alone. */
  write(found: string, kind: string): string | null;
}

export interface CountedTrait {
  /** With any of these signs only `sites` tells how many there are. */
  readonly unless: readonly Sign[];
  /** The sites of a kind in what was scanned; a sum over texts for a sum of their tallies. */
  readonly times: (tallies: Tallies, kind: string) => number;
}

/** What is written at one site may bring out another (a name that a line break had hidden), but not for long. */
const MOST_TURNS = 8;

/** The text with every site in one kind. Idempotent. */
export function inKind(trait: Trait, text: string, kind: string): string {
  let now = text;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const next = sitesInKind(trait, now, kind);
    if (next === now) return now;
    now = next;
  }
  return text;
}

function sitesInKind(trait: Trait, text: string, kind: string): string {
  let written = "";
  let from = 0;
  for (const site of trait.sites(text)) {
    if (site.kind === kind) continue;
    const to = trait.write(text.slice(site.start, site.end), kind);
    if (to === null) continue;
    written += text.slice(from, site.start) + to;
    from = site.end;
  }
  return from === 0 && written === "" ? text : written + text.slice(from);
}
