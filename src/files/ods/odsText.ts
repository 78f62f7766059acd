import { CLOSE, nameCode, OPEN, prefixedCode, RAW, TEXT, type XmlScanner } from "../xml/scanner";
import { attributeText, type Texts } from "../xml/texts";
import type { OdsStyles } from "./odsStyles";

const [S, TAB, LINE_BREAK, SPAN, RUBY_TEXT, ANNOTATION] = ["s", "tab", "line-break", "span", "ruby-text", "annotation"].map(nameCode) as [
  number, number, number, number, number, number,
];
const COUNT = prefixedCode("c");
const STYLE_NAME = prefixedCode("style-name");
/** More blanks in a row than this were never typed. */
const MOST_BLANKS = 32_767;

/** Adds the text of the paragraph just opened (ODF 1.2, 6.1) and goes past its end; the marks of its spans. */
export function readOdsParagraph(xml: XmlScanner, texts: Texts, styles: OdsStyles): number {
  if (xml.empty) return 0;
  const outside = xml.depth - 1;
  let marks = 0;
  for (;;) {
    const token = xml.next();
    if (token === TEXT) texts.append(xml.bytes, xml.start, xml.end, false);
    else if (token === RAW) texts.appendRaw(xml.bytes, xml.start, xml.end, false);
    else if (token === CLOSE && xml.depth === outside) return marks;
    else if (token === OPEN) marks |= readOdsInline(xml, texts, styles);
  }
}

function readOdsInline(xml: XmlScanner, texts: Texts, styles: OdsStyles): number {
  if (xml.name === SPAN) return styles.marks("text", attributeText(xml, STYLE_NAME) ?? "");
  if (xml.name === TAB) texts.put(0x09);
  else if (xml.name === LINE_BREAK) texts.put(0x0a);
  else if (xml.name === RUBY_TEXT || xml.name === ANNOTATION) xml.skip();
  else if (xml.name === S) {
    const count = xml.wholeAttribute(COUNT);
    for (let i = 0; i < Math.min(count < 0 ? 1 : count, MOST_BLANKS); i++) texts.put(0x20);
  }
  return 0;
}
