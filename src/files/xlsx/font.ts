import type { Font } from "../font";
import { attributeText, forEachChild } from "../xml/texts";
import { nameCode, type XmlScanner } from "../xml/scanner";

const STRIKE = nameCode("strike");
const COLOR = nameCode("color");
const VAL = nameCode("val");
const RGB = nameCode("rgb");
const THEME = nameCode("theme");
const TINT = nameCode("tint");
const INDEXED = nameCode("indexed");

/** Reads the `font` or `rPr` just opened (ECMA-376 18.8.22, 18.4.7). */
export function readFont(xml: XmlScanner): Font {
  let struck = false;
  let colour: string | null = null;
  forEachChild(xml, () => {
    if (xml.name === STRIKE) struck = !xml.findAttribute(VAL) || xml.isOn(VAL);
    else if (xml.name === COLOR) colour = colourName(xml);
  });
  return { struck, colour };
}

function colourName(xml: XmlScanner): string | null {
  const rgb = attributeText(xml, RGB);
  if (rgb !== null) return rgb.slice(-6) === "000000" ? null : rgb.slice(-6).toUpperCase();
  const theme = xml.wholeAttribute(THEME);
  const tint = attributeText(xml, TINT);
  if (theme >= 0) return theme === 1 && tint === null ? null : `theme ${theme} ${tint ?? ""}`;
  const indexed = xml.wholeAttribute(INDEXED);
  return indexed < 0 || indexed === 0 || indexed === 8 || indexed === 64 ? null : `indexed ${indexed}`;
}
