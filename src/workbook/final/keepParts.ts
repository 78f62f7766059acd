/** The parts that go out: reached from the root over relations that a reader needs. Whatever is not on the list stays behind. */
import { err, ok, type Result } from "../../core/result";
import { attribute, setAttribute } from "../attributes";
import { CONTENT_TYPES, ContentTypes } from "../contentTypes";
import type { WorkbookFault } from "../fault";
import type { Package, Part } from "../package";
import { findPart, partText } from "../package";
import { relationsPath, resolveTarget } from "../relations";
import { childElements, childNamed, childrenNamed, documentText, localName, parseXml, removeChild } from "../xml";
import type { XmlElement } from "../xml";

/** By kind of the part that has the relation: the kinds that are followed. */
const FOLLOWED: Readonly<Record<string, readonly string[]>> = {
  root: ["officeDocument"],
  officeDocument: ["worksheet", "chartsheet", "styles", "theme", "sharedStrings"],
  worksheet: ["drawing", "hyperlink", "table", "image"],
  chartsheet: ["drawing"],
  drawing: ["image", "chart", "chartEx", "hyperlink", "diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing"],
  chart: ["image", "chartStyle", "style", "chartColorStyle", "colors", "themeOverride"],
  theme: ["image"],
  diagramData: ["image"],
  diagramDrawing: ["image"],
};
/** Links to the world that name no file of this machine or of a share. */
const PUBLIC_LINK = /^(?:https?|mailto):/iu;

const CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml";
const APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
const MAIN_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Properties that name nobody. The elements stand there empty: a program that fills in missing ones finds none missing. */
const CORE =
  `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
  "<dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy></cp:coreProperties>";
const APP = `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application></Properties>`;

interface RawRelation {
  readonly id: string;
  readonly kind: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** The relations of a part that stay, by id. */
export function keptRelations(parts: Package, part: string, kind: string): ReadonlySet<string> {
  return new Set(followed(parts, part, kind).map(({ id }) => id));
}

/** The package with what can be reached and is meant to be seen; relations and types say just that. */
export function keepParts(parts: Package): Result<Package, WorkbookFault> {
  const kept = new Map<string, Part>();
  const written = (text: string): Part => ({ kind: "written", text });
  const rootRelations: RawRelation[] = [...followed(parts, "", "root")];
  const waiting = rootRelations.map((relation) => ({ name: resolveTarget("", relation.target), kind: "officeDocument" }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const name = findPart(parts, next.name);
    const part = name === null ? undefined : parts.get(name);
    if (name === null || !part || kept.has(name)) continue;
    const stripped = strip(parts, name, next.kind);
    if (!stripped.ok) return stripped;
    kept.set(name, stripped.value === null ? part : written(stripped.value));
    const relations = followed(parts, name, next.kind);
    if (relations.length > 0) kept.set(relationsPath(name), written(relationsText(relations)));
    for (const { kind, target, external } of relations) if (!external && kind !== "hyperlink") waiting.push({ name: resolveTarget(name, target), kind });
  }
  const types = partText(parts, CONTENT_TYPES);
  const table = types.ok ? ContentTypes.parse(types.value) : null;
  if (!table) return err({ kind: "invalid", part: CONTENT_TYPES, reason: "no content types" });
  for (const name of table.parts()) if (findPart(kept, name) === null) table.remove(name);
  const [book] = rootRelations;
  if (book) table.add(resolveTarget("", book.target), MAIN_TYPE);
  table.add("docProps/core.xml", CORE_TYPE);
  table.add("docProps/app.xml", APP_TYPE);
  const root: readonly RawRelation[] = [
    ...rootRelations,
    { id: "rIdCore", kind: "core-properties", type: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", target: "docProps/core.xml", external: false },
    { id: "rIdApp", kind: "extended-properties", type: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties", target: "docProps/app.xml", external: false },
  ];
  return ok(new Map<string, Part>([
    [CONTENT_TYPES, written(table.text())], ["_rels/.rels", written(relationsText(root))], ...kept, ["docProps/core.xml", written(CORE)], ["docProps/app.xml", written(APP)],
  ]));
}

function followed(parts: Package, part: string, kind: string): readonly RawRelation[] {
  const path = findPart(parts, part === "" ? "_rels/.rels" : relationsPath(part));
  const text = path === null ? null : partText(parts, path);
  const root = text?.ok ? parseXml(text.value)?.root : undefined;
  const kinds = FOLLOWED[kind] ?? [];
  return (root ? childrenNamed(root, "Relationship") : []).map(rawRelation).filter((relation) => {
    if (!kinds.includes(relation.kind)) return false;
    if (relation.external) return relation.kind === "hyperlink" && PUBLIC_LINK.test(relation.target);
    return relation.target.startsWith("#") || findPart(parts, resolveTarget(part, relation.target)) !== null;
  });
}

function rawRelation(element: XmlElement): RawRelation {
  const type = attribute(element, "Type") ?? "";
  return { id: attribute(element, "Id") ?? "", type, kind: type.slice(type.lastIndexOf("/") + 1), target: attribute(element, "Target") ?? "", external: attribute(element, "TargetMode") === "External" };
}

function relationsText(relations: readonly RawRelation[]): string {
  const lines = relations.map(({ id, type, target, external }) => {
    const element: XmlElement = { name: "Relationship", open: "<Relationship/>", children: [], close: "" };
    setAttribute(element, "Id", id);
    setAttribute(element, "Type", type);
    setAttribute(element, "Target", target);
    if (external) setAttribute(element, "TargetMode", "External");
    return element.open;
  });
  return `${HEAD}<Relationships xmlns="${RELATIONS}">${lines.join("")}</Relationships>`;
}

/** What a part says of others that stay behind is taken out of it; null where it goes as it is. */
function strip(parts: Package, name: string, kind: string): Result<string | null, WorkbookFault> {
  if (kind !== "table" && kind !== "drawing" && kind !== "chart") return ok(null);
  const text = partText(parts, name);
  if (!text.ok) return text;
  const document = parseXml(text.value);
  if (!document) return err({ kind: "invalid", part: name, reason: "not well formed" });
  if (kind === "table") stripTable(document.root);
  if (kind === "drawing") stripDrawing(document.root, keptRelations(parts, name, kind));
  if (kind === "chart") for (const child of childrenNamed(document.root, "externalData")) removeChild(document.root, child);
  return ok(documentText(document));
}

function stripTable(root: XmlElement): void {
  for (const name of ["tableType", "connectionId"]) setAttribute(root, name, null);
  for (const name of ["sortState", "extLst"]) for (const child of childrenNamed(root, name)) removeChild(root, child);
  const filter = childNamed(root, "autoFilter");
  if (filter) filter.children.splice(0, filter.children.length);
  const columns = childNamed(root, "tableColumns");
  for (const column of columns ? childrenNamed(columns, "tableColumn") : []) {
    for (const name of ["queryTableFieldId", "totalsRowFunction"]) setAttribute(column, name, null);
    for (const child of childElements(column)) removeChild(column, child);
  }
}

/** Pictures that stand in a file elsewhere go with their relation; the path that a picture came from goes from its description. */
function stripDrawing(root: XmlElement, kept: ReadonlySet<string>): void {
  for (const anchor of childElements(root)) if (namesMissing(anchor, kept)) removeChild(root, anchor);
  forEach(root, (element) => {
    const described = localName(element.name) === "cNvPr" ? attribute(element, "descr") : null;
    if (described !== null && /[\\/]/u.test(described)) setAttribute(element, "descr", null);
  });
}

function namesMissing(element: XmlElement, kept: ReadonlySet<string>): boolean {
  const ids = [...element.open.matchAll(/\s[\w.-]+:(?:id|embed|link|pict|dm|lo|qs|cs)\s*=\s*["'](rId[^"']*)["']/gu)].map(([, id]) => id ?? "");
  // A link on a shape is only a link: it goes, the shape stays.
  if (localName(element.name) === "hlinkClick" || localName(element.name) === "hlinkHover") return false;
  return ids.some((id) => !kept.has(id)) || childElements(element).some((child) => namesMissing(child, kept));
}

function forEach(element: XmlElement, visit: (element: XmlElement) => void): void {
  visit(element);
  for (const child of childElements(element)) {
    const isLink = localName(child.name) === "hlinkClick" || localName(child.name) === "hlinkHover";
    if (isLink) removeChild(element, child);
    else forEach(child, visit);
  }
}
