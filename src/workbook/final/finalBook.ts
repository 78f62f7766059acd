/** 定稿: the clean copy of a workbook that may leave the house. The workbook itself is not touched. */
import { serialOfDay, type Day } from "../../core/grid/day";
import type { Result } from "../../core/result";
import { err, ok } from "../../core/result";
import { attribute, numberAttribute, relationId, setAttribute } from "../attributes";
import { Draft, type SheetPlace } from "../draft";
import type { WorkbookFault } from "../fault";
import { removeLayer } from "../helperLayer";
import { withoutUnseenStrings } from "../orphanStrings";
import type { Package } from "../package";
import { findPart, partText, savePackage } from "../package";
import { packageProblems } from "../validate";
import type { Workbook } from "../workbook";
import { childElements, childNamed, childrenNamed, documentText, localName, parseXml, removeChild, textOf } from "../xml";
import type { XmlElement } from "../xml";
import { keepParts, keptRelations } from "./keepParts";
import { paintRules } from "./paintRules";
import { type SettledSheet, settleSheet } from "./settleSheet";

export interface FinalRequest {
  /** Sheets of ours that stay behind, and the one that goes even if it is hidden. */
  readonly ownSheets: readonly string[];
  readonly ledgerSheet: string;
  /** Which native rules are ours. */
  readonly isOwnRule: (formula: string) => boolean;
  /** The day that rules and formulas see as today. */
  readonly asOf: Day;
}

export interface FinalBook {
  readonly bytes: Uint8Array;
  /** By name of the sheets that went out. */
  readonly sheets: ReadonlyMap<string, SettledSheet>;
  /** Names of sheets that stayed behind: ours, and hidden ones. */
  readonly leftSheets: readonly string[];
  /** Native rules whose colours could not be kept. */
  readonly unkeptRules: number;
}

const BOOK_KEPT: ReadonlySet<string> = new Set(["workbookPr", "workbookProtection", "bookViews", "sheets", "definedNames"]);
const PRINT_NAMES: ReadonlySet<string> = new Set(["_xlnm.print_area", "_xlnm.print_titles"]);
/** Days between the first days of the two date systems. */
const DAYS_1904 = 1462;

/** The copy, checked as everything that we write; or why there is none. */
export function finalBook(workbook: Workbook, request: FinalRequest): Result<FinalBook, WorkbookFault> {
  const before = workbook.parts();
  const opened = Draft.open(before);
  if (!opened.ok) return opened;
  const draft = opened.value;
  const own = new Set(request.ownSheets.map((name) => name.toLowerCase()));
  const ledger = request.ledgerSheet.toLowerCase();
  const goes = ({ name, visibility }: SheetPlace): boolean => !own.has(name.toLowerCase()) && (visibility === "visible" || name.toLowerCase() === ledger);
  const all = draft.sheets();
  const going = all.filter(goes);
  const sheets = new Map<string, SettledSheet>();
  let unkeptRules = 0;
  for (const { name, part } of going) {
    if (part === null) continue;
    const settled = settle(draft, before, name, part, request);
    if (!settled.ok) return settled;
    sheets.set(name, settled.value.sheet);
    unkeptRules += settled.value.unkept;
  }
  const finished = draft.finish();
  const cut = withBook(finished, going, all);
  if (!cut.ok) return cut;
  const kept = keepParts(cut.value);
  if (!kept.ok) return kept;
  const clean = withoutUnseenStrings(kept.value);
  if (!clean.ok) return clean;
  const [problem] = packageProblems(clean.value);
  if (problem) return err({ kind: "invalid", ...problem });
  return ok({ bytes: savePackage(clean.value), sheets, leftSheets: all.filter((place) => !goes(place)).map(({ name }) => name), unkeptRules });
}

function settle(draft: Draft, before: Package, name: string, part: string, { isOwnRule, asOf }: FinalRequest): Result<{ readonly sheet: SettledSheet; readonly unkept: number }, WorkbookFault> {
  const sheet = draft.sheet(name);
  if (!sheet.ok) return sheet;
  const today = serialOfDay(asOf) - (draft.book.date1904 ? DAYS_1904 : 0);
  // Colours first: our own rules look at the columns that go away next.
  const { unkept } = paintRules(draft, sheet.value, name, today);
  const removed = removeLayer(draft, name, isOwnRule);
  if (!removed.ok) return removed;
  const relations = keptRelations(before, part, "worksheet");
  return ok({ sheet: settleSheet(draft, sheet.value, name, (id) => relations.has(id)), unkept });
}

/** The workbook part with the sheets that go, how they print, and nothing about anything else. */
function withBook(parts: Package, going: readonly SheetPlace[], all: readonly SheetPlace[]): Result<Package, WorkbookFault> {
  const path = [...parts.keys()].find((name) => /(?:^|\/)workbook\.xml$/iu.test(name) && partText(parts, name).ok) ?? findPart(parts, "xl/workbook.xml") ?? "";
  const text = partText(parts, path);
  const document = text.ok ? parseXml(text.value) : null;
  if (!document) return err({ kind: "invalid", part: path, reason: "not well formed" });
  const { root } = document;
  for (const child of childElements(root)) if (!BOOK_KEPT.has(localName(child.name))) removeChild(root, child);
  const properties = childNamed(root, "workbookPr");
  if (properties) keepAttributes(properties, ["date1904", "defaultThemeVersion"]);
  const goingAt = new Map(going.map(({ index }, position) => [index, position]));
  const holder = childNamed(root, "sheets");
  const elements = holder ? childrenNamed(holder, "sheet") : [];
  for (const [index, element] of elements.entries()) {
    if (!goingAt.has(index)) removeChild(holder ?? root, element);
    else setAttribute(element, "state", null);
  }
  settleNames(root, goingAt, all);
  for (const view of childrenNamed(childNamed(root, "bookViews") ?? root, "workbookView")) {
    const active = goingAt.get(numberAttribute(view, "activeTab") ?? 0) ?? 0;
    setAttribute(view, "activeTab", active === 0 ? null : active);
    setAttribute(view, "firstSheet", null);
  }
  const gone = new Set(elements.filter((_element, index) => !goingAt.has(index)).map((element) => relationId(element) ?? ""));
  return withoutRelations(new Map(parts).set(path, { kind: "written", text: documentText(document) }), path, gone);
}

function settleNames(root: XmlElement, goingAt: ReadonlyMap<number, number>, all: readonly SheetPlace[]): void {
  const holder = childNamed(root, "definedNames");
  if (!holder) return;
  for (const name of childrenNamed(holder, "definedName")) {
    const sheet = numberAttribute(name, "localSheetId");
    const position = sheet === null ? undefined : goingAt.get(sheet);
    const prints = PRINT_NAMES.has((attribute(name, "name") ?? "").toLowerCase()) && !/#REF!|\[/u.test(textOf(name));
    if (position === undefined || !prints || sheet === null || !all[sheet]) removeChild(holder, name);
    else setAttribute(name, "localSheetId", position);
  }
  if (childElements(holder).length === 0) removeChild(root, holder);
}

function keepAttributes(element: XmlElement, names: readonly string[]): void {
  const kept = names.map((name) => [name, attribute(element, name)] as const);
  element.open = `<${element.name}${element.open.endsWith("/>") ? "/>" : ">"}`;
  for (const [name, value] of kept) if (value !== null) setAttribute(element, name, value);
}

function withoutRelations(parts: Map<string, ReturnType<Package["get"]> & object>, path: string, gone: ReadonlySet<string>): Result<Package, WorkbookFault> {
  const at = findPart(parts, `${path.slice(0, path.lastIndexOf("/") + 1)}_rels/${path.slice(path.lastIndexOf("/") + 1)}.rels`);
  const text = at === null ? null : partText(parts, at);
  const document = text?.ok ? parseXml(text.value) : null;
  if (at === null || !document) return err({ kind: "invalid", part: path, reason: "no relations" });
  for (const relation of childrenNamed(document.root, "Relationship")) if (gone.has(attribute(relation, "Id") ?? "")) removeChild(document.root, relation);
  return ok(parts.set(at, { kind: "written", text: documentText(document) }));
}
