/** Attributes of a start tag, read and set in place: the others keep their order, quotes and spacing. */
import { escapeAttribute, localName, unescapeXml } from "./xml";
import type { XmlElement } from "./xml";

const ATTRIBUTE = /([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** Every attribute of a start tag in its order, resolved. */
export function attributesOf(open: string): readonly (readonly [name: string, value: string])[] {
  return [...open.matchAll(ATTRIBUTE)].map((found) => [found[1] ?? "", unescapeXml(found[2] ?? found[3] ?? "")]);
}

/** The attribute's value in a start tag, or null where it has none of this name. */
export function tagAttribute(open: string, name: string): string | null {
  for (const found of open.matchAll(ATTRIBUTE)) {
    if (found[1] === name) return unescapeXml(found[2] ?? found[3] ?? "");
  }
  return null;
}

/** The start tag with the attribute set, added at the end, or (null) taken away. */
export function withTagAttribute(open: string, name: string, value: string | null): string {
  for (const found of open.matchAll(ATTRIBUTE)) {
    if (found[1] !== name) continue;
    const end = found.index + found[0].length;
    if (value !== null) return `${open.slice(0, found.index)}${name}="${escapeAttribute(value)}"${open.slice(end)}`;
    return open.slice(0, found.index).trimEnd() + open.slice(end);
  }
  if (value === null) return open;
  const end = open.endsWith("/>") ? -2 : -1;
  return `${open.slice(0, end).trimEnd()} ${name}="${escapeAttribute(value)}"${open.slice(end)}`;
}

export function attribute(element: XmlElement, name: string): string | null {
  return tagAttribute(element.open, name);
}

/** The number in an attribute, or null where there is none or it is no number. */
export function numberAttribute(element: XmlElement, name: string): number | null {
  const text = attribute(element, name);
  const value = text === null || text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}

/** Whether an xsd:boolean attribute is on; `otherwise` where it is left out. */
export function flagAttribute(element: XmlElement, name: string, otherwise = false): boolean {
  const text = attribute(element, name);
  return text === null ? otherwise : text === "1" || text === "true";
}

/** Sets the attribute, or takes it away with null. */
export function setAttribute(element: XmlElement, name: string, value: string | number | null): void {
  element.open = withTagAttribute(element.open, name, value === null ? null : String(value));
}

/** The relationship id of an element (`r:id` under whatever prefix the file gives that namespace). */
export function relationId(element: XmlElement): string | null {
  const found = attributesOf(element.open).find(([name]) => name.includes(":") && localName(name) === "id");
  return found?.[1] ?? null;
}
