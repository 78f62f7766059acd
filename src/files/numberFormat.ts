import { DATE, PERCENT } from "./cellMarks";

/**
 * What a number format makes of a number: `DATE` where it shows a day (not the time alone), `PERCENT`, or 0.
 * ECMA-376 18.8.31; the first section decides, which is that of positive numbers.
 */
export function marksOfFormat(code: string): number {
  const { letters, percent } = lettersOf(code);
  if (/^(?:general|standard)/u.test(letters)) return percent ? PERCENT : 0;
  if (/[yed]|aaa/u.test(letters) || (letters.includes("m") && !/[hs]/u.test(letters))) return DATE;
  return percent ? PERCENT : 0;
}

interface Letters {
  /** Those that can stand for a part of a date or a time, in lower case; quoted and escaped text, colours and conditions left out. */
  readonly letters: string;
  readonly percent: boolean;
}

function lettersOf(code: string): Letters {
  let letters = "";
  let percent = false;
  for (let i = 0; i < code.length; i++) {
    const char = code.charAt(i);
    if (char === ";") break;
    if (char === '"') i = closing(code, '"', i);
    else if (char === "\\" || char === "_" || char === "*") i++;
    else if (char === "[") {
      const end = closing(code, "]", i);
      letters += elapsed(code.slice(i + 1, end));
      i = end;
    } else if (char === "%") percent = true;
    else if (/[eE]/u.test(char) && /[+-]/u.test(code.charAt(i + 1))) i++;
    else if (/[A-Za-z]/u.test(char)) letters += char.toLowerCase();
  }
  return { letters: letters.replaceAll("am/pm", "h").replaceAll("ampm", "h"), percent };
}

function closing(code: string, mark: string, from: number): number {
  const at = code.indexOf(mark, from + 1);
  return at < 0 ? code.length : at;
}

/** `[h]`, `[mm]`, `[ss]` count hours beyond a day: a time. */
function elapsed(inside: string): string {
  return /^(?:h{1,2}|m{1,2}|s{1,2})$/iu.test(inside) ? "h" : "";
}

/** Built-in formats by number (18.8.30), with the meanings that 27–36 and 50–58 have in Chinese Excel and WPS. */
export function marksOfBuiltIn(id: number): number {
  if (id === 9 || id === 10) return PERCENT;
  if ((id >= 14 && id <= 17) || id === 22) return DATE;
  if ((id >= 27 && id <= 31) || id === 36) return DATE;
  if ((id >= 50 && id <= 54) || id === 57 || id === 58) return DATE;
  return 0;
}
