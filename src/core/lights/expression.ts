/** Small builders of native formulas: what they print is read by Excel, WPS and LibreOffice alike. No names, no volatile functions. */
import { dayOf } from "../grid/day";
import { FIGURE_NOISE, FIGURE_WIDTHS } from "./figure";
import { STATUS_NOISE, STATUS_WIDTHS } from "./status";

/** The last day Excel knows: later than every date, so that "no date" needs no case of its own. */
export const NEVER = "2958465";

/** Excel refuses longer texts inside a formula. */
const LONGEST_TEXT = 255;

/** `IF(a,b,c)` for call("IF", "a", "b", "c"). */
export function call(name: string, ...parts: readonly string[]): string {
  return `${name}(${parts.join(",")})`;
}

export function choose(condition: string, yes: string, no: string): string {
  return call("IF", condition, yes, no);
}

/** A text as a formula writes it; longer ones in pieces. */
export function quoted(text: string): string {
  const pieces: string[] = [];
  for (let from = 0; from < text.length || from === 0; from += LONGEST_TEXT) pieces.push(text.slice(from, from + LONGEST_TEXT));
  return pieces.map((piece) => `"${piece.replaceAll('"', '""')}"`).join("&");
}

/** `DATE(2025,12,31)` for a day number of `grid/day.ts`. */
export function dateOf(day: number): string {
  const { year, month, day: dayOfMonth } = dayOf(day);
  return call("DATE", String(year), String(month), String(dayOfMonth));
}

/** Replaces one text by another in a formula's text. */
export function substitute(text: string, from: string, to: string): string {
  return call("SUBSTITUTE", text, quoted(from), quoted(to));
}

/** The least of the parts; itself where there is one, `NEVER` where there is none. */
export function least(parts: readonly string[]): string {
  const [only] = parts;
  return parts.length > 1 ? call("MIN", ...parts) : (only ?? NEVER);
}

/** What `statusForm` does to a text. */
export function statusFormIn(cell: string): string {
  let text = call("CLEAN", cell);
  for (const noise of STATUS_NOISE) text = substitute(text, noise, "");
  for (const [wide, plain] of STATUS_WIDTHS) text = substitute(text, wide, plain);
  return text;
}

/** What `figureForm` does to a text. */
export function figureFormIn(cell: string, measures: readonly string[]): string {
  let text = cell;
  for (const noise of FIGURE_NOISE) text = substitute(text, noise, "");
  for (const [wide, plain] of FIGURE_WIDTHS) text = substitute(text, wide, plain);
  for (const measure of measures) text = substitute(text, measure, "");
  return text;
}

/** What `spaceless` does to a text. */
export function spacelessIn(cell: string): string {
  return substitute(substitute(substitute(cell, " ", ""), "\u00a0", ""), "\u3000", "");
}
