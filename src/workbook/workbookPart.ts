/** The workbook part (ECMA-376 18.2): its sheets in order, defined names and calculation settings. */
import { attribute, flagAttribute, numberAttribute, relationId, setAttribute } from "./attributes";
import { childNamed, childrenNamed, documentText, escapeText, localName, parseXml, removeChild, textOf } from "./xml";
import type { XmlDocument, XmlElement } from "./xml";
import { elementFor, insertInOrder, xml } from "./xmlBuild";

export type Visibility = "visible" | "hidden" | "veryHidden";

/** ECMA-376 18.2.27. */
const ORDER = [
  "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences",
  "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing",
  "fileRecoveryPr", "webPublishObjects", "extLst",
];

export interface SheetEntry {
  readonly name: string;
  readonly visibility: Visibility;
  readonly relation: string;
}

export interface DefinedName {
  readonly name: string;
  /** Position of the sheet it belongs to, or null for the whole workbook. */
  readonly sheet: number | null;
  readonly formula: string;
}

export class WorkbookPart {
  private readonly document: XmlDocument;

  private constructor(document: XmlDocument) {
    this.document = document;
  }

  static parse(text: string): WorkbookPart | null {
    const document = parseXml(text);
    return document && localName(document.root.name) === "workbook" ? new WorkbookPart(document) : null;
  }

  text(): string {
    return documentText(this.document);
  }

  /** Sheets of every kind in their order. */
  sheets(): readonly SheetEntry[] {
    return this.sheetElements().map((element) => ({
      name: attribute(element, "name") ?? "", visibility: visibilityOf(element), relation: relationId(element) ?? "",
    }));
  }

  /** Whether sheets may not be added or taken away. */
  get structureLocked(): boolean {
    const protection = childNamed(this.root, "workbookProtection");
    return protection !== undefined && flagAttribute(protection, "lockStructure");
  }

  /** Whether the file speaks the strict form of the standard, with its own names of namespaces (ECMA-376-1 annex A against -4). */
  get isStrict(): boolean {
    return this.root.open.includes("http://purl.oclc.org/ooxml/spreadsheetml/main");
  }

  get date1904(): boolean {
    const settings = childNamed(this.root, "workbookPr");
    return settings !== undefined && flagAttribute(settings, "date1904");
  }

  /** Adds a sheet at the end. */
  addSheet(name: string, visibility: Visibility, relation: string): void {
    const elements = this.sheetElements();
    const id = elements.reduce((last, element) => Math.max(last, numberAttribute(element, "sheetId") ?? 0), 0) + 1;
    const prefix = this.relationPrefix();
    const holder = childNamed(this.root, "sheets");
    holder?.children.push(
      elementFor(this.root, xml("sheet", { name, sheetId: id, state: visibility === "visible" ? null : visibility, [`${prefix}:id`]: relation })),
    );
  }

  setVisibility(name: string, visibility: Visibility): void {
    const element = this.sheetElements().find((one) => attribute(one, "name") === name);
    if (element && visibilityOf(element) !== visibility) setAttribute(element, "state", visibility === "visible" ? null : visibility);
  }

  /** Takes a sheet away: its names go, the positions that names, views and lists give to later sheets move up. */
  removeSheet(name: string): void {
    const elements = this.sheetElements();
    const index = elements.findIndex((one) => attribute(one, "name") === name);
    const element = elements[index];
    const holder = childNamed(this.root, "sheets");
    if (element === undefined || holder === undefined) return;
    removeChild(holder, element);
    for (const one of this.nameElements()) {
      const scope = numberAttribute(one, "localSheetId");
      if (scope === index) this.removeElement(one);
      else if (scope !== null && scope > index) setAttribute(one, "localSheetId", scope - 1);
    }
    for (const view of childrenNamed(childNamed(this.root, "bookViews") ?? this.root, "workbookView")) {
      for (const key of ["activeTab", "firstSheet"]) {
        const tab = numberAttribute(view, key);
        if (tab !== null && (tab > index || tab >= elements.length - 1)) setAttribute(view, key, Math.max(0, tab - 1));
      }
    }
  }

  names(): readonly DefinedName[] {
    return this.nameElements().map((element) => ({
      name: attribute(element, "name") ?? "", sheet: numberAttribute(element, "localSheetId"), formula: textOf(element).trim(),
    }));
  }

  /** The formula of a name in exactly this scope, or null. */
  nameOf(name: string, sheet: number | null): string | null {
    return this.names().find((one) => sameName(one, name, sheet))?.formula ?? null;
  }

  /** Sets a name, or (null) takes it away. */
  setName(name: string, sheet: number | null, formula: string | null): void {
    const known = this.nameElements()[this.names().findIndex((one) => sameName(one, name, sheet))];
    if (formula === null) {
      if (known) this.removeElement(known);
      return;
    }
    if (known) {
      if (textOf(known) !== formula) known.children.splice(0, known.children.length, escapeText(formula));
      return;
    }
    let holder = childNamed(this.root, "definedNames");
    if (holder === undefined) {
      holder = elementFor(this.root, xml("definedNames"));
      insertInOrder(this.root, holder, ORDER);
    }
    holder.children.push(elementFor(this.root, xml("definedName", { name, localSheetId: sheet }, escapeText(formula))));
  }

  /** Rewrites the formulas of all names; null keeps one. */
  rewriteNames(rewrite: (name: DefinedName) => string | null): void {
    for (const [i, element] of this.nameElements().entries()) {
      const name = this.names()[i];
      const formula = name ? rewrite(name) : null;
      if (formula !== null) element.children.splice(0, element.children.length, escapeText(formula));
    }
  }

  /** Everything is calculated when the workbook is opened. */
  calculateOnLoad(): void {
    let settings = childNamed(this.root, "calcPr");
    if (settings === undefined) {
      settings = elementFor(this.root, xml("calcPr"));
      insertInOrder(this.root, settings, ORDER);
    }
    setAttribute(settings, "fullCalcOnLoad", "1");
  }

  private get root(): XmlElement {
    return this.document.root;
  }

  private sheetElements(): readonly XmlElement[] {
    const holder = childNamed(this.root, "sheets");
    return holder ? childrenNamed(holder, "sheet") : [];
  }

  private nameElements(): readonly XmlElement[] {
    const holder = childNamed(this.root, "definedNames");
    return holder ? childrenNamed(holder, "definedName") : [];
  }

  private removeElement(element: XmlElement): void {
    const holder = childNamed(this.root, "definedNames");
    if (holder === undefined) return;
    removeChild(holder, element);
    if (this.nameElements().length === 0) removeChild(this.root, holder);
  }

  /** The prefix that the file gives to relationships; declared where no sheet has one yet. */
  private relationPrefix(): string {
    const declared = /xmlns:(\w+)="[^"]*\/officeDocument\/(?:2006\/)?relationships"/u.exec(this.root.open)?.[1];
    if (declared !== undefined) return declared;
    setAttribute(this.root, "xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
    return "r";
  }
}

function sameName(one: DefinedName, name: string, sheet: number | null): boolean {
  return one.sheet === sheet && one.name.toLowerCase() === name.toLowerCase();
}

function visibilityOf(element: XmlElement): Visibility {
  const state = attribute(element, "state");
  return state === "hidden" || state === "veryHidden" ? state : "visible";
}
