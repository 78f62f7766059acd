/** Notes on cells of a sheet that is there already (ECMA-376 18.7): their text in one part, their boxes in a drawing. */
import { cellName } from "../../core/grid/a1";
import type { CellNote } from "../../core/grid/grid";
import type { Result } from "../../core/result";
import { err, ok } from "../../core/result";
import { attribute, numberAttribute, relationId, setAttribute } from "../attributes";
import { textXml } from "../cellXml";
import { TYPE_OF } from "../contentTypes";
import type { Draft } from "../draft";
import type { WorkbookFault } from "../fault";
import { SHEET_ORDER } from "../sheetOrder";
import { childNamed, childrenNamed, documentText, escapeText, parseXml, removeChild, textOf } from "../xml";
import type { XmlDocument, XmlElement } from "../xml";
import { elementFor, insertInOrder, xml } from "../xmlBuild";
import { emptyDrawing, isEmptyDrawing, lastBlock, withBox, withoutBox } from "./noteBoxes";

const EMPTY_NOTES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors></authors><commentList></commentList></comments>';
const RELATIONS = { transitional: "http://schemas.openxmlformats.org/officeDocument/2006/relationships", strict: "http://purl.oclc.org/ooxml/officeDocument/relationships" };

/** Puts a note on a cell, or gives the one that is there another text; its author and its box stay. A thread is not ours to change. */
export function putNote(draft: Draft, name: string, note: CellNote, author: string): Result<null, WorkbookFault> {
  const found = openNotes(draft, name, note.row, note.col);
  if (!found.ok) return found;
  const { document, list, known } = found.value;
  const words = textXml(note.text);
  if (known) setText(known, words);
  else {
    const authorId = authorOf(document.root, list, author);
    list.children.push(elementFor(list, xml("comment", { ref: cellName(note.row, note.col), authorId }, xml("text", {}, words))));
  }
  const { owner, part } = found.value;
  if (part === null) draft.addRelated(owner, "comments", "xl/comments", ".xml", documentText(document), TYPE_OF.comments);
  else draft.rewritePart(part, () => documentText(document));
  if (!known) addBox(draft, name, owner, note);
  return ok(null);
}

/** Takes a cell's note away, and with the last one the parts that notes stand in; a cell without a note is left alone. */
export function removeNote(draft: Draft, name: string, row: number, col: number): Result<null, WorkbookFault> {
  const found = openNotes(draft, name, row, col);
  if (!found.ok) return found;
  const { document, list, known, owner, part } = found.value;
  if (known === undefined || part === null) return ok(null);
  const author = numberAttribute(known, "authorId");
  removeChild(list, known);
  if (author !== null) dropAuthor(document.root, list, author);
  if (childrenNamed(list, "comment").length > 0) draft.rewritePart(part, () => documentText(document));
  else draft.removeRelated(owner, "comments", part);
  removeBox(draft, name, owner, row, col);
  return ok(null);
}

interface OpenNotes {
  /** The sheet's part. */
  readonly owner: string;
  /** The part of its notes; null where it has none yet. */
  readonly part: string | null;
  readonly document: XmlDocument;
  readonly list: XmlElement;
  /** The note on the cell. */
  readonly known: XmlElement | undefined;
}

function openNotes(draft: Draft, name: string, row: number, col: number): Result<OpenNotes, WorkbookFault> {
  const owner = draft.place(name)?.part;
  if (owner === undefined || owner === null) return err({ kind: "sheetMissing", sheet: name });
  const relations = draft.relationsOf(owner);
  if (relations.some(({ kind, target }) => kind === "threadedComment" && target !== null && isThreaded(draft, target, row, col))) {
    return err({ kind: "unwritable", at: { sheet: name, row, col }, reason: "thread" });
  }
  const part = relations.find(({ kind, target }) => kind === "comments" && target !== null)?.target ?? null;
  const text = part === null ? ok(EMPTY_NOTES) : draft.text(part);
  if (!text.ok) return text;
  const document = parseXml(text.value);
  const list = document ? childNamed(document.root, "commentList") : undefined;
  if (document === null || list === undefined) return err({ kind: "damagedPart", part: part ?? name });
  const ref = cellName(row, col);
  return ok({ owner, part, document, list, known: childrenNamed(list, "comment").find((one) => attribute(one, "ref") === ref) });
}

/** Where a cell has a thread, its note is only Excel's stand-in for it. */
function isThreaded(draft: Draft, part: string, row: number, col: number): boolean {
  const text = draft.text(part);
  const root = text.ok ? parseXml(text.value)?.root : undefined;
  const ref = cellName(row, col);
  return root !== undefined && childrenNamed(root, "threadedComment").some((one) => attribute(one, "ref") === ref);
}

function setText(note: XmlElement, words: string): void {
  const text = elementFor(note, xml("text", {}, words));
  const known = childNamed(note, "text");
  if (known) note.children.splice(note.children.indexOf(known), 1, text);
  else note.children.unshift(text);
}

/** The author's number. A name that no note uses is not used again: it may be the stand-in of a thread, or go with its note. */
function authorOf(root: XmlElement, list: XmlElement, author: string): number {
  let holder = childNamed(root, "authors");
  if (holder === undefined) {
    holder = elementFor(root, xml("authors"));
    root.children.unshift(holder);
  }
  const authors = childrenNamed(holder, "author");
  const known = authors.findIndex((one, i) => textOf(one) === author && isUsed(list, i));
  if (known >= 0) return known;
  holder.children.push(elementFor(holder, xml("author", {}, escapeText(author))));
  return authors.length;
}

function isUsed(list: XmlElement, author: number): boolean {
  return childrenNamed(list, "comment").some((note) => numberAttribute(note, "authorId") === author);
}

/** The last author goes with the last note; the numbers of the others stay what they are. */
function dropAuthor(root: XmlElement, list: XmlElement, author: number): void {
  const holder = childNamed(root, "authors");
  const authors = holder ? childrenNamed(holder, "author") : [];
  const last = authors[author];
  if (holder && last && author === authors.length - 1 && !isUsed(list, author)) removeChild(holder, last);
}

function addBox(draft: Draft, name: string, owner: string, note: CellNote): void {
  const sheet = draft.sheet(name);
  if (!sheet.ok) return;
  const known = drawingOf(draft, sheet.value.root, owner);
  if (known !== null) {
    draft.rewritePart(known, (text) => withBox(text, note));
    return;
  }
  const blocks = draft.partsOfType(/vmlDrawing$/u).map((part) => {
    const text = draft.text(part);
    return text.ok ? lastBlock(text.value) : 0;
  });
  const text = withBox(emptyDrawing(Math.max(0, ...blocks) + 1), note);
  const id = draft.addRelated(owner, "vmlDrawing", "xl/drawings/vmlDrawing", ".vml", text, TYPE_OF.vmlDrawing);
  insertInOrder(sheet.value.root, legacyDrawing(sheet.value.root, id, draft.book.isStrict), SHEET_ORDER);
}

function removeBox(draft: Draft, name: string, owner: string, row: number, col: number): void {
  const sheet = draft.sheet(name);
  const part = sheet.ok ? drawingOf(draft, sheet.value.root, owner) : null;
  if (!sheet.ok || part === null) return;
  draft.rewritePart(part, (text) => withoutBox(text, row, col));
  const text = draft.text(part);
  const element = childNamed(sheet.value.root, "legacyDrawing");
  if (!text.ok || !isEmptyDrawing(text.value) || element === undefined) return;
  removeChild(sheet.value.root, element);
  draft.removeRelated(owner, "vmlDrawing", part);
}

/** The drawing in which the boxes of a sheet's notes stand; null where it has none. */
function drawingOf(draft: Draft, root: XmlElement, owner: string): string | null {
  const element = childNamed(root, "legacyDrawing");
  const id = element && relationId(element);
  return draft.relationsOf(owner).find((relation) => relation.id === id)?.target ?? null;
}

/** The element by which a sheet names its drawing, in the prefix that the sheet gives to relationships. */
function legacyDrawing(root: XmlElement, id: string, isStrict: boolean): XmlElement {
  const prefix = /xmlns:([\w.-]+)\s*=\s*["'][^"']*\/officeDocument\/(?:2006\/)?relationships["']/u.exec(root.open)?.[1];
  const element = elementFor(root, xml("legacyDrawing", prefix === undefined ? { "xmlns:r": isStrict ? RELATIONS.strict : RELATIONS.transitional } : {}));
  setAttribute(element, `${prefix ?? "r"}:id`, id);
  return element;
}
