import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { placeName } from "../../../src/core/grid/a1";
import { checkLedger } from "../../../src/core/rules/checkLedger";
import type { CheckContext } from "../../../src/core/rules/context";
import { RULES, ruleOf, sayIssue } from "../../../src/core/rules/index";
import type { Issue, Rule, RuleExample } from "../../../src/core/rules/rule";
import { contextOf, nameOfPlace, withCells } from "../../support/aLedger";

const FOLDER = path.join(__dirname, "../../../src/core/rules");
const EXAMPLES = RULES.flatMap((rule) => rule.examples.map((example) => ({ rule, example, title: `${rule.id}: ${example.name}` })));

function ruleFiles(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((name) => statSync(path.join(FOLDER, name)).isDirectory())
    .flatMap((folder) => readdirSync(path.join(FOLDER, folder)).map((file) => `${folder}/${file}`));
}

function camel(words: string): string {
  return words.replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
}

function run(rule: Rule, example: RuleExample): { context: CheckContext; issues: readonly Issue[] } {
  const context = contextOf(example);
  return { context, issues: checkLedger(context, [rule]) };
}

const placesByRule = (issue: Issue): readonly string[] => issue.places.map((at) => `${issue.rule} ${issue.message.id} ${placeName(at)}`);

describe("the list", () => {
  test("holds every rule file, each under its own id", () => {
    const ids = RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].map((id) => { const [subject = "", what = ""] = id.split("/"); return `${subject}/${camel(what)}.ts`; }).sort()).toEqual([...ruleFiles()].sort());
    for (const id of ids) expect(ruleOf(id)?.id).toBe(id);
    expect(ruleOf("no/such-rule")).toBeUndefined();
  });

  test.each(RULES.map((rule) => [rule.id, rule] as const))("%s has a good and a bad example", (_, rule) => {
    expect(rule.examples.some(({ reports }) => reports.length === 0)).toBe(true);
    expect(rule.examples.some(({ reports }) => reports.length > 0)).toBe(true);
  });

  test.each(RULES.map((rule) => [rule.id, rule] as const))("%s says each of its sentences in an example, whole in both languages", (_, rule) => {
    const issues = rule.examples.flatMap((example) => run(rule, example).issues);
    expect(new Set(issues.map(({ message }) => message.id))).toEqual(new Set(Object.keys(rule.say)));
    for (const issue of issues) {
      expect(sayIssue(issue, "zh")).not.toMatch(/[{}]|undefined/u);
      expect(sayIssue(issue, "en")).not.toMatch(/[{}]|undefined/u);
    }
  });
});

describe.each(EXAMPLES)("$title", ({ rule, example }) => {
  const { context, issues } = run(rule, example);

  test("is reported as it says", () => {
    expect(issues.map((issue) => ({
      at: nameOfPlace(context, issue.at),
      says: issue.message.id,
      ...(issue.places.length > 1 ? { places: issue.places.map((place) => nameOfPlace(context, place)) } : {}),
      ...(issue.fix ? { to: issue.fix.to, safe: issue.fix.safe } : {}),
    }))).toEqual(example.reports);
  });

  test("is put right by its fixes once, and nothing new goes wrong", () => {
    const fixes = issues.flatMap((issue) => issue.fixes);
    expect(new Set(fixes.map(({ at }) => placeName(at))).size).toBe(fixes.length);
    const after = contextOf(example, withCells(context.grid, fixes));
    const places = new Set(fixes.map(({ at }) => placeName(at)));
    expect(checkLedger(after, [rule]).filter(({ at, fix }) => fix && places.has(placeName(at)))).toEqual([]);
    const known = new Set(checkLedger(context, RULES).flatMap(placesByRule));
    expect(checkLedger(after, RULES).flatMap(placesByRule).filter((place) => !known.has(place))).toEqual([]);
  });
});

test("the sentences, for proof-reading", () => {
  const lines = RULES.flatMap((rule) => [
    `${rule.id} [${rule.severity}] ${rule.title.zh} | ${rule.title.en}`,
    `  ${rule.why.zh}`,
    `  ${rule.why.en}`,
    ...new Set(rule.examples.flatMap((example) => run(rule, example).issues.flatMap((issue) => [`  - ${sayIssue(issue, "zh")}`, `    ${sayIssue(issue, "en")}`]))),
  ]);
  expect(lines.join("\n")).toMatchSnapshot();
});

test("the rules know no clock, no locale and no look-behind, which older web views do not read", () => {
  for (const file of ruleFiles()) {
    const source = readFileSync(path.join(FOLDER, file), "utf8");
    expect(source).not.toMatch(/\(\?<[!=]/u);
  }
});
