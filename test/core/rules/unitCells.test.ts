import { repeatedUnits, withoutUnits, withUnitSpelled } from "../../../src/core/rules/unitCells";
import { splitUnits } from "../../../src/core/units/splitUnits";

test.each([
  // cell, units taken out, what is left
  ["市财政局、市商务局、市教育局", ["市财政局"], "市商务局、市教育局"],
  ["市财政局、市商务局、市教育局", ["市商务局"], "市财政局、市教育局"],
  ["市财政局、市商务局、市教育局", ["市教育局"], "市财政局、市商务局"],
  ["市财政局、市商务局、市教育局", ["市财政局", "市商务局"], "市教育局"],
  ["市财政局、市商务局、市教育局", ["市财政局", "市教育局"], "市商务局"],
  ["市财政局", ["市财政局"], ""],
  ["市财政局、各有关部门", ["市财政局"], "各有关部门"],
])("%s without %j is %s", (text, gone, left) => {
  const list = splitUnits(text);
  expect(withoutUnits(list, list.units.filter((unit) => gone.includes(unit.text)))).toBe(left);
});

test("a unit under another name keeps everything around it, and does not stand there twice", () => {
  expect(withUnitSpelled(splitUnits("市财政局；市应急局等部门"), "市应急局", "市应急管理局")).toBe("市财政局；市应急管理局等部门");
  expect(withUnitSpelled(splitUnits("市应急局、市应急管理局"), "市应急局", "市应急管理局")).toBe("市应急管理局");
});

test("repeated units are told letter for letter, layout aside", () => {
  expect(repeatedUnits(splitUnits("市财政局、市 财政局、市商务局")).map(({ start }) => start)).toEqual([5]);
});
