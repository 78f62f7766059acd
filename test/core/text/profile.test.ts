import fc from "fast-check";
import { comparisonForm } from "../../../src/core/text/compare";
import { inHabit, learnProfile, majority, type Sample } from "../../../src/core/text/profile";
import { SignScan } from "../../../src/core/text/signScan";
import { shareSign, signSet } from "../../../src/core/text/signs";
import { inKind, type Trait } from "../../../src/core/text/traits/trait";
import { TRAITS, type TraitName } from "../../../src/core/text/traits/traits";
import { ledgerText, NAMES_TO_KEEP } from "../../support/ledgerText";

const NAMES = Object.keys(TRAITS) as TraitName[];
const traitOf = (name: TraitName): Trait => TRAITS[name];
const issued = (text: string): Sample => ({ surface: "text", text, issued: true });
const reply = (text: string): Sample => ({ surface: "text", text, issued: false });

test.each([
  // counts, majority
  [{ a: 4, b: 1 }, "a"],
  [{ a: 3 }, null],
  [{ a: 3, b: 1 }, null],
  [{ a: 7, b: 3 }, null],
  [{ a: 8, b: 2 }, "a"],
  [{ a: 1, b: 40 }, "b"],
  [{}, null],
])("of %j the clear majority is %s", (places, kind) => {
  expect(majority(places)).toBe(kind);
});

describe("a profile", () => {
  const spaced = ["到 2025 年", "建成 20 家"].map(issued);

  test("learns what the issued text mostly does", () => {
    expect(learnProfile(spaced, "master").habits.hanDigit).toEqual({ kind: "spaced", places: { spaced: 4 }, learned: true });
  });

  test("is not talked over by many replies", () => {
    const replies = Array.from({ length: 50 }, () => reply("已建成20家"));
    expect(learnProfile([...spaced, ...replies], "master").habits.hanDigit?.kind).toBe("spaced");
    expect(learnProfile([issued("到 2025 年"), ...replies], "master").habits.hanDigit).toBeUndefined();
  });

  test("asks the replies where nothing is issued", () => {
    expect(learnProfile([reply("已建成20家"), reply("已建成30家")], "master").habits.hanDigit?.kind).toBe("tight");
  });

  test("leaves open what the ledger has no habit of and no standard settles", () => {
    expect(learnProfile([issued("到2025 年")], "master").habits.hanDigit).toBeUndefined();
    expect(learnProfile([], "master").habits.unitSeparator).toMatchObject({ kind: "、", learned: false });
  });

  test("counts equal texts each time", () => {
    expect(learnProfile([issued("到 2025 年"), issued("到 2025 年")], "master").habits.hanDigit?.places).toEqual({ spaced: 4 });
  });

  test("of the standards does not learn, and none has no habits", () => {
    expect(learnProfile(spaced, "official").habits.hanDigit).toMatchObject({ kind: "tight", learned: false });
    expect(learnProfile(spaced, "none").habits).toEqual({});
  });
});

describe.each(NAMES)("the trait %s", (name) => {
  const trait = traitOf(name);

  test("goes by its own name, and knows the standard among its kinds", () => {
    expect(trait.name).toBe(name);
    for (const kind of [trait.standard, trait.otherwise]) if (kind !== null) expect(trait.kinds).toContain(kind);
  });

  test("finds its sites in order, of its kinds, where its signs say", () => {
    fc.assert(
      fc.property(ledgerText(), (text) => {
        let from = 0;
        for (const { kind, start, end } of trait.sites(text)) {
          expect(trait.kinds).toContain(kind);
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeLessThanOrEqual(text.length);
          const signs = trait.signs?.[kind];
          if (signs) expect(shareSign(signSet(signs), new SignScan().read(text))).toBe(true);
          from = Math.max(start, end);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("is counted by a scan as by its sites, unless a sign forbids it", () => {
    fc.assert(
      fc.property(ledgerText(), (text) => {
        const scan = new SignScan().read(text);
        if (!trait.counted || shareSign(signSet(trait.counted.unless), scan)) return;
        const sites = trait.sites(text);
        for (const kind of trait.kinds) expect(trait.counted.times(scan.tallies, kind)).toBe(sites.filter((site) => site.kind === kind).length);
      }),
      { numRuns: 2000 },
    );
  });

  test("written in one kind has no other left, and is at rest", () => {
    fc.assert(
      fc.property(ledgerText(), fc.constantFrom(...trait.kinds), (text, kind) => {
        const once = inKind(trait, text, kind);
        expect(inKind(trait, once, kind)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });
});

test("spacing is the same text to a comparison", () => {
  const names: readonly TraitName[] = ["hanDigit", "hanLatin", "percentHan", "digitPercent", "percentWidth", "bracketWidth", "markWidth"];
  fc.assert(
    fc.property(ledgerText(), fc.constantFrom(...names), (text, name) =>
      traitOf(name).kinds.every((kind) => comparisonForm(inKind(traitOf(name), text, kind)) === comparisonForm(text)),
    ),
    { numRuns: 500 },
  );
});

test("names and codes keep their marks under the standards", () => {
  const profile = learnProfile([], "official");
  const names: readonly TraitName[] = ["bracketWidth", "markWidth", "quoteJoint", "rangeSign"];
  const kept = NAMES_TO_KEEP.map((text) => names.reduce((now: string, name) => inHabit(profile, name, now), text));
  expect(kept).toEqual([...NAMES_TO_KEEP]);
});

test.each([
  // trait, kind, from, to
  ["hanDigit", "spaced", "到2025年，《2024年方案》，建成 20家", "到 2025 年，《2024年方案》，建成 20 家"],
  ["hanDigit", "tight", "到 2025 年，GB 55015", "到2025年，GB 55015"],
  ["hanLatin", "spaced", "推进DCMM贯标", "推进 DCMM 贯标"],
  ["percentHan", "spaced", "70%以上、80%", "70% 以上、80%"],
  ["digitPercent", "tight", "70 %", "70%"],
  ["markWidth", "full", "70%;到 2027 年,建成", "70%；到 2027 年，建成"],
  ["markWidth", "full", "1,推进", "1,推进"],
  ["markWidth", "full", "采用 DCMM, CT 等", "采用 DCMM, CT 等"],
  ["bracketWidth", "full", "各区(功能区)和(A1)", "各区（功能区）和(A1)"],
  ["digitWidth", "half", "达到７０％和５５．２", "达到70%和55.2"],
  ["quoteJoint", "joined", "“甲”、“乙”、《丙》、《丁》", "“甲”“乙”、《丙》《丁》"],
  ["rangeSign", "full", "5~10 家", "5～10 家"],
] as const)("%s as %s: %s → %s", (name, kind, from, to) => {
  expect(inKind(traitOf(name), from, kind)).toBe(to);
});

test.each([
  ["unitSeparator", "、", "市财政局，市商务局", "市财政局、市商务局"],
  ["unitSeparator", "、", "各区县（含功能区，街道）、市商务局", "各区县（含功能区，街道）、市商务局"],
  ["unitSeparator", "、", "市财政局\n市商务局", "市财政局、市商务局"],
  ["unitGap", "tight", "市财政局 、  市商务局", "市财政局、市商务局"],
  ["chapterMark", "、", "一.工作目标", "一、工作目标"],
  ["sectionMark", "", "（一）、工业", "（一）工业"],
  ["sectionBracket", "full", "(一) 工业(试行)", "（一） 工业(试行)"],
  ["sectionGap", "tight", "(一) 工业", "(一)工业"],
  ["chapterGap", "tight", "一、 工作目标", "一、工作目标"],
] as const)("%s as “%s”: %s → %s", (name, kind, from, to) => {
  expect(inKind(traitOf(name), from, kind)).toBe(to);
});
