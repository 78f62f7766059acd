/** Texts that a program cut off. */

/** Where old formats, formulas and exchange programs cut a text. */
const LIMITS: readonly number[] = [254, 255, 256, 911, 1023, 1024, 4000, 8191, 8192, 32_766, 32_767];

/** No shorter text is cut off. */
export const SHORTEST_CUT = Math.min(...LIMITS);

/** Whether the text has just the length of such a limit and ends as no sentence does. */
export function looksCutOff(text: string): boolean {
  return LIMITS.includes(text.length) && !/[。！？；.!?”）》…]\s*$/u.test(text);
}
