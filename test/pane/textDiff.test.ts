import fc from "fast-check";
import { diffPieces } from "../../src/pane/diffPieces";

const side = (from: string, to: string, kind: "added" | "removed"): string =>
  diffPieces(from, to).filter((piece) => piece.kind === "same" || piece.kind === kind).map(({ text }) => text).join("");

test("the pieces give back both texts, whatever they are", () => {
  fc.assert(fc.property(fc.string(), fc.string(), (from, to) => {
    expect(side(from, to, "removed")).toBe(from);
    expect(side(from, to, "added")).toBe(to);
  }));
});

test.each([
  ["达到70%以上，力争更多", "达到70% 以上，力争更多", ["same 达到70%", "added  ", "same 以上，力争更多"]],
  ["85", "82", ["removed 85", "added 82"]],
  [" 市发改委", "市发改委", ["removed  ", "same 市发改委"]],
  ["", "已完成", ["added 已完成"]],
  ["已完成", "", ["removed 已完成"]],
  ["同样", "同样", ["same 同样"]],
  ["", "", []],
])("%j → %j", (from, to, pieces) => {
  expect(diffPieces(from, to).map(({ kind, text }) => `${kind} ${text}`)).toEqual(pieces);
});

test("texts that share next to nothing are shown whole", () => {
  expect(diffPieces("一二三四五六七八九十甲乙", "子丑寅卯辰巳午未申酉戌十").map(({ kind }) => kind)).toEqual(["removed", "added"]);
});
