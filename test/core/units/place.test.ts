import { identifyUnit, unitKind } from "../../../src/core/units/identify";
import { parsePlace } from "../../../src/core/units/place";

describe("parsePlace", () => {
  test.each([
    // text, level, name, city
    ["", "none", "", null],
    ["国家", "national", "", null],
    ["省", "province", "省", null],
    ["山东省", "province", "山东省", null],
    ["山东", "province", "山东省", null],
    ["内蒙古", "province", "内蒙古自治区", null],
    ["市", "city", "市", "市"],
    ["我市", "city", "市", "市"],
    ["济南市", "city", "济南市", "济南市"],
    ["济南", "city", "济南市", "济南市"],
    ["山东省济南市", "city", "济南市", "济南市"],
    ["延边朝鲜族自治州", "city", "延边朝鲜族自治州", "延边朝鲜族自治州"],
    ["克孜勒苏柯尔克孜自治州", "city", "克孜勒苏柯尔克孜自治州", "克孜勒苏柯尔克孜自治州"],
    ["喀什地区", "city", "喀什地区", "喀什地区"],
    ["津市市", "city", "津市市", "津市市"],
    ["通州区", "county", "通州区", null],
    ["兰州新区", "zone", "兰州新区", "兰州市"],
    ["莱州市", "city", "莱州市", "莱州市"],
    ["区", "county", "区", null],
    ["历下区", "county", "历下区", null],
    ["市中区", "county", "市中区", null],
    ["济南市市中区", "county", "济南市市中区", "济南市"],
    ["济南市历下区", "county", "济南市历下区", "济南市"],
    ["朝阳区", "county", "朝阳区", null],
    ["黄山区", "county", "黄山区", null],
    ["浦东新区", "zone", "浦东新区", null],
    ["平阴县", "county", "平阴县", null],
    ["泰和县", "county", "泰和县", null],
    ["高新区", "zone", "高新技术产业开发区", null],
    ["济南高新区", "zone", "济南高新技术产业开发区", "济南市"],
    ["经开区", "zone", "经济技术开发区", null],
    ["历下区大明湖街道", "town", "历下区大明湖街道", null],
    ["大桥镇", "town", "大桥镇", null],
  ])("%s: %s %s", (text, level, name, city) => {
    expect(parsePlace(text)).toMatchObject({ level, name, city });
  });

  test("districts and counties whatever their name is made of", () => {
    const names =
      "历下区 市中区 槐荫区 天桥区 历城区 长清区 章丘区 济阳区 莱芜区 钢城区 平阴县 商河县 房山区 宝山区 金山区 萧山区 南山区 城关区 新城区 老城区 城区 郊区 矿区 " +
      "市南区 市北区 和平区 河西区 东西湖区 鼓楼区 开平区 开福区 长安区 桥西区 港口区 龙华区 光明区 白云区 南沙区 渝北区 阜城县 城固县 会宁县 社旗县 府谷县 永和县 " +
      "大厂回族自治县 关岭布依族苗族自治县 鄂温克族自治旗 神农架林区 科尔沁右翼前旗";
    for (const name of names.split(" ")) {
      expect([name, parsePlace(name)?.level]).toEqual([name, "county"]);
      expect([name, identifyUnit(`${name}政府`)]).toMatchObject([name, { canonical: `${name}人民政府`, how: "alias" }]);
      expect([name, unitKind(`${name}政府`)]).toEqual([name, "区县"]);
    }
  });

  test("a district alone is its government", () => {
    expect(["历城区", "费县", "城区", "区"].map((name) => unitKind(name))).toEqual(["区县", "区县", "其他", "其他"]);
  });

  test.each(["各区", "社区", "园区", "市财政局和市", "有关市", "甲乙丙", "城市", "市公安局", "省市场", "x"])("%s is no place", (text) => {
    expect(parsePlace(text)).toBeNull();
  });
});
