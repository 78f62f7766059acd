import { comparisonForm } from "../../text/compare";
import type { CellRule } from "../rule";
import { tell } from "../say";

const say = {
  length: {
    zh: "手机号“{phone}”是{digits}位，应为11位",
    en: "The mobile number “{phone}” has {digits} digits and should have 11",
  },
} as const;

export const contactPhone: CellRule = {
  scope: "cell",
  id: "contact/phone",
  group: "content",
  severity: "warning",
  title: { zh: "手机号位数不对", en: "Mobile number of a wrong length" },
  why: {
    zh: "少一位多一位都打不通。",
    en: "With a digit too few or too many nobody answers.",
  },
  say,
  on: ["text", "number"],
  check({ value, key }) {
    if (key !== "contact") return [];
    for (const found of comparisonForm(String(value)).matchAll(/(?:^|[^\d-])(1[3-9]\d{6,14})(?![\d-])/gu)) {
      const phone = found[1] ?? "";
      if (phone.length !== 11) return [{ message: tell(say, "length", { phone, digits: phone.length }), subject: phone }];
    }
    return [];
  },
  examples: [
    { name: "手机和座机", given: [{ contact: "张三 13800000000" }, { contact: "李四 0531-88888888" }, { contact: "66661234" }], reports: [] },
    { name: "少一位", given: [{ contact: "张三 1380000000" }], reports: [{ at: "1.contact", says: "length" }] },
  ],
};
