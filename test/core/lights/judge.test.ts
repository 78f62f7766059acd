import { EMPTY_CASE, judgeRow, judgeTarget, type Override, type TargetCase } from "../../../src/core/lights/judge";
import { LIGHTS, type Light, worse } from "../../../src/core/lights/light";
import { LIGHT_OF_REASON, sayReason } from "../../../src/core/lights/reason";
import { STATUSES, type Status } from "../../../src/core/lights/status";
import type { Verdict } from "../../../src/core/lights/verdict";
import { LIGHT_LINES, type LightLine, MOMENT, MOVED_TO, TIMES } from "../../support/lightLines";

function aCase({ status, verdict, time }: Omit<LightLine, "light">): TargetCase {
  return { ...EMPTY_CASE, deadline: TIMES[time], postponedTo: time === "moved" ? MOVED_TO : null, from: "clause", status, verdict, figure: verdict === null ? null : 20, demand: "≥ 30 个" };
}

test("the table has every combination", () => {
  expect(LIGHT_LINES).toHaveLength(8 * 5 * 4);
  expect(new Set(LIGHT_LINES.map(({ status }) => status))).toEqual(new Set([null, ...STATUSES]));
  for (const { light } of LIGHT_LINES) expect(LIGHTS).toContain(light);
});

test.each(LIGHT_LINES)("$time, reported $status, figure $verdict → $light", (line) => {
  const judged = judgeTarget(aCase(line), MOMENT);
  expect(judged.light).toBe(line.light);
  expect(judgeRow([aCase(line)], null, MOMENT)).toMatchObject({ light: line.light, overridden: false });
  expect(sayReason(judged.reason)).toMatch(/^\S.*；截至 2026-11-23；.+/u);
});

test.each(LIGHTS.flatMap((light) => LIGHT_LINES.map((line) => [light, line] as const)).filter((_, index) => index % 7 === 0))(
  "人工认定 %s goes before %o",
  (light, line) => {
    const override: Override = { light, text: "认定", ground: "会议纪要" };
    const judged = judgeRow([aCase(line)], override, MOMENT);
    expect(judged).toMatchObject({ light, overridden: true, reason: { id: "override" } });
    expect(sayReason(judged.reason)).toBe("人工认定“认定”；理由：会议纪要");
  },
);

test("a word of a person that names no light leaves the row undecided, and says so", () => {
  const judged = judgeRow([aCase({ status: "done", verdict: null, time: "past" })], { light: null, text: "看过了", ground: "" }, MOMENT);
  expect(judged.light).toBe("undecided");
  expect(sayReason(judged.reason)).toContain("“看过了”");
});

test("a person's word without a reason is marked as such", () => {
  const judged = judgeRow([], { light: "done", text: "已完成", ground: "" }, MOMENT);
  expect(sayReason(judged.reason)).toBe("人工认定“已完成”；未写理由");
});

describe("a row shows its worst target", () => {
  test.each(LIGHT_LINES.flatMap((one) => LIGHT_LINES.filter((other) => other.status === one.status).map((other) => [one, other] as const)).filter((_, index) => index % 5 === 0))(
    "%o with %o",
    (one, other) => {
      const both = judgeRow([aCase(one), aCase(other)], null, MOMENT).light;
      const lone = [one, other].map((line) => judgeTarget(aCase(line), MOMENT).light);
      // The one thing that a neighbour changes: a bare 进行中 or 滞后 may be about the date that is still ahead.
      const ahead = [one, other].some(({ time }) => time !== "past" && time !== "moved" && time !== "none");
      const bare = one.status === "ongoing" || one.status === "behind";
      const excused = [one, other].map(({ verdict }, index) =>
        lone[index] === "overdue" && verdict !== "short" && bare && ahead ? "unverified" : lone[index] ?? "done",
      );
      expect(both).toBe(excused.reduce<Light>(worse, "done"));
    },
  );
});

test.each<[Status | null, Verdict | null, Light]>([
  // 2025 past, 2027 ahead, one status for both.
  [null, null, "unverified"],
  ["ongoing", null, "unverified"],
  ["behind", null, "unverified"],
  ["notStarted", null, "overdue"],
  ["ongoing", "short", "overdue"],
  ["ongoing", "reached", "on-track"],
  ["done", null, "done"],
  ["done", "short", "undecided"],
])("a row with a past and a later date, reported %s, figure of the past one %s → %s", (status, verdict, light) => {
  const judged = judgeRow([aCase({ status, verdict, time: "past" }), aCase({ status, verdict: null, time: "ahead" })], null, MOMENT);
  expect(judged.light).toBe(light);
});

test("the date is the earliest that is not kept yet", () => {
  const past = aCase({ status: null, verdict: "reached", time: "past" });
  const ahead = aCase({ status: null, verdict: null, time: "ahead" });
  expect(judgeRow([past, ahead], null, MOMENT).date).toBe("2027-12-31");
  expect(judgeRow([{ ...past, verdict: null }, ahead], null, MOMENT).date).toBe("2025-12-31");
  expect(judgeRow([past], null, MOMENT).date).toBe("2025-12-31");
  expect(judgeRow([aCase({ status: null, verdict: null, time: "annual" })], null, MOMENT).date).toBe("2026-12-31");
  expect(judgeRow([], null, MOMENT).date).toBeNull();
});

test("the reason says the words, the dates and what was reported", () => {
  const say = (line: Omit<LightLine, "light">): string => sayReason(judgeTarget(aCase(line), MOMENT).reason);
  expect(say({ time: "past", status: null, verdict: null })).toBe("到 2025 年 → 2025-12-31；截至 2026-11-23；未见完成情况");
  expect(say({ time: "past", status: "behind", verdict: null })).toBe("到 2025 年 → 2025-12-31；截至 2026-11-23；已过时限，报“滞后”");
  expect(say({ time: "past", status: null, verdict: "short" })).toBe("到 2025 年 → 2025-12-31；截至 2026-11-23；已过时限，完成值 20，目标 ≥ 30 个");
  expect(say({ time: "between", status: null, verdict: null })).toBe("11月前 → 2026-10-31（也可理解为 2026-11-30）；截至 2026-11-23；在两种理解的日期之间");
  expect(say({ time: "none", status: null, verdict: null })).toBe("未见时限；截至 2026-11-23；不按时限判定");
  expect(say({ time: "ongoing", status: null, verdict: null })).toBe("长期坚持：没有具体日期；截至 2026-11-23；长期任务，不按时限判定");
  expect(say({ time: "moved", status: "behind", verdict: null }))
    .toBe("到 2025 年 → 2025-12-31（时限推后：现为 2026-12-31，请在“调整后时限”写明依据）；截至 2026-11-23；报“滞后”，原时限已过，推后未写依据");
  const unread = judgeTarget({ ...aCase({ time: "past", status: null, verdict: null }), unread: "已完成招标" }, MOMENT);
  expect(sayReason(unread.reason)).toContain("状态“已完成招标”未能识别");
});

test("every reason is reached, and stands behind one light", () => {
  const reached = new Set(LIGHT_LINES.map((line) => judgeTarget(aCase(line), MOMENT).reason.id));
  const pair = [aCase({ status: "ongoing", verdict: null, time: "past" }), aCase({ status: "ongoing", verdict: null, time: "ahead" })];
  for (const { reason } of judgeRow(pair, null, MOMENT).targets) reached.add(reason.id);
  expect([...reached].sort()).toEqual(Object.keys(LIGHT_OF_REASON).filter((id) => id !== "overrideUnknown").sort());
});

test("nothing reported is never red, whatever the dates", () => {
  for (const { time } of LIGHT_LINES) expect(judgeTarget(aCase({ time, status: null, verdict: null }), { ...MOMENT, asOf: "2099-01-01" }).light).not.toBe("overdue");
});

test("a day that is none is a bug of the caller", () => {
  expect(() => judgeTarget(EMPTY_CASE, { asOf: "2026-13-01", soonDays: 30 })).toThrow("2026-13-01");
});
