const ODD = /[０-９％．\u00a0\u3000\u00ad\u200b-\u200f\u2060\ufeff]/u;

/** The text with figures in half width and without unseen signs, for reading only. Blanks and line ends stay: they part figures. */
export function plainFigures(text: string): string {
  if (!ODD.test(text)) return text;
  return text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, "")
    .replace(/[\u00a0\u3000]/gu, " ")
    .replace(/[０-９％．]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}
