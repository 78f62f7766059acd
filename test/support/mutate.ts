import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** A generator of numbers below n that gives the same ones for the same seed. */
export type Chance = (n: number) => number;

/** Mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed | 0;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, n);
  };
}

/** Damage to the package itself: flipped, cut, doubled or overwritten bytes, other numbers in its headers. */
export function mutateBytes(bytes: Uint8Array, chance: Chance): Uint8Array {
  const changed = bytes.slice();
  const at = chance(bytes.length);
  switch (chance(5)) {
    case 0:
      for (let i = 0; i <= chance(8); i++) changed[chance(bytes.length)] = chance(256);
      return changed;
    case 1:
      return changed.subarray(0, at);
    case 2:
      return new Uint8Array([...changed.subarray(0, at), ...changed.subarray(chance(at + 1))]);
    case 3:
      changed[at] = (changed[at] ?? 0) ^ (1 << chance(8));
      return changed;
    default: {
      const tail = Math.max(0, bytes.length - 600 + chance(600));
      new DataView(changed.buffer).setUint32(Math.min(tail, bytes.length - 4), [0, 0xffffffff, 0x7fffffff, chance(70_000)][chance(4)] ?? 0, true);
      return changed;
    }
  }
}

const SCRAPS = ["<", ">", "&", '"', "</row>", "<row r=\"1048576\">", "<c r=\"XFD1\"><v>1</v></c>", "<c t=\"s\"><v>99999999</v></c>", "<![CDATA[", "]]>", "<!--", "<!DOCTYPE a>", "&#x0;", "_xFFFF_", "__proto__", "<is/>", "<mergeCell ref=\"A1:XFD1048576\"/>", "\0", "é", "<a><a><a>", "1e999", "-"];

/** Damage to the XML inside, packed again so that every checksum is right: cut, doubled, replaced, swapped parts. */
export function mutateParts(bytes: Uint8Array, chance: Chance): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const name = names[chance(names.length)] ?? "";
  const xml = strFromU8(parts[name] ?? new Uint8Array());
  const at = chance(xml.length);
  const to = Math.min(xml.length, at + chance(40));
  const variants = [
    xml.slice(0, at),
    xml.slice(0, at) + xml.slice(to),
    xml.slice(0, to) + xml.slice(at),
    xml.slice(0, at) + (SCRAPS[chance(SCRAPS.length)] ?? "") + xml.slice(at),
    xml.slice(0, at) + (SCRAPS[chance(SCRAPS.length)] ?? "") + xml.slice(to),
    strFromU8(parts[names[chance(names.length)] ?? ""] ?? new Uint8Array()),
    "",
  ];
  return zipSync({ ...parts, [name]: strToU8(variants[chance(variants.length)] ?? "") }, { level: 1 });
}

/** Damage to the bytes of one part, packed again so that every checksum is right. */
export function mutatePartBytes(bytes: Uint8Array, chance: Chance): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => (parts[name]?.length ?? 0) > 8);
  const name = names[chance(names.length)] ?? "";
  return zipSync({ ...parts, [name]: mutateBytes(parts[name] ?? new Uint8Array(8), chance) }, { level: 1 });
}

const LIES = [0, 1, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff];

/** Lying sizes, counts, places and methods in the headers of the entries, in the directory and at its end. */
export function mutateHeaders(bytes: Uint8Array, chance: Chance): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  const headers: number[] = [];
  for (let at = 0; at + 4 <= changed.length; at++) if (changed[at] === 0x50 && changed[at + 1] === 0x4b && (changed[at + 2] ?? 9) < 9) headers.push(at);
  for (let i = 0; i <= chance(3); i++) {
    const at = (headers[chance(headers.length)] ?? 0) + 4 + chance(42);
    if (at + 4 > changed.length) continue;
    const lie = LIES[chance(LIES.length)] ?? 0;
    if (chance(2) === 0) view.setUint16(at, lie & 0xffff, true);
    else view.setUint32(at, lie, true);
  }
  return changed;
}

const NUMBERS = ["0", "-1", "1", "16384", "16385", "1048576", "1048577", "4294967295", "99999999999999999999", "1e9", "NaN", ""];
const AREAS = ["A1:XFD1048576", "A1", "XFD1048576", "ZZZZ1:A1", "A0:B0", ":", "A1:B2:C3"];

/** Lying numbers and areas in the attributes and values of a part, packed again so that every checksum is right. */
export function mutateNumbers(bytes: Uint8Array, chance: Chance): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const name = names[chance(names.length)] ?? "";
  const xml = strFromU8(parts[name] ?? new Uint8Array());
  const places = [...xml.matchAll(/(?<==")[A-Z0-9:.-]+(?=")|(?<=>)[0-9.]+(?=<)/gu)];
  const place = places[chance(places.length)];
  if (place === undefined) return mutateParts(bytes, chance);
  const lies = /[A-Z]/u.test(place[0]) ? AREAS : NUMBERS;
  const lying = xml.slice(0, place.index) + (lies[chance(lies.length)] ?? "") + xml.slice(place.index + place[0].length);
  return zipSync({ ...parts, [name]: strToU8(lying) }, { level: 1 });
}
