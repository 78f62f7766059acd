import { firstDifference, sayMessage, short, tell, visible } from "../../../src/core/rules/say";

const say = { gone: { zh: "“{task}”有{count}处", en: "“{task}” in {count} places" } } as const;

test("a sentence is put together in either language, and a missing parameter stays to be seen", () => {
  const message = tell(say, "gone", { task: "甲" });
  expect(message).toEqual({ id: "gone", params: { task: "甲" } });
  expect(sayMessage(say, { ...message, params: { ...message.params, count: 2 } }, "zh")).toBe("“甲”有2处");
  expect(sayMessage(say, message, "en")).toBe("“甲” in {count} places");
  expect(sayMessage(say, { id: "unknown", params: {} }, "zh")).toBe("unknown");
});

test.each([
  ["甲乙丙", "甲乙丙"],
  [" 甲\n乙 ", "甲 乙"],
  ["一".repeat(30), `${"一".repeat(23)}…`],
])("%j is quoted as %j", (text, quoted) => {
  expect(short(text)).toBe(quoted);
});

test.each([
  // from, to, shown
  ["达到 70%以上，力争", "达到 70% 以上，力争", ["达到 70%以上", "达到 70% 以上"]],
  ["已完成\n", "已完成", ["已完成⏎", "已完成"]],
  ["国网济南供电公司、 国网莱芜供电公司", "国网济南供电公司、国网莱芜供电公司", ["国网济南供电公司、 国网莱芜供电公司", "国网济南供电公司、国网莱芜供电公司"]],
  ["甲", "", ["甲", ""]],
])("%j to %j is shown by %j", (from, to, shown) => {
  const found = firstDifference(from, to);
  expect([found.from, found.to]).toEqual(shown);
});

test("what nobody sees is made visible", () => {
  expect(visible("市\u200b财\u00a0政\u3000局\t\r\n")).toBe("市[U+200B]财␣政□局⇥⏎");
});
