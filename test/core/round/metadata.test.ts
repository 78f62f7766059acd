import { formProperties, metadataOf } from "../../../src/core/round/metadata";

/** As a program leaves a text that takes the bytes of its UTF-8 for characters. */
const bytewise = (text: string): string => String.fromCharCode(...Buffer.from(text, "utf8"));

test.each([
  ["as it went out", (text: string) => text],
  ["saved by a program that reads UTF-8 byte by byte", bytewise],
  ["saved by it twice", (text: string) => bytewise(bytewise(text))],
])("a form is known again: %s", (_how, saved) => {
  const properties = new Map([...formProperties("2026年10月", "市财政局", "abc")].map(([name, text]) => [name, saved(text)]));
  expect(metadataOf({ properties })).toEqual({ round: "2026年10月", unit: "市财政局", parent: "abc" });
});

test("a name with accents stays as it is", () => {
  expect(metadataOf({ properties: new Map([["taizhang.unit", "Café Ñandú"]]) }).unit).toBe("Café Ñandú");
});
