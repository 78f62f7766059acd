import type { BiffRecord } from "../../../src/files/xls/biffRecords";
import { Continued } from "../../../src/files/xls/continued";

/** Records laid one after the other, with four bytes of header before each. */
function records(...contents: readonly (readonly number[])[]): { readonly bytes: Uint8Array; readonly list: readonly BiffRecord[] } {
  const list: BiffRecord[] = [];
  const bytes: number[] = [];
  for (const content of contents) {
    bytes.push(0, 0, 0, 0);
    list.push({ type: 0x3c, start: bytes.length, end: bytes.length + content.length });
    bytes.push(...content);
  }
  return { bytes: Uint8Array.from(bytes), list };
}

test("numbers and gaps go across records", () => {
  const { bytes, list } = records([1, 2], [], [3, 4, 5], [6]);
  const from = new Continued(bytes, list);
  expect([from.number(1), from.number(4)]).toEqual([1, 0x05040302]);
  expect(from.isDone()).toBe(false);
  from.skip(7);
  expect([from.isDone(), from.number(2), from.text(3, true)]).toEqual([true, 0, ""]);
});

test("a text that goes on in the next record tells anew whether its characters are wide", () => {
  const { bytes, list } = records([0x41, 0x42], [1, 0x2d, 0x4e, 0x43, 0x00], [0, 0xe9]);
  expect(new Continued(bytes, list).text(5, false)).toBe("AB中Cé");
});

test("a pair of surrogates may be parted between two records", () => {
  const { bytes, list } = records([0x3d, 0xd8], [1, 0x00, 0xde]);
  expect(new Continued(bytes, list).text(2, true)).toBe("😀");
});

test("a text that ends before its length is what there is of it", () => {
  const { bytes, list } = records([0x41, 0x00, 0x42]);
  expect(new Continued(bytes, list).text(1000, true)).toBe("A");
});
