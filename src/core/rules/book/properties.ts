import { headerPlace } from "../finding";
import type { LedgerRule } from "../rule";
import { tell } from "../say";

const say = {
  people: {
    zh: "文件属性里有姓名“{names}”，对外报送前宜清除",
    en: "The properties name {names}; better cleared before sending",
  },
  folder: {
    zh: "文件里记着本机路径“{folder}”，对外报送前宜清除",
    en: "The file notes the folder {folder} of this computer; better cleared before sending",
  },
} as const;

const PERSON = /^[\p{Script=Han}·]{2,4}$|\\/u;
const NO_PERSON = /用户|管理员|[局委办处科部室中心院]$/u;

export const bookProperties: LedgerRule = {
  scope: "ledger",
  id: "book/properties",
  group: "form",
  severity: "info",
  title: { zh: "文件属性里的姓名和路径", en: "Names and paths in the properties" },
  why: {
    zh: "文件属性随文件外传；定稿会清除。",
    en: "Properties travel with the file; the final copy has none.",
  },
  say,
  beyondValues: true,
  check({ ledger, book }) {
    const form = book?.form;
    if (!form) return [];
    const names = form.people.filter((name) => PERSON.test(name) && !NO_PERSON.test(name));
    return [
      ...(names.length > 0 ? [tell(say, "people", { names: names.join("、") })] : []),
      ...(form.folder !== "" ? [tell(say, "folder", { folder: form.folder })] : []),
    ].slice(0, 1).map((message) => ({ at: headerPlace(ledger), row: null, message }));
  },
  examples: [
    { name: "没有留下", given: [{}], book: { people: ["openpyxl", "微软用户"] }, reports: [] },
    { name: "作者", given: [{}], book: { people: ["张三"] }, reports: [{ at: "0.serial", says: "people" }] },
    { name: "路径", given: [{}], book: { folder: "C:\\Users\\zhangsan" }, reports: [{ at: "0.serial", says: "folder" }] },
  ],
};
