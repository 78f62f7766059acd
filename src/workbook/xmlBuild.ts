/** Elements of ours: written without a prefix here, and given the prefix of the document that takes them in. */
import { Unreachable } from "../core/result";
import { escapeAttribute, localName, parseXml, prefixOf } from "./xml";
import type { XmlElement } from "./xml";

export type AttributeValues = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** ` a="1" b="x"`: attributes with a value, in the order given; true is "1", and false, null and undefined are left out. */
function attributesText(values: AttributeValues): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined && value !== false)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value === true ? "1" : String(value))}"`)
    .join("");
}

/** One element as text. */
export function xml(name: string, values: AttributeValues = {}, content = ""): string {
  return content === "" ? `<${name}${attributesText(values)}/>` : `<${name}${attributesText(values)}>${content}</${name}>`;
}

/** XML of ours with every element under a prefix ("x:" or ""). */
export function withPrefix(text: string, prefix: string): string {
  return prefix === "" ? text : text.replace(/<(\/?)(?=[A-Za-z])/gu, `<$1${prefix}`);
}

/** The element that XML of ours stands for, with the prefix of the element that takes it in. */
export function elementFor(parent: XmlElement, text: string): XmlElement {
  const parsed = parseXml(withPrefix(text, prefixOf(parent)));
  if (parsed === null) throw new Unreachable(`our own XML is not well formed: ${text}`);
  return parsed.root;
}

/** Puts a child where a schema's sequence wants it: right behind the last element that does not come later in `order`. */
export function insertInOrder(parent: XmlElement, child: XmlElement, order: readonly string[]): void {
  const rank = order.indexOf(localName(child.name));
  let at = parent.children.findIndex((other) => typeof other !== "string" && order.indexOf(localName(other.name)) > rank);
  if (at < 0) at = parent.children.length;
  while (at > 0 && typeof parent.children[at - 1] === "string") at--;
  parent.children.splice(at, 0, child);
}
