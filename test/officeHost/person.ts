/** What people do to the workbook while the add-in is open: typing, merging cells, naming, protecting, hiding. */
import type { CellRef, Span } from "../../src/core/grid/grid";
import { setAttribute } from "../../src/workbook/attributes";
import { areaName } from "../../src/workbook/formula";
import { SHEET_ORDER } from "../../src/workbook/sheetOrder";
import { childNamed, removeChild } from "../../src/workbook/xml";
import { elementFor, insertInOrder, xml } from "../../src/workbook/xmlBuild";
import { withTagAttribute } from "../../src/workbook/attributes";
import type { LiveSheet } from "./liveSheet";
import type { LiveBook } from "./liveBook";

/** Where people work: the workbook, and who is told of it. */
export interface Desk {
  readonly book: LiveBook;
  isEditing: boolean;
  tellChanges(source: "person"): void;
}

export class Person {
  private readonly host: Desk;

  constructor(host: Desk) {
    this.host = host;
  }

  /** Types into a cell as on the keyboard: "=1+1" is a formula, "1-2" a day, "'1-2" a text, "" clears. */
  type(at: CellRef, typed: string | number | boolean): void {
    const { book } = this.host;
    const sheet = this.sheet(at.sheet);
    sheet.enter(at.row, at.col, typed);
    book.touch();
    book.settle();
    this.changed({ sheet: sheet.id, area: { top: at.row, left: at.col, bottom: at.row, right: at.col } });
  }

  merge(name: string, area: Span): void {
    const { part, id } = this.sheet(name);
    let holder = childNamed(part.root, "mergeCells");
    if (holder === undefined) {
      holder = elementFor(part.root, xml("mergeCells"));
      insertInOrder(part.root, holder, SHEET_ORDER);
    }
    holder.children.push(elementFor(holder, xml("mergeCell", { ref: areaName(area) })));
    setAttribute(holder, "count", holder.children.length);
    this.changed({ sheet: id, area });
  }

  protect(name: string): void {
    const { root } = this.sheet(name).part;
    insertInOrder(root, elementFor(root, xml("sheetProtection", { sheet: 1 })), SHEET_ORDER);
  }

  unprotect(name: string): void {
    const { root } = this.sheet(name).part;
    const found = childNamed(root, "sheetProtection");
    if (found) removeChild(root, found);
  }

  hideRow(name: string, row: number): void {
    const slot = this.sheet(name).part.data.byRow.get(row);
    if (slot) slot.open = withTagAttribute(slot.open, "hidden", "1");
  }

  rename(from: string, to: string): void {
    this.host.book.renameSheet(this.sheet(from).id, to);
  }

  removeSheet(name: string): void {
    this.host.book.deleteSheet(this.sheet(name).id);
  }

  /** Starts typing into a cell, and has not pressed Enter yet. */
  startEditing(): void {
    this.host.isEditing = true;
  }

  stopEditing(): void {
    this.host.isEditing = false;
  }

  private sheet(name: string): LiveSheet {
    const entry = this.host.book.find(name);
    if (entry === undefined) throw new Error(`the person sees no sheet ${name}`);
    return this.host.book.sheet(entry.id);
  }

  private changed(change: { readonly sheet: string; readonly area: Span }): void {
    const { book } = this.host;
    const heard = book.enableEvents;
    book.enableEvents = true;
    book.noteChange(change);
    book.enableEvents = heard;
    this.host.tellChanges("person");
  }
}
