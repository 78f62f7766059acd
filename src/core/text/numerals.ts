/** Numbers as Chinese office prose writes them: 二十五, 三百五十, 二〇二五, 三点五, and the power words that follow a figure. */

/** The power words of CONTRACT with what they are worth, longest first: the first that fits is the right one. */
export const POWER_WORDS: readonly (readonly [word: string, power: number])[] = [
  ["万亿", 1e12], ["千亿", 1e11], ["百亿", 1e10], ["十亿", 1e9], ["千万", 1e7], ["百万", 1e6], ["十万", 1e5],
  ["亿", 1e8], ["万", 1e4], ["千", 1e3], ["百", 1e2],
];

const DIGITS: ReadonlyMap<string, number> = new Map([
  ["〇", 0], ["零", 0], ["○", 0], ["一", 1], ["壹", 1], ["二", 2], ["两", 2], ["贰", 2], ["三", 3], ["叁", 3], ["四", 4], ["肆", 4],
  ["五", 5], ["伍", 5], ["六", 6], ["陆", 6], ["七", 7], ["柒", 7], ["八", 8], ["捌", 8], ["九", 9], ["玖", 9],
]);

/** Sections of four places, the greater first. */
const GROUPS = [["亿", 1e8], ["万", 1e4]] as const;
const BELOW_TEN_THOUSAND =
  /^(?:([一二两三四五六七八九])千)?(零)?(?:([一二两三四五六七八九])百)?(零)?(?:([一二三四五六七八九]?)(十))?(零)?([一二两三四五六七八九])?$/u;

/** Digits read one by one, as years are: 二〇二五. Null where a sign is none. */
function spelled(text: string): number | null {
  let value = 0;
  for (const sign of text) {
    const next = DIGITS.get(sign);
    if (next === undefined) return null;
    value = value * 10 + next;
  }
  return text === "" ? null : value;
}

/** Thousands to ones. A step left out must be said by 零: 三百零五, but 三百五 is no number of a document. */
function belowTenThousand(text: string): number | null {
  const found = BELOW_TEN_THOUSAND.exec(text);
  if (!found || text === "") return null;
  const [, thousands, , hundreds, , tens, ten, zero, ones] = found;
  if (ones !== undefined && ten === undefined && zero === undefined && (hundreds ?? thousands) !== undefined) {
    if (found[2] === undefined && found[4] === undefined) return null;
  }
  const at = (sign: string | undefined): number => (sign === undefined ? 0 : (DIGITS.get(sign) ?? 0));
  return at(thousands) * 1000 + at(hundreds) * 100 + (ten === undefined ? 0 : (tens === "" ? 1 : at(tens)) * 10) + at(ones);
}

function grouped(text: string): number | null {
  for (const [word, power] of GROUPS) {
    const place = text.lastIndexOf(word);
    if (place < 0) continue;
    if (text.indexOf(word) !== place) return null;
    const head = grouped(text.slice(0, place));
    const tail = text.slice(place + 1);
    const rest = tail === "" ? 0 : grouped(tail.startsWith("零") ? tail.slice(1) : tail);
    return head === null || rest === null || rest >= power ? null : head * power + rest;
  }
  return belowTenThousand(text);
}

/** The value of a Chinese numeral (三百五十, 二〇二五, 十二, 三点五), or null where the signs make no number. */
export function chineseNumber(text: string): number | null {
  const point = text.indexOf("点");
  if (point > 0) {
    const whole = grouped(text.slice(0, point));
    const decimals = text.slice(point + 1);
    const value = spelled(decimals);
    return whole === null || value === null ? null : whole + value / 10 ** decimals.length;
  }
  return grouped(text) ?? (text.length > 1 ? spelled(text) : null) ?? (text === "零" || text === "〇" ? 0 : null);
}

/** The value of a figure in digits or in Chinese, thousands marks allowed (1,200), or null. */
export function readNumber(text: string): number | null {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(text)) return Number(text.split(",").join(""));
  return /^\d+(?:\.\d+)?$/u.test(text) ? Number(text) : chineseNumber(text);
}

/** The power word that begins at `at`, with its value, or null. 千 before 瓦, 米, 克 … is part of the unit: 30 万千瓦. */
export function powerWordAt(text: string, at: number): readonly [word: string, power: number] | null {
  for (const entry of POWER_WORDS) {
    const [word] = entry;
    if (!text.startsWith(word, at)) continue;
    const next = text[at + word.length] ?? "";
    if (word.endsWith("千") && "瓦米克伏卡帕赫乏安".includes(next)) continue;
    if (word.endsWith("百") && next === "分") continue;
    return entry;
  }
  return null;
}
