import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { comparisonForm } from "../../../src/core/text/compare";
import { TEXT_STEPS } from "../../../src/core/text/steps/steps";
import { ledgerText, NAMES_TO_KEEP } from "../../support/ledgerText";

const FOLDER = path.join(__dirname, "../../../src/core/text/steps");
const step = (name: string) => {
  const found = TEXT_STEPS.find((one) => one.name === name);
  if (!found) throw new Error(`no step ${name}`);
  return found;
};

test("every step of every file is in the list, under its own name", () => {
  const defined = readdirSync(FOLDER).flatMap((file) => [...readFileSync(path.join(FOLDER, file), "utf8").matchAll(/^export const (\w+): TextStep/gmu)].map((found) => found[1]));
  expect(TEXT_STEPS.map(({ name }) => name).sort()).toEqual([...defined].sort());
});

test.each([
  // step, from, to
  ["blankEnds", " \u3000市财政局\n", "市财政局"],
  ["blankEnds", "\u00a0已完成\u3000\n", "已完成"],
  ["zeroWidth", "市\u200b财\u00ad政局", "市财政局"],
  ["plainBlanks", "市\u00a0财政局", "市财政局"],
  ["plainBlanks", "到\u3000 2025", "到 2025"],
  ["plainBlanks", "甲。\n\u3000\u3000乙", "甲。\n\u3000\u3000乙"],
  ["plainBlanks", "\u00a0已完成", "\u00a0已完成"],
  ["blanksInChinese", "推进 项目， 建设", "推进项目，建设"],
  ["blanksInChinese", "到 2025 年 CT 设备", "到 2025 年 CT 设备"],
  ["blanksInUnit", "市 财政局", "市财政局"],
  ["handLayout", "市财政局⏎", "市财政局⏎"],
  ["handLayout", "完成项目\n  摸底", "完成项目摸底"],
  ["handLayout", "做法\n  一是摸底", "做法\n  一是摸底"],
  ["doubledMarks", "底，，账。。", "底，账。"],
  ["doubledMarks", "稍后。。。", "稍后。。。"],
  ["halfStop", "完成.", "完成。"],
  ["halfStop", "1.摸底，2.5 万", "1.摸底，2.5 万"],
  ["mixedBrackets", "区（功能区)", "区（功能区）"],
  ["mixedBrackets", "型号（A1)", "型号(A1)"],
  ["curlyQuotes", "打造\"三品\"和\"四新\"", "打造“三品”和“四新”"],
  ["curlyQuotes", "12\" 管道", "12\" 管道"],
  ["rangePercent", "5~95%", "5%~95%"],
  ["rangePercent", "1.5～2.5 %，电话 0531-88%", "1.5%～2.5 %，电话 0531%-88%"],
  ["numberMarks", "1，200 和 2．5 和 3，4", "1,200 和 2.5 和 3，4"],
  ["documentNumber", "鲁政发[2024]3号、济办（2024）12 号", "鲁政发〔2024〕3号、济办〔2024〕12 号"],
  ["fourDigitYear", "25年底，'26年3月，用满25年，2025年底", "2025年底，2026年3月，用满25年，2025年底"],
  ["usualWords", "台帐、臺賬、帐户", "台账、台账、帐户"],
])("%s: %s → %s", (name, from, to) => {
  expect(step(name).apply(from)).toBe(to);
});

test.each(TEXT_STEPS.map((one) => [one.name, one] as const))("%s is idempotent", (_, one) => {
  fc.assert(fc.property(ledgerText(), (text) => one.apply(one.apply(text)) === one.apply(text)), { numRuns: 400 });
});

test.each(["blankEnds", "zeroWidth", "plainBlanks", "blanksInUnit"])("%s leaves the text the same to a comparison", (name) => {
  const one = step(name);
  fc.assert(fc.property(ledgerText(), (text) => comparisonForm(one.apply(text)) === comparisonForm(text)), { numRuns: 400 });
});

test.each(NAMES_TO_KEEP)("no step touches %s", (text) => {
  for (const one of TEXT_STEPS) expect(one.apply(text)).toBe(text);
});
