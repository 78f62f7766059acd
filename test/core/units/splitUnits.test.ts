import fc from "fast-check";
import { splitUnits } from "../../../src/core/units/splitUnits";

const names = (text: string) => splitUnits(text).units.map((unit) => unit.text);
const classes = (text: string) => splitUnits(text).classes.map((unit) => unit.text);

describe("splitUnits", () => {
  test.each([
    ["", [], []],
    ["市发展改革委", ["市发展改革委"], []],
    ["国网济南供电公司、 国网莱芜供电公司", ["国网济南供电公司", "国网莱芜供电公司"], []],
    ["各区县人民政府（功能区管委会），市政府有关部门（单位）", [], ["各区县人民政府（功能区管委会）", "市政府有关部门（单位）"]],
    [
      "市发展改革委、市工业和信息化局、市农业农村局、市住房城乡建设局、市交通运输局、市教育局、市文化旅游局、市卫生健康委等有关部门（单位）",
      ["市发展改革委", "市工业和信息化局", "市农业农村局", "市住房城乡建设局", "市交通运输局", "市教育局", "市文化旅游局", "市卫生健康委"],
      ["等有关部门（单位）"],
    ],
    ["市财政局,市商务局；市教育局/市体育局|市民政局\n市水务局", ["市财政局", "市商务局", "市教育局", "市体育局", "市民政局", "市水务局"], []],
    ["市财政局 市商务局", ["市财政局", "市商务局"], []],
    ["市 财政局", ["市 财政局"], []],
    ["市文化和旅游局和市住房和城乡建设局", ["市文化和旅游局", "市住房和城乡建设局"], []],
    ["文化和旅游局", ["文化和旅游局"], []],
    ["市发改委等", ["市发改委"], ["等"]],
    ["各区、县级市", [], ["各区、县级市"]],
    ["各县（市、区）", [], ["各县（市、区）"]],
  ])("%s", (text, units, phrases) => {
    expect(names(text)).toEqual(units);
    expect(classes(text)).toEqual(phrases);
    expect(splitUnits(text).openEnded).toBe(phrases.length > 0);
  });

  test("roles of one cell", () => {
    const roles = (text: string) => splitUnits(text).units.map((unit) => [unit.text, unit.role]);
    expect(roles("牵头：市发改委；配合：市财政局、市商务局")).toEqual([["市发改委", "lead"], ["市财政局", "support"], ["市商务局", "support"]]);
    expect(roles("市发改委（牵头）、市财政局")).toEqual([["市发改委", "lead"], ["市财政局", null]]);
    expect(roles("市财政局牵头，市税务局配合")).toEqual([["市财政局", "lead"], ["市税务局", "support"]]);
  });

  test("every character belongs to one part", () => {
    const piece = fc.constantFrom("市财政局", "市文化和旅游局", "各区县", "等", "有关部门（单位）", "、", "， ", "和", "及", " ", "\n", "（", "）", "牵头", "：", "1.", "；", "x");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        const { parts } = splitUnits(text);
        expect(parts.map((part) => part.text).join("")).toBe(text);
        for (const part of parts) expect(text.slice(part.start, part.end)).toBe(part.text);
      }),
    );
  });
});
