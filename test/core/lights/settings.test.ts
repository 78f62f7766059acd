import { LIGHTS } from "../../../src/core/lights/light";
import {
  contrastOf, DEFAULT_SETTINGS, LIGHT_PRESETS, type LightLook, type LightSettings, presetSettings, settingsFaults,
} from "../../../src/core/lights/settings";
import { colourDistance, VISIONS } from "../../support/colourVision";

describe.each(LIGHT_PRESETS)("%s", (preset) => {
  const settings = presetSettings(preset);

  test("can be used", () => {
    expect(settingsFaults(settings)).toEqual([]);
    expect(settings.soonDays).toBe(30);
  });

  test.each(LIGHTS)("%s is legible on its fill", (light) => {
    expect(contrastOf(settings.looks[light].fill, settings.looks[light].font)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(VISIONS)("no two fills look alike to %s", (vision) => {
    LIGHTS.forEach((one, index) => {
      for (const other of LIGHTS.slice(index + 1)) {
        expect(colourDistance(settings.looks[one].fill, settings.looks[other].fill, vision)).toBeGreaterThan(20);
      }
    });
  });

  test("in greyscale the red is parted from every other light by a step of luminance", () => {
    for (const light of LIGHTS.filter((one) => one !== "overdue")) {
      expect(contrastOf(settings.looks.overdue.fill, settings.looks[light].fill)).toBeGreaterThanOrEqual(1.75);
    }
  });

  test("the words tell the lights apart without colour", () => {
    expect(new Set(LIGHTS.map((light) => settings.looks[light].word)).size).toBe(LIGHTS.length);
  });
});

test("contrast is reckoned as WCAG says", () => {
  expect(contrastOf("000000", "FFFFFF")).toBeCloseTo(21, 5);
  expect(contrastOf("777777", "FFFFFF")).toBeCloseTo(4.48, 2);
});

const withOverdue = (look: Partial<LightLook>): LightSettings => ({
  ...DEFAULT_SETTINGS, looks: { ...DEFAULT_SETTINGS.looks, overdue: { ...DEFAULT_SETTINGS.looks.overdue, ...look } },
});

test.each([
  ["a word with a space", withOverdue({ word: "逾 期" }), [{ kind: "word", light: "overdue" }]],
  ["no word", withOverdue({ word: "" }), [{ kind: "word", light: "overdue" }]],
  ["one word for two lights", withOverdue({ word: "滞后" }), [{ kind: "sameWord", light: "behind", other: "overdue" }]],
  ["a colour that is none", withOverdue({ fill: "red" }), [{ kind: "colour", light: "overdue" }]],
  ["pale on pale", withOverdue({ fill: "FFFFFF", font: "EEEEEE" }), [{ kind: "contrast", light: "overdue", contrast: contrastOf("FFFFFF", "EEEEEE") }]],
  ["half a day", { ...DEFAULT_SETTINGS, soonDays: 0.5 }, [{ kind: "soonDays" }]],
  ["less than no day", { ...DEFAULT_SETTINGS, soonDays: -1 }, [{ kind: "soonDays" }]],
])("refuses %s", (_, settings, faults) => {
  expect(settingsFaults(settings)).toEqual(faults);
});
