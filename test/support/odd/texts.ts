import { type OddWorkbook, oddRow } from "./oddWorkbook";

/** What a text element may hold, as it is written in XML. */
const TEXTS: readonly (readonly [what: string, xml: string])[] = [
  ["plain", "推进设备更新"],
  ["empty", ""],
  ["blanks only", "   "],
  ["blanks at its ends", "  一　 "],
  ["an ideographic blank alone", "　"],
  ["tabs and line ends", "一\t二\n三"],
  ["carriage returns", "一\r\n二\r三"],
  ["escaped carriage returns", "一&#13;&#10;二"],
  ["escapes of spreadsheets", "一_x000D_\n二_x0009_三"],
  ["an escaped escape", "_x005F_x000D_"],
  ["what only looks like an escape", "_x00_ _xZZZZ_ a_x"],
  ["a reference in capitals", "_x000d_一"],
  ["named references", "&lt;b&gt; &amp; &quot;&apos;"],
  ["a reference written twice", "&amp;lt;"],
  ["numbered references", "&#20013;&#x6587;"],
  ["characters beyond 65,535", "𠮷😀"],
  ["references beyond 65,535", "&#x20BB7;&#x1F600;"],
  ["CDATA", "<![CDATA[一<二>&三]]>"],
  ["CDATA in the middle", "前<![CDATA[ 中 ]]>后"],
  ["a comment in the middle", "前<!-- 注 -->后"],
  ["an instruction in the middle", "前<?x y?>后"],
  ["marks of no width", "甲\u200b乙\ufeff丙"],
  ["composed and decomposed letters", "é e\u0301"],
  ["what looks like a number", "00123"],
  ["what looks like a date", "2025-12-01"],
  ["what looks like a formula", "=1+1"],
  ["what looks like markup", "&lt;![CDATA[x]]&gt;"],
  ["full-width signs", "＝１＋１，（甲）％"],
  ["quotation marks", "“十四五”‘规划’「甲」"],
  ["a long text", "推进大规模设备更新和消费品以旧换新。".repeat(600)],
];

/** LibreOffice believes the results of formulas only where Excel, or it itself, wrote the file. */
const BY_EXCEL: Readonly<Record<string, string>> = {
  "_rels/.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>`,
  "docProps/app.xml": `<?xml version="1.0"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion></Properties>`,
};

/** Each in the table of shared strings, in the cell, and as the result of a formula. */
export function oddTexts(): readonly OddWorkbook[] {
  return TEXTS.flatMap(([what, xml]) => {
    const t = `<t xml:space="preserve">${xml}</t>`;
    return [
      oddRow(`text/shared/${what}`, `<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>`, { strings: `<si>${t}</si><si><t>后</t></si>` }),
      oddRow(`text/inline/${what}`, `<c r="A1" t="inlineStr"><is>${t}</is></c><c r="B1" t="inlineStr"><is><t>后</t></is></c>`),
      oddRow(`text/formula/${what}`, `<c r="A1" t="str"><f>B1</f><v xml:space="preserve">${xml}</v></c><c r="B1" t="inlineStr"><is><t>后</t></is></c>`, { parts: BY_EXCEL }),
    ];
  });
}

const run = (text: string, font = ""): string => `<r>${font && `<rPr>${font}</rPr>`}<t xml:space="preserve">${text}</t></r>`;

const RICH: readonly (readonly [what: string, si: string])[] = [
  ["runs joined", run("一") + run(" 二 ", "<b/>") + run("三")],
  ["a phonetic run", `<t>重庆</t><rPh sb="0" eb="2"><t>chóng qìng</t></rPh><phoneticPr fontId="1"/>`],
  ["runs and phonetic runs", run("重") + run("庆") + `<rPh sb="0" eb="1"><t>chóng</t></rPh>`],
  ["a struck run", run("留") + run("删", "<strike/>")],
  ["a run that is expressly not struck", run("留", `<strike val="0"/>`)],
  ["a coloured run", run("常") + run("红", `<color rgb="FFFF0000"/>`)],
  ["a run coloured by theme", run("常") + run("蓝", `<color theme="4" tint="-0.25"/>`)],
  ["an empty run", run("") + run("一")],
  ["a text behind runs", `${run("一")}<t>二</t>`],
  ["a run without properties", `<r><t>一</t></r>`],
  ["superscript", run("10 m") + run("2", `<vertAlign val="superscript"/>`)],
  ["runs over lines", run("一、甲&#10;") + run("二、乙")],
  ["no text at all", ""],
  ["an extension", `<t>一</t><extLst><ext uri="x"><t>二</t></ext></extLst>`],
];

/** Texts in runs, shared and in the cell. */
export function oddRuns(): readonly OddWorkbook[] {
  return RICH.flatMap(([what, si]) => [
    oddRow(`runs/shared/${what}`, `<c r="A1" t="s"><v>0</v></c><c r="B1"><v>1</v></c>`, { strings: `<si>${si}</si>` }),
    oddRow(`runs/inline/${what}`, `<c r="A1" t="inlineStr"><is>${si}</is></c><c r="B1"><v>1</v></c>`),
  ]);
}
