import fc from "fast-check";
import { isOneSlip, nearNames } from "../../../src/core/units/near";

describe("isOneSlip", () => {
  test.each([
    // left, right, one slip apart
    ["农业农村局", "农业农村局", false],
    ["农业农村局", "农也农村局", true],
    ["农业农村局", "农业农局", true],
    ["农业农村局", "农业农村村局", true],
    ["农业农村局", "农业村农局", true],
    ["农业农村局", "农业水利局", false],
    ["农业农村局", "林业局", false],
    ["", "局", true],
  ])("%s, %s: %s", (left, right, slip) => {
    expect(isOneSlip(left, right)).toBe(slip);
    expect(isOneSlip(right, left)).toBe(slip);
  });

  test("any one change is a slip", () => {
    const text = fc.string({ minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(text, fc.nat(11), (word, at) => {
        const place = at % word.length;
        expect(isOneSlip(word, word.slice(0, place) + word.slice(place + 1))).toBe(true);
        expect(isOneSlip(word, `${word.slice(0, place)}\u4e00${word.slice(place)}`)).toBe(true);
      }),
    );
  });
});

describe("nearNames", () => {
  test.each([
    ["市住房诚乡建设局", ["市住房和城乡建设局"]],
    ["市市场监督管里局", ["市市场监督管理局"]],
    ["人力资源和社会保帐部", ["人力资源和社会保障部"]],
    ["历下区农业农材局", ["历下区农业农村局"]],
    ["张三", []],
    ["某".repeat(60), []],
  ])("%s", (text, names) => {
    expect(nearNames(text)).toEqual(names);
  });
});
