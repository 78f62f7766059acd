import type { SourceFile } from "../../../src/core/grid/sourceFile";
import { PANE_LIMITS } from "../../../src/files/limits";
import { readFile } from "../../../src/files/readFile";
import { aDocx } from "../../support/aDocx";

async function fileOf(body: string, parts: Readonly<Record<string, string>> = {}): Promise<SourceFile> {
  const read = await readFile("a.docx", aDocx(body, parts), { limits: PANE_LIMITS });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

const p = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const tc = (content: string, properties = ""): string => `<w:tc><w:tcPr><w:tcW w:w="1"/>${properties}</w:tcPr>${content}</w:tc>`;
const tr = (...cells: readonly string[]): string => `<w:tr>${cells.join("")}</w:tr>`;
const tbl = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join("")}</w:tbl>`;
const rowsOf = (file: SourceFile, i = 0): readonly unknown[] => file.grids[i]?.rows.map(({ row, values }) => [row, ...Array.from(values, (value) => value ?? null)]) ?? [];

test("a table with the lines above and below it, spans kept", async () => {
  const file = await fileOf(
    p("工作台账") +
      `<w:p/>` +
      p("单位：市水务局") +
      tbl(
        tr(tc(p("序号")), tc(p("任务")), tc(p("内容"))),
        tr(tc(p("一、实施更新"), `<w:gridSpan w:val="3"/>`)),
        tr(tc(p("1")), tc(p("推进"), `<w:vMerge w:val="restart"/>`), tc(p("甲") + p("乙"))),
        tr(tc(p("2")), tc(`<w:p/>`, `<w:vMerge/>`), tc(p("丙"))),
        tr(tc(p("3")), tc(`<w:p/>`, `<w:vMerge w:val="continue"/>`), tc(`<w:p/>`)),
      ) +
      p("填报人：张三"),
  );
  expect(file).toMatchObject({ format: "docx", remarks: [] });
  expect(rowsOf(file)).toEqual([
    [0, "工作台账"], [1, "单位：市水务局"], [2, "序号", "任务", "内容"], [3, "一、实施更新"], [4, "1", "推进", "甲\n乙"], [5, "2", null, "丙"], [6, "3"], [7, "填报人：张三"],
  ]);
  expect(file.grids[0]).toMatchObject({ sheet: "表1", spans: [{ top: 3, left: 0, bottom: 3, right: 2 }, { top: 4, left: 1, bottom: 6, right: 1 }] });
});

test("every table is a sheet; lines between two belong to the second", async () => {
  const file = await fileOf(tbl(tr(tc(p("甲")))) + p("之间") + tbl(tr(tc(p("乙")))) + tbl(tr(tc(p("丙")))));
  expect(file.grids.map(({ sheet }) => sheet)).toEqual(["表1", "表2", "表3"]);
  expect([0, 1, 2].map((i) => rowsOf(file, i))).toEqual([[[0, "甲"], [1, "之间"]], [[0, "乙"]], [[0, "丙"]]]);
});

describe("a table that new pages cut", () => {
  const part = (...rows: readonly string[]): string => tbl(...rows).replace("<w:tblGrid/>", `<w:tblGrid>${"<w:gridCol/>".repeat(4)}</w:tblGrid>`);
  const header = tr(...["序号", "任务", "内容", "单位"].map((text) => tc(p(text))));
  const first = part(header, tr(tc(p("1")), tc(p("甲")), tc(p("推进。")), tc(p("市水务局"), `<w:vMerge w:val="restart"/>`)));
  const second = part(tr(tc(p("2")), tc(p("乙")), tc(p("落实。")), tc(`<w:p/>`, `<w:vMerge/>`)));

  test.each([["nothing", ""], ["an empty line", "<w:p/>"], ["the number of the page", p("- 2 -")], ["the number of the page in words", p("第 2 页 共 9 页")]])("%s between: one sheet, spans go on", async (_what, between) => {
    const file = await fileOf(first + between + second);
    expect(file.grids).toHaveLength(1);
    expect(file.grids[0]?.rows.map(({ values }) => values[1]).filter((value) => value !== undefined)).toEqual(["任务", "甲", "乙"]);
    expect(file.grids[0]?.spans).toMatchObject(between.includes("<w:t") ? [] : [{ top: 1, left: 3, bottom: 2, right: 3 }]);
    expect(file.remarks).toContainEqual({ id: "docx/joinedTables", params: { count: 1 } });
  });

  test.each([["text between them", first + p("表二") + second], ["another number of columns", first + second.replace("<w:gridCol/>", "")]])("%s parts them", async (_what, body) => {
    expect((await fileOf(body)).grids.map(({ sheet }) => sheet)).toEqual(["表1", "表2"]);
  });
});

test("spans in both directions, rows that begin later, spans side by side", async () => {
  const file = await fileOf(
    tbl(
      tr(tc(p("甲"), `<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>`), tc(p("乙"), `<w:vMerge w:val="restart"/>`)),
      tr(tc(`<w:p/>`, `<w:gridSpan w:val="2"/><w:vMerge/>`), tc(p("丙"), `<w:vMerge w:val="restart"/>`)),
      `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${tc(`<w:p/>`, `<w:vMerge/>`)}</w:tr>`,
      tr(tc(p("丁"), `<w:vMerge/>`)),
    ),
  );
  expect(rowsOf(file)).toEqual([[0, "甲", null, "乙"], [1, null, null, "丙"], [3, "丁"]]);
  expect(file.grids[0]?.spans).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }, { top: 1, left: 2, bottom: 2, right: 2 }]);
});

test("runs, breaks, tabs, links, fields; what was deleted is out, what was inserted is in", async () => {
  const run = (inner: string): string => `<w:r>${inner}</w:r>`;
  const file = await fileOf(
    tbl(
      tr(
        tc(`<w:p><w:pPr><w:rPr><w:strike/></w:rPr></w:pPr>${run("<w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:noBreakHyphen/>")}<w:hyperlink>${run("<w:t>丁</w:t>")}</w:hyperlink></w:p>`),
        tc(`<w:p><w:del>${run("<w:delText>旧</w:delText>")}</w:del><w:ins>${run("<w:t>新</w:t>")}</w:ins>${run("<w:instrText>PAGE</w:instrText>")}</w:p>`),
        tc(`<w:p><w:sdt><w:sdtContent>${run("<w:t>控件</w:t>")}</w:sdtContent></w:sdt></w:p>`),
      ),
      `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc(p("删掉的行"))}</w:tr>`,
      `<w:sdt><w:sdtContent>${tr(`<w:sdt><w:sdtContent>${tc(p("内控件"))}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`,
    ),
  );
  expect(rowsOf(file)).toEqual([[0, "甲\n乙\t丙-丁", "新", "控件"], [1, "内控件"]]);
  expect(file.grids[0]?.rows[0]?.marks).toBeNull();
  expect(file.remarks).toEqual([{ id: "docx/deletions", params: { count: 2 } }]);
});

test("text that is struck through or coloured is marked", async () => {
  const font = (inner: string): string => tc(`<w:p><w:r><w:rPr>${inner}</w:rPr><w:t>一</w:t></w:r></w:p>`);
  const file = await fileOf(tbl(tr(font("<w:strike/>"), font(`<w:dstrike w:val="true"/>`), font(`<w:strike w:val="0"/>`), font(`<w:color w:val="FF0000"/>`), font(`<w:color w:val="auto"/>`))));
  expect(file.grids[0]?.rows[0]?.marks).toEqual([{ struck: true }, { struck: true }, undefined, { coloured: true }]);
});

test("a table inside a cell, text boxes once, automatic numbers and other parts are remarked", async () => {
  const box = `<mc:AlternateContent><mc:Choice><w:txbxContent>${p("框")}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p("框")}</w:txbxContent></mc:Fallback></mc:AlternateContent>`;
  const file = await fileOf(
    tbl(tr(tc(`<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>`), tc(p("外") + tbl(tr(tc(p("内1")), tc(p("内2"))), tr(tc(p("内3"))))), tc(`<w:p><w:r><w:t>文</w:t>${box}</w:r></w:p>`))),
    { "word/comments.xml": "<w:comments/>" },
  );
  expect(rowsOf(file)).toEqual([[0, null, "外\n内1\t内2\n内3", "文\n框"]]);
  expect(file.remarks.map(({ id, params }) => [id, params["count"]])).toEqual([["docx/textBoxes", 1], ["docx/nestedTables", 1], ["docx/unnumbered", 1], ["docx/otherParts", 1]]);
});

test("automatic numbers are written out as Word shows them", async () => {
  const lvl = (level: number, format: string, text: string, start = 1): string => `<w:lvl w:ilvl="${level}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const lists = [
    lvl(0, "decimal", "%1") + lvl(1, "decimal", "%1.%2"),
    lvl(0, "chineseCounting", "（%1）", 9),
    lvl(0, "bullet", "·"),
    lvl(0, "decimalEnclosedCircle", "%1"),
    lvl(0, "lowerRoman", "%1."),
  ];
  const numbering = `<?xml version="1.0"?><w:numbering xmlns:w="x">${lists.map((levels, i) => `<w:abstractNum w:abstractNumId="${i + 10}">${levels}</w:abstractNum>`).join("")}${lists.map((_, i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${i + 10}"/></w:num>`).join("")}</w:numbering>`;
  const item = (list: number, text = "", level = 0): string => tr(tc(`<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`), tc(p("甲")));
  const file = await fileOf(tbl(item(1), item(1), item(1, "", 1), item(1, "", 1), item(1), item(1, "", 1), item(2, "推进"), item(2), item(2), item(3, "点"), item(4), item(5, "罗马"), item(0, "无")), {
    "word/_rels/document.xml.rels": `<Relationships><Relationship Id="a" Type="http://x/numbering" Target="numbering.xml"/></Relationships>`,
    "word/numbering.xml": numbering,
  });
  expect(file.grids[0]?.rows.map(({ values }) => values[0])).toEqual(["1", "2", "2.1", "2.2", "3", "3.1", "（九）推进", "（十）", "（十一）", "点", "①", "罗马", "无"]);
  expect(file.remarks).toEqual([{ id: "docx/numbered", params: { count: 10 } }, { id: "docx/unnumbered", params: { count: 1 } }]);
});

test("a document without a table gives its paragraphs and says so", async () => {
  const file = await fileOf(p("关于报送的函") + p("见附件"));
  expect(rowsOf(file)).toEqual([[0, "关于报送的函"], [1, "见附件"]]);
  expect(file.remarks).toEqual([{ id: "docx/noTable", params: {} }]);
});
