import { atomsOf, joinAtoms } from "../../../src/core/units/compound";

describe("rows of subjects", () => {
  test.each([
    ["教科体", ["教育", "科学技术", "体育"]],
    ["教育科技和体育", ["教育", "科学技术", "体育"]],
    ["发改科技", ["发展和改革", "科学技术"]],
    ["住房城乡建设和交通运输", ["住房和城乡建设", "交通运输"]],
    ["文旅体", ["文化", "旅游", "体育"]],
  ])("%s", (stem, atoms) => {
    expect(atomsOf(stem)).toEqual(atoms);
    expect(atomsOf(joinAtoms(atoms))).toEqual(atoms);
  });

  test.each(["教育", "水文", "公安", "", "教育某", "和教育体育", "教".repeat(40)])("%s is none", (stem) => {
    expect(atomsOf(stem)).toBeNull();
  });

  test("the row has one 和, before the last", () => {
    expect(joinAtoms(["住房和城乡建设", "人力资源和社会保障", "体育"])).toBe("住房城乡建设人力资源社会保障和体育");
  });
});
