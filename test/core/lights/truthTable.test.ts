/** Every combination of time × report × figure × a person's word, in the core and in the sheet. */
import type { CellValue } from "../../../src/core/grid/grid";
import { cellName } from "../../../src/core/grid/a1";
import { factsOf, type HandMarks, judgeFacts, NO_MARKS, NOT_DONE, type RowFacts } from "../../../src/core/lights/facts";
import { lightWord } from "../../../src/core/lights/formula";
import { HELPER_KEYS, placesFrom } from "../../../src/core/lights/helperColumns";
import { helperCells, refsOf, serialIn } from "../../../src/core/lights/helperRow";
import type { Verdict } from "../../../src/core/lights/verdict";
import { type Light, LIGHTS } from "../../../src/core/lights/light";
import { NO_ARRIVAL } from "../../../src/core/lights/replyState";
import { DEFAULT_SETTINGS } from "../../../src/core/lights/settings";
import { statusWord } from "../../../src/core/lights/status";
import type { Target } from "../../../src/core/targets/target";
import { calculate } from "../../support/formula";
import { LIGHT_LINES, type LightLine, MOMENT, MOVED_TO, TIMES } from "../../support/lightLines";

const ROW = 4;
const PLACES = placesFrom(5);
const REFS = refsOf(PLACES, { row: ROW, status: { row: ROW, col: 2 }, value: { row: ROW, col: 3 }, replies: [] }, 1);

/** About 30: a figure for every verdict. */
const FIGURES: Readonly<Record<Verdict, number>> = { reached: 30, short: 20, unclear: 27 };

function aTarget(time: LightLine["time"]): Target {
  return { clause: "约 30 个", start: 0, indicator: "数量", operator: "~", value: 30, scale: 1, unit: "个", baselineYear: null, qualitative: false, deadline: TIMES[time], from: "clause" };
}

function factsAt(time: LightLine["time"]): RowFacts {
  const facts = factsOf([aTarget(time)], null, { targetValue: null, targetPercent: false, valuePercent: false });
  return time === "moved" ? { ...facts, lanes: facts.lanes.map((lane) => ({ ...lane, postponedTo: MOVED_TO })) } : facts;
}

/** What a person may write, with the light that comes of it: null where what was computed stands. */
const WORDS: readonly (readonly [word: string, light: (computed: Light) => Light, overrides: (computed: Light) => boolean])[] = [
  ["", (computed) => computed, () => false],
  ...LIGHTS.map((light) => [DEFAULT_SETTINGS.looks[light].word, () => light, () => true] as const),
  ["待核实", () => "unverified", () => true],
  ["不再考核", () => "no-deadline", () => true],
  [NOT_DONE, (computed) => (computed === "unverified" ? "overdue" : computed), (computed) => computed === "unverified"],
  ["看过了", () => "undecided", () => true],
];

/** The light cell as the sheet counts it. */
function shown(facts: RowFacts, status: CellValue, value: CellValue, marks: HandMarks): CellValue {
  const report = { status, value };
  const judgement = judgeFacts(facts, report, marks, MOMENT.asOf, DEFAULT_SETTINGS);
  const cells = helperCells({ facts, report, replies: [], marks, arrival: NO_ARRIVAL, judgement }, REFS, MOMENT.asOf, DEFAULT_SETTINGS);
  const own = new Map(HELPER_KEYS.map((key) => [cellName(ROW, PLACES[key]), cells[key]]));
  const known = new Map<string, CellValue>([[REFS.asOf.replaceAll("$", ""), serialIn(MOMENT.asOf)], [cellName(ROW, 2), status], [cellName(ROW, 3), value]]);
  const at = (name: string): CellValue => {
    const held = known.get(name);
    if (held !== undefined) return held;
    const cell = own.get(name) ?? null;
    const found = cell !== null && typeof cell === "object" ? calculate(cell.formula, at) : cell;
    known.set(name, found);
    return found;
  };
  return at(cellName(ROW, PLACES.light));
}

test("every combination of time, report, figure and a person's word", () => {
  let combinations = 0;
  for (const { status, verdict, time, light: computed } of LIGHT_LINES) {
    const facts = factsAt(time);
    const [word, value] = [status && statusWord(status), verdict && FIGURES[verdict]];
    for (const [override, lightOf, overrides] of WORDS) for (const ground of ["会议纪要", ""]) {
      const marks = override === "" ? NO_MARKS : { ...NO_MARKS, override, ground };
      const [light, overridden] = [lightOf(computed), overrides(computed)];
      const said = [time, status, verdict, override];
      expect([...said, judgeFacts(facts, { status: word, value }, marks, MOMENT.asOf, DEFAULT_SETTINGS)]).toEqual([...said, expect.objectContaining({ light, overridden, computed })]);
      expect([...said, shown(facts, word, value, marks)]).toEqual([...said, lightWord(light, overridden, DEFAULT_SETTINGS)]);
      combinations += 1;
    }
  }
  expect(combinations).toBe(8 * 5 * 4 * WORDS.length * 2);
});
