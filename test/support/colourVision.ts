/** How far apart two colours look, to everybody and to red-green colour-blind readers. */

export const VISIONS = ["everybody", "protanopes", "deuteranopes"] as const;
export type Vision = (typeof VISIONS)[number];

type Triple = readonly [number, number, number];

/** Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB. */
const SEEN: Readonly<Record<Vision, readonly [Triple, Triple, Triple]>> = {
  everybody: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopes: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopes: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
};
/** sRGB, D65. */
const TO_XYZ: readonly [Triple, Triple, Triple] = [
  [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041],
];

/** ΔE of CIE 1976 between two "RRGGBB". */
export function colourDistance(one: string, other: string, vision: Vision): number {
  const [l1, a1, b1] = lab(one, vision);
  const [l2, a2, b2] = lab(other, vision);
  return Math.hypot(l1 - l2, a1 - a2, b1 - b2);
}

function lab(colour: string, vision: Vision): Triple {
  const [red, green, blue] = times(SEEN[vision], [linear(colour, 0), linear(colour, 2), linear(colour, 4)]);
  const [x, y, z] = times(TO_XYZ, [clamp(red), clamp(green), clamp(blue)]);
  const [fx, fy, fz] = [root(x / 0.95047), root(y), root(z / 1.08883)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

function times(matrix: readonly [Triple, Triple, Triple], [a, b, c]: Triple): Triple {
  const [first, second, third] = matrix.map(([p, q, r]) => p * a + q * b + r * c);
  return [first ?? 0, second ?? 0, third ?? 0];
}

function linear(colour: string, from: number): number {
  const share = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share));
const root = (share: number): number => (share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116);
