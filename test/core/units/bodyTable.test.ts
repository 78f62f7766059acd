import { identifyUnit } from "../../../src/core/units/identify";
import { withoutAnd } from "../../../src/core/units/localBodies";
import { NATIONAL_BODIES } from "../../../src/core/units/national";
import { GOVERNMENT_SUBJECTS, PARTY_SUBJECTS, type Subject } from "../../../src/core/units/subjects";
import { POSSIBLE_SUCCESSORS, SUCCESSOR } from "../../../src/core/units/successors";

const PLACES = ["市", "区", "县", "省", "济南市", "历下区", "市中区", "浦东新区", "莱州市", "延边朝鲜族自治州", "高新区"];

interface Body {
  readonly official: string;
  readonly forms: readonly string[];
}

/** All bodies of a table by their full name without place, each with the ways it may be written. */
function bodiesOf(subjects: readonly Subject[]): readonly Body[] {
  return subjects.flatMap((subject) =>
    subject.suffixes
      .filter((suffix) => suffix !== "厅")
      .map((suffix) => ({
        official: subject.official + suffix,
        forms: [subject.official, withoutAnd(subject.official), ...subject.shorts].map((stem) => stem + suffix),
      })),
  );
}

const canonical = (text: string) => identifyUnit(text).canonical;

describe.each([
  ["government", "", GOVERNMENT_SUBJECTS],
  ["party", "委", PARTY_SUBJECTS],
])("every body of a %s in every place", (_, committee, subjects) => {
  const bodies = bodiesOf(subjects);

  test("no two lines of the table claim one name", () => {
    const names = bodies.map(({ official }) => official);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(PLACES)("%s: all forms agree with the full name", (place) => {
    for (const { official, forms } of bodies) {
      const full = canonical(place + committee + official);
      for (const form of forms) expect([form, canonical(place + committee + form)]).toEqual([form, full]);
    }
  });

  test.each(PLACES)("%s: no two bodies meet", (place) => {
    const found = bodies.map(({ official }) => canonical(place + committee + official));
    expect(found.filter((name, index) => found.indexOf(name) !== index)).toEqual([]);
  });

  test("no two places meet", () => {
    for (const { official } of bodies) {
      const found = PLACES.map((place) => canonical(place + committee + official));
      expect(new Set(found).size).toBe(PLACES.length);
    }
  });

  test("a full name is its own", () => {
    for (const place of PLACES) {
      for (const { official } of bodies) {
        const name = canonical(place + committee + official);
        expect(identifyUnit(name)).toMatchObject({ canonical: name, how: "exact" });
      }
    }
  });
});

describe("national bodies", () => {
  test("all forms agree, no two meet, the full name is its own", () => {
    for (const { official, shorts, formers } of NATIONAL_BODIES) {
      expect(identifyUnit(official)).toMatchObject({ canonical: official, how: "exact" });
      for (const form of shorts) expect([form, identifyUnit(form)]).toMatchObject([form, { canonical: official, how: "alias" }]);
      for (const form of formers) expect([form, identifyUnit(form)]).toMatchObject([form, { canonical: official, how: "rule" }]);
    }
  });
});

describe("reforms", () => {
  test("every predecessor of a city leads to a body that is listed, by rule", () => {
    for (const [former, successor] of SUCCESSOR) {
      const place = former.endsWith("厅") || former.endsWith("总队") ? "省" : "市";
      const match = identifyUnit(place + former);
      const target = identifyUnit(place + (successor.startsWith("市委") ? successor.slice(1) : successor));
      expect([former, target.how]).not.toEqual([former, "unknown"]);
      expect([former, match.how]).toEqual([former, "rule"]);
      if (!successor.endsWith("卫生健康局")) expect([former, match.canonical]).toEqual([former, target.canonical]);
    }
  });

  test("unclear successors are candidates, and the name keeps its own identity", () => {
    for (const [former, successors] of POSSIBLE_SUCCESSORS) {
      const match = identifyUnit(`市${former}`);
      expect(match.canonical).toBe(`市${former}`);
      expect(match.candidates).toEqual(successors.map((name) => (name.startsWith("市委") ? name : `市${name}`)));
    }
  });

  test("health bodies are commissions in cities and bureaus in counties", () => {
    expect([canonical("市卫生局"), canonical("县卫生局"), canonical("省卫生厅")]).toEqual(["市卫生健康委员会", "县卫生健康局", "省卫生健康委员会"]);
  });
});
