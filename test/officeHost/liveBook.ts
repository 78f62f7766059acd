/** The workbook as a running Excel holds it: sheets with ids that survive a new name, formulas that are calculated, what is selected. */
import type { Span } from "../../src/core/grid/grid";
import { COMMAND_LINE_LIMITS } from "../../src/files/limits";
import { attribute, setAttribute } from "../../src/workbook/attributes";
import { Draft } from "../../src/workbook/draft";
import { newSheetXml } from "../../src/workbook/newSheet";
import { openPackage, partText, savePackage } from "../../src/workbook/package";
import type { Package } from "../../src/workbook/package";
import { removeSheet } from "../../src/workbook/removeSheet";
import { isSheetName } from "../../src/core/grid/excelLimits";
import { validatePackage } from "../../src/workbook/validate";
import type { Visibility } from "../../src/workbook/workbookPart";
import { childElements, childNamed, documentText, parseXml } from "../../src/workbook/xml";
import { CellFormats } from "./cellFormats";
import { HostFault } from "./hostFault";
import type { CellContents } from "./liveSheet";
import { LiveSheet } from "./liveSheet";
import type { Profile } from "./profile";
import { calculateCells } from "./recalculate";

export interface SheetEntry {
  readonly id: string;
  readonly name: string;
  readonly visibility: Visibility;
  /** Position among all sheets, as defined names count. */
  readonly index: number;
}

export interface Selection {
  readonly sheet: string;
  readonly area: Span;
}

export class LiveBook {
  readonly profile: Profile;
  draft: Draft;
  /** The sheet in front, and what is selected in it. */
  activeId: string;
  selection: Selection | null = null;
  /** Whether this add-in hears of changes. */
  enableEvents = true;
  /** Ids that the client registered for changes: of sheets, or of all. */
  readonly listeners = new Set<string>();
  private formats: CellFormats;
  private readonly opened = new Map<string, LiveSheet>();
  private readonly original: Package;
  private dirty = true;
  private changes: Selection[] = [];
  /** Known until a sheet comes, goes or is named anew. */
  private entries: readonly SheetEntry[] | null = null;

  private constructor(profile: Profile, draft: Draft, parts: Package) {
    this.profile = profile;
    this.draft = draft;
    this.original = parts;
    this.formats = formatsIn(parts, draft);
    this.activeId = this.sheets().find(({ visibility }) => visibility === "visible")?.id ?? "";
  }

  static open(bytes: Uint8Array, profile: Profile): LiveBook {
    const parts = openPackage(bytes, { limits: COMMAND_LINE_LIMITS });
    const draft = parts.ok ? Draft.open(parts.value) : parts;
    if (!parts.ok || !draft.ok) throw new Error("the host was given no workbook");
    return new LiveBook(profile, draft.value, parts.value);
  }

  /** Worksheets in their order. */
  sheets(): readonly SheetEntry[] {
    if (this.entries) return this.entries;
    const places = this.draft.sheets();
    this.entries = this.draft.book.sheets().flatMap(({ name, visibility, relation }, index) => (places[index]?.part ? [{ id: `{${relation}}`, name, visibility, index }] : []));
    return this.entries;
  }

  entry(id: string): SheetEntry {
    const found = this.sheets().find((sheet) => sheet.id === id);
    if (found === undefined) throw new HostFault("ItemNotFound", id);
    return found;
  }

  /** By id or by name, capitals aside. */
  find(idOrName: string): SheetEntry | undefined {
    const wanted = idOrName.toLowerCase();
    return this.sheets().find(({ id, name }) => id === idOrName || name.toLowerCase() === wanted);
  }

  sheet(id: string): LiveSheet {
    const { name } = this.entry(id);
    const known = this.opened.get(id);
    if (known) return known;
    const part = this.draft.sheet(name);
    if (!part.ok) throw new Error(`the sheet ${name} cannot be read`);
    const live = new LiveSheet(id, this.draft, part.value, this.formats);
    this.opened.set(id, live);
    return live;
  }

  addSheet(name: string): SheetEntry {
    if (this.draft.book.structureLocked) throw new HostFault("AccessDenied");
    if (!isSheetName(name)) throw new HostFault("InvalidArgument", "name");
    if (this.find(name)) throw new HostFault("ItemAlreadyExists", name);
    const blank = newSheetXml({ columns: [], cells: [], heights: new Map(), frozen: { rows: 0, cols: 0 }, spans: [], print: null }, this.draft.styles, this.draft.strings);
    this.draft.putSheet(name, "visible", blank);
    this.entries = null;
    const added = this.find(name);
    if (added === undefined) throw new Error("a sheet that was added is not there");
    return added;
  }

  deleteSheet(id: string): void {
    const { name, visibility } = this.entry(id);
    if (this.draft.book.structureLocked) throw new HostFault("AccessDenied");
    if (visibility === "visible" && this.sheets().filter((sheet) => sheet.visibility === "visible").length === 1) throw new HostFault("InvalidOperation", "last visible sheet");
    removeSheet(this.draft, name);
    this.opened.delete(id);
    this.entries = null;
    this.dirty = true;
  }

  setVisibility(id: string, visibility: Visibility): void {
    this.draft.book.setVisibility(this.entry(id).name, visibility);
    this.entries = null;
  }

  /** A new name for a sheet. Formulas that say the old one are left: no test has any. */
  renameSheet(id: string, name: string): void {
    const from = this.entry(id).name;
    if (!isSheetName(name)) throw new HostFault("InvalidArgument", "name");
    if (this.find(name)) throw new HostFault("ItemAlreadyExists", name);
    this.settle();
    const parts = new Map(this.draft.finish());
    const book = [...parts.keys()].find((part) => /(?:^|\/)workbook\.xml$/iu.test(part)) ?? "";
    const text = partText(parts, book);
    const document = text.ok ? parseXml(text.value) : null;
    const sheets = document && childNamed(document.root, "sheets");
    if (!document || !sheets) throw new Error("the workbook part cannot be read");
    for (const sheet of childElements(sheets)) if (attribute(sheet, "name") === from) setAttribute(sheet, "name", name);
    parts.set(book, { kind: "written", text: documentText(document) });
    this.adopt(parts);
  }

  /** What stands in a cell; formulas are calculated first where something has changed. */
  contents(id: string, row: number, col: number): CellContents {
    if (this.dirty) {
      this.dirty = false;
      calculateCells(this);
    }
    return this.sheet(id).contents(row, col);
  }

  touch(): void {
    this.dirty = true;
  }

  /** Remembers that cells of a range were written, for those who listen; an add-in that has events switched off hears nothing of it. */
  noteChange(change: Selection): void {
    if (this.enableEvents) this.changes.push(change);
  }

  /** The changes since the last time, each told once. */
  takeChanges(): readonly Selection[] {
    const taken = this.changes;
    this.changes = [];
    return taken;
  }

  /** Ends a batch: what was gathered is turned into the workbook. */
  settle(): void {
    for (const sheet of this.opened.values()) sheet.applyFormats();
  }

  /** The file as it would be saved now; an invalid one is a fault of this host. */
  save(): Uint8Array {
    if (this.dirty) calculateCells(this);
    this.dirty = false;
    this.settle();
    const parts = new Map(this.draft.finish());
    const valid = validatePackage(parts, this.original);
    if (!valid.ok) throw new Error(`the host made a workbook that Excel would repair: ${JSON.stringify(valid.error)}`);
    return savePackage(parts);
  }

  private adopt(parts: Package): void {
    const draft = Draft.open(parts);
    if (!draft.ok) throw new Error("the workbook cannot be opened again");
    this.draft = draft.value;
    this.entries = null;
    this.formats = formatsIn(parts, draft.value);
    this.opened.clear();
  }
}

function formatsIn(parts: Package, draft: Draft): CellFormats {
  const styles = [...parts.keys()].find((name) => /styles\.xml$/iu.test(name));
  const text = styles === undefined ? null : partText(parts, styles);
  return new CellFormats(draft.styles, text?.ok ? text.value : null);
}
