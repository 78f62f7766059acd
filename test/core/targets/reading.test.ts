import fc from "fast-check";
import { endIn, placeIn, read, wordsIn } from "../../../src/core/targets/reading";

test.each([
  ["到 ２０２５ 年，达到７０％以上", "到2025年，达到70%以上"],
  ["“三改”、\"联动\"", "“三改”、“联动”"],
  ["1,200 个,其中 30 000", "1,200个，其中30 000"],
  ["10:30 前;完成", "10:30前；完成"],
  ["２０２４—２０２７年（试行）", "2024-2027年(试行)"],
  ["无 空\u200b格\u00a0", "无空格"],
])("%s is read as %s", (source, text) => expect(read(source).text).toBe(text));

test("every sign finds its place again, and words come back as written", () => {
  const signs = Array.from("到２０25 年　，,;:“\"（(达%％\u200b\n");
  fc.assert(fc.property(fc.array(fc.constantFrom(...signs)).map((parts) => parts.join("")), fc.nat(20), (source, offset) => {
    const reading = read(source, offset);
    let last = offset - 1;
    for (let at = 0; at < reading.text.length; at++) {
      const place = placeIn(reading, at);
      expect(place).toBeGreaterThan(last);
      expect(read(source.charAt(place - offset)).text.length).toBeLessThanOrEqual(1);
      last = place;
    }
    if (reading.text.length > 0) {
      expect(wordsIn(reading, 0, reading.text.length)).toBe(source.slice(placeIn(reading, 0) - offset, endIn(reading, reading.text.length) - offset));
    }
  }));
});
