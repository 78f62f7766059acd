/** The views that the ribbon's buttons open: each a tab, some with the first step done. */
import type { Session } from "../app/session";
import type { Tab } from "../app/sessionState";

export const VIEWS = ["check", "normalize", "lights", "merge", "history", "help"] as const;
export type View = (typeof VIEWS)[number];

const TAB: Readonly<Record<View, Tab>> = { check: "check", normalize: "check", lights: "lights", merge: "merge", history: "history", help: "check" };

/** The view an address asks for ("?view=lights"), or null. */
export function viewIn(search: string): View | null {
  const asked = new URLSearchParams(search).get("view");
  return VIEWS.find((view) => view === asked) ?? null;
}

/** Opens the workbook in a view. What only looks is done at once; what writes waits for its preview. */
export async function openView(session: Session, view: View | null): Promise<void> {
  if (view) session.showTab(TAB[view]);
  await session.open();
  if (session.snapshot().opened.kind !== "ready") return;
  if (view === "check") await session.check();
  if (view === "lights") await session.light();
  if (view === "normalize") {
    await session.check();
    await session.previewAllSafe();
  }
}
