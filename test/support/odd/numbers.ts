import { type OddWorkbook, oddRow } from "./oddWorkbook";

/** Number formats that ledgers have, and those that are easily taken for another kind. */
const FORMATS: readonly string[] = [
  "yyyy-mm-dd", "yyyy/m/d;@", 'yyyy"年"m"月"d"日"', "yyyy年m月d日", 'yyyy"年"m"月"', "[$-804]yyyy年m月d日;@", "[DBNum1][$-804]yyyy年m月d日;@", "m月d日", "mmm-yy",
  "d-mmm", "aaaa", "[$-F800]dddd, mmmm dd, yyyy", "yyyy/m/d h:mm", "yyyy-mm-dd hh:mm:ss", "m/d/yy h:mm AM/PM", "[Blue]yyyy-mm-dd", "yyyy\\-mm\\-dd", "e/m/d",
  "h:mm", "h:mm:ss", "[h]:mm:ss", "mm:ss", "上午/下午h时mm分",
  "General", "0", "0.00", "#,##0", "#,##0.00_);[Red]\\(#,##0.00\\)", "0.00E+00", "@", '0"年"', '0"天"', "0%", "0.00%;[Red]-0.00%", "[$¥-804]#,##0.00", "# ?/?", '"第"0"项"', "[DBNum1][$-804]General", "[DBNum2][$-804]0", ";;;", "[>=1]0;General",
];

const attribute = (code: string): string => code.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const VALUES = `<c r="A1" s="1"><v>45992</v></c><c r="B1" s="1"><v>45992.75</v></c><c r="C1" s="1"><v>1</v></c><c r="D1" s="1"><v>0.25</v></c><c r="E1"><v>45992</v></c>`;

const styles = (xf: string, formats = ""): string => `${formats}<fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/>${xf}</cellXfs>`;

function formatted(name: string, code: string, date1904: boolean): OddWorkbook {
  const formats = `<numFmts count="1"><numFmt numFmtId="164" formatCode="${attribute(code)}"/></numFmts>`;
  return oddRow(`${name}/${code}`, VALUES, { styles: styles(`<xf numFmtId="164" applyNumberFormat="1"/>`, formats), ...(date1904 && { date1904 }) });
}

/** One workbook for each format, some of them in the date system of 1904, and one for each built-in format. */
export function oddFormats(): readonly OddWorkbook[] {
  const builtIn = [1, 2, 3, 4, 9, 10, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 30, 31, 32, 33, 36, 37, 40, 45, 46, 47, 48, 49, 50, 55, 57, 58];
  return [
    ...FORMATS.map((code) => formatted("format", code, false)),
    ...["yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "m月d日", "h:mm", "General", "0%"].map((code) => formatted("format 1904", code, true)),
    ...builtIn.map((id) => oddRow(`built-in format/${id}`, VALUES, { styles: styles(`<xf numFmtId="${id}" applyNumberFormat="1"/>`) })),
  ];
}

const cell = (content: string, type = ""): string => `<c r="A1"${type && ` t="${type}"`}>${content}</c><c r="B1"><v>1</v></c>`;

/** Cells of every type, and values as other programs write them. */
export function oddCells(): readonly OddWorkbook[] {
  const numbers = ["0", "-0", "1", "-1.5", "0.1", "0.30000000000000004", "1e-7", "1E+300", "1.7976931348623157E308", "4.94065645841247e-324", ".5", "5.", "+5", "007", " 5 ", "123456789012345678", "99999999999999.9", "5e0"];
  const errors = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!"];
  return [
    ...numbers.map((text) => oddRow(`number/${text}`, cell(`<v>${text}</v>`))),
    ...numbers.slice(0, 4).map((text) => oddRow(`number by type/${text}`, cell(`<v>${text}</v>`, "n"))),
    ...errors.map((text) => oddRow(`error/${text}`, cell(`<v>${text}</v>`, "e"))),
    ...["1", "0", "true", "false"].map((text) => oddRow(`boolean/${text}`, cell(`<v>${text}</v>`, "b"))),
    ...["2025-12-01", "2025-12-01T08:30:00", "2025-12-01T08:30:00Z", "2025-12-01T00:00:00.000"].map((text) => oddRow(`ISO date/${text}`, cell(`<v>${text}</v>`, "d"))),
    oddRow("cell/no value", cell("")),
    oddRow("cell/an empty value", cell("<v></v>")),
    oddRow("cell/an empty value of a text", cell("<v></v>", "str")),
    oddRow("cell/an empty text in the cell", cell("<is><t/></is>", "inlineStr")),
    oddRow("cell/a value behind an extension", cell("<extLst/><v>5</v>")),
    oddRow("formula/of a number", cell("<f>B1+1</f><v>2</v>")),
    oddRow("formula/of a text", cell("<f>\"甲\"</f><v>甲</v>", "str")),
    oddRow("formula/of a truth value", cell("<f>B1=1</f><v>1</v>", "b")),
    oddRow("formula/of an error", cell("<f>1/0</f><v>#DIV/0!</v>", "e")),
    oddRow("formula/of many cells", cell(`<f t="array" ref="A1">SUM(B1:B1)</f><v>1</v>`)),
    oddRow("formula/shared", `<c r="A1"><f t="shared" ref="A1:B1" si="0">1+1</f><v>2</v></c><c r="B1"><f t="shared" si="0"/><v>2</v></c>`),
    oddRow("formula/in CDATA", cell("<f><![CDATA[B1&\"<\"]]></f><v>1&lt;</v>", "str")),
    oddRow("cell/attributes in apostrophes", `<c r='A1' t='n'><v>5</v></c>`),
    oddRow("cell/no places", `<c><v>1</v></c><c t="b"><v>1</v></c><c/><c><v>4</v></c>`),
    oddRow("cell/some places", `<c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c>`),
    oddRow("cell/places in small letters", `<c r="a1"><v>1</v></c><c r="b1"><v>2</v></c>`),
    oddRow("cell/the last column", `<c r="XFD1"><v>1</v></c>`),
    oddRow("cell/columns in disorder", `<c r="C1"><v>3</v></c><c r="A1"><v>1</v></c>`),
    oddRow("cell/the same cell twice", `<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>`),
    oddRow("cell/a style that is not there", `<c r="A1" s="99"><v>1</v></c>`),
    oddRow("cell/blank cells with a style", `<c r="A1" s="1"/><c r="B1"><v>1</v></c><c r="C1" s="1"/>`, { styles: styles("<xf/>") }),
  ];
}
