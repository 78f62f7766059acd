import { localEngine } from "../../src/app/engine";
import { Session } from "../../src/app/session";
import { openView, type View, viewIn } from "../../src/pane/views";
import { bookOf, seedBytes } from "../support/aWorkshop";

test.each([
  ["?view=lights", "lights"], ["?_host_Info=Excel&view=history", "history"], ["", null], ["?view=nonsense", null],
])("the view in %j is %j", (search, view) => {
  expect(viewIn(search)).toBe(view);
});

test.each<[View | null, string, readonly string[]]>([
  [null, "check", []], ["check", "check", ["issues"]], ["normalize", "check", ["issues", "preview"]], ["lights", "lights", ["lights"]], ["merge", "merge", []], ["history", "history", []],
])("the view %j opens the tab %j and shows %j", async (view, tab, shown) => {
  const session = new Session(bookOf(seedBytes("样例轮次/总台账.xlsx")), localEngine, { today: () => "2026-11-23", calculates: true });
  await openView(session, view);
  const state = session.snapshot();
  expect(state.tab).toBe(tab);
  expect((["issues", "lights", "preview"] as const).filter((part) => state[part] !== null)).toEqual(shown);
});
