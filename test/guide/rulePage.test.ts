import { readFileSync } from "node:fs";
import path from "node:path";
import { ruleGuide } from "../../src/core/rules/guide";
import { RULES } from "../../src/core/rules/index";
import { rulePage } from "../../src/guide/rulePage";

const LINES = ruleGuide(RULES);

test("the page under assets/guide is what `npm run guide` makes of the rules", () => {
  expect(readFileSync(path.join(__dirname, "../../assets/guide/rules.html"), "utf8")).toBe(rulePage(LINES));
});

test("every rule stands in it once, with why and a case in which it speaks", () => {
  expect(LINES.map(({ id }) => id).sort()).toEqual(RULES.map(({ id }) => id).sort());
  for (const { example, why } of LINES) expect([example, why.zh, why.en].every((text) => text !== "")).toBe(true);
});

test("nothing in an example becomes markup", () => {
  const [line] = LINES;
  if (!line) throw new Error("no rules");
  expect(rulePage([{ ...line, example: '<script>alert("1")</script>' }])).not.toContain("<script");
});
