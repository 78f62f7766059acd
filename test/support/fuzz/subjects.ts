import { strToU8, zipSync } from "fflate";
import { aDocx } from "../aDocx";
import { aWorkbook } from "../aWorkbook";
import { mutateBytes, mutateHeaders, mutateNumbers, mutatePartBytes, mutateParts, type Chance } from "../mutate";
import { bookOf } from "../someTables";

type Mutate = (bytes: Uint8Array, chance: Chance) => Uint8Array;

/** A sound file and the ways in which it is damaged. */
export interface FuzzSubject {
  readonly format: string;
  readonly bytes: Uint8Array;
  /** Damage that checksums tell: what is read all the same is the true content. */
  readonly told: readonly Mutate[];
  /** Damage under right checksums, or where there are none. */
  readonly untold: readonly Mutate[];
}

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
const DOCUMENT = aDocx(
  `<w:p><w:r><w:t>题</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>`,
);
const TABLES = [[["序号", "重点任务", "完成值"], [1, "推进 设备\n更新", 0.7], [2, "“两新”", true]], [["藏", 5]]];
const TEXT = strToU8("\ufeff序号,重点任务,完成值\r\n1,\"推进\r\n更新\",0.7\r\n2,\"两“新”\"\"\",30\r\n");

const PACKAGE: Pick<FuzzSubject, "told" | "untold"> = { told: [mutateBytes, mutateHeaders], untold: [mutateParts, mutateNumbers, mutatePartBytes] };

/** One of each format. `xls` is a workbook of Excel 97, which a test has as a file. */
export function fuzzSubjects(xls: Uint8Array): readonly FuzzSubject[] {
  return [
    { format: "xlsx", bytes: WORKBOOK, ...PACKAGE },
    { format: "ods", bytes: bookOf(TABLES, { bookType: "ods" }), ...PACKAGE },
    { format: "docx", bytes: DOCUMENT, ...PACKAGE },
    { format: "xlsb", bytes: bookOf(TABLES, { bookType: "xlsb", bookSST: true }), told: PACKAGE.told, untold: [mutatePartBytes] },
    { format: "xls", bytes: xls, told: [], untold: [mutateBytes] },
    { format: "csv", bytes: TEXT, told: [], untold: [mutateBytes] },
    { format: "zip", bytes: zipSync({ "市水务局.xlsx": WORKBOOK, "市财政局.csv": TEXT }), ...PACKAGE },
  ];
}
