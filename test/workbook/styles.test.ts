import { LOOKS } from "../../src/workbook/cellStyle";
import { Styles } from "../../src/workbook/styles";
import { styleProblems } from "../../src/workbook/validateStyles";
import { MAIN, STYLES, XML } from "./books";

function styles(text = STYLES): Styles {
  const parsed = Styles.parse(text);
  if (parsed === null) throw new Error("not well formed");
  return parsed;
}

test("tables that nobody added to are not written", () => expect(styles().text()).toBeNull());

test("a look is appended once and shared, now and when the file is opened again", () => {
  const one = styles();
  const index = one.indexOf(LOOKS.helperDate);
  expect([index, one.indexOf(LOOKS.helperDate)]).toEqual([4, 4]);
  const text = one.text() ?? "";
  expect(styleProblems(text)).toEqual([]);
  const again = styles(text);
  expect(again.indexOf(LOOKS.helperDate)).toBe(4);
  expect(again.text()).toBeNull();
  expect(text).toContain('<numFmt numFmtId="177" formatCode="yyyy-mm-dd"/>');
});

test("an entry that another program wrote in its own spelling is the same entry", () => {
  const one = styles();
  const index = one.indexOf(LOOKS.header);
  const respelt = (one.text() ?? "").replaceAll(/<(\/?)(?=[a-zA-Z])/gu, "<$1x:").replaceAll('="1"', '="true"').replaceAll('count="true"', 'count="1"').replaceAll(/(\w+Id|val|theme|xfId)="true"/gu, '$1="1"').replace(`xmlns="${MAIN}"`, `xmlns:x="${MAIN}"`);
  const again = styles(respelt);
  expect(again.indexOf(LOOKS.header)).toBe(index);
  expect(again.text()).toBeNull();
});

test("the user's entries keep their indexes and their text", () => {
  const one = styles();
  for (const look of Object.values(LOOKS)) one.indexOf(look);
  const text = one.text() ?? "";
  for (const table of ["fonts", "fills", "borders", "cellXfs", "dxfs"]) {
    const inner = (xml: string): string => new RegExp(`<${table}[^>]*>(.*)</${table}>`, "su").exec(xml)?.[1] ?? "";
    expect(inner(text).startsWith(inner(STYLES))).toBe(true);
  }
  expect(styleProblems(text)).toEqual([]);
});

test("the mark of a text is put on and taken off the same format", () => {
  const one = styles();
  const marked = one.withTextMark(3, true);
  expect(marked).toBe(4);
  expect([one.withTextMark(3, true), one.withTextMark(marked, true), one.withTextMark(marked, false), one.withTextMark(3, false)]).toEqual([4, 4, 3, 3]);
  expect(one.withTextMark(99, true)).toBe(99);
});

test("a rule's format is shared too, in a table that may have to be made", () => {
  const bare = styles(`${XML}<styleSheet xmlns="${MAIN}"><cellXfs count="1"><xf/></cellXfs><extLst/></styleSheet>`);
  expect([bare.ruleFormat({ fill: "FFC7CE", font: "9C0006" }), bare.ruleFormat({ fill: "FFC7CE", font: "9C0006" }), bare.ruleFormat({ fill: "C6EFCE", font: "006100" })]).toEqual([0, 0, 1]);
  expect(bare.text()).toMatch(/<\/cellXfs><dxfs count="2">.*<\/dxfs><extLst\/>/u);
});

test.each([[0, false], [1, false], [2, true], [3, false], [9, false]])("format %i shows a day: %s", (index, isDay) => expect(styles().isDate(index)).toBe(isDay));

test("what is no table of styles is none", () => {
  expect(Styles.parse("<a/>")).toBeNull();
  expect(Styles.parse("<styleSheet>")).toBeNull();
});

test.each([
  ["fontId 7 of 2", STYLES.replace('fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"', 'fontId="7" fillId="0" borderId="0" xfId="0" applyFont="1"')],
  ["count of cellXfs", STYLES.replace('<cellXfs count="4">', '<cellXfs count="5">')],
  ["not well formed", "<styleSheet>"],
])("%s is a problem", (problem, text) => expect(styleProblems(text)).toContain(problem));
