/** Numbers of outline rows: 一 to 九十九 (and beyond), as chapters and sections are counted. */

const DIGITS: ReadonlyMap<string, number> = new Map(
  Array.from("零一二三四五六七八九").map((digit, value) => [digit, value] as const).concat([["〇", 0] as const, ["两", 2] as const]),
);

/** The value of a small Chinese numeral ("二十八" is 28, "一百零二" is 102), or null where the text is none. */
export function chineseNumber(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  for (const char of text) {
    const value = DIGITS.get(char);
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (char === "十" || char === "百") {
      total += (digit ?? 1) * (char === "十" ? 10 : 100);
      digit = null;
    } else {
      return null;
    }
  }
  if (digit === null && total === 0) return null;
  return total + (digit ?? 0);
}
