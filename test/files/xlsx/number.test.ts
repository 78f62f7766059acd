import fc from "fast-check";
import { parseNumber } from "../../../src/files/xlsx/number";

function parsed(text: string): number {
  const bytes = new TextEncoder().encode(`<v>${text}</v>`);
  return parseNumber(bytes, 3, bytes.length - 4);
}

test("every double comes back from every way of writing it", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: 1, max: 17 }), (number, digits) => {
      for (const text of [String(number), number.toPrecision(digits), number.toExponential(digits), number.toFixed(digits)]) {
        expect(parsed(text)).toBe(Number(text));
      }
    }),
    { numRuns: 500 },
  );
});

test("any row of digits with a point is read as `Number` reads it", () => {
  const digits = fc.string({ unit: fc.constantFrom("0", "1", "5", "9"), maxLength: 20 });
  fc.assert(
    fc.property(digits, digits, fc.boolean(), (whole, fraction, negative) => {
      const text = `${negative ? "-" : ""}${whole}.${fraction}`;
      expect(parsed(text)).toBe(whole + fraction === "" ? NaN : Number(text));
    }),
  );
});

test.each(["", " ", "abc", "0x10", "1e", "1.2.3", "--1", "1 2", "Infinity", "NaN", "１", "1,000", "e5"])("%j is no number", (text) => {
  expect(parsed(text)).toBeNaN();
});
