import { faceAt, widthAt } from "../../form/form";
import { lineCount } from "../../form/textSize";
import { plainText } from "../../grid/grid";
import type { LedgerRow } from "../../ledger/ledger";
import type { CheckContext } from "../context";
import type { Finding, RowRule } from "../rule";
import { tell } from "../say";

const say = {
  low: {
    zh: "这一行高{height}磅，“{header}”约需{needed}磅，下面的文字看不到",
    en: "The row is {height} points high and {header} needs about {needed}; the rest is not seen",
  },
} as const;

const LONG = "统筹推进全市老旧设备摸底、更新和改造工作，建立问题清单，逐项落实责任，定期调度进展，及时协调解决困难。";
/** A column gives so many pixels for a unit of width, and a few more; counted kindly. */
const PIXELS_PER_UNIT = 8;
const PADDING = 5;
const PIXELS_PER_POINT = 96 / 72;
/** Lines are set at least so high, in sizes of the font. */
const LOWEST_LINE = 1.17;

interface Need {
  readonly col: number;
  readonly header: string;
  readonly size: number;
  /** In points. */
  readonly needed: number;
}

/** How high each cell of the row would have to be at least; merged cells have room elsewhere. */
function needs(row: LedgerRow, { ledger, form, isMerged }: CheckContext): Need[] {
  if (!form) return [];
  return ledger.columns.flatMap(({ col, header }, position): readonly Need[] => {
    const text = plainText(row.values[position]);
    const face = faceAt(form, row.gridRow, col);
    const width = widthAt(form, col);
    if (!face || text === "" || width === 0 || isMerged(row.gridRow, col)) return [];
    const lines = face.wrap ? lineCount(text, width * PIXELS_PER_UNIT + PADDING, face.size * PIXELS_PER_POINT) : 1;
    return [{ col, header, size: face.size, needed: lines * face.size * LOWEST_LINE }];
  });
}

export const formClipped: RowRule = {
  scope: "row",
  id: "form/clipped",
  group: "form",
  severity: "warning",
  title: { zh: "行高不够，文字显示不全", en: "Row too low for its text" },
  why: {
    zh: "行高被固定，放不下的文字在屏幕上和纸上都看不到。",
    en: "The height of the row is fixed, and what does not fit is seen neither on screen nor on paper.",
  },
  say,
  beyondValues: true,
  check(row, context) {
    const height = context.form?.rows.get(row.gridRow)?.height ?? null;
    if (height === null || height === 0 || row.hidden) return [];
    const [worst] = needs(row, context).sort((left, right) => right.needed - left.needed);
    // Half a line less is a matter of fonts; a whole one is lost.
    if (!worst || worst.needed < height + worst.size * 0.8) return [];
    const finding: Finding = { at: { sheet: context.ledger.sheet, row: row.gridRow, col: worst.col }, row: row.key, message: tell(say, "low", { height: Math.round(height), header: worst.header, needed: Math.ceil(worst.needed) }) };
    return [finding];
  },
  examples: [
    { name: "行高由程序决定", given: [{ content: LONG }], form: {}, reports: [] },
    { name: "够高", given: [{ content: LONG }], form: { heights: { 1: 60 } }, reports: [] },
    { name: "只够一行", given: [{ content: LONG }], form: { heights: { 1: 15 } }, reports: [{ at: "1.content", says: "low" }] },
  ],
};
