/** The list of sheets that `docProps/app.xml` repeats (ECMA-376 22.2.2.26): kept in step where a file has it. */
import { numberAttribute, setAttribute } from "./attributes";
import { childElements, childNamed, documentText, escapeText, parseXml, removeChild, textOf } from "./xml";
import type { XmlElement } from "./xml";

/** The part's text with one more sheet at the end of its sheets. */
export function appWithSheet(app: string, sheet: string): string {
  return rewritten(app, (titles, count) => {
    const model = childElements(titles)[0];
    const added: XmlElement = { name: model?.name ?? "vt:lpstr", open: model?.open ?? "<vt:lpstr>", children: [escapeText(sheet)], close: model?.close ?? "</vt:lpstr>" };
    const before = childElements(titles)[count - 1];
    titles.children.splice(before === undefined ? 0 : titles.children.indexOf(before) + 1, 0, added);
    return 1;
  });
}

/** The part's text without a sheet. */
export function appWithoutSheet(app: string, sheet: string): string {
  return rewritten(app, (titles, count) => {
    const found = childElements(titles).slice(0, count).find((title) => textOf(title) === sheet);
    if (found === undefined) return 0;
    removeChild(titles, found);
    return -1;
  });
}

function rewritten(app: string, change: (titles: XmlElement, count: number) => number): string {
  const document = parseXml(app);
  if (document === null) return app;
  const titles = firstVector(childNamed(document.root, "TitlesOfParts"));
  const pairs = firstVector(childNamed(document.root, "HeadingPairs"));
  // The first pair is always the sheets: a word in the language of the program that saved, and how many.
  const counter = pairs === undefined ? undefined : childElements(childElements(pairs)[1] ?? pairs)[0];
  const count = counter === undefined ? Number.NaN : Number(textOf(counter));
  if (titles === undefined || counter === undefined || !Number.isInteger(count)) return app;
  const by = change(titles, count);
  if (by === 0) return app;
  counter.children.splice(0, counter.children.length, String(count + by));
  setAttribute(titles, "size", (numberAttribute(titles, "size") ?? childElements(titles).length - by) + by);
  return documentText(document);
}

function firstVector(holder: XmlElement | undefined): XmlElement | undefined {
  return holder && childNamed(holder, "vector");
}
