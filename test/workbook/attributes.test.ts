import fc from "fast-check";
import { attributesOf, tagAttribute, withTagAttribute } from "../../src/workbook/attributes";

test.each([
  ['<c r="B3" s="4" t="s">', "s", "4"],
  ["<c r='B3' t='s'/>", "t", "s"],
  ['<c  r = "B3"\n\ts="4" >', "s", "4"],
  ['<c t="a r=\'5\' b">', "r", null],
  ['<x14ac:row x14ac:r="9" r="3">', "r", "3"],
  ['<c name="&lt;&#20013;&amp;">', "name", "<中&"],
  ['<c v="a>b" r="1">', "r", "1"],
  ["<c>", "r", null],
  ["<c/>", "r", null],
  ['<c r="1', "r", null],
])("in %s, %s is %j", (open, name, value) => expect(tagAttribute(open, name)).toBe(value));

test("setting keeps the others as they are written", () => {
  expect(withTagAttribute("<c  r='B3'  s=\"4\" />", "s", "12")).toBe("<c  r='B3'  s=\"12\" />");
  expect(withTagAttribute('<c r="B3"/>', "s", "1")).toBe('<c r="B3" s="1"/>');
  expect(withTagAttribute('<c r="B3" s="4" t="s">', "s", null)).toBe('<c r="B3" t="s">');
  expect(withTagAttribute('<c r="B3">', "s", null)).toBe('<c r="B3">');
});

test("what is set is read back, whatever the text", () => {
  const name = fc.constantFrom("r", "s", "x14ac:r", "min", "max");
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(name, fc.string({ unit: "binary" }).filter((text) => !/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(text))), { selector: ([key]) => key }), (values) => {
      const open = values.reduce((tag, [key, value]) => withTagAttribute(tag, key, value), "<c>");
      expect(values.map(([key]) => tagAttribute(open, key))).toEqual(values.map(([, value]) => value));
      expect(attributesOf(open)).toEqual(values);
      expect(values.reduce((tag, [key]) => withTagAttribute(tag, key, null), open)).toBe("<c>");
    }),
  );
});
