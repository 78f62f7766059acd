/** A package in work: parts are taken apart as they are needed and put back together by `finish`. */
import { quotedSheet } from "../core/grid/a1";
import type { Result } from "../core/result";
import { err, ok, Unreachable } from "../core/result";
import { appWithSheet, appWithoutSheet } from "./appProperties";
import { CONTENT_TYPES, ContentTypes, TYPE_OF } from "./contentTypes";
import type { WorkbookFault } from "./fault";
import type { Package, Part } from "./package";
import { findPart, partText } from "./package";
import { ChangedCells } from "./changedCells";
import { formulaTag } from "./cellXml";
import { formulaParts } from "./formula";
import type { Relation } from "./relations";
import { Relations, relationsPath } from "./relations";
import { EMPTY_STRINGS, SharedStrings } from "./sharedStrings";
import type { SheetData } from "./sheetData";
import { cellXmlAt, putCell, restoreSpans } from "./sheetData";
import { SheetPart } from "./sheetPart";
import { EMPTY_STYLES, Styles } from "./styles";
import type { Visibility } from "./workbookPart";
import { WorkbookPart } from "./workbookPart";

const APP = "docProps/app.xml";
const TITLES = "_xlnm.Print_Titles";
/** Days between the first days of the two date systems. */
const DAYS_1904 = 1462;

export interface SheetPlace {
  readonly name: string;
  readonly visibility: Visibility;
  /** Position among all sheets, as defined names count. */
  readonly index: number;
  /** Null for sheets that have no cells (charts, dialogs). */
  readonly part: string | null;
}

export class Draft {
  readonly book: WorkbookPart;
  readonly styles: Styles;
  readonly strings: SharedStrings;
  /** Cells that were written, cleared or taken away. */
  readonly changed = new ChangedCells();
  /** Formulas that were written with the value they have now. */
  readonly fresh = new ChangedCells();
  /** Formulas whose value is no longer known to be true, whatever they read. */
  readonly unsettled = new ChangedCells();
  private readonly parts: Map<string, Part>;
  private readonly types: ContentTypes;
  private readonly relations: Relations;
  private readonly bookPath: string;
  private readonly opened = new Map<string, SheetPart>();
  private readonly original: Package;
  /** Sheets whose rows have moved since the file was opened. */
  private readonly moved: Set<string>;
  private readonly originals = new Map<string, SheetData | null>();

  private constructor(parts: Package, original: Package, bookPath: string, read: { book: WorkbookPart; relations: Relations; types: ContentTypes; styles: Styles; strings: SharedStrings }) {
    this.parts = new Map(parts);
    this.moved = new Set([...parts].filter(([, part]) => part.kind === "written" && part.moved === true).map(([name]) => name));
    this.original = original;
    this.bookPath = bookPath;
    this.book = read.book;
    this.relations = read.relations;
    this.types = read.types;
    this.styles = read.styles;
    this.strings = read.strings;
  }

  /** A draft of a package, or why it cannot be worked on. `original` is the package as the file was opened. */
  static open(parts: Package, original: Package = parts): Result<Draft, WorkbookFault> {
    const bookPath = workbookPath(parts);
    if (!bookPath.ok) return bookPath;
    const path = bookPath.value;
    const book = parsePart(parts, path, (text) => WorkbookPart.parse(text));
    if (!book.ok) return book;
    const relations = parsePart(parts, relationsPath(path), (text) => Relations.parse(path, text));
    if (!relations.ok) return relations;
    const types = parsePart(parts, CONTENT_TYPES, (text) => ContentTypes.parse(text));
    if (!types.ok) return types;
    const styles = parseRelated(parts, relations.value, "styles", EMPTY_STYLES, (text) => Styles.parse(text));
    if (!styles.ok) return styles;
    const isNew = book.value.sheets().length === 0;
    const strings = parseRelated(parts, relations.value, "sharedStrings", EMPTY_STRINGS, (text) => SharedStrings.parse(text, isNew));
    if (!strings.ok) return strings;
    return ok(new Draft(parts, original, path, { book: book.value, relations: relations.value, types: types.value, styles: styles.value, strings: strings.value }));
  }

  /** All sheets in their order, with the parts they lie in. */
  sheets(): readonly SheetPlace[] {
    const byId = new Map(this.relations.all().map((relation) => [relation.id, relation]));
    return this.book.sheets().map(({ name, visibility, relation }, index) => {
      const found = byId.get(relation);
      const part = found?.kind === "worksheet" && found.target !== null ? findPart(this.parts, found.target) : null;
      return { name, visibility, index, part };
    });
  }

  /** Where a sheet of this name is, capitals aside as in Excel; undefined where there is none with cells. */
  place(name: string): SheetPlace | undefined {
    const wanted = name.toLowerCase();
    return this.sheets().find((sheet) => sheet.part !== null && sheet.name.toLowerCase() === wanted);
  }

  /** The sheet's part, taken apart once; changes to it are kept by `finish`. */
  sheet(name: string): Result<SheetPart, WorkbookFault> {
    const part = this.place(name)?.part;
    if (part === undefined || part === null) return err({ kind: "sheetMissing", sheet: name });
    const known = this.opened.get(part);
    if (known) return ok(known);
    const parsed = parsePart(this.parts, part, (text) => wellOrdered(SheetPart.parse(text)));
    if (parsed.ok) this.opened.set(part, parsed.value);
    return parsed;
  }

  /** The rows of a sheet as the file was opened with; null where the sheet has not changed since, was not there, or has its rows elsewhere now. */
  originalRows(name: string): SheetData | null {
    const part = this.place(name)?.part;
    if (part === undefined || part === null || this.original.get(part) === this.parts.get(part) || this.moved.has(part)) return null;
    const known = this.originals.get(part);
    if (known !== undefined) return known;
    const text = partText(this.original, part);
    const data = text.ok ? (SheetPart.parse(text.value)?.data ?? null) : null;
    this.originals.set(part, data);
    return data;
  }

  /** The workbook part as the file was opened with. */
  originalBook(): WorkbookPart | null {
    const text = partText(this.original, this.bookPath);
    return text.ok ? WorkbookPart.parse(text.value) : null;
  }

  /** The text of a part as it stands before `finish`. */
  text(part: string): Result<string, WorkbookFault> {
    return partText(this.parts, findPart(this.parts, part) ?? part);
  }

  /** A value as this workbook stores it under a cell format: days of the 1900 system count from 1904 where it does. */
  storedValue<T>(value: T, style: number): T | number {
    return typeof value === "number" && this.book.date1904 && this.styles.isDate(style) ? value - DAYS_1904 : value;
  }

  /** Puts a cell's element at its place (null takes it away), and remembers that. */
  putCell(sheet: SheetPart, name: string, row: number, col: number, xml: string | null): void {
    const before = cellXmlAt(sheet.data, row, col);
    if (before === xml) return;
    putCell(sheet.data, row, col, xml);
    this.changed.add(name, row, col);
    const hasFormula = [before, xml].some((cell) => cell !== null && formulaTag(cell) !== null);
    if (hasFormula) this.dropCalculationChain();
    if (xml !== null && formulaTag(xml) !== null) this.fresh.add(name, row, col);
  }

  /** The relationships of a part. */
  relationsOf(part: string): readonly Relation[] {
    const text = partText(this.parts, findPart(this.parts, relationsPath(part)) ?? "");
    return text.ok ? (Relations.parse(part, text.value)?.all() ?? []) : [];
  }

  /** Adds a part under a free name that begins with `stem`, led to from another part; gives the relationship's id. */
  addRelated(owner: string, kind: string, stem: string, extension: string, text: string, type: string): string {
    const part = this.freePart(stem, extension);
    this.parts.set(part, { kind: "written", text: this.inDialect(text) });
    if (this.types.typeOf(part) !== type) this.types.add(part, type);
    const path = relationsPath(owner);
    const known = partText(this.parts, findPart(this.parts, path) ?? path);
    const relations = Relations.parse(owner, known.ok ? known.value : null, this.book.isStrict);
    if (relations === null) throw new Unreachable(`the relationships of ${owner} were read before`);
    const id = relations.add(kind, part);
    this.write(path, relations.text());
    return id;
  }

  /** Takes away what leads from one part to another, and the other part where nobody else leads to it. */
  removeRelated(owner: string, kind: string, target: string): void {
    const path = findPart(this.parts, relationsPath(owner));
    const text = path === null ? null : partText(this.parts, path);
    const relations = text?.ok ? Relations.parse(owner, text.value) : null;
    const found = relations?.all().find((one) => one.kind === kind && one.target === target);
    if (path === null || !relations || found === undefined) return;
    relations.remove(found.id);
    if (relations.all().length === 0 && !this.wasEmpty(owner, path)) this.parts.delete(path);
    else this.write(path, relations.text());
    const part = findPart(this.parts, target);
    if (part === null || this.isReferred(part)) return;
    this.dropRelations(part);
    this.dropPart(part);
  }

  /** The parts whose content type matches. */
  partsOfType(type: RegExp): readonly string[] {
    return [...this.parts.keys()].filter((name) => type.test(this.types.typeOf(name) ?? ""));
  }

  /** Gives a part that is no worksheet another text; one that is not there or cannot be read stays as it is. */
  rewritePart(name: string, rewrite: (text: string) => string): void {
    const part = findPart(this.parts, name);
    const text = part === null ? null : partText(this.parts, part);
    if (part !== null && text?.ok) this.write(part, rewrite(text.value));
  }

  /** Rows of the sheet stand elsewhere from now on. */
  moveRows(place: SheetPlace, moved: (row: number) => number | null): void {
    for (const cells of [this.changed, this.fresh, this.unsettled]) cells.moveRows(place.name, moved);
    if (place.part !== null) this.moved.add(place.part);
    this.dropCalculationChain();
  }

  /** Whether a part has been taken apart: its text is then out of date. */
  isOpened(part: string): boolean {
    return this.opened.has(part);
  }

  /** Adds a sheet at the end, or gives a sheet of this name a new content; other parts stay. */
  putSheet(name: string, visibility: Visibility, text: string): void {
    const place = this.place(name);
    this.changed.addSheet(name);
    this.fresh.addSheet(name);
    if (place?.part) {
      this.dropCalculationChain();
      this.opened.delete(place.part);
      this.moved.delete(place.part);
      this.dropRelations(place.part);
      this.parts.set(place.part, { kind: "written", text: this.inDialect(text) });
      this.book.setVisibility(place.name, visibility);
      return;
    }
    const part = this.freePart("xl/worksheets/sheet", ".xml");
    this.parts.set(part, { kind: "written", text: this.inDialect(text) });
    this.types.add(part, TYPE_OF.worksheet);
    this.book.addSheet(name, visibility, this.relations.add("worksheet", part));
    this.rewritePart(APP, (app) => appWithSheet(app, name));
  }

  /** Takes a sheet away with everything that only it led to. */
  removeSheet(place: SheetPlace): void {
    const relation = this.book.sheets()[place.index]?.relation;
    if (place.part === null || relation === undefined) return;
    this.relations.remove(relation);
    this.book.removeSheet(place.name);
    this.opened.delete(place.part);
    this.dropRelations(place.part);
    this.dropPart(place.part);
    this.moved.delete(place.part);
    this.rewritePart(APP, (app) => appWithoutSheet(app, place.name));
  }

  /** Prints rows on every page of a sheet, or (null) none; columns that are printed on every page still are. */
  repeatRows(name: string, rows: { readonly first: number; readonly last: number } | null): void {
    const place = this.place(name);
    if (place === undefined) return;
    const known = this.book.nameOf(TITLES, place.index) ?? "";
    const columns = formulaParts(known).references.filter(({ text }) => /^\$?[A-Z]+:/iu.test(text)).map(({ start, end }) => known.slice(start, end));
    const all = rows === null ? columns : [...columns, `${quotedSheet(place.name)}!$${rows.first + 1}:$${rows.last + 1}`];
    this.book.setName(TITLES, place.index, all.length === 0 ? null : all.join(","));
  }

  /** The list of formulas in calculating order goes where formulas were added or taken away: Excel makes it anew. */
  dropCalculationChain(): void {
    const chain = this.relations.all().find(({ kind }) => kind === "calcChain");
    if (chain === undefined) return;
    this.relations.remove(chain.id);
    if (chain.target !== null) this.dropPart(chain.target);
  }

  /** The package with everything that was changed written back; parts whose text came out the same are kept as they were. */
  finish(): Package {
    for (const { name, part } of this.sheets()) {
      const sheet = part === null ? undefined : this.opened.get(part);
      if (part === null || sheet === undefined) continue;
      const original = this.originalRows(name);
      if (original) restoreSpans(sheet.data, original);
      this.write(part, sheet.text());
    }
    this.writeRelated("styles", this.styles.text());
    this.writeRelated("sharedStrings", this.strings.text());
    this.write(this.bookPath, this.book.text());
    this.write(relationsPath(this.bookPath), this.relations.text());
    this.write(CONTENT_TYPES, this.types.text());
    return this.parts;
  }

  /** The part with the shared strings, or null where there is none yet. */
  stringsPart(): string | null {
    const target = this.relations.all().find(({ kind }) => kind === "sharedStrings")?.target;
    return typeof target === "string" ? findPart(this.parts, target) : null;
  }

  private write(name: string, text: string): void {
    const part = findPart(this.parts, name) ?? name;
    const before = partText(this.parts, part);
    if (!before.ok || before.value !== text) this.parts.set(part, this.moved.has(part) ? { kind: "written", text, moved: true } : { kind: "written", text });
  }

  private writeRelated(kind: "styles" | "sharedStrings", text: string | null): void {
    if (text === null) return;
    const known = this.relations.all().find((relation) => relation.kind === kind)?.target;
    const part = known ?? this.freePart(`xl/${kind}`, ".xml", 0);
    if (known === undefined || known === null) {
      this.relations.add(kind, part);
      this.types.add(part, TYPE_OF[kind]);
    }
    this.write(part, known === undefined || known === null ? this.inDialect(text) : text);
  }

  /** A part of ours in the form of the standard that the file speaks: Excel does not open a mixture. */
  private inDialect(text: string): string {
    return this.book.isStrict
      ? text.replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
          .replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships")
      : text;
  }

  private freePart(stem: string, extension: string, first: 0 | 1 = 1): string {
    for (let number: number = first; ; number++) {
      const name = `${stem}${number === 0 ? "" : number}${extension}`;
      if (findPart(this.parts, name) === null) return name;
    }
  }

  private dropPart(name: string): void {
    const part = findPart(this.parts, name);
    if (part === null) return;
    this.parts.delete(part);
    this.types.remove(part);
  }

  /** Takes away a part's relationships and the parts that nobody else leads to. */
  private dropRelations(part: string): void {
    const path = findPart(this.parts, relationsPath(part));
    if (path === null) return;
    const text = partText(this.parts, path);
    const targets = text.ok ? (Relations.parse(part, text.value)?.all() ?? []) : [];
    this.parts.delete(path);
    for (const { target } of targets) {
      const found = target === null ? null : findPart(this.parts, target);
      if (found === null || this.isReferred(found)) continue;
      this.dropRelations(found);
      this.dropPart(found);
    }
  }

  /** Whether the file came with relationships of a part that name nothing. */
  private wasEmpty(owner: string, path: string): boolean {
    const text = partText(this.original, path);
    return text.ok && Relations.parse(owner, text.value)?.all().length === 0;
  }

  private isReferred(part: string): boolean {
    const wanted = part.toLowerCase();
    if (this.relations.all().some(({ target }) => target?.toLowerCase() === wanted)) return true;
    return [...this.parts.keys()].filter((name) => name.endsWith(".rels")).some((name) => {
      const text = partText(this.parts, name);
      return text.ok && (Relations.parse(ownerOf(name), text.value)?.all() ?? []).some(({ target }) => target?.toLowerCase() === wanted);
    });
  }

}

/** A sheet that has one row twice does not say which of them counts: it is read, but not written. */
function wellOrdered(sheet: SheetPart | null): SheetPart | null {
  return sheet && sheet.data.rows.length === sheet.data.byRow.size ? sheet : null;
}

/** The part whose relationships lie at a path. */
function ownerOf(path: string): string {
  return path.replace(/_rels\/([^/]*)\.rels$/u, "$1");
}

/** The workbook part that the package's own relationships name. */
function workbookPath(parts: Package): Result<string, WorkbookFault> {
  const text = partText(parts, "_rels/.rels");
  if (!text.ok) return err({ kind: "notWorkbook" });
  const target = Relations.parse("", text.value)?.all().find(({ kind }) => kind === "officeDocument")?.target;
  const path = typeof target === "string" ? findPart(parts, target) : null;
  return path === null ? err({ kind: "notWorkbook" }) : ok(path);
}

function parsePart<T>(parts: Package, name: string, parse: (text: string) => T | null): Result<T, WorkbookFault> {
  const text = partText(parts, findPart(parts, name) ?? name);
  if (!text.ok) return text;
  const parsed = parse(text.value);
  return parsed === null ? err({ kind: "damagedPart", part: name }) : ok(parsed);
}

function parseRelated<T>(parts: Package, relations: Relations, kind: string, empty: string, parse: (text: string) => T | null): Result<T, WorkbookFault> {
  const target = relations.all().find((relation) => relation.kind === kind)?.target;
  if (typeof target === "string" && findPart(parts, target) !== null) return parsePart(parts, target, parse);
  const parsed = parse(empty);
  return parsed === null ? err({ kind: "damagedPart", part: kind }) : ok(parsed);
}
