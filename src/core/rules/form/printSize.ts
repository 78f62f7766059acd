import { faceAt } from "../../form/form";
import { printScale } from "../../form/printing";
import { headerPlace } from "../finding";
import type { LedgerRule } from "../rule";
import { isPrintJudged } from "../formStyle";
import { tell } from "../say";

const say = {
  small: {
    zh: "按现在的缩放（{scale}%），{size}磅的字印出来约{printed}磅，小于9磅；宜改用 A3 或减少列宽",
    en: "At {scale} % text of {size} points prints at about {printed}, below 9; use A3 or narrower columns",
  },
} as const;

const SMALLEST = 9;
const TOLERANCE = 0.3;

export const formPrintSize: LedgerRule = {
  scope: "ledger",
  id: "form/print-size",
  group: "form",
  severity: "warning",
  title: { zh: "打印出来字太小", en: "Print too small" },
  why: {
    zh: "缩放后小于 9 磅的字在纸上看不清。",
    en: "Below 9 points text is hard to read on paper.",
  },
  say,
  beyondValues: true,
  check(context) {
    const { ledger, form } = context;
    if (!form || !(isPrintJudged(context) || form.print.scale !== null)) return [];
    const sizes = ledger.columns.flatMap(({ col }) => faceAt(form, ledger.rows[0]?.gridRow ?? 0, col)?.size ?? []);
    const size = Math.max(0, ...sizes);
    const scale = printScale(form, ledger);
    if (size === 0 || size * scale >= SMALLEST - TOLERANCE) return [];
    return [{ at: headerPlace(ledger), row: null, message: tell(say, "small", { scale: Math.round(scale * 100), size, printed: (size * scale).toFixed(1) }) }];
  },
  examples: [
    { name: "11 磅不缩放", given: [{}], form: {}, reports: [] },
    { name: "缩到一半", given: [{}], form: { print: { fit: null, scale: 50 } }, reports: [{ at: "0.serial", says: "small" }] },
    { name: "太宽的表压在一页宽", given: [{}], form: { widths: { content: 250 } }, reports: [{ at: "0.serial", says: "small" }] },
  ],
};
