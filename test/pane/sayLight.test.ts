import { LIGHT_OF_REASON, type LightReason, type ReasonId, sayReason } from "../../src/core/lights/reason";
import { sayLight } from "../../src/pane/lights/sayLight";

const reason = (id: ReasonId, part: Partial<LightReason> = {}): LightReason => ({
  id, words: "到 2025 年", from: "clause", date: "2025-12-31", later: "2025-12-31", assumedYear: null, asOf: "2026-11-23",
  status: null, unread: "", figure: null, demand: "", override: "", ground: "", original: null, postponedTo: null, ...part,
});

test("Chinese is the core's own sentence", () => {
  expect(sayLight(reason("unreported"), "zh")).toBe(sayReason(reason("unreported")));
});

test.each<[LightReason, string]>([
  [reason("unreported"), "“到 2025 年” → 2025-12-31; as of 2026-11-23; nothing reported"],
  [reason("soon", { later: "2026-01-31" }), "“到 2025 年” → 2025-12-31 (or 2026-01-31); as of 2026-11-23; due soon"],
  [reason("doneButShort", { status: "done", figure: 20, demand: "≥ 30 万辆" }), "“到 2025 年” → 2025-12-31; as of 2026-11-23; reported “done”, but value 20, target ≥ 30 万辆"],
  [reason("noDeadline", { words: "", from: null, date: null, later: null }), "no deadline was found; as of 2026-11-23; not judged by time"],
  [reason("override", { override: "正常", ground: "已延期" }), "set by hand to “正常”; reason: 已延期"],
])("in English: %#", (given, sentence) => {
  expect(sayLight(given, "en")).toBe(sentence);
});

test.each(Object.keys(LIGHT_OF_REASON) as Exclude<ReasonId, "override">[])("every reason has an English sentence without Chinese of ours: %s", (id) => {
  const said = sayLight(reason(id, { words: "", from: "column", status: "ongoing", figure: 1, demand: "≥ 2" }), "en");
  expect(said).not.toBe("");
  expect(said).not.toMatch(/\p{Script=Han}/u);
});
