/**
 * Texts are compared in a form of their own and shown as written (law 5): a department that only loses our spaces or
 * changes the width of a comma has changed nothing. NFKC is not used: it rewrites Chinese punctuation and letters alike.
 */

/** Characters that nobody sees, or that only lay text out. */
const INVISIBLE = /[\s\u00a0\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\u3000\ufeff]+/gu;

/** Signs that are written in two ways, to the one way they are compared in. */
const SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "，": ",", "；": ";", "：": ":", "！": "!", "？": "?", "（": "(", "）": ")", "【": "[", "】": "]", "［": "[", "］": "]",
    "〔": "[", "〕": "]", "“": '"', "”": '"', "„": '"', "‟": '"', "＂": '"', "「": '"', "」": '"', "『": '"', "』": '"', "‘": "'", "’": "'", "＇": "'",
    "—": "-", "–": "-", "−": "-", "－": "-", "‐": "-", "‑": "-", "―": "-", "─": "-", "～": "~", "〜": "~", "∼": "~", "％": "%", "﹪": "%",
    "．": ".", "／": "/", "＋": "+", "＝": "=", "＜": "<", "＞": ">", "＆": "&", "＃": "#", "＊": "*", "＠": "@", "＿": "_",
    "·": "·", "•": "·", "・": "·", "‧": "·", "｡": "。", "､": "、",
  }),
);

const TWO_WAY = /[^\u4e00-\u9fff\w]/gu;
const WIDE = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/gu;

/** The form in which two texts are the same text: without white space, signs and digits of one width. Idempotent. */
export function comparisonForm(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(TWO_WAY, (sign) => SIGNS.get(sign) ?? sign);
}

/** Whether two texts say the same, layout and widths aside. */
export function sameText(left: string, right: string): boolean {
  return left === right || comparisonForm(left) === comparisonForm(right);
}
