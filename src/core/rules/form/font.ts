import { faceAt } from "../../form/form";
import { fontName } from "../../form/formHabits";
import { isEmpty } from "../../grid/grid";
import { comparisonForm } from "../../text/compare";
import type { Finding, LedgerRule } from "../rule";
import { tell } from "../say";

const say = {
  other: {
    zh: "{count}个单元格用“{font}”，同栏其他用“{usual}”",
    en: "{count} cells are in {font}, the rest of the column in {usual}",
  },
  header: {
    zh: "表头“{header}”用“{font}”，其他表头用“{usual}”",
    en: "The header {header} is in {font}, the others in {usual}",
  },
} as const;


export const formFont: LedgerRule = {
  scope: "ledger",
  id: "form/font",
  group: "form",
  severity: "info",
  title: { zh: "字体字号不一", en: "Fonts unlike the rest" },
  why: {
    zh: "个别单元格的字体字号与本栏其他单元格不同，多半是从别处粘贴来的。",
    en: "A few cells have another font or size than the rest of their column; mostly they were pasted.",
  },
  say,
  beyondValues: true,
  gather: "subject",
  check({ ledger, form, formHabits }) {
    if (!form || !formHabits) return [];
    const { fonts, headerFont } = formHabits;
    return ledger.columns.flatMap(({ key, col, header }, position): readonly Finding[] => {
      const usual = fonts.get(key);
      const face = faceAt(form, ledger.headerRow, col);
      const odd = face && headerFont !== null && fontName(face) !== headerFont;
      const ofHeader: readonly Finding[] = odd
        ? [{ at: { sheet: ledger.sheet, row: ledger.headerRow, col }, row: null, message: tell(say, "header", { header, font: fontName(face), usual: headerFont }), subject: header }]
        : [];
      const ofCells = ledger.rows.flatMap((row): readonly Finding[] => {
        const own = faceAt(form, row.gridRow, col);
        if (usual === undefined || !own || row.spanned?.has(position) || isEmpty(row.values[position]) || fontName(own) === usual) return [];
        return [{ at: { sheet: ledger.sheet, row: row.gridRow, col }, row: row.key, message: tell(say, "other", { font: fontName(own), usual }), subject: comparisonForm(`${fontName(own)} ${usual}`) }];
      });
      return [...ofHeader, ...ofCells];
    });
  },
  examples: [
    { name: "字体一致", given: [{}, {}, {}, {}, {}, {}], form: {}, reports: [] },
    { name: "半数各用一种，看不出习惯", given: [{}, {}, {}, {}, {}, {}], form: { cells: { "1.content": { size: 12 }, "2.content": { size: 12 }, "3.content": { size: 12 } } }, reports: [] },
    { name: "一格是宋体", given: [{}, {}, {}, {}, {}, {}], form: { cells: { "3.content": { font: "宋体" } } }, reports: [{ at: "3.content", says: "other" }] },
    { name: "一个表头字号不同", given: [{}], form: { cells: { "0.task": { size: 16 } } }, reports: [{ at: "0.task", says: "header" }] },
  ],
};
