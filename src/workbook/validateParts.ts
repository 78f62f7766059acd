/** What is wrong between parts: relationships that elements name, tables, notes. Excel repairs or drops what does not fit. */
import { cellName } from "../core/grid/a1";
import { attribute, attributesOf, numberAttribute } from "./attributes";
import { cellOpen, valueOf } from "./cellXml";
import { areaOf } from "./formula";
import { cellXmlAt } from "./sheetData";
import type { SheetPart } from "./sheetPart";
import type { SharedStrings } from "./sharedStrings";
import { childElements, childNamed, childrenNamed, localName, parseXml } from "./xml";
import type { XmlElement } from "./xml";

/** Relationship ids that an element or anything in it names (`r:id`, `r:embed`, `r:pict`) and that are not among those given. */
export function linkProblems(root: XmlElement, ids: ReadonlySet<string>): readonly string[] {
  const prefix = /xmlns:([\w.-]+)\s*=\s*["'][^"']*\/officeDocument\/(?:2006\/)?relationships["']/u.exec(root.open)?.[1];
  return prefix === undefined ? [] : [...new Set(missingLinks(root, prefix, ids))];
}

function missingLinks(element: XmlElement, prefix: string, ids: ReadonlySet<string>): readonly string[] {
  const own = element.open.includes(`${prefix}:`)
    ? attributesOf(element.open).filter(([name, value]) => name.startsWith(`${prefix}:`) && value !== "" && !ids.has(value)).map(([, value]) => `${localName(element.name)} leads nowhere: ${value}`)
    : [];
  return [...own, ...childElements(element).flatMap((child) => missingLinks(child, prefix, ids))];
}

export interface TableHead {
  readonly part: string;
  readonly id: number;
  readonly names: readonly string[];
}

/** What names a table in its workbook, or null for a part that is none. */
export function tableHead(part: string, text: string): TableHead | null {
  const root = parseXml(text)?.root;
  if (root === undefined || localName(root.name) !== "table") return null;
  const names = ["name", "displayName"].map((key) => (attribute(root, key) ?? "").toLowerCase());
  return { part, id: numberAttribute(root, "id") ?? 0, names: [...new Set(names.filter((name) => name !== ""))] };
}

/** Tables of one id or one name, and names that the workbook defines as well. */
export function tableNameProblems(tables: readonly TableHead[], defined: ReadonlySet<string>): readonly { readonly part: string; readonly reason: string }[] {
  const ids = new Set<number>();
  const names = new Set(defined);
  return tables.flatMap((table) => {
    const problems = [
      ...(ids.has(table.id) ? [{ part: table.part, reason: `two tables of id ${table.id}` }] : []),
      ...table.names.filter((name) => names.has(name)).map((name) => ({ part: table.part, reason: `table name ${name} is taken` })),
    ];
    ids.add(table.id);
    for (const name of table.names) names.add(name);
    return problems;
  });
}

/** What is wrong with a table by itself: its columns, its area, its filter. */
export function tableProblems(text: string): readonly string[] {
  const root = parseXml(text)?.root;
  if (root === undefined) return ["not well formed"];
  const area = areaOf(attribute(root, "ref") ?? "");
  const columns = columnNames(root);
  if (area === null) return ["table without an area"];
  const problems = columns.length === area.right - area.left + 1 ? [] : ["table has not one column for each of its area"];
  if (new Set(columns.map((name) => name.toLowerCase())).size < columns.length) problems.push("two columns of one name");
  const rows = (attribute(root, "headerRowCount") === "0" ? 0 : 1) + (numberAttribute(root, "totalsRowCount") ?? 0);
  if (area.bottom - area.top + 1 <= rows) problems.push("table without a row");
  const filter = childNamed(root, "autoFilter");
  const filtered = filter && areaOf(attribute(filter, "ref") ?? "");
  if (filtered && (filtered.top !== area.top || filtered.left < area.left || filtered.right > area.right || filtered.bottom > area.bottom)) problems.push("filter outside its table");
  return problems;
}

/** Header cells of a sheet that say something else than their table: Excel repairs such a table. */
export function tableHeaderProblems(sheet: SheetPart, tableText: string, strings: SharedStrings): readonly string[] {
  const root = parseXml(tableText)?.root;
  const area = root && areaOf(attribute(root, "ref") ?? "");
  if (root === undefined || !area || attribute(root, "headerRowCount") === "0") return [];
  return columnNames(root).flatMap((name, i) => {
    const cell = cellXmlAt(sheet.data, area.top, area.left + i);
    const value = cell === null ? null : valueOf(cell, (index) => strings.textAt(index));
    return value !== null && String(value) === name.replace(/_x000a_/giu, "\n") ? [] : [`header ${cellName(area.top, area.left + i)} is not its table's`];
  });
}

function columnNames(table: XmlElement): readonly string[] {
  const holder = childNamed(table, "tableColumns");
  return holder ? childrenNamed(holder, "tableColumn").map((column) => attribute(column, "name") ?? "") : [];
}

/** What is wrong with a part of notes: two on one cell, an author who is not listed. */
export function noteProblems(text: string): readonly string[] {
  const root = parseXml(text)?.root;
  if (root === undefined) return ["not well formed"];
  const authors = childNamed(root, "authors");
  const list = childNamed(root, "commentList");
  const known = authors ? childrenNamed(authors, "author").length : 0;
  const seen = new Set<string>();
  return (list ? childrenNamed(list, "comment") : []).flatMap((note) => {
    const at = attribute(note, "ref") ?? "";
    const problems = [
      ...(areaOf(at) === null || seen.has(at) ? [`note on ${at === "" ? "no cell" : at} out of place`] : []),
      ...((numberAttribute(note, "authorId") ?? 0) >= known ? [`note on ${at} without its author`] : []),
    ];
    seen.add(at);
    return problems;
  });
}

/** Cells whose content no program can read back: figures that are none, texts that are too long. */
export function contentProblems(cell: string): readonly string[] {
  return cell.includes(">NaN<") || cell.includes("Infinity<") ? [`${cellOpen(cell)} holds no figure`] : [];
}
