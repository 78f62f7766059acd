import { localEngine } from "../../src/app/engine";
import { Session } from "../../src/app/session";
import type { SessionState } from "../../src/app/sessionState";
import { makeFinalCopy } from "../../src/finalCopy";
import { PANE_LIMITS } from "../../src/files/limits";
import { bookOf, savedBytes, seedBytes, visibleSheets } from "../support/aWorkshop";
import { memoryExcel } from "../../src/excel/memoryExcel";
import { openWorkbook } from "../../src/workbook/workbook";

const MASTER = "样例轮次/总台账.xlsx";
const TODAY = "2026-11-23";

interface Delivered {
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function opened(bytes: Uint8Array) {
  const delivered: Delivered[] = [];
  const book = openWorkbook(bytes, { limits: PANE_LIMITS });
  if (!book.ok) throw new Error("no book");
  const excel = memoryExcel(book.value, (files) => void delivered.push(...files));
  const session = new Session(excel, localEngine, { today: () => TODAY, calculates: false, finalCopy: async (file, sheet, today) => makeFinalCopy(file, sheet, today, { limits: PANE_LIMITS }) });
  await session.open();
  return { session, excel, delivered, state: (): SessionState => session.snapshot() };
}

const settingsIn = (state: SessionState) => (state.opened.kind === "ready" ? state.opened.master.store.settings : null);

test("what is put aside is gone from the list, stays gone in the saved file, and comes back", async () => {
  const { session, excel, state } = await opened(seedBytes(MASTER));
  await session.check();
  const before = state().issues ?? [];
  const [first] = before;
  if (!first) throw new Error("no issue");
  await session.settings.ignore([first], "here", "原文如此");
  expect(state().issues?.length).toBe(before.length - 1);
  expect(settingsIn(state())?.ignored).toEqual(expect.arrayContaining([expect.objectContaining({ rule: first.rule, reason: "原文如此", date: TODAY })]));

  const later = await opened(savedBytes(excel));
  await later.session.check();
  expect(later.state().issues).toEqual(state().issues);
  await later.session.settings.restoreIgnored(0);
  expect(later.state().issues).toEqual(before);
});

test("the same thing is put aside once; a rule is put aside as a whole", async () => {
  const { session, state } = await opened(seedBytes(MASTER));
  await session.check();
  const [first] = state().issues ?? [];
  if (!first) throw new Error("no issue");
  await session.settings.ignore([first], "rule", "");
  await session.settings.ignore([first], "rule", "再一次");
  expect(settingsIn(state())?.ignored).toHaveLength(1);
  expect(state().issues?.some(({ rule }) => rule === first.rule)).toBe(false);
  await session.settings.restoreIgnored(null);
  expect(settingsIn(state())?.ignored).toEqual([]);
});

test("settings are kept in the workbook, go out as a file and come in from one, whole or not at all", async () => {
  const one = await opened(seedBytes(MASTER));
  await one.session.check();
  await one.session.settings.change((settings) => ({ ...settings, spelling: "none", rules: new Map([["units/alias", "off"]]) }));
  expect(one.state().issues?.some(({ rule }) => rule === "units/alias")).toBe(false);
  await one.session.settings.exportFile();
  const [file] = one.delivered;
  if (!file) throw new Error("nothing was handed over");
  expect(file.name).toBe("台账助手设置.json");

  const other = await opened(seedBytes(MASTER));
  await other.session.settings.importFile(new TextDecoder().decode(file.bytes));
  expect(settingsIn(other.state())).toEqual(settingsIn(one.state()));
  const kept = savedBytes(other.excel);
  await other.session.settings.importFile('{"类型": "别的"}');
  expect(other.state().notice).toEqual({ kind: "settingsFault", fault: { kind: "notSettings" } });
  expect(Buffer.compare(savedBytes(other.excel), kept)).toBe(0);
});

test("each change of settings stands in the history with what was and what is, and is taken back on its own", async () => {
  const { session, excel, state } = await opened(seedBytes(MASTER));
  await session.check();
  const before = state().issues ?? [];
  await session.settings.change((settings) => ({ ...settings, rules: new Map([["units/alias", "off"]]) }));
  await session.settings.change((settings) => ({ ...settings, spelling: "none" }));
  const [first] = before;
  if (!first) throw new Error("no issue");
  await session.settings.ignore([first], "here", "原文如此");
  const runs = () => { const { opened: open } = state(); return open.kind === "ready" ? open.master.store.runs.map(({ id, command, date, summary }) => ({ id, command, date, summary })) : []; };
  expect(runs().slice(-3).map(({ command, date, summary }) => [command, date, summary])).toEqual([["settings", TODAY, "设置：规则"], ["settings", TODAY, "设置：拼写"], ["settings", TODAY, "设置：忽略"]]);
  const rules = runs().at(-3)?.id ?? "";
  await session.previewUndo({ run: rules });
  expect(state().preview?.settings).toEqual(["设置：规则　units/alias　关闭 → 默认"]);
  await session.confirm();
  expect(settingsIn(state())).toMatchObject({ rules: new Map(), spelling: "none" });
  expect(settingsIn(state())?.ignored).toHaveLength(1);

  const later = await opened(savedBytes(excel));
  for (const summary of ["设置：忽略", "设置：拼写"]) {
    const { opened: open } = later.state();
    const run = open.kind === "ready" ? open.master.store.runs.find((one) => one.summary === summary)?.id : undefined;
    await later.session.previewUndo({ run: run ?? "" });
    await later.session.confirm();
  }
  await later.session.check();
  expect(later.state().issues).toEqual(before);
});

test("before sending: groups pass or fail, the page becomes a sheet, and the final copy leaves all of ours behind", async () => {
  const { session, excel, delivered, state } = await opened(seedBytes(MASTER));
  await session.light();
  await session.previewLights();
  await session.confirm();
  await session.review.open();
  const { review } = state();
  expect(state().screen).toBe("review");
  expect(review?.groups.map(({ key }) => key)).toEqual(["structure", "content", "text", "form", "open", "inside"]);
  expect(review?.groups.find(({ key }) => key === "open")?.lines.map(({ words }) => words.zh)).toEqual(["18 项已过时限、尚无进展填报，待核实"]);
  expect(review?.groups.find(({ key }) => key === "inside")).toMatchObject({ state: "look" });
  expect(review?.groups.find(({ key }) => key === "structure")).toMatchObject({ state: "pass" });

  await session.review.previewSheet();
  await session.confirm();
  const sheets = await visibleSheets(savedBytes(excel));
  expect(JSON.stringify(sheets)).toContain("“工作台账”报送前检查");

  await session.review.deliverFinal();
  expect(state().notice).toMatchObject({ kind: "finished", unvalued: 0, unkeptRules: 0 });
  const [copy] = delivered;
  if (!copy) throw new Error("nothing was handed over");
  const out = openWorkbook(copy.bytes, { limits: PANE_LIMITS });
  const names = out.ok ? out.value.sheets() : out;
  expect(names.ok && names.value.map(({ name }) => name)).toEqual(["工作台账"]);
});

test("a workbook in which something is open fails the page where it is open", async () => {
  const excel = bookOf(seedBytes(MASTER));
  excel.type([{ at: { sheet: "工作台账", row: 4, col: 7 }, value: "（待补充）" }]);
  const { session, state } = await opened(savedBytes(excel));
  await session.review.open();
  expect(state().review?.groups.find(({ key }) => key === "open")).toMatchObject({ state: "fail" });
});
