import fc from "fast-check";
import { childNamed, documentText, flatElementEnd, parseXml, rawToText, removeChild, tagEnd } from "../../src/workbook/xml";
import { elementFor, insertInOrder, withPrefix, xml } from "../../src/workbook/xmlBuild";

const name = fc.constantFrom("a", "b", "x:c", "sheetData");
const text = fc.constantFrom("", "甲", " \n ", "1 &lt; 2", "<!-- <a> -->", "<![CDATA[</a>]]>", "<?pi <b> ?>");
const tree = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small" },
    text,
    name.map((one) => `<${one} v='"' w="a&gt;b>c"/>`),
    fc.tuple(name, fc.array(tie("node"), { maxLength: 4 })).map(([one, inner]) => `<${one} >${inner.join("")}</${one} >`),
  ),
})).node;

test("a parsed document is written as it was read", () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 5 }), (nodes) => {
      const document = `<?xml version="1.0"?>\r\n<!-- x --><root xmlns="u">${nodes.join("")}</root>\n`;
      const parsed = parseXml(document);
      expect(parsed && documentText(parsed)).toBe(document);
    }),
  );
});

test.each([
  ["nothing", ""], ["no element", "<?xml version='1.0'?>"], ["an open element", "<a><b></b>"], ["crossed elements", "<a><b></a></b>"],
  ["a document type", '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'], ["a document type inside", "<a><!DOCTYPE a></a>"], ["an open comment", "<a><!-- </a>"], ["an open tag", '<a b="'],
])("%s is not well formed", (_, document) => expect(parseXml(document)).toBeNull());

test("the content of an opaque element is one string, whatever stands in it", () => {
  const parsed = parseXml("<s><sheetData><row/><!-- </sheetData> --><![CDATA[</sheetData>]]></sheetData><x/></s>", new Set(["sheetData"]));
  const data = parsed && childNamed(parsed.root, "sheetData");
  expect(data?.children).toEqual(["<row/><!-- </sheetData> --><![CDATA[</sheetData>]]>"]);
});

test("a tag ends behind its last quote", () => {
  expect(tagEnd('<c a=">" b=\'"\'>x', 0)).toBe(15);
  expect(tagEnd('<c a=">', 0)).toBe(-1);
});

test("an element ends at its own end tag, not at one that begins alike", () => {
  const rows = "<row><rowBreaks></rowBreaks></row >";
  expect(flatElementEnd(rows, 0)).toBe(rows.length);
});

test.each([
  ["&#20013;&#x6587;&amp;&lt;&gt;&quot;&apos;", "中文&<>\"'"],
  ["<![CDATA[a<b&amp;]]>&amp;<!-- c -->d", "a<b&amp;&d"],
  ["&a9;&#xFFFFFFF;", "&a9;&#xFFFFFFF;"],
])("%s reads %s", (raw, read) => expect(rawToText(raw)).toBe(read));

test("an element of ours takes the prefix of its parent and its place in the sequence", () => {
  const parsed = parseXml("<x:s><x:a/>\n<x:c/></x:s>");
  if (parsed === null) throw new Error("not well formed");
  insertInOrder(parsed.root, elementFor(parsed.root, xml("b", { n: 1, on: true, off: false, none: null }, "<d>甲</d>")), ["a", "b", "c"]);
  expect(documentText(parsed)).toBe('<x:s><x:a/><x:b n="1" on="1"><x:d>甲</x:d></x:b>\n<x:c/></x:s>');
  const added = childNamed(parsed.root, "b");
  if (added) removeChild(parsed.root, added);
  expect(documentText(parsed)).toBe("<x:s><x:a/>\n<x:c/></x:s>");
  expect(withPrefix("<a>b</a>", "")).toBe("<a>b</a>");
});
