/** Areas of cells and what is left of them. */
import type { Span } from "../../core/grid/grid";
import { areaOf } from "../formula";

/** The areas of a list ("A1:B2 D4"), or null where one cannot be read or there is none. */
export function areasOfList(list: string): readonly Span[] | null {
  const texts = list.split(/\s+/u).filter((text) => text !== "");
  const areas = texts.flatMap((text) => areaOf(text) ?? []);
  return areas.length === texts.length && areas.length > 0 ? areas : null;
}

/** Whether two areas share a cell. */
export function overlap(a: Span, b: Span): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

/** What is left of an area without another: at most four areas, from top to bottom and left to right. */
export function areaWithout(area: Span, hole: Span): readonly Span[] {
  if (!overlap(area, hole)) return [area];
  const [top, bottom] = [Math.max(area.top, hole.top), Math.min(area.bottom, hole.bottom)];
  const pieces: readonly Span[] = [
    { ...area, bottom: hole.top - 1 },
    { top, bottom, left: area.left, right: hole.left - 1 },
    { top, bottom, left: hole.right + 1, right: area.right },
    { ...area, top: hole.bottom + 1 },
  ];
  return pieces.filter((piece) => piece.top <= piece.bottom && piece.left <= piece.right);
}

/** What is left of areas without others. */
export function areasWithout(areas: readonly Span[], holes: readonly Span[]): readonly Span[] {
  return holes.reduce<readonly Span[]>((left, hole) => left.flatMap((area) => areaWithout(area, hole)), areas);
}
