import type { Grid } from "../../../src/core/grid/grid";
import { valueAt } from "../../../src/core/grid/grid";
import { type FinalBook, finalBook } from "../../../src/workbook/final/finalBook";
import { bySheetJs } from "../../support/bySheetJs";
import { bookOf, opened, packageOf, partsOf, worksheet } from "../books";
import { featureBook, featureParts, LEDGER } from "../featureBook";

const AS_OF = { year: 2026, month: 11, day: 23 };
const request = { ownSheets: ["_台账"], ledgerSheet: LEDGER, isOwnRule: () => false, asOf: AS_OF };

function made(bytes: Uint8Array, ledgerSheet = LEDGER): FinalBook {
  const final = finalBook(opened(bytes), { ...request, ledgerSheet });
  if (!final.ok) throw new Error(JSON.stringify(final.error));
  return final.value;
}

function gridOf(bytes: Uint8Array, name: string): Grid {
  const grids = opened(bytes).read([name]);
  const [grid] = grids.ok ? grids.value : [];
  if (!grid) throw new Error("no grid");
  return grid;
}

/** The fill and font colours of a cell, as the file says. */
function coloursAt(parts: Record<string, string>, sheet: string, cell: string): { fill: string | undefined; font: string | undefined; bold: boolean } {
  const style = Number(new RegExp(`<c r="${cell}"[^>]*?s="(\\d+)"`, "u").exec(parts[sheet] ?? "")?.[1] ?? 0);
  const styles = parts["xl/styles.xml"] ?? "";
  const entries = (table: string, entry: string) => [...(new RegExp(`<${table}[ >].*?</${table}>`, "su").exec(styles)?.[0] ?? "").matchAll(new RegExp(`<${entry}(?:\\s[^>]*?)?(?:/>|>.*?</${entry}>)`, "gsu"))].map(([text]) => text);
  const xf = entries("cellXfs", "xf")[style] ?? "";
  const at = (name: string) => Number(new RegExp(`${name}="(\\d+)"`, "u").exec(xf)?.[1] ?? 0);
  const font = entries("fonts", "font")[at("fontId")] ?? "";
  return {
    fill: /<fgColor rgb="FF(\w{6})"/u.exec(entries("fills", "fill")[at("fillId")] ?? "")?.[1],
    font: /<color rgb="FF(\w{6})"/u.exec(font)?.[1],
    bold: font.includes("<b/>"),
  };
}

describe("a workbook with everything in it", () => {
  const final = made(featureBook());
  const parts = partsOf(final.bytes);
  const all = Object.values(parts).join("\n");

  test("goes out as what a reader sees of it, and nothing else", () => {
    expect(Object.keys(parts).sort()).toEqual([
      "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml", "xl/_rels/workbook.xml.rels", "xl/drawings/_rels/drawing1.xml.rels", "xl/drawings/drawing1.xml",
      "xl/media/image1.png", "xl/sharedStrings.xml", "xl/styles.xml", "xl/tables/table1.xml", "xl/workbook.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml",
    ]);
    for (const gone of ["张三", "请核实", "密", "自定义", "底稿", "<f>", "<f ", "cfRule", "dataValidation", "codeName", "进度", "autoFilter ref", "printerSettings", "x14:"]) expect(all.includes(gone) ? gone : "").toBe("");
  });

  test("values are those that were seen, also to another reader", () => {
    const before = gridOf(featureBook(), LEDGER);
    const after = gridOf(final.bytes, LEDGER);
    expect(after.rows.map(({ row, values }) => [row, values])).toEqual(before.rows.map(({ row, values }) => [row, values]));
    expect(bySheetJs(final.bytes)[0]?.cells).toEqual(bySheetJs(featureBook())[0]?.cells);
    expect(valueAt(after, 2, 5)).toBe(0.4);
  });

  test("it prints as it did", () => {
    const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
    expect(sheet).toContain('<pageSetup paperSize="8" scale="80" orientation="landscape"/>');
    expect(sheet).toContain("<oddFooter>&amp;C- &amp;P -</oddFooter>");
    expect(sheet).toContain('<brk id="4"');
    expect(parts["xl/workbook.xml"]).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">${LEDGER}!$2:$2</definedName>`);
  });

  test("colours of rules stand in the cells", () => {
    // E3 (40) is under 45, E4 (50) is not; D3 to D5 hold nothing twice.
    expect(coloursAt(parts, "xl/worksheets/sheet1.xml", "E3")).toEqual({ fill: "FFC7CE", font: "9C0006", bold: false });
    expect(coloursAt(parts, "xl/worksheets/sheet1.xml", "E4").fill).toBeUndefined();
    expect(coloursAt(parts, "xl/worksheets/sheet1.xml", "D3").fill).toBeUndefined();
    expect(final.unkeptRules).toBe(1);
  });

  test("what was hidden is told: a row comes to light, a sheet stays behind", () => {
    expect(final.leftSheets).toEqual(["底稿"]);
    expect(final.sheets.get(LEDGER)).toMatchObject({ formulas: 7, shownRows: [4], clearedColumns: [], errors: [{ sheet: LEDGER, row: 4, col: 5 }] });
    expect(gridOf(final.bytes, LEDGER).rows.some(({ hidden }) => hidden)).toBe(false);
  });

  test("the same workbook gives the same bytes, and the copy of the copy is itself", () => {
    expect(Buffer.from(made(featureBook()).bytes).equals(Buffer.from(final.bytes))).toBe(true);
    expect(partsOf(made(final.bytes).bytes)).toEqual(parts);
  });
});

test("hidden columns stay behind with what is in them; formulas that nobody has worked out are empty and told", () => {
  const sheet = worksheet(
    '<cols><col min="2" max="2" width="9" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="B1" t="inlineStr"><is><t>内部</t></is></c><c r="C1"><f>A1&amp;"x"</f></c></row></sheetData>',
  );
  const final = made(bookOf({ sheets: { 台账: sheet } }), "台账");
  expect(final.sheets.get("台账")).toMatchObject({ clearedColumns: ["B"], unvalued: [{ sheet: "台账", row: 0, col: 2 }] });
  expect(Object.values(partsOf(final.bytes)).join("")).not.toContain("内部");
});

test("links into the outside stay behind, web addresses stay", () => {
  const parts = featureParts();
  parts["xl/worksheets/_rels/sheet1.xml.rels"] = (parts["xl/worksheets/_rels/sheet1.xml.rels"] ?? "").replace("https://example.org/", "file:///C:/Users/zhangsan/台账.xlsx");
  const out = partsOf(made(packageOf(parts)).bytes);
  expect(Object.values(out).join("")).not.toContain("zhangsan");
  expect(out["xl/worksheets/sheet1.xml"]).not.toContain("<hyperlink ");
  expect(Object.values(partsOf(made(featureBook()).bytes)).join("")).toContain("https://example.org/");
});

describe("what rules show", () => {
  const FORMATS = [
    '<dxf><font><b/><color rgb="FF111111"/></font><fill><patternFill><bgColor rgb="FFAA0000"/></patternFill></fill></dxf>',
    '<dxf><fill><patternFill patternType="solid"><fgColor rgb="FF00BB00"/><bgColor rgb="FF00BB00"/></patternFill></fill></dxf>',
  ].join("");

  /** The fills of A1:C4 under a rule: numbers in A, words in B, days in C. */
  function fills(rule: string, sqref = "A1:C4"): readonly (string | undefined)[] {
    const rows = [[5, "逾期", 46000], [7, "正常", 46349], [5, "逾期（已核）", 46400], [9, null, 46349]] as const;
    const cells = rows.map((row, y) => `<row r="${y + 1}">${row.map((value, x) => (value === null ? "" : `<c r="${"ABC".charAt(x)}${y + 1}"${typeof value === "string" ? ` t="inlineStr"><is><t>${value}</t></is></c>` : `><v>${value}</v></c>`}`)).join("")}</row>`).join("");
    const parts = partsOf(bookOf({ sheets: { 台账: worksheet(`<sheetData>${cells}</sheetData><conditionalFormatting sqref="${sqref}">${rule}</conditionalFormatting>`) } }));
    parts["xl/styles.xml"] = (parts["xl/styles.xml"] ?? "").replace(/<dxfs.*<\/dxfs>/u, `<dxfs count="2">${FORMATS}</dxfs>`);
    const final = made(packageOf(parts), "台账");
    unkept = final.unkeptRules;
    const out = partsOf(final.bytes);
    return ["A1", "B1", "A2", "B2", "A3", "B3", "A4", "B4"].map((cell) => coloursAt(out, "xl/worksheets/sheet1.xml", cell).fill);
  }
  let unkept = 0;
  const R = "AA0000";
  const none = undefined;
  const expression = (formula: string): string => `<cfRule type="expression" dxfId="0" priority="1"><formula>${formula}</formula></cfRule>`;

  const scale = (limits: readonly (readonly [string, number?])[], colours: readonly string[]): string =>
    `<cfRule type="colorScale" priority="1"><colorScale>${limits.map(([type, value]) => `<cfvo type="${type}"${value === undefined ? "" : ` val="${value}"`}/>`).join("")}${colours.map((rgb) => `<color rgb="${rgb}"/>`).join("")}</colorScale></cfRule>`;

  test.each([
    ["a word in the row", expression('$B1="逾期"'), "A1:A4", [R, none, none, none, none, none, none, none]],
    ["the start of a word", expression('LEFT($B1,2)="逾期"'), "A1:B4", [R, R, none, none, R, R, none, none]],
    ["a word in it", expression('ISNUMBER(SEARCH("逾期",$B1))'), "A1:A4", [R, none, none, none, R, none, none, none]],
    ["two conditions", expression('AND($A1&gt;4,NOT($B1="正常"))'), "A1:A4", [R, none, none, none, R, none, R, none]],
    ["the row's cell by its number", expression('OR(INDEX($B:$B,ROW())="正常",FALSE)'), "A1:A4", [none, none, R, none, none, none, none, none]],
    ["a day that has passed", expression("$C1&lt;TODAY()"), "A1:A4", [R, none, none, none, none, none, none, none]],
    ["how often it is there", expression("COUNTIF($A$1:$A$4,$A1)&gt;1"), "A1:A4", [R, none, none, none, R, none, none, none]],
    ["a value", '<cfRule type="cellIs" dxfId="0" priority="1" operator="between"><formula>6</formula><formula>8</formula></cfRule>', "A1:A4", [none, none, R, none, none, none, none, none]],
    ["a text", '<cfRule type="containsText" dxfId="0" priority="1" operator="containsText" text="逾期"><formula>NOT(ISERROR(SEARCH("逾期",A1)))</formula></cfRule>', "A1:B4", [none, R, none, none, none, R, none, none]],
    ["nothing", '<cfRule type="containsBlanks" dxfId="0" priority="1"><formula>LEN(TRIM(B1))=0</formula></cfRule>', "B1:B4", [none, none, none, none, none, none, none, R]],
    ["twice", '<cfRule type="duplicateValues" dxfId="0" priority="1"/>', "A1:A4", [R, none, none, none, R, none, none, none]],
    ["the most", '<cfRule type="top10" dxfId="0" priority="1" rank="1"/>', "A1:A4", [none, none, none, none, none, none, R, none]],
    ["over the average", '<cfRule type="aboveAverage" dxfId="0" priority="1"/>', "A1:A4", [none, none, R, none, none, none, R, none]],
    ["the stronger of two", `<cfRule type="expression" dxfId="1" priority="2"><formula>$A1&gt;0</formula></cfRule>${expression("$A1=7")}`, "A1:A4", ["00BB00", none, R, none, "00BB00", none, "00BB00", none]],
    ["a scale of two colours, numbers alone", scale([["min"], ["max"]], ["FFFF0000", "FF00FF00"]), "A1:B4", ["FF0000", none, "808000", none, "FF0000", none, "00FF00", none]],
    ["a scale of three, its middle at a number", scale([["num", 4], ["num", 7], ["percent", 100]], ["FF000000", "FFFFFFFF", "FF0000FF"]), "A1:A4", ["555555", none, "FFFFFF", none, "555555", none, "0000FF", none]],
    ["a scale by rank", scale([["percentile", 0], ["percentile", 50], ["percentile", 100]], ["FF000000", "FF00FF00", "FFFFFFFF"]), "A1:A4", ["000000", none, "55FF55", none, "000000", none, "FFFFFF", none]],
  ] as const)("by %s", (_name, rule, sqref, expected) => {
    expect(fills(rule, sqref)).toEqual(expected);
    expect(unkept).toBe(0);
  });

  test.each([
    ["bars", '<cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar></cfRule>'],
    ["a scale in colours of the theme", '<cfRule type="colorScale" priority="1"><colorScale><cfvo type="min"/><cfvo type="max"/><color theme="4"/><color theme="5"/></colorScale></cfRule>'],
    ["icons", '<cfRule type="iconSet" priority="1"><iconSet iconSet="3TrafficLights1"><cfvo type="percent" val="0"/><cfvo type="percent" val="33"/><cfvo type="percent" val="67"/></iconSet></cfRule>'],
    ["a function that is not known", expression("WEBSERVICE($A1)=1")],
    ["a name", expression("$A1=进度")],
  ])("%s are told and not guessed", (_name, rule) => {
    expect(fills(rule)).toEqual(Array(8).fill(undefined));
    expect(unkept).toBe(1);
  });

  test("a rule that stops hides the weaker ones", () => {
    const stop = '<cfRule type="expression" dxfId="1" priority="1" stopIfTrue="1"><formula>$A1=7</formula></cfRule><cfRule type="expression" dxfId="0" priority="2"><formula>TRUE</formula></cfRule>';
    expect(fills(stop, "A1:A4")).toEqual([R, none, "00BB00", none, R, none, R, none]);
  });
});
