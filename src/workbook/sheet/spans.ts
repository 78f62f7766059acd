/** Excel's merged cells of a sheet that is there already (ECMA-376 18.3.1.55). */
import type { Span } from "../../core/grid/grid";
import type { Result } from "../../core/result";
import { err, ok } from "../../core/result";
import { attribute, setAttribute } from "../attributes";
import { arrayAreas } from "../cellWriter";
import type { Draft } from "../draft";
import type { WorkbookFault } from "../fault";
import { areaName, areaOf } from "../formula";
import { solidParts } from "../rows/shiftParts";
import { SHEET_ORDER } from "../sheetOrder";
import { childElements, childNamed, childrenNamed, removeChild } from "../xml";
import { elementFor, insertInOrder, xml } from "../xmlBuild";
import { overlap } from "./areas";

/** Joins cells into one; values under it stay where they are. Refused where it meets another span, a table, a pivot table or an array formula. */
export function addSpan(draft: Draft, name: string, span: Span): Result<null, WorkbookFault> {
  const sheet = draft.sheet(name);
  if (!sheet.ok) return sheet;
  const place = draft.place(name);
  if (areaName(span) === areaName({ ...span, bottom: span.top, right: span.left })) return ok(null);
  const at = { sheet: name, row: span.top, col: span.left };
  const meets = (areas: readonly Span[]): boolean => areas.some((area) => overlap(area, span));
  if (meets(sheet.value.spans())) return err({ kind: "unwritable", at, reason: "insideSpan" });
  if (meets(arrayAreas(sheet.value.data))) return err({ kind: "unwritable", at, reason: "arrayFormula" });
  if (place && meets(solidParts(draft, place).map(({ area }) => area))) return err({ kind: "unwritable", at, reason: "insideTable" });
  const { root } = sheet.value;
  let holder = childNamed(root, "mergeCells");
  if (holder === undefined) {
    holder = elementFor(root, xml("mergeCells", { count: 1 }));
    insertInOrder(root, holder, SHEET_ORDER);
  }
  holder.children.push(elementFor(holder, xml("mergeCell", { ref: areaName(span) })));
  if (attribute(holder, "count") !== null) setAttribute(holder, "count", childElements(holder).length);
  return ok(null);
}

/** Parts the cells of exactly this span again; one that is not there is none. */
export function removeSpan(draft: Draft, name: string, span: Span): Result<null, WorkbookFault> {
  const sheet = draft.sheet(name);
  if (!sheet.ok) return sheet;
  const { root } = sheet.value;
  const holder = childNamed(root, "mergeCells");
  const found = holder && childrenNamed(holder, "mergeCell").find((cell) => {
    const area = areaOf(attribute(cell, "ref") ?? "");
    return area !== null && areaName(area) === areaName(span);
  });
  if (holder === undefined || found === undefined) return ok(null);
  removeChild(holder, found);
  if (childElements(holder).length === 0) removeChild(root, holder);
  else if (attribute(holder, "count") !== null) setAttribute(holder, "count", childElements(holder).length);
  return ok(null);
}
