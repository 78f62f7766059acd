import { comparisonForm } from "../../text/compare";
import type { CellRule } from "../rule";
import { tell } from "../say";

const say = {
  length: {
    zh: "手机号“{phone}”是{digits}位，应为11位",
    en: "The mobile number “{phone}” has {digits} digits and should have 11",
  },
  words: {
    zh: "号码“{phone}”里夹了汉字或字母，宜作“{to}”",
    en: "The number “{phone}” has Chinese numerals or letters in it; better “{to}”",
  },
} as const;

/** A mobile number in which some digits are Chinese, or letters that look like digits. */
const MIXED = /(?:^|[^\dA-Za-z〇零一二三四五六七八九])(1[〇零一二三四五六七八九OoIl\d]{9,11})(?![\dA-Za-z〇零一二三四五六七八九])/u;
const NO_DIGITS = /[〇零一二三四五六七八九OoIl]/u;
const DIGITS = "〇一二三四五六七八九";

export const contactPhone: CellRule = {
  scope: "cell",
  id: "contact/phone",
  group: "content",
  severity: "warning",
  title: { zh: "手机号写法不对", en: "Mobile number misspelled" },
  why: {
    zh: "少一位、多一位、夹了汉字都打不通。",
    en: "With a digit too few or too many, or spelled out, nobody answers.",
  },
  say,
  on: ["text", "number"],
  under: "contacts",
  check({ value, key }, { contactKeys }) {
    if (key === null || !contactKeys.has(key)) return [];
    const mixed = typeof value === "string" ? MIXED.exec(value)?.[1] : undefined;
    if (typeof value === "string" && mixed !== undefined && NO_DIGITS.test(mixed)) {
      const to = mixed.replace(/[Il]/gu, "1").replace(/[〇零一二三四五六七八九Oo]/gu, (char) => String(Math.max(0, DIGITS.indexOf(char))));
      return [{ message: tell(say, "words", { phone: mixed, to }), subject: mixed, to: value.replace(mixed, to), safe: false }];
    }
    for (const found of comparisonForm(String(value)).matchAll(/(?:^|[^\d-])(1[3-9]\d{6,14})(?![\d-])/gu)) {
      const phone = found[1] ?? "";
      if (phone.length !== 11) return [{ message: tell(say, "length", { phone, digits: phone.length }), subject: phone }];
    }
    return [];
  },
  examples: [
    { name: "手机和座机", given: [{ contact: "张三 13800000000" }, { contact: "李四 0531-88888888" }, { contact: "66661234" }], reports: [] },
    { name: "夹了汉字", given: [{ contact: "张三 13八00000000" }], reports: [{ at: "1.contact", says: "words", to: "张三 13800000000", safe: false }] },
    { name: "字母 O 当作零", given: [{ contact: "李四 138OOOO0001" }], reports: [{ at: "1.contact", says: "words", to: "李四 13800000001", safe: false }] },
    { name: "少一位", given: [{ contact: "张三 1380000000" }], reports: [{ at: "1.contact", says: "length" }] },
  ],
};
