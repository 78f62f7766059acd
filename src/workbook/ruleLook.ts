/** A cell's own format with what rules add to it: font, fill, lines and number format of a differential format (ECMA-376 18.8.14). */
import { attribute } from "./attributes";
import { childElements, childNamed, cloneElement, elementText, localName } from "./xml";
import type { XmlElement } from "./xml";
import { elementFor, xml } from "./xmlBuild";

/** The properties of a font in the order that the schema wants (CT_Font is a sequence in Excel's eyes). */
const FONT_ORDER: readonly string[] = ["b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family", "charset", "scheme"];
const SIDES: readonly string[] = ["start", "end", "left", "right", "top", "bottom", "diagonal", "vertical", "horizontal"];

/** The font with the properties that the differential formats name; the first format that names one decides. */
export function fontUnder(base: XmlElement | undefined, formats: readonly XmlElement[], parent: XmlElement): XmlElement | null {
  return laidOver(base, partsOf(formats, "font"), FONT_ORDER, parent, "font");
}

/** The border with the sides that the differential formats name. */
export function borderUnder(base: XmlElement | undefined, formats: readonly XmlElement[], parent: XmlElement): XmlElement | null {
  const drawn = partsOf(formats, "border").map((border) => ({ ...border, children: border.children.filter((child) => typeof child === "string" || attribute(child, "style") !== null) }));
  return laidOver(base, drawn, SIDES, parent, "border");
}

/** The fill of the first format that has one, or null. A solid fill of a rule names its colour as the background. */
export function fillOf(formats: readonly XmlElement[], parent: XmlElement): XmlElement | null {
  const [fill] = partsOf(formats, "fill");
  const pattern = fill && childNamed(fill, "patternFill");
  if (!fill) return null;
  const type = pattern ? attribute(pattern, "patternType") : null;
  const colour = pattern && (childNamed(pattern, "bgColor") ?? childNamed(pattern, "fgColor"));
  if (!pattern || !colour || (type !== null && type !== "solid")) return cloneElement(fill);
  const values = elementText(colour).replace(/^<[^\s/>]+/u, "").replace(/\s*\/?>[^]*$/u, "");
  return elementFor(parent, `<fill><patternFill patternType="solid"><fgColor${values}/>${xml("bgColor", { indexed: 64 })}</patternFill></fill>`);
}

function partsOf(formats: readonly XmlElement[], name: string): readonly XmlElement[] {
  return formats.flatMap((format) => childNamed(format, name) ?? []);
}

function laidOver(base: XmlElement | undefined, over: readonly XmlElement[], order: readonly string[], parent: XmlElement, name: string): XmlElement | null {
  const changed = new Map<string, XmlElement>();
  for (const part of over) for (const child of childElements(part)) if (!changed.has(localName(child.name))) changed.set(localName(child.name), child);
  if (changed.size === 0) return null;
  const own = base ? cloneElement(base) : elementFor(parent, xml(name));
  const kept = childElements(own).filter((child) => !changed.has(localName(child.name)));
  const all = [...kept, ...[...changed.values()].map(cloneElement)];
  all.sort((left, right) => order.indexOf(localName(left.name)) - order.indexOf(localName(right.name)));
  own.children.splice(0, own.children.length, ...all);
  return own;
}
