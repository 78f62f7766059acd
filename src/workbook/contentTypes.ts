/** What each part is (ECMA-376-2 10.1.2): overrides by name, defaults by extension. */
import { attribute } from "./attributes";
import { childrenNamed, documentText, parseXml, removeChild } from "./xml";
import type { XmlDocument } from "./xml";
import { elementFor, xml } from "./xmlBuild";

export const CONTENT_TYPES = "[Content_Types].xml";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

/** The kinds of parts that we add. */
export const TYPE_OF = {
  worksheet: `${SPREADSHEET}worksheet+xml`,
  sharedStrings: `${SPREADSHEET}sharedStrings+xml`,
  styles: `${SPREADSHEET}styles+xml`,
  comments: `${SPREADSHEET}comments+xml`,
  vmlDrawing: "application/vnd.openxmlformats-officedocument.vmlDrawing",
} as const;

export class ContentTypes {
  private readonly document: XmlDocument;

  private constructor(document: XmlDocument) {
    this.document = document;
  }

  static parse(text: string): ContentTypes | null {
    const document = parseXml(text);
    return document && new ContentTypes(document);
  }

  /** The type of a part, or null where the package does not say. */
  typeOf(part: string): string | null {
    const found = this.override(part);
    if (found) return attribute(found, "ContentType");
    const extension = part.slice(part.lastIndexOf(".") + 1).toLowerCase();
    const byDefault = childrenNamed(this.document.root, "Default").find((entry) => attribute(entry, "Extension")?.toLowerCase() === extension);
    return byDefault ? attribute(byDefault, "ContentType") : null;
  }

  /** The parts that have a type of their own. */
  parts(): readonly string[] {
    return childrenNamed(this.document.root, "Override").map((entry) => (attribute(entry, "PartName") ?? "").slice(1));
  }

  add(part: string, type: string): void {
    this.remove(part);
    this.document.root.children.push(elementFor(this.document.root, xml("Override", { PartName: `/${part}`, ContentType: type })));
  }

  remove(part: string): void {
    const found = this.override(part);
    if (found) removeChild(this.document.root, found);
  }

  text(): string {
    return documentText(this.document);
  }

  private override(part: string) {
    const wanted = `/${part}`.toLowerCase();
    return childrenNamed(this.document.root, "Override").find((entry) => attribute(entry, "PartName")?.toLowerCase() === wanted);
  }
}
