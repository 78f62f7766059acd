/** How the units of a cell are set apart. */
import { splitUnits, type UnitPart } from "../../units/splitUnits";
import type { Site, Trait } from "./trait";

const SIGN = /[^\s\u3000]/u;
const SIGNS = ["、", "，", ",", "；", ";", "/", "\n"] as const;

/** The sign of a separator with its place, or null where blanks or a word (和, 及) part the names. */
function signOf({ text, start }: UnitPart): { readonly sign: string; readonly at: number } | null {
  const first = text.search(SIGN);
  if (first < 0) {
    const line = text.indexOf("\n");
    return line < 0 ? null : { sign: "\n", at: start + line };
  }
  const sign = text.trim();
  return SIGNS.some((one) => one === sign) ? { sign, at: start + first } : null;
}

const LONGEST_ROLE = 8;

/** Who does what is parted by commas: 市商务局牵头，市财政局配合. */
const ROLE_BEFORE = /(?:牵头|负责|主办|主责|配合|协办|参与|参加|落实|指导)[)）]?\s*$/u;
const ROLE_AFTER = /^\s*(?:由|会同|牵头|配合|协办|责任|参与|参加)/u;

/** Separators between two names of one list; one that ends the cell, or parts the roles of units, sets no names apart. */
function between(text: string): readonly UnitPart[] {
  const { separators, units, classes } = splitUnits(text);
  const starts = [...units, ...classes].map(({ start }) => start);
  const first = Math.min(...starts);
  const last = Math.max(...starts);
  return separators.filter(({ start, end }) => start > first && start < last && !ROLE_BEFORE.test(text.slice(Math.max(0, start - LONGEST_ROLE), start)) && !ROLE_AFTER.test(text.slice(end, end + LONGEST_ROLE)));
}

/** 市财政局、市商务局 or another sign in place of 、; a line break counts as one. */
export const unitSeparator: Trait = {
  name: "unitSeparator",
  on: "units",
  kinds: SIGNS,
  standard: "、",
  otherwise: "、",
  sites: (text) =>
    between(text).flatMap((part): Site[] => {
      const sign = signOf(part);
      if (!sign) return [];
      // A line break goes with the blanks that lay it out.
      return sign.sign === "\n" ? [{ kind: "\n", start: part.start, end: part.end }] : [{ kind: sign.sign, start: sign.at, end: sign.at + 1 }];
    }),
  write: (_found, kind) => kind,
};

/** Blanks and layout around a separator: none, or one behind it. */
export const unitGap: Trait = {
  name: "unitGap",
  on: "units",
  kinds: ["tight", "spaced"],
  standard: "tight",
  otherwise: "tight",
  sites: (text) =>
    between(text).flatMap((part): Site[] => {
      const sign = signOf(part);
      if (!sign || sign.sign === "\n") return [];
      const start = startOfBlanks(text, part.start);
      return [{ kind: part.end - start === 1 ? "tight" : "spaced", start, end: part.end }];
    }),
  write: (found, kind) => found.trim() + (kind === "spaced" ? " " : ""),
};

/** Blanks before the sign may stand outside the separator's own place. */
function startOfBlanks(text: string, start: number): number {
  let at = start;
  while (at > 0 && !SIGN.test(text.charAt(at - 1))) at -= 1;
  return at;
}
