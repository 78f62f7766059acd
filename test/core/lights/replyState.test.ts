import { type CellValue } from "../../../src/core/grid/grid";
import { type Arrival, readReplyState, repliesForm, type ReplyState } from "../../../src/core/lights/replyState";

const CAME = { never: null, "in time": "in-time", late: "late" } as const;

test.each<[string, readonly CellValue[], string, keyof typeof CAME, ReplyState]>([
  ["nothing", [null, " ", "　"], "", "never", "missing"],
  ["nothing, though a file came", [null], "", "in time", "missing"],
  ["typed by hand", ["已摸底"], "", "never", "reported"],
  ["a return in time", ["已摸底", 12], "", "in time", "reported"],
  ["a return after its day", ["已摸底", 12], "", "late", "late"],
  ["nothing to report", ["无", "无", null], "", "in time", "zero"],
  ["nothing to report, in other words", ["本月无新进展。", "无"], "", "late", "zero"],
  ["a place that begins with the word", ["无锡已启动"], "", "in time", "reported"],
  ["last month's text, sent again", ["已摸底"], "已摸底", "in time", "same"],
  ["last month's text, sent again in other layout", [" 已 摸底\n"], "已摸底", "in time", "same"],
  ["last month's text, and nobody sent anything", ["已摸底"], "已摸底", "never", "missing"],
  ["last month's text with more to it", ["已摸底，已开工"], "已摸底", "in time", "reported"],
  ["a figure of nought is a report", [0], "", "in time", "reported"],
])("%s", (_, replies, prior, came, state) => {
  const arrival: Arrival = { prior, came: CAME[came] };
  expect(readReplyState(replies, arrival)).toBe(state);
});

test("layout is no difference", () => {
  expect(repliesForm([" 已\n摸 底", null, 3])).toBe("已摸底3");
});
