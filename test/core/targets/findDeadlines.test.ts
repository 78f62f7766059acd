import fc from "fast-check";
import { findDeadlines } from "../../../src/core/targets/findDeadlines";

const context = { year: 2024, asOf: { year: 2024, month: 5, day: 10 } };
const found = (text: string): readonly string[] => findDeadlines(text, context).map(({ deadline }) => `${deadline.text}=${deadline.date ?? deadline.kind}`);

// prose | the deadlines in it
test.each<[string, readonly string[]]>([
  ["到 2025 年，建成电站。", ["到 2025 年=2025-12-31"]],
  ["力争到2025年底建成。", ["力争到2025年底=2025-12-31"]],
  ["回收量较 2023 年增长 15%。", []],
  ["总量比2020年翻一番，与2020年相比提高。", []],
  ["在2020年基础上翻一番。", []],
  ["达到2020年水平。", []],
  ["自2025年1月1日起施行。", []],
  ["2020年起，每年2月底前完成，3月底前报送。", ["每年2月底前=2025-02-28", "3月底前=2025-03-31"]],
  ["4月初启动，6月底前完成。", ["6月底前=2024-06-30"]],
  ["2024年前开工建设。", ["2024年前=2023-12-31"]],
  ["按照《规范（2024年版）》执行。", []],
  ["贯彻《行动计划（2024—2027年）》。", []],
  ["推动2017年立项的实训室建设。", []],
  ["考核上一年度1月至12月的数据。", []],
  ["2025年3月底前制定方案，6月底前印发。", ["2025年3月底前=2025-03-31", "6月底前=2025-06-30"]],
  ["五年内压缩到5个工作日。", ["五年内=2028-12-31"]],
  ["持续推进，长期坚持。", []],
  ["（1）2025年上半年完成；（2）下半年推广。", ["2025年上半年=2025-06-30", "下半年=2025-12-31"]],
  ["2．2025年6月底前建立机制。", ["2025年6月底前=2025-06-30"]],
  ["近几年内，多年来，去年底。", []],
  ["证明年限、以上年轻干部、2025年初步建成。", ["2025年=2025-12-31"]],
  ["各单位于2025年2月10日前报送。", ["于2025年2月10日前=2025-02-10"]],
  ["2025年内部控制评价。", ["2025年=2025-12-31"]],
  ["每半年调度一次，每季度末报送，每月5日前通报。", ["每半年=2024-06-30", "每季度末=2024-06-30", "每月5日前=2024-06-05"]],
])("%s", (text, expected) => expect(found(text)).toEqual(expected));

test("places are those of the text", () => {
  const text = "第一句。 各地于 ２０２５ 年 6 月底前 完成。";
  const [only, ...others] = findDeadlines(text, context);
  expect(others).toEqual([]);
  expect(only && text.slice(only.start, only.end)).toBe("于 ２０２５ 年 6 月底前");
});

test("every deadline's words stand at its place, in order and apart", () => {
  const signs = Array.from("2025年底前月日每季度至到、，。上半三内十五于较起 \n");
  fc.assert(fc.property(fc.array(fc.constantFrom(...signs), { maxLength: 60 }).map((parts) => parts.join("")), (text) => {
    let end = 0;
    for (const one of findDeadlines(text, context)) {
      expect(text.slice(one.start, one.end)).toBe(one.deadline.text);
      expect(one.start).toBeGreaterThanOrEqual(end);
      end = one.end;
    }
  }), { numRuns: 3000 });
});
