/**
 * What Excel would repair, found before it is written. Only parts that we changed are looked at,
 * and what was wrong with them before we came is not ours to refuse.
 */
import { isSheetName } from "../core/grid/excelLimits";
import type { Result } from "../core/result";
import { err, ok } from "../core/result";
import { attribute, numberAttribute } from "./attributes";
import { CONTENT_TYPES, ContentTypes } from "./contentTypes";
import type { WorkbookFault } from "./fault";
import type { Package } from "./package";
import { areaOf } from "./formula";
import { findPart, partText } from "./package";
import { Relations, resolveTarget } from "./relations";
import { SharedStrings } from "./sharedStrings";
import { SheetPart } from "./sheetPart";
import { linkProblems, noteProblems, tableHead, tableHeaderProblems, tableNameProblems, tableProblems } from "./validateParts";
import { styleProblems, styleSizes } from "./validateStyles";
import type { SheetLimits } from "./validateSheet";
import { problemsOfSheet } from "./validateSheet";
import { WorkbookPart } from "./workbookPart";
import { childNamed, childrenNamed, parseXml, type XmlElement } from "./xml";

const EVERYTHING: ReadonlySet<string> = new Set();

/** Refuses a package in which a changed part has a problem that it did not have in `before`. */
export function validatePackage(parts: Package, before: Package): Result<null, WorkbookFault> {
  const changed = [...parts.keys()].filter((name) => parts.get(name) !== before.get(name));
  const isGone = [...before.keys()].some((name) => !parts.has(name));
  if (changed.length === 0 && !isGone) return ok(null);
  for (const { part, reason } of packageProblems(parts, new Set(changed))) {
    const old = packageProblems(before, new Set([part]));
    if (!old.some((one) => one.part === part && one.reason === reason)) return err({ kind: "invalid", part, reason });
  }
  return ok(null);
}

export interface PartProblem {
  readonly part: string;
  readonly reason: string;
}

/** Problems of the package's frame, and of the named parts (none named: of all). */
export function packageProblems(parts: Package, only: ReadonlySet<string> = EVERYTHING): readonly PartProblem[] {
  const problems: PartProblem[] = [];
  const text = (name: string): string | null => {
    const found = partText(parts, name);
    return found.ok ? found.value : null;
  };
  const add = (part: string, reasons: readonly string[]): void => {
    for (const reason of reasons) problems.push({ part, reason });
  };
  const types = ContentTypes.parse(text(CONTENT_TYPES) ?? "");
  if (types === null) return [{ part: CONTENT_TYPES, reason: "no content types" }];
  const { limits, book, strings } = tables(parts, types, text);
  for (const name of parts.keys()) {
    const type = types.typeOf(name);
    if (name.endsWith(".rels")) add(name, relationProblems(parts, name, text(name) ?? ""));
    else if (type === null && name !== CONTENT_TYPES) add(name, ["no content type"]);
    if (only.size > 0 && !only.has(name)) continue;
    const content = isXml(name) ? text(name) : null;
    if (content === null) continue;
    if (type?.endsWith("worksheet+xml")) {
      const sheet = SheetPart.parse(content);
      add(name, sheet === null ? ["not a well-formed worksheet"] : [...problemsOfSheet(sheet, limits), ...sheetLinkProblems(parts, name, sheet, strings)]);
    } else add(name, partProblems(type ?? "", content));
    if (name === book) add(name, bookProblems(parts, name, content, text));
  }
  if (hasTwice(types.parts().map((part) => part.toLowerCase()))) add(CONTENT_TYPES, ["two types of one part"]);
  problems.push(...allTableProblems(parts, types, book, only));
  add(CONTENT_TYPES, types.parts().filter((part) => findPart(parts, part) === null).map((part) => `type of a missing part ${part}`));
  return problems;
}

/** Problems within a part of this type that is no sheet. */
function partProblems(type: string, content: string): readonly string[] {
  if (type.endsWith("spreadsheetml.table+xml")) return tableProblems(content);
  if (type.endsWith("spreadsheetml.comments+xml")) return noteProblems(content);
  if (type.endsWith("spreadsheetml.styles+xml")) return styleProblems(content);
  return parseXml(content) === null ? ["not well formed"] : [];
}

/** What a sheet names in other parts: relationships, headers of tables. */
function sheetLinkProblems(parts: Package, name: string, sheet: SheetPart, strings: SharedStrings | null): readonly string[] {
  const rels = partText(parts, relationsOf(parts, name));
  const relations = rels.ok ? (Relations.parse(name, rels.value)?.all() ?? []) : [];
  const headers = relations.flatMap(({ kind, target }) => {
    const table = kind === "table" && target !== null ? partText(parts, findPart(parts, target) ?? target) : null;
    return table?.ok && strings ? tableHeaderProblems(sheet, table.value, strings) : [];
  });
  return [...linkProblems(sheet.root, new Set(relations.map(({ id }) => id))), ...headers];
}

/** Tables of all sheets together: looked at where a table or the workbook's names have changed. */
function allTableProblems(parts: Package, types: ContentTypes, book: string | undefined, only: ReadonlySet<string>): readonly PartProblem[] {
  const names = [...parts.keys()].filter((name) => types.typeOf(name)?.endsWith("spreadsheetml.table+xml"));
  if (names.length === 0 || (only.size > 0 && ![...names, book].some((name) => name !== undefined && only.has(name)))) return [];
  const heads = names.flatMap((name) => {
    const text = partText(parts, name);
    return (text.ok ? tableHead(name, text.value) : null) ?? [];
  });
  const text = book === undefined ? null : partText(parts, book);
  const defined = text?.ok ? (WorkbookPart.parse(text.value)?.names() ?? []) : [];
  return tableNameProblems(heads, new Set(defined.filter(({ sheet }) => sheet === null).map(({ name }) => name.toLowerCase())));
}

function isXml(name: string): boolean {
  return /\.(?:xml|rels|vml)$/iu.test(name) && !name.endsWith(".vml");
}

function tables(parts: Package, types: ContentTypes, text: (name: string) => string | null): { readonly limits: SheetLimits; readonly book: string | undefined; readonly strings: SharedStrings | null } {
  const named = (ending: string): string | undefined => [...parts.keys()].find((name) => types.typeOf(name)?.endsWith(ending));
  const styles = named("spreadsheetml.styles+xml");
  const strings = named("sharedStrings+xml");
  const sizes = styles === undefined ? { cellFormats: 1, ruleFormats: 0 } : styleSizes(text(styles) ?? "");
  const table = strings === undefined ? null : SharedStrings.parse(text(strings) ?? "");
  return { strings: table, limits: { ...sizes, strings: table?.size ?? 0 }, book: [...parts.keys()].find((name) => /(?:sheet|template)\.(?:macroEnabled\.)?main\+xml$/u.test(types.typeOf(name) ?? "")) };
}

function relationProblems(parts: Package, name: string, text: string): readonly string[] {
  const owner = name.replace(/_rels\/([^/]*)\.rels$/u, "$1");
  const relations = Relations.parse(owner, text)?.all();
  if (relations === undefined) return ["not well formed"];
  const ids = relations.map(({ id }) => id);
  const problems = relations
    .filter(({ target }) => target !== null && !target.startsWith("#") && findPart(parts, resolveTarget("", target)) === null)
    .map(({ target }) => `relation to a missing part ${target ?? ""}`);
  return new Set(ids).size === ids.length ? problems : [...problems, "two relations of one id"];
}

function bookProblems(parts: Package, name: string, text: string, read: (name: string) => string | null): readonly string[] {
  const book = WorkbookPart.parse(text);
  if (book === null) return ["no workbook"];
  const sheets = book.sheets();
  const relations = new Set((Relations.parse(name, read(relationsOf(parts, name)))?.all() ?? []).map(({ id }) => id));
  const problems: string[] = sheets.flatMap((sheet) => [
    ...(isSheetName(sheet.name) ? [] : [`sheet name "${sheet.name}"`]),
    ...(relations.has(sheet.relation) ? [] : [`sheet "${sheet.name}" leads nowhere`]),
  ]);
  if (hasTwice(sheets.map((sheet) => sheet.name.toLowerCase()))) problems.push("two sheets of one name");
  if (!sheets.some(({ visibility }) => visibility === "visible")) problems.push("no visible sheet");
  if (hasTwice(sheetIds(text))) problems.push("two sheets of one sheetId");
  const root = parseXml(text)?.root;
  return [...problems, ...nameProblems(book, sheets.length), ...(root ? [...viewProblems(root, sheets.length), ...linkProblems(root, relations)] : [])];
}

function nameProblems(book: WorkbookPart, sheets: number): readonly string[] {
  const names = book.names();
  const twice = hasTwice(names.map((one) => `${one.sheet ?? ""}!${one.name.toLowerCase()}`)) ? ["one name defined twice"] : [];
  return [...twice, ...names.flatMap((one) => [
    ...(one.sheet !== null && one.sheet >= sheets ? [`name ${one.name} of a missing sheet`] : []),
    ...(isDefinedName(one.name) ? [] : [`name "${one.name}"`]),
    ...(one.formula === "" ? [`name ${one.name} means nothing`] : []),
  ])];
}

/** A view that opens a sheet which is not there. */
function viewProblems(root: XmlElement, sheets: number): readonly string[] {
  const views = childNamed(root, "bookViews");
  return (views ? childrenNamed(views, "workbookView") : []).flatMap((view) =>
    ["activeTab", "firstSheet"].filter((key) => (numberAttribute(view, key) ?? 0) >= sheets).map((key) => `${key} of a missing sheet`),
  );
}

function sheetIds(text: string): readonly string[] {
  const root = parseXml(text)?.root;
  const sheets = root?.children.find((child) => typeof child !== "string" && child.name.endsWith("sheets"));
  if (sheets === undefined || typeof sheets === "string") return [];
  return sheets.children.flatMap((child) => (typeof child === "string" ? [] : [String(numberAttribute(child, "sheetId") ?? attribute(child, "name"))]));
}

function relationsOf(parts: Package, name: string): string {
  const path = name.replace(/([^/]*)$/u, "_rels/$1.rels");
  return findPart(parts, path) ?? path;
}

function hasTwice(values: readonly string[]): boolean {
  return new Set(values).size < values.length;
}

/** Whether Excel takes it for a name of cells: letters, figures, dots and underlines, and nothing that could be a reference. */
function isDefinedName(name: string): boolean {
  return name.length <= 255 && /^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u.test(name) && areaOf(name) === null;
}
