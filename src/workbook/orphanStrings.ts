/**
 * Texts that were taken out of a workbook must not stay in its table of strings: what nobody sees would still be sent.
 * Excel drops them when it saves; so do we.
 */
import type { Result } from "../core/result";
import { ok } from "../core/result";
import { Draft } from "./draft";
import type { WorkbookFault } from "./fault";
import type { Package } from "./package";
import { partText } from "./package";

/** The package with every string emptied that a changed or removed sheet of `before` showed, or we added, and no sheet shows now. */
export function withoutOrphanStrings(parts: Package, before: Package): Result<Package, WorkbookFault> {
  const changed = [...before.keys()].filter((name) => before.get(name) !== parts.get(name));
  if (changed.length === 0) return ok(parts);
  const draft = Draft.open(parts);
  const first = Draft.open(before);
  if (!draft.ok || !first.ok) return ok(parts);
  const candidates = suspects(parts, before, first.value, draft.value);
  const shown = new Set<number>();
  for (const { part } of candidates.size === 0 ? [] : draft.value.sheets()) {
    const text = part === null ? null : partText(parts, part);
    if (text?.ok) collectShown(text.value, shown);
    else if (text) return text;
  }
  for (const index of candidates) if (!shown.has(index)) draft.value.strings.clear(index);
  draft.value.strings.trim(first.value.strings.size);
  const cleaned = draft.value.finish();
  const table = draft.value.stringsPart();
  const untouched = table === null ? undefined : before.get(table);
  const isSame = untouched !== undefined && draft.value.strings.equals(first.value.strings);
  return ok(table !== null && isSame ? new Map(cleaned).set(table, untouched) : cleaned);
}

/** Entries that a sheet which has changed or gone showed, and entries of ours. */
function suspects(parts: Package, before: Package, first: Draft, now: Draft): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { part } of first.sheets()) {
    const text = part === null || parts.get(part) === before.get(part) ? null : partText(before, part);
    if (text?.ok) collectShown(text.value, found);
  }
  for (let index = first.strings.size; index < now.strings.size; index++) found.add(index);
  return found;
}

/** Every index that a cell of type "s" shows. */
function collectShown(sheet: string, into: Set<number>): void {
  for (const found of sheet.matchAll(/\st\s*=\s*["']s["'][^<>]*>/gu)) {
    const at = sheet.indexOf("v>", found.index + found[0].length);
    const digits = at < 0 ? null : /^\s*(\d+)/u.exec(sheet.slice(at + 2, at + 16));
    if (digits) into.add(Number(digits[1]));
  }
}

/** The package with every string emptied that no sheet shows, whoever wrote it. */
export function withoutUnseenStrings(parts: Package): Result<Package, WorkbookFault> {
  const draft = Draft.open(parts);
  if (!draft.ok) return draft;
  const shown = new Set<number>();
  for (const { part } of draft.value.sheets()) {
    const text = part === null ? null : partText(parts, part);
    if (text?.ok) collectShown(text.value, shown);
    else if (text) return text;
  }
  const { strings } = draft.value;
  for (let index = 0; index < strings.size; index++) if (!shown.has(index)) strings.clear(index);
  strings.trim(0);
  return ok(draft.value.finish());
}
