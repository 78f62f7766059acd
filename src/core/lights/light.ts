/** The lights, worst first: a row shows the worst of its targets' (DESIGN, Lights). */

export const LIGHTS = [
  "overdue", "unverified", "behind", "undecided", "due-soon", "on-track", "no-deadline", "done",
] as const;

export type Light = (typeof LIGHTS)[number];

/** The worse of two lights: the one that stands first in `LIGHTS`. */
export function worse(left: Light, right: Light): Light {
  return LIGHTS.indexOf(left) <= LIGHTS.indexOf(right) ? left : right;
}
