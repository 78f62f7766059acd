import { POLICIES } from "../../../src/core/round/policies/index";
import { offeredPolicies } from "../../../src/core/round/policies/offered";

test.each([
  // column → what is offered
  ["reportedValue", ["ask", "lead", "sum", "max", "list"]],
  ["status", ["ask", "lead", "all-done", "list"]],
  ["progress", ["ask", "lead"]],
  ["经办科室", ["ask", "lead"]],
  ["content", []],
  ["reporter", []],
] as const)("%s", (column, expected) => {
  expect(offeredPolicies(column)).toEqual(expected);
});

test("every policy is offered somewhere", () => {
  const offered = new Set(["reportedValue", "status", "progress"].flatMap(offeredPolicies));
  expect(POLICIES.filter(({ name }) => !offered.has(name))).toEqual([]);
});
