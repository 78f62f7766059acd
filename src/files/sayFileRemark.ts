import type { Remark } from "../core/grid/sourceFile";
import type { FileRemarkId } from "./remark";
import type { Said } from "./sayFileFault";

type Words = (params: Remark["params"]) => Said;

const count = (params: Remark["params"]): string => String(params["count"] ?? 0);

const WORDS: Readonly<Record<FileRemarkId, Words>> = {
  "file/macros": () => ({ zh: "文件含有宏，只读取了单元格的值，宏没有运行", en: "The file has macros; only values were read, no macro ran" }),
  "file/externalLinks": (p) => ({ zh: `引用了 ${count(p)} 个外部工作簿，只采用文件里保存的值`, en: `${count(p)} links to other workbooks; only the saved values were read` }),
  "file/embeddings": (p) => ({ zh: `嵌入了 ${count(p)} 个附件，没有读取`, en: `${count(p)} embedded files were not read` }),
  "file/pictures": (p) => ({ zh: `有 ${count(p)} 张图片，图片里的文字没有读取`, en: `${count(p)} pictures; text in them was not read` }),
  "file/drawings": (p) => ({ zh: `有 ${count(p)} 处图形、文本框或图表，其中的文字没有读取`, en: `${count(p)} drawings or charts; text in them was not read` }),
  "file/missingPart": (p) => ({ zh: `缺少“${String(p["part"])}”，其中的批注没有读取`, en: `“${String(p["part"])}” is missing; its notes were not read` }),
  "file/skipped": (p) => ({ zh: `跳过了 ${String(p["name"])}（系统或临时文件）`, en: `${String(p["name"])} was skipped (a system or temporary file)` }),
  "sheet/notCells": () => ({ zh: "不是普通工作表（图表或宏表），没有单元格可读", en: "This is a chart or macro sheet; it has no cells" }),
  "sheet/notListed": (p) => ({ zh: `文件里还有一张没有列入工作簿的表（${String(p["part"])}），Excel 也不显示，没有读取`, en: `A sheet that the workbook does not list (${String(p["part"])}) was not read` }),
  "cell/twice": (p) => ({ zh: `有 ${count(p)} 个单元格在文件里写了两次，采用后一个值`, en: `${count(p)} cells are written twice; the later value was taken` }),
  "cell/misplaced": (p) => ({ zh: `有 ${count(p)} 个单元格的位置与所在行不符，按所在行读取`, en: `${count(p)} cells tell another row than the one they are in; read where they are` }),
  "cell/missingText": (p) => ({ zh: `有 ${count(p)} 个单元格的文字在文件里找不到，读为空`, en: `The text of ${count(p)} cells is missing in the file; read as empty` }),
  "cell/notNumber": (p) => ({ zh: `有 ${count(p)} 个数值单元格里不是数，按文字读取`, en: `${count(p)} number cells hold no number; read as text` }),
  "text/cutOff": () => ({ zh: "文件末尾的一个字不完整，可能没有复制完", en: "The last character is cut off; the file may be incomplete" }),
  "text/badBytes": (p) => ({ zh: `有 ${count(p)} 个字符无法识别，显示为“�”`, en: `${count(p)} characters can't be read and are shown as “�”` }),
  "text/openQuote": () => ({ zh: "引号没有成对，从这里起引号按普通文字读取", en: "A quotation mark is not closed; from here on marks are plain text" }),
  "docx/noTable": () => ({ zh: "文档里没有表格，只读取了段落", en: "The document has no table; only paragraphs were read" }),
  "docx/nestedTables": (p) => ({ zh: `有 ${count(p)} 个表格套在单元格里，按一个单元格的文字读取`, en: `${count(p)} tables inside cells were read as the text of one cell` }),
  "docx/joinedTables": (p) => ({ zh: `有 ${count(p)} 个表格与前一个列数相同、中间没有文字，按分页拆开的同一张表读取`, en: `${count(p)} tables with as many columns as the one before and no text between were read as one table that pages cut` }),
  "docx/deletions": (p) => ({ zh: `有 ${count(p)} 处修订标记为删除，没有读取`, en: `${count(p)} tracked deletions were left out` }),
  "docx/textBoxes": (p) => ({ zh: `有 ${count(p)} 个文本框，文字并入所在段落`, en: `${count(p)} text boxes were read as part of their paragraph` }),
  "docx/numbered": (p) => ({ zh: `有 ${count(p)} 段用了自动编号，已写成文字`, en: `${count(p)} automatic numbers were written out` }),
  "docx/unnumbered": (p) => ({ zh: `有 ${count(p)} 段的自动编号无法识别，没有读取`, en: `${count(p)} automatic numbers are of an unknown kind and were not read` }),
  "docx/otherParts": () => ({ zh: "文档里的批注、脚注、页眉页脚没有读取", en: "Comments, footnotes, headers and footers were not read" }),
};

const BY_ID: ReadonlyMap<string, Words> = new Map(Object.entries(WORDS));

/** Words a remark that reading a file made; null for a remark of another part of the product. */
export function sayFileRemark({ id, params }: Remark): Said | null {
  return BY_ID.get(id)?.(params) ?? null;
}
