import fc from "fast-check";
import { isDigit, isHan, isLatin } from "../../../src/core/text/chars";
import { protectedRanges, protector, replaceOutside } from "../../../src/core/text/protect";
import { ledgerText } from "../../support/ledgerText";

const parts = (text: string) => protectedRanges(text).map(({ start, end }) => text.slice(start, end));

test("titles and addresses are protected", () => {
  expect(parts("按《方案（2024 年版）》和《办法》报送 a_b@c.cn，见 https://a.cn/x?y=1。")).toEqual(["《方案（2024 年版）》", "《办法》", "a_b@c.cn", "https://a.cn/x?y=1"]);
});

test("a title that never closes protects nothing", () => {
  expect(parts(`《${"方案".repeat(120)}》`)).toEqual([]);
  expect(parts("《方案")).toEqual([]);
});

test("asked from left to right, each place gets the answer of a search", () => {
  fc.assert(
    fc.property(ledgerText(), (text) => {
      const ranges = protectedRanges(text);
      const touches = protector(text);
      for (let at = 0; at < text.length; at += 1) {
        expect(touches(at, at + 1)).toBe(ranges.some(({ start, end }) => at < end && at + 1 > start));
      }
    }),
    { numRuns: 200 },
  );
});

test("replacing gives place and groups, and leaves protected parts alone", () => {
  const seen: unknown[] = [];
  const text = replaceOutside("1a《2b》3c", /(\d)([a-z])/gu, (found, at, groups) => {
    seen.push([found, at, groups]);
    return "-";
  });
  expect(text).toBe("-《2b》-");
  expect(seen).toEqual([["1a", 0, ["1", "a"]], ["3c", 6, ["3", "c"]]]);
});

test("kinds of characters", () => {
  expect(Array.from("中〇㐀9a（", (char) => [isHan, isDigit, isLatin].map((is) => is(char.charCodeAt(0))))).toEqual([
    [true, false, false], [true, false, false], [true, false, false], [false, true, false], [false, false, true], [false, false, false],
  ]);
});
