import fc from "fast-check";
import { identifyUnit } from "../../../src/core/units/identify";
import { splitUnits, type UnitPart } from "../../../src/core/units/splitUnits";
import { ALIAS_SETS } from "./aliasSets";
import { SEED_CELLS } from "./seedCells";

const texts = (parts: readonly UnitPart[]) => parts.map((part) => part.text);
const names = (text: string) => texts(splitUnits(text).units);
const classes = (text: string) => texts(splitUnits(text).classes);
const separators = (text: string) => texts(splitUnits(text).separators);
const roles = (text: string) => splitUnits(text).units.map((unit) => [unit.text, unit.role]);

describe("units and classes", () => {
  test.each([
    // cell, units, classes
    ["", [], []],
    ["  ", [], []],
    ["—", [], []],
    ["无", [], []],
    ["市发展改革委", ["市发展改革委"], []],
    [" 市发展改革委　", ["市发展改革委"], []],
    ["国网济南供电公司、 国网莱芜供电公司", ["国网济南供电公司", "国网莱芜供电公司"], []],
    ["各区县人民政府（功能区管委会），市政府有关部门（单位）", [], ["各区县人民政府（功能区管委会）", "市政府有关部门（单位）"]],
    [
      "市发展改革委、市工业和信息化局、市农业农村局、市住房城乡建设局、市交通运输局、市教育局、市文化旅游局、市卫生健康委等有关部门（单位）",
      ["市发展改革委", "市工业和信息化局", "市农业农村局", "市住房城乡建设局", "市交通运输局", "市教育局", "市文化旅游局", "市卫生健康委"],
      ["等有关部门（单位）"],
    ],
    ["市财政局,市商务局；市教育局/市体育局|市民政局\n市水务局", ["市财政局", "市商务局", "市教育局", "市体育局", "市民政局", "市水务局"], []],
    ["市财政局，，市商务局。", ["市财政局", "市商务局"], []],
    ["市财政局 市商务局", ["市财政局", "市商务局"], []],
    ["市财政局\u3000市商务局 市卫生健康委等有关部门", ["市财政局", "市商务局", "市卫生健康委"], ["等有关部门"]],
    ["市 财政局", ["市 财政局"], []],
    ["市 财政局 市 商务局", ["市 财政局", "市 商务局"], []],
    ["市人力资源和\n社会保障局、市财政局", ["市人力资源和\n社会保障局", "市财政局"], []],
    ["市财政局\n　　市商务局", ["市财政局", "市商务局"], []],
    ["市文化和旅游局和市住房和城乡建设局", ["市文化和旅游局", "市住房和城乡建设局"], []],
    ["市财政局、市商务局及市住房和城乡建设局", ["市财政局", "市商务局", "市住房和城乡建设局"], []],
    ["市财政局与市商务局以及市水务局", ["市财政局", "市商务局", "市水务局"], []],
    ["市财政局和各区县人民政府", ["市财政局"], ["各区县人民政府"]],
    ["市财政局及其他有关单位", ["市财政局"], ["其他有关单位"]],
    ["文化和旅游局", ["文化和旅游局"], []],
    ["市人力资源和社会保障局", ["市人力资源和社会保障局"], []],
    ["市绿化和市容管理局", ["市绿化和市容管理局"], []],
    ["指挥中心和车辆管理所", ["指挥中心", "车辆管理所"], []],
    ["市发改委等", ["市发改委"], ["等"]],
    ["市发改委 等有关部门", ["市发改委"], ["等有关部门"]],
    ["市发改委等10个部门", ["市发改委"], ["等10个部门"]],
    ["市高等学校工委", ["市高等学校工委"], []],
    ["市高等学校工委等单位", ["市高等学校工委"], ["等单位"]],
    ["教育部、公安部等国务院有关部门及各地区", ["教育部", "公安部"], ["等国务院有关部门", "各地区"]],
    ["各区、县级市", [], ["各区、县级市"]],
    ["各区、市、县人民政府", [], ["各区、市、县人民政府"]],
    ["各区县、市教育局", ["市教育局"], ["各区县"]],
    ["各县（市、区）", [], ["各县（市、区）"]],
    ["各成员单位；各有关部门，相关部门", [], ["各成员单位", "各有关部门", "相关部门"]],
    ["市政府办公室（市外办）、市财政局", ["市政府办公室（市外办）", "市财政局"], []],
    ["1.市财政局；2、市商务局；（3）市水务局", ["市财政局", "市商务局", "市水务局"], []],
    ["①市财政局②市商务局", ["市财政局", "市商务局"], []],
    ["市财政局.市商务局", ["市财政局", "市商务局"], []],
    ["市委组织部会同市财政局、市商务局", ["市委组织部", "市财政局", "市商务局"], []],
    ["市发展与改革委员会与市财政局", ["市发展与改革委员会", "市财政局"], []],
    ["市水务局 责任人：张某；市财政局 联系电话：6666", ["市水务局", "市财政局"], []],
    ["区直各有关部门、各镇（街道）", [], ["区直各有关部门", "各镇（街道）"]],
    ["第一责任单位：市财政局，第二责任单位：市商务局", ["市财政局", "市商务局"], []],
    ["（市财政局、市商务局）", ["市财政局", "市商务局"], []],
    ["市委、市政府", ["市委", "市政府"], []],
    ["历下区、市中区、槐荫区", ["历下区", "市中区", "槐荫区"], []],
  ])("%j", (cell, units, phrases) => {
    expect(names(cell)).toEqual(units);
    expect(classes(cell)).toEqual(phrases);
    expect(splitUnits(cell).openEnded).toBe(phrases.length > 0);
  });

  test.each([
    // cell, separators
    ["国网济南供电公司、 国网莱芜供电公司", ["、 "]],
    ["各区县人民政府（功能区管委会），市政府有关部门（单位）", ["，"]],
    ["市财政局 市商务局和市水务局", [" ", "和"]],
    ["市卫生健康委 等有关部门", []],
    [" 市财政局 ", []],
    ["市人力资源和\n社会保障局", []],
  ])("separators of %j", (cell, found) => {
    expect(separators(cell)).toEqual(found);
  });

  test("every unit of the sample ledger is known, and each row splits as its commas say", () => {
    for (const cell of SEED_CELLS) {
      const { units, classes: phrases } = splitUnits(cell);
      expect([...units, ...phrases]).toHaveLength(cell.split(/[、，]/u).length + (cell.includes("等") ? 1 : 0));
      for (const unit of units) expect([unit.text, identifyUnit(unit.text).how]).not.toEqual([unit.text, "unknown"]);
    }
  });
});

describe("roles within a cell", () => {
  test.each([
    ["市发改委", [["市发改委", null]]],
    ["牵头：市发改委；配合：市财政局、市商务局", [["市发改委", "lead"], ["市财政局", "support"], ["市商务局", "support"]]],
    ["牵头单位:市发改委 配合单位:市财政局", [["市发改委", "lead"], ["市财政局", "support"]]],
    ["市发改委（牵头）、市财政局", [["市发改委", "lead"], ["市财政局", null]]],
    ["市发改委(牵头单位)，市财政局(配合)", [["市发改委", "lead"], ["市财政局", "support"]]],
    ["市财政局牵头，市税务局配合", [["市财政局", "lead"], ["市税务局", "support"]]],
    ["市财政局、市商务局牵头，市税务局、市水务局配合", [["市财政局", "lead"], ["市商务局", "lead"], ["市税务局", "support"], ["市水务局", "support"]]],
    ["市财政局牵头、市税务局配合", [["市财政局", "lead"], ["市税务局", "support"]]],
    ["由市发改委牵头，会同市财政局", [["市发改委", "lead"], ["市财政局", "support"]]],
    ["牵头部门为市发改委，责任部门为市财政局", [["市发改委", "lead"], ["市财政局", "responsible"]]],
    ["（科技部牵头，教育部、公安部按职责分工负责）", [["科技部", "lead"], ["教育部", "responsible"], ["公安部", "responsible"]]],
    ["市财政局负责", [["市财政局", "responsible"]]],
    ["市财政局牵头 市税务局配合", [["市财政局", "lead"], ["市税务局", "support"]]],
  ])("%j", (cell, found) => {
    expect(roles(cell)).toEqual(found);
  });

  test("classes have roles, too", () => {
    expect(splitUnits("司法部牵头，各地区、各部门负责").classes.map(({ text, role }) => [text, role])).toEqual([
      ["各地区", "responsible"],
      ["各部门", "responsible"],
    ]);
  });
});

describe("nothing is lost", () => {
  const piece = fc.constantFrom(
    "市财政局", "市文化和旅游局", "各区县", "等", "有关部门（单位）", "、", "， ", "和", "及", "以及", " ", "\n", "　", "（", "）", "牵头", "负责", "：", "1.", "①", "；", "x", "😀", "等部门",
  );
  const whole = (text: string): void => {
    const { parts, units, classes: phrases, separators: between } = splitUnits(text);
    expect(parts.map((part) => part.text).join("")).toBe(text);
    expect(parts.find((part) => text.slice(part.start, part.end) !== part.text)).toBeUndefined();
    expect(parts.find((part, index) => part.start !== (parts[index - 1]?.end ?? 0))).toBeUndefined();
    const all = new Set(parts);
    expect([...units, ...phrases, ...between].find((part) => !all.has(part))).toBeUndefined();
    expect(units.find((unit) => unit.text !== unit.text.trim())).toBeUndefined();
  };

  test("of cells made of names, signs and words", () => {
    fc.assert(fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => whole(pieces.join(""))), { numRuns: 500 });
  });

  test("of any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), whole));
  });

  test("of the sample ledger", () => {
    SEED_CELLS.forEach(whole);
  });

  test("of the longest cell, whatever is repeated", () => {
    for (const sign of ["市财政局和", "局和", "市 ", "、", "（", "（）", "等", "牵头：", "的", "市财政局（牵头）、", "1、", "各区、", "及与和以及"]) {
      whole(sign.repeat(Math.ceil(32_767 / sign.length)).slice(0, 32_767));
    }
  });
});

describe("known names", () => {
  const known = fc.constantFrom(...ALIAS_SETS.flat());

  test("stay whole alone", () => {
    for (const name of ALIAS_SETS.flat()) expect(names(name)).toEqual([name]);
  });

  test.each([["历下区和市发展和改革委员会", ["历下区", "市发展和改革委员会"]], ["济南市和平区教育局", ["济南市和平区教育局"]], ["马鞍山市和县教育局", ["马鞍山市和县教育局"]]])("%s: a place before 和", (cell, list) => {
    expect(names(cell)).toEqual(list);
  });

  test("come apart at every separator, in order", () => {
    fc.assert(
      fc.property(fc.uniqueArray(known, { minLength: 1, maxLength: 5 }), fc.constantFrom("、", "，", ", ", "；", "/", "／", "|", "\n", " ", "和", "及"), (list, sign) => {
        expect(names(list.join(sign))).toEqual(list);
      }),
      { numRuns: 300 },
    );
  });
});
