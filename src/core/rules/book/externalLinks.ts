import { headerPlace } from "../finding";
import type { LedgerRule } from "../rule";
import { tell } from "../say";

const say = {
  links: {
    zh: "公式引用了{times}个外部文件；报送前请断开链接",
    en: "Formulas point to {times} other files; please break the links before sending",
  },
} as const;


export const bookExternalLinks: LedgerRule = {
  scope: "ledger",
  id: "book/external-links",
  group: "form",
  severity: "warning",
  title: { zh: "引用了外部文件", en: "Links to other files" },
  why: {
    zh: "别人打开时会提示更新链接，还会露出本机的路径。",
    en: "Whoever opens the file is asked to update links, and sees paths of this computer.",
  },
  say,
  beyondValues: true,
  check({ ledger, book }) {
    const told = book?.remarks.find(({ id }) => id === "file/externalLinks")?.params["count"];
    const times = Math.max(book?.form?.externalLinks.length ?? 0, typeof told === "number" ? told : 0);
    return times > 0 ? [{ at: headerPlace(ledger), row: null, message: tell(say, "links", { times }) }] : [];
  },
  examples: [
    { name: "没有链接", given: [{}], book: {}, reports: [] },
    { name: "有链接", given: [{}], book: { externalLinks: ["1月.xlsx"] }, reports: [{ at: "0.serial", says: "links" }] },
  ],
};
