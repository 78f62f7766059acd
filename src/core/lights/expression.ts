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

/** Replaces one text after another; what does not depend on the cell is printed once. */
function replacing(pairs: readonly (readonly [string, string])[]): (text: string) => string {
  const opening = "SUBSTITUTE(".repeat(pairs.length);
  const closing = pairs.map(([from, to]) => `,${quoted(from)},${quoted(to)})`).join("");
  return (text) => `${opening}${text}${closing}`;
}

const away = (text: string): readonly [string, string] => [text, ""];

const STATUS_FORM = replacing([...STATUS_NOISE.map(away), ...STATUS_WIDTHS]);
const FIGURE_FORM = replacing([...FIGURE_NOISE.map(away), ...FIGURE_WIDTHS]);

/** What `statusForm` does to a text. */
export function statusFormIn(cell: string): string {
  return STATUS_FORM(call("CLEAN", cell));
}

/** What `figureForm` does to a text. */
export function figureFormIn(cell: string, measures: readonly string[]): string {
  return replacing(measures.map(away))(FIGURE_FORM(cell));
}

/** What `spaceless` does to a text. */
export const spacelessIn = replacing([away(" "), away("\u00a0"), away("\u3000")]);
