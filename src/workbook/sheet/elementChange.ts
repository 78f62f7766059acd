/** Elements of a sheet before and after a change of ours, so that it can be taken back to the letter. */
import type { XmlElement } from "../xml";
import { childElements, elementText, localName, parseXml, removeChild } from "../xml";
import { insertInOrder } from "../xmlBuild";
import { SHEET_ORDER } from "../sheetOrder";

/** One child of `<worksheet>`; null where there is none. */
export interface ElementChange {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Lets `edit` change the named children of a sheet (each at most once there) and says what came of it. */
export function trackElements(root: XmlElement, names: readonly string[], edit: () => void): readonly ElementChange[] {
  const before = names.map((name) => textOfChild(root, name));
  edit();
  return names.map((name, i) => ({ name, before: before[i] ?? null, after: textOfChild(root, name) })).filter((change) => change.before !== change.after);
}

/** Puts the elements back as they were before; false, and nothing done, where somebody has changed one of them since. */
export function takeBackElements(root: XmlElement, changes: readonly ElementChange[]): boolean {
  if (changes.some(({ name, after }) => textOfChild(root, name) !== after)) return false;
  for (const { name, before } of changes) {
    const now = childOf(root, name);
    const old = before === null ? null : parseXml(before)?.root;
    if (now && old) root.children.splice(root.children.indexOf(now), 1, old);
    else if (now) removeChild(root, now);
    else if (old) insertInOrder(root, old, SHEET_ORDER);
  }
  return true;
}

function childOf(root: XmlElement, name: string): XmlElement | undefined {
  return childElements(root).find((child) => localName(child.name) === name);
}

function textOfChild(root: XmlElement, name: string): string | null {
  const child = childOf(root, name);
  return child ? elementText(child) : null;
}
