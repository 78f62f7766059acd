import fc from "fast-check";
import { readStatus, STATUS_NOISE, STATUS_SYNONYMS, STATUSES, statusForm, statusWord } from "../../../src/core/lights/status";

test.each([
  // as typed                 status
  ["已完成", "done"],
  ["完成", "done"],
  ["已办结", "done"],
  ["√", "done"],
  ["✔", "done"],
  ["完成１００％", "done"],
  ["已完成\n", "done"],
  ["已 完 成", "done"],
  ["已完成。", "done"],
  ["\u00a0已完成\u3000", "done"],
  ["全部完成", "done"],
  ["已销号", "done"],
  ["进行中", "ongoing"],
  ["进行中\u200b", "ongoing"],
  ["推进中", "ongoing"],
  ["正在推进", "ongoing"],
  ["持续推进", "ongoing"],
  ["按计划推进", "ongoing"],
  ["达序时", "ongoing"],
  ["基本完成", "ongoing"],
  ["未完成", "ongoing"],
  ["部分完成", "ongoing"],
  ["未启动", "notStarted"],
  ["尚未启动", "notStarted"],
  ["未开展", "notStarted"],
  ["滞后", "behind"],
  ["进度滞后", "behind"],
  ["未达进度", "behind"],
  ["推进\r\n缓慢", "behind"],
  // Words that only occur in a sentence decide nothing.
  ["", null],
  ["   ", null],
  ["未滞后", null],
  ["无滞后事项", null],
  ["已完成招标，正在施工", null],
  ["已完成80%", null],
  ["不涉及", null],
  ["|", null],
])("%j → %s", (text, status) => {
  expect(readStatus(text)).toBe(status);
});

test("each status reads back from its own word", () => {
  for (const status of STATUSES) expect(readStatus(statusWord(status))).toBe(status);
});

test("no wording stands under two statuses or twice, and all are in comparison form", () => {
  const words = STATUSES.flatMap((status) => STATUS_SYNONYMS[status]);
  expect(new Set(words).size).toBe(words.length);
  for (const word of words) expect(statusForm(word)).toBe(word);
});

test("layout never matters", () => {
  const noise = fc.constantFrom(...STATUS_NOISE, "\n", "\r", "\t");
  const word = fc.constantFrom(...STATUSES.flatMap((status) => STATUS_SYNONYMS[status]));
  fc.assert(
    fc.property(word, noise, fc.nat(), (text, sign, at) => {
      const cut = at % (text.length + 1);
      expect(readStatus(text.slice(0, cut) + sign + text.slice(cut))).toBe(readStatus(text));
    }),
  );
});

test("the form of a form is itself", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => expect(statusForm(statusForm(text))).toBe(statusForm(text))));
});
