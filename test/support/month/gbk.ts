/** Texts in GBK, as packers on Chinese Windows write the names of files. */
const CODES = new Map<string, readonly [number, number]>();
const decoder = new TextDecoder("gbk");
for (let first = 0x81; first <= 0xfe; first += 1) {
  for (let second = 0x40; second <= 0xfe; second += 1) {
    const char = second === 0x7f ? "" : decoder.decode(Uint8Array.of(first, second));
    if (Array.from(char).length === 1 && char !== "\ufffd" && !CODES.has(char)) CODES.set(char, [first, second]);
  }
}

export function gbk(text: string): Uint8Array {
  return Uint8Array.from(Array.from(text).flatMap((char) => CODES.get(char) ?? [char.charCodeAt(0)]));
}
