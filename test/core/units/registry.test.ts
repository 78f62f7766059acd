import fc from "fast-check";
import { buildRegistry, type UnitName } from "../../../src/core/units/registry";
import { unitInFileName } from "../../../src/core/units/fileNameUnit";
import { splitUnits } from "../../../src/core/units/splitUnits";
import { ALIAS_SETS } from "./aliasSets";
import { SEED_CELLS } from "./seedCells";

function registryOf(names: Readonly<Record<string, number>>) {
  return buildRegistry(Object.entries(names).map(([name, count]) => ({ name, count })));
}

function seedNames(): readonly UnitName[] {
  const counts = new Map<string, number>();
  for (const cell of SEED_CELLS) for (const { text } of splitUnits(cell).units) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}

const city = registryOf({
  市应急管理局: 2, 市应急局: 1, 市发展改革委: 26, 市商务局: 3, 市财政局: 3, 历下区人民政府: 1, 槐荫区人民政府: 1, 市住房城乡建设局: 11, 国网济南供电公司: 1,
  国网莱芜供电公司: 1, 市口岸物流办: 2, 市委金融办: 1, 市低空经济专班: 1, 市住房诚乡建设局: 1,
});

describe("identify", () => {
  test.each([
    // text, canonical, how, candidates
    ["市应急管理局", "市应急管理局", "exact", []],
    ["市应急局", "市应急管理局", "alias", []],
    ["市安监局", "市应急管理局", "rule", []],
    ["市发改委", "市发展改革委", "alias", []],
    ["市发展和改革委员会", "市发展改革委", "alias", []],
    ["市 商务局", "市商务局", "exact", []],
    ["市金融办", "市委金融办", "rule", []],
    ["历下区", "历下区人民政府", "alias", []],
    ["济南供电公司", "国网济南供电公司", "alias", []],
    ["市低空经济专班", "市低空经济专班", "exact", []],
    // not in the file: the full official name
    ["市教育局", "市教育局", "exact", []],
    ["市工信局", "市工业和信息化局", "alias", []],
    // in the file, but likely a slip of another
    ["市住房诚乡建设局", "市住房诚乡建设局", "exact", ["市住房城乡建设局"]],
    // unknown, with what it may mean
    ["商务局", "商务局", "unknown", ["市商务局"]],
    ["发改委", "发改委", "unknown", ["市发展改革委"]],
    ["市应急管里局", "市应急管里局", "unknown", ["市应急管理局"]],
    ["市发改局", "市发展和改革局", "alias", ["市发展改革委"]],
    ["市口岸办", "市口岸办公室", "alias", ["市口岸物流办"]],
    ["张三", "张三", "unknown", []],
    // another place's body of the same kind is no candidate
    ["市中区商务局", "市中区商务局", "exact", []],
  ])("%s → %s (%s)", (text, canonical, how, candidates) => {
    expect(city.identify(text)).toEqual({ text, canonical, how, candidates });
  });

  test("look-alikes stay apart", () => {
    for (const [left, right] of [["市商务局", "市财政局"], ["国网济南供电公司", "国网莱芜供电公司"], ["历下区", "槐荫区"], ["市商务局", "历下区商务局"], ["张三", "李四"]] as const) {
      expect([left, right, city.same(left, right)]).toEqual([left, right, false]);
    }
  });

  test("a city's own name adds nothing in its file, another city's does", () => {
    const home = registryOf({ 市教育局: 3, 济南市财政局: 1, 市财政局: 2, 历下区人民政府: 1 });
    expect(home.identify("济南市教育局").canonical).toBe("市教育局");
    expect(home.same("济南市财政局", "市财政局")).toBe(true);
    expect(home.same("青岛市教育局", "市教育局")).toBe(false);
    expect(home.same("历下区教育局", "市教育局")).toBe(false);
  });

  test("the home city shows in what the ledger speaks of", () => {
    const names = [{ name: "市教育局", count: 2 }, { name: "市财政局", count: 1 }];
    const home = buildRegistry(names, ["济南市重点工作台账", "落实济南市实施方案，学习青岛市经验", "发展济南市场"]);
    expect(home.identify("济南市教育局")).toMatchObject({ canonical: "市教育局", how: "alias" });
    expect(home.same("青岛市教育局", "市教育局")).toBe(false);
    const unclear = buildRegistry(names, ["学习济南市、青岛市经验"]);
    expect(unclear.same("济南市教育局", "市教育局")).toBe(false);
    expect(unclear.identify("济南市教育局").candidates).toEqual(["市教育局"]);
  });

  test("a district's own name adds nothing in a district's file only", () => {
    const district = registryOf({ 区教育局: 3, 历下区财政局: 1, 区财政局: 2 });
    expect(district.same("历下区教育局", "区教育局")).toBe(true);
    const of = registryOf({ 市教育局: 3, 市财政局: 2, 历下区财政局: 1, 区财政局: 1 });
    expect(of.same("历下区财政局", "区财政局")).toBe(false);
  });

  test("a paper without level words has its own units, not the centre's", () => {
    const bare = registryOf({ 教育局: 3, 财政局: 2, 统计局: 1, 市监局: 1 });
    expect(bare.identify("统计局")).toMatchObject({ canonical: "统计局", how: "exact" });
    expect(bare.same("市监局", "市场监管局")).toBe(true);
  });
});

describe("keys", () => {
  test("names that nobody knows go by their comparison form", () => {
    expect(city.keyOf("某 某，未知")).toBe("某某,未知");
    expect(city.same("某某 未知", "某某未知")).toBe(true);
    expect(city.keyOf("")).toBe("");
  });

  test("same is what keys say, and no key depends on the order or on the counts of the names", () => {
    const name = fc.constantFrom(...ALIAS_SETS.flat());
    fc.assert(
      fc.property(fc.array(fc.record({ name, count: fc.nat(9) }), { maxLength: 20 }), name, name, (names, left, right) => {
        const registry = buildRegistry(names);
        const reversed = buildRegistry([...names].reverse().map((one) => ({ ...one, count: 9 - one.count })));
        expect(registry.same(left, right)).toBe(registry.keyOf(left) === registry.keyOf(right));
        expect(reversed.keyOf(left)).toBe(registry.keyOf(left));
        expect(registry.identify(left).canonical === registry.identify(right).canonical).toBe(registry.same(left, right));
      }),
    );
  });
});

describe("alias pairs", () => {
  test("of the sample ledger: the two that it has, with their counts", () => {
    const pairs = buildRegistry(seedNames()).aliasPairs();
    expect(pairs.map(({ name, forms }) => [name, forms.map((form) => form.name)])).toEqual([
      ["市应急管理局", ["市应急管理局", "市应急局"]],
      ["市文化和旅游局", ["市文化和旅游局", "市文化旅游局"]],
    ]);
  });

  test("layout and widths are no second way to write a name", () => {
    expect(registryOf({ 市财政局: 2, "市 财政局": 1 }).aliasPairs()).toEqual([]);
  });

  test("the most frequent spelling names the unit, of equals the first", () => {
    expect(registryOf({ 市住建局: 1, 市住房城乡建设局: 2 }).units.map(({ name }) => name)).toEqual(["市住房城乡建设局"]);
    expect(registryOf({ 市住建局: 1, 市住房城乡建设局: 1 }).units.map(({ name }) => name)).toEqual(["市住建局"]);
  });

  test("kind and official order come along", () => {
    const { units } = registryOf({ 国网济南供电公司: 1, 历下区人民政府: 1, 市发展改革委: 1, 市委宣传部: 1 });
    expect([...units].sort((left, right) => left.rank - right.rank).map(({ name, kind }) => [name, kind])).toEqual([
      ["市委宣传部", "党委"],
      ["市发展改革委", "政府组成部门"],
      ["历下区人民政府", "区县"],
      ["国网济南供电公司", "企业"],
    ]);
  });
});

describe("unitInFileName", () => {
  test.each([
    // name, unit, rest
    ["0001_市发展改革委.xlsx", "市发展改革委", "0001_"],
    ["附件2：市商务局（最终版2）.xlsx", "市商务局", "附件2：（最终版2）"],
    ["市财政局(1).xls", "市财政局", "(1)"],
    ["2025年10月台账-市发改委.xlsx", "市发展改革委", "2025年10月台账-"],
    ["历下区.xlsx", "历下区人民政府", ""],
    ["市应急局报送.xlsx", "市应急管理局", "报送"],
    ["济南市推动大规模设备更新和消费品以旧换新工作台账（市商务局）.xlsx", "市商务局", "济南市推动大规模设备更新和消费品以旧换新工作台账（）"],
    ["回收/各单位/市住建局.XLSX", "市住房城乡建设局", ""],
    ["市商务局-市商务局反馈.xlsx", "市商务局", "-市商务局反馈"],
    ["国网济南供电公司.xlsx", "国网济南供电公司", ""],
    ["商务局.xlsx", "市商务局", ""],
    ["应急局10月.xlsx", "市应急管理局", "10月"],
    ["市低空经济专班.xlsx", "市低空经济专班", ""],
  ])("%s", (name, unit, rest) => {
    expect(unitInFileName(name, city)).toEqual({ unit, rest });
  });

  test.each([
    ["no unit", "台账.xlsx"],
    ["a unit that the file lacks", "市教育局.xlsx"],
    ["two units", "市商务局、市财政局.xlsx"],
    ["a city", "济南市台账.xlsx"],
    ["nothing", ""],
    ["only a number", "0001.xlsx"],
  ])("%s: null", (_, name) => {
    expect(unitInFileName(name, city)).toBeNull();
  });

  test("every unit of the sample ledger is found in a name made of it", () => {
    const registry = buildRegistry(seedNames());
    for (const { forms, name } of registry.units) {
      for (const form of forms) {
        for (const file of [`0001_${form.name}.xlsx`, `附件1：${form.name}（修改）.xls`, `2025年9月${form.name}反馈.xlsx`]) {
          expect([file, unitInFileName(file, registry)?.unit]).toEqual([file, name]);
        }
      }
    }
  });
});
