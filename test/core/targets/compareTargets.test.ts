import fc from "fast-check";
import { compareTargets, type TargetChange } from "../../../src/core/targets/compareTargets";

const context = { label: null, year: 2024, asOf: { year: 2024, month: 6, day: 1 } };
const said = (change: TargetChange): string => {
  const weaker = change.weaker ? " weaker" : "";
  if (change.kind === "value") return `value ${change.indicator} ${change.from.value ?? ""}→${change.to.value ?? ""} ${change.percent ?? "?"}%${weaker}`;
  if (change.kind === "deadline") return `deadline ${change.indicator} ${change.from.deadline.date ?? "-"}→${change.to.deadline.date ?? "-"}${weaker}`;
  if (change.kind === "operator") return `operator ${change.indicator} ${change.from.operator ?? "-"}→${change.to.operator ?? "-"}${weaker}`;
  if (change.kind === "date") return `date ${change.from.date ?? "-"}→${change.to?.date ?? "-"}${weaker}`;
  if (change.kind === "words") return `words ${change.indicator} ${change.dropped.join("、")}→${change.added.join("、")}${weaker}`;
  return `${change.kind} ${change.indicator}${weaker}`;
};
const compare = (before: string, after: string): readonly string[] => compareTargets(before, after, context).map(said);

test.each([
  ["到2025年，建成工厂350家、园区30个。", "到2025年，建成工厂300家、园区30个。", ["value 工厂 350→300 -14.3% weaker"]],
  ["到2025年，建成工厂350家。", "到 2025 年，建成工厂 350 家。", []],
  ["到2025年，建成工厂350家。", "到2026年，建成工厂350家。", ["deadline 工厂 2025-12-31→2026-12-31 weaker"]],
  ["到2025年，建成工厂350家。", "到2025年，建成工厂400家。", ["value 工厂 350→400 14.3%"]],
  ["到2025年，漏损率降至7.8%以内。", "到2025年，漏损率降至8.5%以内。", ["value 漏损率 7.8→8.5 9% weaker"]],
  ["到2025年，保有量达到30万辆以上。", "到2025年，保有量达到30万辆左右。", ["operator 保有量 >=→~ weaker"]],
  ["到2025年，保有量达到30万辆。", "到2025年，保有量达到300000辆。", []],
  ["到2025年，建成工厂350家；培训300人。", "到2025年，建成工厂350家。", ["removed 培训 weaker"]],
  ["到2025年，建成工厂350家。", "到2025年，建成工厂350家，新增泊位50个。", ["added 泊位"]],
  ["到2025年，60%的处理厂完成改造；到2027年，70%的处理厂完成改造。", "到2025年，50%的处理厂完成改造；到2027年，70%的处理厂完成改造。", ["value 处理厂完成改造 60→50 -16.7% weaker"]],
  ["到2025年，建成市级绿色工厂350家。", "到2026年，建成市级以上绿色工厂300家。", ["value 市级绿色工厂 350→300 -14.3% weaker", "deadline 市级绿色工厂 2025-12-31→2026-12-31 weaker"]],
  ["到2025年，老旧货车基本淘汰。", "到2026年，老旧货车基本淘汰。", ["deadline 老旧货车 2025-12-31→2026-12-31 weaker"]],
  ["到2025年，建成工厂350家。", "建成工厂350家。", ["deadline 工厂 2025-12-31→- weaker"]],
  ["确保到2025年建成工厂350家。", "力争到2025年建成工厂350家。", ["words 工厂 确保→力争 weaker"]],
  ["到2025年，老旧管网全部完成改造。", "推进老旧管网改造。", ["softened 老旧管网 weaker", "deadline 老旧管网 2025-12-31→- weaker"]],
  ["回收量较2023年增长15%。", "回收量较2024年增长15%。", ["baseline 回收量 weaker"]],
  ["到2025年，建成省级工厂350家。", "到2025年，建成市级工厂350家。", ["level 省级工厂 weaker"]],
  ["6月底前，组织开展排查。", "12月底前，组织开展排查。", ["date 2024-06-30→2024-12-31 weaker"]],
  ["加强领导。", "加强组织领导。", []],
])("%s becomes %s", (before, after, expected) => expect(compare(before, after)).toEqual(expected));

test("a text equals itself, and back is the opposite of forth", () => {
  const numbers = fc.integer({ min: 2, max: 9999 });
  fc.assert(fc.property(numbers, numbers, (left, right) => {
    const text = (count: number): string => `到2025年，建成工厂${count}家。`;
    expect(compareTargets(text(left), text(left), context)).toEqual([]);
    const [forth] = compareTargets(text(left), text(right), context);
    const [back] = compareTargets(text(right), text(left), context);
    if (left === right) expect(forth).toBeUndefined();
    else expect([forth?.weaker, back?.weaker]).toEqual([right < left, left < right]);
  }));
});
