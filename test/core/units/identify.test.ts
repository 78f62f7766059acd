import fc from "fast-check";
import { identifyUnit, identifyUnits, officialRank, unitKind } from "../../../src/core/units/identify";
import { ALIAS_SETS } from "./aliasSets";
import { GOLD_SETS } from "./goldSets";

const canonicals = (forms: readonly string[]) => [...new Set(forms.map((form) => identifyUnit(form).canonical))];

describe.each([
  ["own", ALIAS_SETS],
  ["gold", GOLD_SETS],
])("sets of names: %s", (_, sets) => {
  test.each(sets.map((set) => [set[0] ?? "", set] as const))("%s: all forms agree", (_name, set) => {
    expect(canonicals(set)).toHaveLength(1);
    for (const form of set) expect(identifyUnit(form).how).not.toBe("unknown");
  });

  test("no two sets meet", () => {
    const owners = new Map<string, string>();
    for (const set of sets) {
      for (const canonical of canonicals(set)) {
        expect([canonical, owners.get(canonical)]).toEqual([canonical, undefined]);
        owners.set(canonical, set[0] ?? "");
      }
    }
  });

  test("the canonical name is its own", () => {
    for (const canonical of sets.flatMap((set) => canonicals(set))) {
      expect(identifyUnit(canonical)).toEqual({ text: canonical, canonical, how: "exact", candidates: identifyUnit(canonical).candidates });
    }
  });

  test("several names at once are read as one by one", () => {
    const forms = sets.flat();
    expect(identifyUnits(forms).map(({ canonical }) => canonical)).toEqual(forms.map((form) => identifyUnit(form).canonical));
  });
});

describe("own sets", () => {
  test("the full official name comes first", () => {
    expect(ALIAS_SETS.length).toBeGreaterThan(360);
    for (const set of ALIAS_SETS) expect(canonicals(set)).toEqual([set[0]]);
  });

  test("layout, widths and a second name in brackets change nothing", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALIAS_SETS.flat()), fc.nat(10), fc.constantFrom(" ", "\u3000", "\n", "\u200b"), (name, at, blank) => {
        const cut = Math.min(at, name.length);
        expect(identifyUnit(name.slice(0, cut) + blank + name.slice(cut)).canonical).toBe(identifyUnit(name).canonical);
        expect(identifyUnit(`${name}（市某某办）`).canonical).toBe(identifyUnit(name).canonical);
      }),
    );
  });
});

test.each([["编办", "机构编制委员会办公室"], ["政法委", "政法委员会"]])("%s without its place keeps no lonely 委", (text, canonical) => {
  expect(identifyUnit(text).canonical).toBe(canonical);
});

describe("identifyUnit", () => {
  test.each([
    // text, canonical, how
    ["市发改委", "市发展和改革委员会", "alias"],
    ["市委编办", "市委机构编制委员会办公室", "alias"],
    ["市发展和改革委员会", "市发展和改革委员会", "exact"],
    ["市安监局", "市应急管理局", "rule"],
    ["农业部", "农业农村部", "rule"],
    ["科技部", "科学技术部", "alias"],
    ["县教科体局", "县教育科技和体育局", "alias"],
    ["区水利农业农村局", "区水利和农业农村局", "rule"],
    ["市低空经济办", "市低空经济办公室", "rule"],
    ["张三", "张三", "unknown"],
  ])("%s → %s (%s)", (text, canonical, how) => {
    expect(identifyUnit(text)).toMatchObject({ text, canonical, how });
  });

  test.each([
    // names that only look alike
    ["市商务局", "市财政局"],
    ["市教育局", "市体育局"],
    ["市水务局", "市税务局"],
    ["市公安局", "市安监局"],
    ["国网济南供电公司", "国网莱芜供电公司"],
    ["历下区教育局", "市教育局"],
    ["历下区教育局", "槐荫区教育局"],
    ["济南市教育局", "青岛市教育局"],
    ["省教育厅", "教育部"],
    ["区发改局", "区发改委"],
    ["市工信局", "市工信委"],
    ["县住建局", "区住建局"],
    ["济南高新区管委会", "莱芜高新区管委会"],
    ["市自然资源和规划局", "市规划和自然资源局"],
    ["市委办公室", "市政府办公室"],
    ["市委组织部", "省委组织部"],
  ])("%s is not %s", (left, right) => {
    expect(identifyUnit(left).canonical).not.toBe(identifyUnit(right).canonical);
  });

  test.each([
    ["市住房诚乡建设局", "市住房和城乡建设局"],
    ["市发展革委", "市发展和改革委员会"],
    ["市人力资源和社会障保局", "市人力资源和社会保障局"],
    ["市工业和信息局", "市工业和信息化局"],
    ["区农业农村厅", "区农业农村局"],
  ])("a slip is unknown and offered: %s", (text, candidate) => {
    const match = identifyUnit(text);
    expect(match).toMatchObject({ canonical: text, how: "unknown" });
    expect(match.candidates).toContain(candidate);
  });

  test("a reform that cities did differently gives candidates only", () => {
    expect(identifyUnit("市经贸委")).toMatchObject({ canonical: "市经济贸易委员会", candidates: ["市工业和信息化局", "市商务局"] });
  });

  test("a department of a unit is not the unit, which is offered", () => {
    expect(identifyUnit("市发改委环资处")).toMatchObject({ canonical: "市发展和改革委员会环资处", how: "rule", candidates: ["市发展和改革委员会"] });
  });

  test("the document's own city needs no name", () => {
    const names = (texts: readonly string[]) => identifyUnits(texts).map(({ canonical }) => canonical);
    expect(names(["济南市发展改革委", "市发改委"])).toEqual(["市发展和改革委员会", "市发展和改革委员会"]);
    expect(names(["济南市发展改革委", "青岛市发展改革委", "市发改委"])).toEqual(["济南市发展和改革委员会", "青岛市发展和改革委员会", "市发展和改革委员会"]);
    expect(names(["市税务局", "国家税务总局济南市税务局", "青岛市教育局"])).toEqual(["市税务局", "市税务局", "青岛市教育局"]);
    expect(names(["市教育局", "济南市财政局", "济南高新区管委会", "莱芜高新区管委会"]).slice(2)).toEqual([
      "高新技术产业开发区管理委员会", "莱芜高新技术产业开发区管理委员会",
    ]);
    expect(names(["市税务局", "济南市税务局", "青岛市税务局"])).toEqual(["市税务局", "济南市税务局", "青岛市税务局"]);
    expect(names(["济南市历下区教育局", "历下区教育局", "济南市教育局", "市教育局"])).toEqual(["历下区教育局", "历下区教育局", "市教育局", "市教育局"]);
  });

  test("bare names are the centre's, but not in a paper that leaves all levels out", () => {
    expect(identifyUnit("能源局").canonical).toBe("国家能源局");
    expect(identifyUnits(["教育局", "财政局", "统计局"]).map(({ canonical }) => canonical)).toEqual(["教育局", "财政局", "统计局"]);
    expect(identifyUnits(["教育部", "税务总局", "统计局"]).at(-1)?.canonical).toBe("国家统计局");
  });
});

describe("names made of any pieces", () => {
  const place = fc.constantFrom("", "市", "济南市", "济南", "历下区", "省", "山东省", "区", "县", "平阴县", "高新区", "济南市历下区", "国家", "中央", "中共市", "大桥镇");
  const house = fc.constantFrom("", "委", "政府", "工委");
  const part = fc.constantFrom(
    "发改", "教体", "文旅", "城管", "公安", "税务", "金融监管", "供电", "和", "交警", "国网", "移动", "人行", "局", "办", "中心", "支队", "公司", "集团", "分局", "管委会", "街道",
    "（市某办）", "某某", "处", "等",
  );
  const name = fc.tuple(place, house, fc.array(part, { maxLength: 4 })).map(([where, whose, parts]) => where + whose + parts.join(""));

  test("the canonical name of a canonical name is itself", () => {
    fc.assert(
      fc.property(name, (text) => {
        const { canonical } = identifyUnit(text);
        expect([text, identifyUnit(canonical).canonical]).toEqual([text, canonical]);
      }),
      { numRuns: 2000 },
    );
  });

  test("any text has an answer, and unknown ones keep their own words", () => {
    fc.assert(
      fc.property(fc.oneof(name, fc.string({ unit: "binary", maxLength: 50 })), (text) => {
        const match = identifyUnit(text);
        expect(match.text).toBe(text);
        if (match.how === "unknown") expect(match.canonical).toBe(text.trim());
      }),
    );
  });
});

describe("kinds and order", () => {
  test.each([
    ["市委宣传部", "党委"],
    ["市纪委监委", "党委"],
    ["市发改委", "政府组成部门"],
    ["市统计局", "直属"],
    ["历下区人民政府", "区县"],
    ["历下区", "区县"],
    ["高新区管委会", "区县"],
    ["市妇联", "人大政协群团"],
    ["团市委", "人大政协群团"],
    ["市法院", "人大政协群团"],
    ["市税务局", "中央驻地方"],
    ["人民银行济南分行", "中央驻地方"],
    ["国网济南供电公司", "企业"],
    ["市水务集团有限公司", "企业"],
    ["张三", "其他"],
  ])("%s: %s", (text, kind) => {
    expect(unitKind(text)).toBe(kind);
  });

  test("official order, whatever the spelling", () => {
    const list = ["国网济南供电公司", "历下区人民政府", "市统计局", "市教育局", "市委宣传部", "市税务局", "市发改委"];
    expect(list.sort((left, right) => officialRank(left) - officialRank(right))).toEqual([
      "市委宣传部", "市发改委", "市教育局", "市统计局", "历下区人民政府", "市税务局", "国网济南供电公司",
    ]);
    expect(officialRank("市发改委")).toBe(officialRank("市发展和改革委员会"));
  });
});
