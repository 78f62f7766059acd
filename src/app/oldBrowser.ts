/**
 * Gives Chromium 90 the few methods that came soon after and that code takes for granted (ECMAScript 2022 and 2023).
 * First import of every page and every worker; does nothing where the browser has them.
 */

/** The element at a place, counted from the end where negative; undefined outside (ECMA-262 23.1.3.1). */
function at(this: ArrayLike<unknown>, index = 0): unknown {
  const place = Math.trunc(index) || 0;
  return this[place < 0 ? this.length + place : place];
}

/** The place of the last element that passes, or -1 (ECMA-262 23.1.3.12). */
function findLastIndex(this: ArrayLike<unknown>, passes: (value: unknown, index: number, all: unknown) => unknown): number {
  let i = this.length - 1;
  while (i >= 0 && !passes(this[i], i, this)) i--;
  return i;
}

function findLast(this: ArrayLike<unknown>, passes: (value: unknown, index: number, all: unknown) => unknown): unknown {
  return this[findLastIndex.call(this, passes)];
}

function hasOwn(object: object, key: PropertyKey): boolean {
  return Object.prototype.hasOwnProperty.call(object, key);
}

/** What is added where it is missing: to which object, under which name. */
export const ADDED: readonly (readonly [target: object, name: string, method: (...given: never[]) => unknown])[] = [
  ...[Array.prototype, String.prototype, Object.getPrototypeOf(Uint8Array.prototype) as object].map((target) => [target, "at", at] as const),
  [Array.prototype, "findLast", findLast],
  [Array.prototype, "findLastIndex", findLastIndex],
  [Object, "hasOwn", hasOwn],
];

for (const [target, name, value] of ADDED) {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
}
