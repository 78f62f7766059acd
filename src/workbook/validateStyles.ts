/** What is wrong with a styles part: indexes that lead nowhere, counts that lie. */
import { attribute, numberAttribute } from "./attributes";
import { childElements, childNamed, childrenNamed, parseXml } from "./xml";
import type { XmlElement } from "./xml";

export interface StyleSizes {
  readonly cellFormats: number;
  readonly ruleFormats: number;
}

/** How many formats there are for cells and for rules. */
export function styleSizes(text: string): StyleSizes {
  const root = parseXml(text)?.root;
  return { cellFormats: size(root, "cellXfs"), ruleFormats: size(root, "dxfs") };
}

function size(root: XmlElement | undefined, table: string): number {
  const holder = root && childNamed(root, table);
  return holder ? childElements(holder).length : 0;
}

export function styleProblems(text: string): readonly string[] {
  const root = parseXml(text)?.root;
  if (root === undefined) return ["not well formed"];
  const problems: string[] = [];
  const limits: readonly (readonly [string, number])[] = [
    ["fontId", size(root, "fonts")], ["fillId", size(root, "fills")], ["borderId", size(root, "borders")], ["xfId", size(root, "cellStyleXfs")],
  ];
  const cellXfs = childNamed(root, "cellXfs");
  for (const xf of cellXfs ? childrenNamed(cellXfs, "xf") : []) {
    for (const [name, limit] of limits) {
      const index = numberAttribute(xf, name) ?? 0;
      if (index > 0 && index >= limit) problems.push(`${name} ${index} of ${limit}`);
    }
  }
  for (const table of childElements(root)) {
    const count = attribute(table, "count");
    if (count !== null && Number(count) !== childElements(table).length) problems.push(`count of ${table.name}`);
  }
  return problems;
}
