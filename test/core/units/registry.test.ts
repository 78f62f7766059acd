import { buildRegistry } from "../../../src/core/units/registry";
import { unitInFileName } from "../../../src/core/units/fileNameUnit";

const registry = buildRegistry([
  { name: "市应急管理局", count: 2 },
  { name: "市应急局", count: 1 },
  { name: "市发展改革委", count: 26 },
  { name: "市商务局", count: 3 },
  { name: "市财政局", count: 3 },
  { name: "历下区人民政府", count: 1 },
]);

describe("registry", () => {
  test("the file's most frequent spelling names the unit", () => {
    expect(registry.identify("市应急局")).toEqual({ text: "市应急局", canonical: "市应急管理局", how: "alias", candidates: [] });
    expect(registry.identify("市发改委").canonical).toBe("市发展改革委");
    expect(registry.identify("市安监局")).toMatchObject({ canonical: "市应急管理局", how: "rule" });
  });

  test("look-alikes stay apart", () => {
    expect(registry.same("市商务局", "市财政局")).toBe(false);
    expect(registry.keyOf("某某未知")).toBe("某某未知");
  });

  test("units written in several ways are told with their counts", () => {
    expect(registry.aliasPairs().map(({ name, forms }) => [name, forms])).toEqual([
      ["市应急管理局", [{ name: "市应急管理局", count: 2 }, { name: "市应急局", count: 1 }]],
    ]);
  });
});

describe("unitInFileName", () => {
  test.each([
    ["0001_市发展改革委.xlsx", "市发展改革委"],
    ["附件2：市商务局（最终版2）.xlsx", "市商务局"],
    ["市财政局(1).xls", "市财政局"],
    ["2025年10月台账-市发改委.xlsx", "市发展改革委"],
    ["历下区.xlsx", "历下区人民政府"],
    ["市应急局报送.xlsx", "市应急管理局"],
    ["台账.xlsx", null],
    ["市商务局市财政局.xlsx", null],
  ])("%s", (name, unit) => {
    expect(unitInFileName(name, registry)?.unit ?? null).toBe(unit);
  });
});
