/** Rows and columns that stay in sight (ECMA-376 18.3.1.66), on a sheet that is there already. */
import { cellName } from "../../core/grid/a1";
import { attribute, numberAttribute, setAttribute } from "../attributes";
import { SHEET_ORDER } from "../sheetOrder";
import { childNamed, childrenNamed, removeChild } from "../xml";
import type { XmlElement } from "../xml";
import { elementFor, insertInOrder, xml } from "../xmlBuild";
import type { ElementChange } from "./elementChange";
import { trackElements } from "./elementChange";

export interface Frozen {
  /** Counted from the top. */
  readonly rows: number;
  /** Counted from the left. */
  readonly cols: number;
}

const NOTHING: Frozen = { rows: 0, cols: 0 };

/** What is frozen in the sheet's first view. */
export function frozenOf(root: XmlElement): Frozen {
  const views = childNamed(root, "sheetViews");
  const view = views && childNamed(views, "sheetView");
  const pane = view && childNamed(view, "pane");
  if (pane === undefined || !(attribute(pane, "state") ?? "").startsWith("frozen")) return NOTHING;
  return { rows: numberAttribute(pane, "ySplit") ?? 0, cols: numberAttribute(pane, "xSplit") ?? 0 };
}

/** Freezes rows and columns in every view, or lets go of them where both are 0; the cells that are selected stay so. What changed can be taken back. */
export function setFrozen(root: XmlElement, frozen: Frozen): readonly ElementChange[] {
  return trackElements(root, ["sheetViews"], () => {
    const isNone = frozen.rows === 0 && frozen.cols === 0;
    let holder = childNamed(root, "sheetViews");
    if (holder === undefined) {
      if (isNone) return;
      holder = elementFor(root, xml("sheetViews", {}, xml("sheetView", { workbookViewId: 0 })));
      insertInOrder(root, holder, SHEET_ORDER);
    }
    for (const view of childrenNamed(holder, "sheetView")) {
      if (isNone) thaw(view);
      else freeze(view, frozen);
    }
  });
}

/** The pane in which a selection stands where it does not say so. */
const FIRST_PANE = "topLeft";

function thaw(view: XmlElement): void {
  const pane = childNamed(view, "pane");
  if (pane === undefined) return;
  keepSelection(view, attribute(pane, "activePane") ?? FIRST_PANE, null);
  removeChild(view, pane);
}

function freeze(view: XmlElement, { rows, cols }: Frozen): void {
  const active = rows > 0 && cols > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const known = childNamed(view, "pane");
  keepSelection(view, (known && attribute(known, "activePane")) ?? FIRST_PANE, active);
  // A view that is scrolled down would freeze the rows that it shows first.
  setAttribute(view, "topLeftCell", null);
  const pane = elementFor(view, xml("pane", { xSplit: cols > 0 ? cols : null, ySplit: rows > 0 ? rows : null, topLeftCell: cellName(rows, cols), activePane: active, state: "frozen" }));
  if (known) view.children.splice(view.children.indexOf(known), 1, pane);
  else view.children.unshift(pane);
}

/** Of the selections of all panes the active one stays, in its new pane. */
function keepSelection(view: XmlElement, before: string, after: string | null): void {
  for (const selection of childrenNamed(view, "selection")) {
    if ((attribute(selection, "pane") ?? FIRST_PANE) === before) setAttribute(selection, "pane", after);
    else removeChild(view, selection);
  }
}
