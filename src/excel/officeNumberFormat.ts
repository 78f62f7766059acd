/** What Excel's number formats make of a number (ECMA-376 18.8.31), as far as a grid tells it. */

/** Quoted and escaped text, fill and pad characters, colours, conditions and locales; elapsed time such as [h] stays. */
const NOT_SHOWN = /"[^"]*"?|\\.|[_*].|\[(?!(?:h{1,2}|m{1,2}|s{1,2})\])[^\]]*\]/giu;
const EXPONENT = /E(?=[+-])/gu;
const AM_PM = /am\/pm|a\/p|上午\/下午/giu;

/** Whether the number is seen as a day, or as a share of a hundred. The format's first section decides, that of positive numbers. */
export function kindOfFormat(code: string): "date" | "percent" | null {
  const shown = firstSection(code);
  const letters = shown.replace(EXPONENT, "").replace(AM_PM, "h").toLowerCase();
  if (!/^general/u.test(letters) && isDay(letters)) return "date";
  return shown.includes("%") ? "percent" : null;
}

function firstSection(code: string): string {
  return code.replace(NOT_SHOWN, "").split(";", 1)[0] ?? "";
}

/** A time alone is no day; m is a month where no hour or second stands by it. */
function isDay(letters: string): boolean {
  return /[yed]|aaa/u.test(letters) || (letters.includes("m") && !/[hs]/u.test(letters));
}
