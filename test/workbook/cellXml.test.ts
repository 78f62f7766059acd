import { cellXml, formulaTag, sharedIndex, stringText, styleOf, valueOf, withFormula, withPlainFormula } from "../../src/workbook/cellXml";
import type { CellContent } from "../../src/workbook/cellXml";

test.each<readonly [CellContent, string]>([
  [{ kind: "blank" }, '<c r="B3" s="4"/>'],
  [{ kind: "number", value: -0 }, '<c r="B3" s="4"><v>0</v></c>'],
  [{ kind: "number", value: 0.1 + 0.2 }, '<c r="B3" s="4"><v>0.30000000000000004</v></c>'],
  [{ kind: "boolean", value: false }, '<c r="B3" s="4" t="b"><v>0</v></c>'],
  [{ kind: "shared", index: 7 }, '<c r="B3" s="4" t="s"><v>7</v></c>'],
  [{ kind: "inline", text: "甲" }, '<c r="B3" s="4" t="inlineStr"><is><t>甲</t></is></c>'],
  [{ kind: "inline", text: " a<b>&\n\u0007_x0041_" }, '<c r="B3" s="4" t="inlineStr"><is><t xml:space="preserve"> a&lt;b&gt;&amp;\n_x0007__x005F_x0041_</t></is></c>'],
  [{ kind: "formula", formula: 'IF(A1<1,"&","")', cached: "&" }, '<c r="B3" s="4" t="str"><f>IF(A1&lt;1,"&amp;","")</f><v>&amp;</v></c>'],
  [{ kind: "formula", formula: "A1", cached: 1.5 }, '<c r="B3" s="4"><f>A1</f><v>1.5</v></c>'],
  [{ kind: "formula", formula: "A1", cached: true }, '<c r="B3" s="4" t="b"><f>A1</f><v>1</v></c>'],
  [{ kind: "formula", formula: "A1", cached: null }, '<c r="B3" s="4"><f>A1</f></c>'],
])("%j is written as %s", (content, xml) => {
  expect(cellXml(2, 1, 4, content, "")).toBe(xml);
  expect(cellXml(2, 1, 0, content, "x:")).toBe(xml.replace(' s="4"', "").replaceAll(/<(\/?)(?=\w)/gu, "<$1x:"));
});

test.each([
  ['<c r="A1"/>', null],
  ['<c r="A1"><v></v></c>', null],
  ['<c r="A1"><v> 1.5e2 </v></c>', 150],
  ['<c r="A1"><v>甲</v></c>', null],
  ['<c r="A1" t="s"><v>3</v></c>', "第3个"],
  ['<c r="A1" t="b"><v>true</v></c>', true],
  ['<c r="A1" t="e"><v>#REF!</v></c>', "#REF!"],
  ['<c r="A1" t="str"><f>B1</f><v>a_x000D_b</v></c>', "a\rb"],
  ['<c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><t xml:space="preserve"> 乙</t></r><rPh sb="0" eb="1"><t>jia</t></rPh></is></c>', "甲 乙"],
  ['<c r="A1" t="inlineStr"/>', ""],
  ['<x:c r="A1" t="str"><x:v><![CDATA[<v>&]]></x:v></x:c>', "<v>&"],
])("%s holds %j", (cell, value) => expect(valueOf(cell, (index) => `第${index}个`)).toBe(value));

test("runs are joined, phonetic ones left out", () => {
  expect(stringText("<si><rPh><t>a</t></rPh><t>甲</t><rPh><t>b</t></rPh><r><rPr/><t>乙</t></r><t/></si>")).toBe("甲乙");
});

test("what a cell says of itself", () => {
  expect([styleOf('<c r="A1" s="12"/>'), styleOf('<c r="A1"/>')]).toEqual([12, 0]);
  expect([sharedIndex('<c t="s"><v>3</v></c>'), sharedIndex('<c t="s"><v>x</v></c>'), sharedIndex("<c><v>3</v></c>")]).toEqual([3, null, null]);
  expect([formulaTag('<c><f t="shared" si="0"/></c>'), formulaTag("<c><v>1</v></c>")]).toEqual(['<f t="shared" si="0"/>', null]);
});

test("a formula is exchanged; how it is spread stays or goes", () => {
  const cell = '<c r="A1"><x:f t="shared" ref="A1:A3" si="0">B1</x:f><v>1</v></c>';
  expect(withFormula(cell, "C1<1")).toBe('<c r="A1"><x:f t="shared" ref="A1:A3" si="0">C1&lt;1</x:f><v>1</v></c>');
  expect(withPlainFormula('<c r="A1"><x:f t="shared" si="0"/><v>1</v></c>', "C1")).toBe('<c r="A1"><x:f>C1</x:f><v>1</v></c>');
});
