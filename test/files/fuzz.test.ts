import { readFileSync } from "node:fs";
import path from "node:path";
import { PANE_LIMITS } from "../../src/files/limits";
import { readFile } from "../../src/files/readFile";
import { sayFileFault } from "../../src/files/sayFileFault";
import { aDocx } from "../support/aDocx";
import { aWorkbook } from "../support/aWorkbook";
import { chanceOf, mutateBytes, mutatePartBytes, mutateParts } from "../support/mutate";
import { bookOf } from "../support/someTables";

const WORKBOOK = aWorkbook({
  sheets: [
    {
      name: "台账",
      xml: `<dimension ref="A1:D4"/><cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>1</v></c><c r="B2" s="1"><v>45992</v></c><c r="C2" t="str"><f>A2</f><v>甲</v></c></row><row r="4"><c r="A4" t="inlineStr"><is><r><rPr><strike/></rPr><t>丙</t></r></is></c></row></sheetData><mergeCells><mergeCell ref="A4:B5"/></mergeCells>`,
      relations: { comments: "../comments1.xml" },
    },
    { xml: "<sheetData/>", state: "hidden" },
  ],
  strings: `<si><t>序号</t></si><si><r><t>重点</t></r><r><rPr><color rgb="FFFF0000"/></rPr><t>任务</t></r></si>`,
  styles: `<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;"/></numFmts><fonts><font/></fonts><cellXfs><xf/><xf numFmtId="164" fontId="0"/></cellXfs>`,
  parts: { "xl/comments1.xml": `<comments><commentList><comment ref="A1"><text><t>注</t></text></comment></commentList></comments>` },
});
const DOCUMENT = aDocx(`<w:p><w:r><w:t>题</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>`);

/** Reads it: what comes is the content, whole and well formed, or a fault that can be said. */
async function outcome(bytes: Uint8Array): Promise<string> {
  const read = await readFile("a.xlsx", bytes, { limits: PANE_LIMITS });
  if (!read.ok) return sayFileFault(read.error).zh;
  for (const grid of read.value.grids) {
    let before = -1;
    for (const { row, values } of grid.rows) {
      expect(row).toBeGreaterThan(before);
      expect(row).toBeLessThan(1_048_576);
      expect(values.length).toBeLessThanOrEqual(16_384);
      before = row;
    }
  }
  return "read";
}

test("the base is read", async () => {
  expect([await outcome(WORKBOOK), await outcome(DOCUMENT)]).toEqual(["read", "read"]);
});

test("damaged packages give the true content or a refusal", async () => {
  const truth = await readFile("a.xlsx", WORKBOOK, { limits: PANE_LIMITS });
  for (let seed = 0; seed < 400; seed++) {
    const bytes = mutateBytes(WORKBOOK, chanceOf(seed));
    const read = await readFile("a.xlsx", bytes, { limits: PANE_LIMITS });
    if (read.ok) expect([seed, read]).toEqual([seed, truth]);
  }
});

test("damaged XML under right checksums gives a well-formed grid or a refusal", async () => {
  const outcomes = new Set<string>();
  for (let seed = 0; seed < 400; seed++) {
    outcomes.add(await outcome(mutateParts(WORKBOOK, chanceOf(seed))));
    outcomes.add(await outcome(mutateParts(DOCUMENT, chanceOf(seed))));
  }
  expect(outcomes.size).toBeGreaterThan(4);
});

test("damaged binary workbooks give well-formed grids or a refusal, in no more memory than sound ones", async () => {
  const xls = new Uint8Array(readFileSync(path.join(__dirname, "xls", "libreoffice.xls")));
  const xlsb = bookOf([[["序号", 1, true], ["重点任务", 0.7]]], { bookType: "xlsb", bookSST: true });
  const outcomes = new Set<string>();
  for (let seed = 0; seed < 400; seed++) {
    outcomes.add(await outcome(mutateBytes(xls, chanceOf(seed))));
    outcomes.add(await outcome(mutatePartBytes(xlsb, chanceOf(seed))));
  }
  expect(outcomes.size).toBeGreaterThan(4);
});

test("nothing was added to the prototype of all objects", () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(Reflect.ownKeys(Object.prototype)).toHaveLength(12);
});
