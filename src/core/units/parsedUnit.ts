/** A unit's name, understood: where it is and what it is. */
import type { UnitKind } from "./kinds";
import type { Place } from "./place";

export interface ParsedUnit {
  /** What stands before the place in the full name: 共青团, 国网; mostly nothing. */
  readonly front: string;
  readonly place: Place;
  /** What follows the place in the full name. */
  readonly body: string;
  /** name: listed; compound: a row of listed subjects that no table has; successor: by reform; shape: only looks like a unit. */
  readonly via: "name" | "compound" | "successor" | "shape";
  readonly kind: UnitKind;
  readonly rank: number;
  /** What the name means in a document of a lower level, where it lacks its place: 能源局. Null for most. */
  readonly local: ParsedUnit | null;
  /** Full names that it may also be. */
  readonly candidates: readonly string[];
}

/** The full official name of a unit that was understood. */
export function fullName(unit: ParsedUnit): string {
  // 市委编办 without its place is no 委机构编制委员会办公室.
  const bare = unit.place.name === "" && /^委(?!员会)/u.test(unit.body);
  return unit.front + unit.place.name + (bare ? unit.body.slice(1) : unit.body);
}
