import fc from "fast-check";
import { ADDED } from "../../src/app/oldBrowser";

const methods = new Map(ADDED.map(([, name, method]) => [name, method as (this: unknown, ...given: unknown[]) => unknown]));

function added(name: string): (this: unknown, ...given: unknown[]) => unknown {
  const method = methods.get(name);
  if (method === undefined) throw new Error(`Nothing adds ${name}.`);
  return method;
}

test("at() finds what the browser's own would find, in arrays, texts and bytes", () => {
  const places = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.double({ min: -9, max: 9 }), fc.constantFrom(NaN, Infinity, -Infinity));
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 6 }), places, (values, place) => {
      for (const list of [values, String.fromCharCode(...values), Uint8Array.from(values)]) expect(added("at").call(list, place)).toBe(list.at(place));
    }),
  );
  expect(added("at").call([7])).toBe(7);
});

test("findLast() and findLastIndex() find what the browser's own would find", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9)), fc.nat(9), (values, limit) => {
      const passes = (value: unknown): boolean => Number(value) > limit;
      const [own, index] = [values.slice().reverse().find(passes), values.map(passes).lastIndexOf(true)];
      expect(added("findLast").call(values, passes)).toBe(own);
      expect(added("findLastIndex").call(values, passes)).toBe(index);
    }),
  );
});

test("hasOwn() asks the object itself, also one without a prototype", () => {
  const bare: unknown = Object.create(null);
  expect([{ a: 1 }, {}, bare].map((object) => added("hasOwn")(object, "a"))).toEqual([true, false, false]);
  expect(added("hasOwn")({}, "toString")).toBe(false);
});

test("a browser that has the methods keeps its own", () => {
  for (const [target, name, method] of ADDED) expect(Reflect.get(target, name)).not.toBe(method);
});
