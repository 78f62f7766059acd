/** Relationships between parts (ECMA-376-2 9.3): who belongs to whom, by paths inside the package. */
import { attribute, setAttribute } from "./attributes";
import { childrenNamed, documentText, parseXml, removeChild } from "./xml";
import type { XmlDocument } from "./xml";
import { elementFor, xml } from "./xmlBuild";

const EMPTY_RELATIONS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

export interface Relation {
  readonly id: string;
  /** The last word of its type: "worksheet", "styles", … the same in the transitional and the strict form. */
  readonly kind: string;
  /** The part it leads to, from the root of the package, or null for a target outside. */
  readonly target: string | null;
}

/** Where the relationships of a part are kept: "xl/_rels/workbook.xml.rels" for "xl/workbook.xml". */
export function relationsPath(part: string): string {
  const cut = part.lastIndexOf("/") + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}

/** A target as a path from the root of the package: "../media/a.png" seen from "xl/drawings/b.xml" is "xl/media/a.png". */
export function resolveTarget(part: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps = part.split("/").slice(0, -1);
  for (const step of target.replaceAll("\\", "/").split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}

export class Relations {
  private readonly part: string;
  private readonly document: XmlDocument;
  private readonly isStrict: boolean;

  private constructor(part: string, document: XmlDocument, isStrict: boolean) {
    this.part = part;
    this.document = document;
    this.isStrict = isStrict;
  }

  /** The relationships of a part from the text of their own part (null: it has none); null where that is not well formed. */
  static parse(part: string, text: string | null, isStrict = false): Relations | null {
    const document = parseXml(text ?? EMPTY_RELATIONS);
    return document && new Relations(part, document, isStrict);
  }

  all(): readonly Relation[] {
    return this.elements().map((element) => {
      const type = attribute(element, "Type") ?? "";
      const target = attribute(element, "Target") ?? "";
      return {
        id: attribute(element, "Id") ?? "",
        kind: type.slice(type.lastIndexOf("/") + 1),
        target: attribute(element, "TargetMode") === "External" ? null : resolveTarget(this.part, decodeTarget(target)),
      };
    });
  }

  /** Adds a relationship to a part in the same folder or below and gives its id. The type follows the dialect of the others. */
  add(kind: string, target: string): string {
    const used = new Set(this.all().map(({ id }) => id));
    let number = used.size + 1;
    while (used.has(`rId${number}`)) number++;
    const folder = this.part.slice(0, this.part.lastIndexOf("/") + 1);
    const relative = target.startsWith(folder) ? target.slice(folder.length) : `/${target}`;
    this.document.root.children.push(
      elementFor(this.document.root, xml("Relationship", { Id: `rId${number}`, Type: this.typeBase() + kind, Target: relative })),
    );
    return `rId${number}`;
  }

  remove(id: string): void {
    const found = this.elements().find((element) => attribute(element, "Id") === id);
    if (found) removeChild(this.document.root, found);
  }

  /** The part's text. */
  text(): string {
    const { root } = this.document;
    if (root.open.endsWith("/>")) setAttribute(root, "xmlns", "http://schemas.openxmlformats.org/package/2006/relationships");
    return documentText(this.document);
  }

  private elements() {
    return childrenNamed(this.document.root, "Relationship");
  }

  private typeBase(): string {
    const strict = this.isStrict || this.elements().some((element) => attribute(element, "Type")?.startsWith("http://purl.oclc.org/"));
    return strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships/" : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  }
}

function decodeTarget(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
