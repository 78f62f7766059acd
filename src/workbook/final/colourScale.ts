/** The colour that a colour scale gives a number (ECMA-376 18.3.1.16). */
import { attribute } from "../attributes";
import type { XmlElement } from "../xml";
import { childNamed, childrenNamed } from "../xml";

/** The colour of a number as "RRGGBB". */
export type ColourScale = (value: number) => string;

interface Stop {
  readonly at: number;
  readonly colour: readonly [number, number, number];
}

/** The scale of a rule over the numbers it looks at; null where its colours or limits are not told as values. */
export function colourScaleOf(rule: XmlElement, numbers: readonly number[]): ColourScale | null {
  const scale = childNamed(rule, "colorScale");
  if (!scale || numbers.length === 0) return null;
  const sorted = [...numbers].sort((left, right) => left - right);
  const limits = childrenNamed(scale, "cfvo").map((limit) => limitOf(limit, sorted));
  const colours = childrenNamed(scale, "color").map(colourOf);
  const stops = limits.flatMap((at, index): readonly Stop[] => {
    const colour = colours[index];
    return at === null || !colour ? [] : [{ at, colour }];
  });
  return stops.length < 2 || stops.length !== limits.length || stops.length !== colours.length ? null : (value) => hex(between(stops, value));
}

function limitOf(limit: XmlElement, sorted: readonly number[]): number | null {
  const [least = 0, most = 0] = [sorted[0], sorted[sorted.length - 1]];
  const given = Number(attribute(limit, "val") ?? Number.NaN);
  switch (attribute(limit, "type") ?? "") {
    case "min":
      return least;
    case "max":
      return most;
    case "num":
      return Number.isFinite(given) ? given : null;
    case "percent":
      return Number.isFinite(given) ? least + ((most - least) * given) / 100 : null;
    case "percentile":
      return Number.isFinite(given) && given >= 0 && given <= 100 ? percentile(sorted, given) : null;
    default:
      return null;
  }
}

/** As Excel's PERCENTILE.INC. */
function percentile(sorted: readonly number[], percent: number): number {
  const place = ((sorted.length - 1) * percent) / 100;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/** A colour of the theme is not told here. */
function colourOf(colour: XmlElement): Stop["colour"] | null {
  const found = /^(?:[\dA-F]{2})?([\dA-F]{2})([\dA-F]{2})([\dA-F]{2})$/iu.exec(attribute(colour, "rgb") ?? "");
  return found ? [Number.parseInt(found[1] ?? "", 16), Number.parseInt(found[2] ?? "", 16), Number.parseInt(found[3] ?? "", 16)] : null;
}

function between(stops: readonly Stop[], value: number): readonly number[] {
  const next = stops.findIndex(({ at }) => value < at);
  const [low, high] = next < 0 ? [stops[stops.length - 1], undefined] : next === 0 ? [stops[0], undefined] : [stops[next - 1], stops[next]];
  if (!low) return [];
  if (!high) return low.colour;
  const share = (value - low.at) / (high.at - low.at);
  return low.colour.map((part, channel) => part + ((high.colour[channel] ?? part) - part) * share);
}

function hex(parts: readonly number[]): string {
  return parts.map((part) => Math.round(part).toString(16).padStart(2, "0").toUpperCase()).join("");
}
