/** Attributes of a start tag, read and set in place: the others keep their order, quotes and spacing. */
import { escapeAttribute, localName, unescapeXml } from "./xml";
import type { XmlElement } from "./xml";

const SPACE = 0x20;
const EQUALS = 0x3d;
const ATTRIBUTE = /([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** Every attribute of a start tag in its order, resolved. */
export function attributesOf(open: string): readonly (readonly [name: string, value: string])[] {
  return [...open.matchAll(ATTRIBUTE)].map((found) => [found[1] ?? "", unescapeXml(found[2] ?? found[3] ?? "")]);
}

interface Place {
  /** Where the name begins. */
  readonly start: number;
  /** Inside the quotes. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** Where an attribute stands in a start tag, or null. Hand-written: asked for every cell of a sheet. */
function findAttribute(open: string, name: string): Place | null {
  let at = 1;
  while (at < open.length && open.charCodeAt(at) > SPACE) at++;
  for (;;) {
    while (at < open.length && open.charCodeAt(at) <= SPACE) at++;
    const start = at;
    while (at < open.length && open.charCodeAt(at) > SPACE && open.charCodeAt(at) !== EQUALS) at++;
    const end = at;
    while (open.charCodeAt(at) <= SPACE) at++;
    if (open.charCodeAt(at) !== EQUALS) return null;
    at++;
    while (open.charCodeAt(at) <= SPACE) at++;
    const valueStart = at + 1;
    const valueEnd = open.indexOf(open.charAt(at), valueStart);
    if (valueEnd < 0) return null;
    if (end - start === name.length && open.startsWith(name, start)) return { start, valueStart, valueEnd };
    at = valueEnd + 1;
  }
}

/** The attribute's value in a start tag, or null where it has none of this name. */
export function tagAttribute(open: string, name: string): string | null {
  const place = findAttribute(open, name);
  return place && unescapeXml(open.slice(place.valueStart, place.valueEnd));
}

/** The start tag with the attribute set, added at the end, or (null) taken away. */
export function withTagAttribute(open: string, name: string, value: string | null): string {
  const place = findAttribute(open, name);
  if (place && value !== null) return `${open.slice(0, place.start)}${name}="${escapeAttribute(value)}"${open.slice(place.valueEnd + 1)}`;
  if (place) return open.slice(0, place.start).trimEnd() + open.slice(place.valueEnd + 1);
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
