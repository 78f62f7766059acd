/** Spellings of words and years. */
import { codeAt, isDigit } from "../chars";
import { replaceOutside } from "../protect";
import { simplified, traditionalCharacters } from "../traditional";
import type { TextStep } from "./step";

/** 25年底 to 2025年底. Only with words that make it a date: 25 年 alone may be a span of time. */
export const fourDigitYear: TextStep = {
  name: "fourDigitYear",
  apply: (text) =>
    replaceOutside(text, /['’‘]?([23]\d) ?年(?= ?(?:底|末|年底|年末|初|度|上半年|下半年|[一二三四1-4]季度|\d{1,2} ?月))/gu, (found, at, [year = ""]) => {
      const before = codeAt(text, at - 1);
      return isDigit(before) || before === 0x2e || before === 0x25 ? found : found.replace(/^['’‘]?\d\d/u, `20${year}`);
    }),
};

/** Kangxi radicals and compatibility forms, as they come out of some PDF files: ⼯ to 工. */
export const lookAlikes: TextStep = {
  name: "lookAlikes",
  apply: (text) => text.replace(/[\u2f00-\u2fd5\uf900-\ufaff]/gu, (sign) => sign.normalize("NFKC")),
};

const VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/台[帐賬帳]|臺[帐账賬帳]|枱[帐账賬帳]/gu, "台账"],
];

/** 台帐 to 台账, 養老 to 养老. */
export const usualWords: TextStep = {
  name: "usualWords",
  apply: (text) => replaceOutside(VARIANTS.reduce((now, [pattern, usual]) => replaceOutside(now, pattern, () => usual), text), traditionalCharacters, simplified),
};
