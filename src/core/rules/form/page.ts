import { headerPlace } from "../finding";
import type { LedgerRule } from "../rule";
import { isPrintJudged } from "../formStyle";
import { tell } from "../say";
import { pagesWide } from "../../form/printing";

const say = {
  portrait: {
    zh: "打印方向是纵向，台账宜用横向",
    en: "The page stands upright; ledgers are printed lying",
  },
  paper: {
    zh: "纸张不是 A4 或 A3",
    en: "The paper is neither A4 nor A3",
  },
  wide: {
    zh: "打印时横向要分成{pages}页，宜设为一页宽",
    en: "In print the table runs over {pages} pages in breadth; better one",
  },
} as const;

/** Fewer columns fit on an upright page as well. */
const WIDE = 5;

export const formPage: LedgerRule = {
  scope: "ledger",
  id: "form/page",
  group: "form",
  severity: "warning",
  title: { zh: "纸张和方向", en: "Paper and its direction" },
  why: {
    zh: "台账按 A4（或 A3）横向、一页宽打印；否则右边几栏会另起一页。",
    en: "Ledgers are printed on A4 or A3 lying, one page wide; else the columns on the right get pages of their own.",
  },
  say,
  beyondValues: true,
  check(context) {
    const { ledger, form } = context;
    if (!form || !isPrintJudged(context)) return [];
    const { orientation, paper } = form.print;
    const pages = pagesWide(form, ledger);
    return [
      ...(orientation !== "landscape" && ledger.columns.length >= WIDE ? [tell(say, "portrait", {})] : []),
      ...(paper !== null && paper !== 9 && paper !== 8 ? [tell(say, "paper", {})] : []),
      ...(pages > 1 ? [tell(say, "wide", { pages })] : []),
    ].map((message) => ({ at: headerPlace(ledger), row: null, message, subject: message.id }));
  },
  examples: [
    { name: "A4 横向一页宽", given: [{}], form: {}, reports: [] },
    { name: "没有做过打印设置的表不报", given: [{}], form: { print: { orientation: "portrait", fit: null, titleRows: null, headerFooter: "" } }, reports: [] },
    { name: "纵向", given: [{}], form: { print: { orientation: "portrait" } }, reports: [{ at: "0.serial", says: "portrait" }] },
    { name: "信纸", given: [{}], form: { print: { paper: 1 } }, reports: [{ at: "0.serial", says: "paper" }] },
    { name: "横向分两页", given: [{}], form: { widths: { content: 200 }, print: { fit: null } }, reports: [{ at: "0.serial", says: "wide" }] },
  ],
};
