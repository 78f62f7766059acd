import { reportText } from "../../../src/core/round/report";

test("the page as a message: a line of the table is a line of text that says its columns", () => {
  expect(reportText([
    { kind: "title", text: "报送情况" }, { kind: "heading", text: "一、各单位" },
    { kind: "table", header: ["单位", "报送", "应报项"], rows: [["市水务局", "已收", 3], ["市教育局", "未报", 1]] },
    { kind: "text", text: "各单位均已报送。" },
  ])).toBe("报送情况\n一、各单位\n市水务局，报送 已收，应报项 3\n市教育局，报送 未报，应报项 1\n各单位均已报送。");
});
