import type { CellRule } from "../rule";
import { tell } from "../say";

const say = {
  phone: {
    zh: "有{count}个单元格含手机号码，对外报送前请确认",
    en: "{count} cells hold mobile numbers; please make sure before sending the file out",
  },
  identity: {
    zh: "有{count}个单元格含身份证号码，请删除",
    en: "{count} cells hold identity card numbers; please delete them",
  },
} as const;

export const contactPersonal: CellRule = {
  scope: "cell",
  id: "contact/personal",
  group: "content",
  severity: "info",
  title: { zh: "个人信息", en: "Personal data" },
  why: {
    zh: "台账会层层转发，个人信息随之扩散。联系人一栏本来就写电话的不报。",
    en: "Ledgers are passed on and on, and personal data with them. A column made for phone numbers is not mentioned.",
  },
  say,
  gather: "sentence",
  on: ["text", "number", "margin"],
  needs: { text: { signs: ["longNumber", "digitsApart"] }, number: true },
  check({ value, key }, { contactKeys, phonesUsual }) {
    // A whole number that is shorter is neither: most cells of figures.
    if (typeof value === "number" && Number.isInteger(value) && Math.abs(value) < 1e10) return [];
    const text = String(value);
    return [
      ...(!(key !== null && contactKeys.has(key) && (key !== "contact" || phonesUsual)) && /(?:^|\D)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/u.test(text) ? [{ message: tell(say, "phone", {}) }] : []),
      ...(/(?:^|\D)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?!\d)/u.test(text) ? [{ message: tell(say, "identity", {}) }] : []),
    ];
  },
  examples: [
    { name: "没有个人信息", given: [{ content: "投资 13800 万元，文号 20241234567。" }], reports: [] },
    { name: "联系人一栏都有电话", given: [{ contact: "张三 13800000000" }, { contact: "李四 13900000000" }], reports: [] },
    { name: "姓名和电话分两栏", given: [{ contact: "张三", 联系电话: "13800000000" }, { contact: "李四", 联系电话: "13900000000" }], reports: [] },
    { name: "手机号", given: [{ contact: "张三 138 0000 0000" }, { contact: "李四" }, { contact: "王五", note: "联系 13900000000" }], reports: [{ at: "1.contact", says: "phone", places: ["1.contact", "3.note"] }] },
    { name: "身份证号", given: [{ note: "370102199001011234" }], reports: [{ at: "1.note", says: "identity" }] },
  ],
};
