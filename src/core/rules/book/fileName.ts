import { headerPlace } from "../finding";
import type { LedgerRule } from "../rule";
import { tell } from "../say";

const say = {
  copy: {
    zh: "文件名“{name}”看不出是哪一份，宜写明单位、名称和期次",
    en: "The file name “{name}” does not tell which copy it is; better unit, title and round",
  },
} as const;

const VAGUE = /[(（]\d{1,2}[)）]$|副本|最终|终版|终稿\d|新建|^(?:工作簿|Book)\d+$/iu;

export const bookFileName: LedgerRule = {
  scope: "ledger",
  id: "book/file-name",
  group: "form",
  severity: "warning",
  title: { zh: "文件名", en: "File name" },
  why: {
    zh: "“(1)”“最终版2”这样的文件名说不清是哪一份，容易交错。",
    en: "Names such as (1) or 最终版2 do not say which copy it is.",
  },
  say,
  beyondValues: true,
  check({ ledger, book }) {
    const stem = (book?.file ?? "").replace(/\.[A-Za-z]{2,5}$/u, "");
    return VAGUE.test(stem) ? [{ at: headerPlace(ledger), row: null, message: tell(say, "copy", { name: stem }), subject: stem }] : [];
  },
  examples: [
    { name: "说得清的名称", given: [{}], book: { file: "市商务局2026年10月台账.xlsx" }, reports: [] },
    { name: "下载的第二份", given: [{}], book: { file: "市商务局(1).xlsx" }, reports: [{ at: "0.serial", says: "copy" }] },
    { name: "最终版2", given: [{}], book: { file: "台账最终版2.xlsx" }, reports: [{ at: "0.serial", says: "copy" }] },
  ],
};
