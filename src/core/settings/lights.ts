import { LIGHTS, type Light } from "../lights/light";
import { DEFAULT_SETTINGS, LIGHT_PRESETS, type LightLook, type LightPreset, type LightSettings, presetSettings, settingsFaults, withPreset } from "../lights/settings";
import type { Words } from "../rules/say";
import { choiceOf, type SettingRecord, type SettingSubject } from "./subject";

const PRESET = "配色";
const SOON = "临期天数";
const WORD = "用词";
const COLOUR = "颜色";
const AREA = "着色范围";
const WHOLE_ROW = "整行";

const LIGHT = choiceOf<Light>({
  overdue: "逾期", unverified: "已过时限·待核实", behind: "滞后", undecided: "待核定",
  "due-soon": "临期", "on-track": "正常", "no-deadline": "未明确时限", done: "已完成",
});

/** Preset, thresholds, words and colours of the lights. A preset comes first: colours of single lights go over it. */
export const lights: SettingSubject<LightSettings> = {
  word: "时限灯",
  initial: DEFAULT_SETTINGS,
  leads: PRESET,
  records(value) {
    const preset = nearestPreset(value);
    const base = presetSettings(preset);
    const records: SettingRecord[] = preset === LIGHT_PRESETS[0] ? [] : [[PRESET, preset]];
    if (value.soonDays !== base.soonDays) records.push([SOON, String(value.soonDays)]);
    if (value.wholeRow) records.push([AREA, WHOLE_ROW]);
    for (const light of LIGHTS) {
      const { word, fill, font } = value.looks[light];
      if (word !== base.looks[light].word) records.push([WORD, LIGHT.word(light), word]);
      if (!samePaint(value.looks[light], base.looks[light])) records.push([COLOUR, LIGHT.word(light), fill, font]);
    }
    return records;
  },
  take(before, [what, first, ...more]) {
    if (first === undefined) return null;
    if (what === PRESET) return more.length === 0 ? inPreset(before, first) : null;
    if (what === SOON) return more.length === 0 && /^\d{1,4}$/u.test(first) ? { ...before, soonDays: Number(first) } : null;
    if (what === AREA) return more.length === 0 && first === WHOLE_ROW ? { ...before, wholeRow: true } : null;
    return withLook(before, what, LIGHT.code(first), more);
  },
  fault(value) {
    const [fault] = settingsFaults(value);
    return fault ? sayFault(fault) : null;
  },
};

/** The preset that most of the colours are from. */
function nearestPreset({ looks }: LightSettings): LightPreset {
  let nearest: LightPreset = "红黄绿";
  let most = -1;
  for (const preset of LIGHT_PRESETS) {
    const base = presetSettings(preset).looks;
    const same = LIGHTS.filter((light) => samePaint(looks[light], base[light])).length;
    if (same > most) [nearest, most] = [preset, same];
  }
  return nearest;
}

/** The same words and days in the colours of a preset, or null where there is none of this name. */
function inPreset(before: LightSettings, name: string): LightSettings | null {
  const preset = LIGHT_PRESETS.find((own) => own === name);
  return preset ? withPreset(before, preset) : null;
}

function withLook(before: LightSettings, what: string | undefined, light: Light | null, given: readonly string[]): LightSettings | null {
  const [one, other] = given;
  if (light === null || one === undefined) return null;
  const look = before.looks[light];
  if (what === WORD && given.length === 1) return { ...before, looks: { ...before.looks, [light]: { ...look, word: one } } };
  if (what === COLOUR && given.length === 2 && other !== undefined) return { ...before, looks: { ...before.looks, [light]: { ...look, fill: one.toUpperCase(), font: other.toUpperCase() } } };
  return null;
}

function samePaint(left: LightLook, right: LightLook): boolean {
  return left.fill === right.fill && left.font === right.font;
}

function sayFault(fault: ReturnType<typeof settingsFaults>[number]): Words {
  switch (fault.kind) {
    case "word":
      return { zh: `“${LIGHT.word(fault.light)}”的用词应为 1 到 20 个字，不含空格和“|”`, en: `the word of “${fault.light}” must have 1 to 20 characters, without spaces and “|”` };
    case "sameWord":
      return { zh: `“${LIGHT.word(fault.light)}”与“${LIGHT.word(fault.other)}”用了同一个词`, en: `“${fault.light}” and “${fault.other}” have the same word` };
    case "colour":
      return { zh: `“${LIGHT.word(fault.light)}”的颜色应写作六位十六进制数，如 C00000`, en: `the colours of “${fault.light}” must be six hexadecimal digits such as C00000` };
    case "contrast":
      return { zh: `“${LIGHT.word(fault.light)}”的字色与底色太接近，看不清（对比度 ${fault.contrast.toFixed(1)}，至少 4.5）`, en: `the text of “${fault.light}” can't be read on its colour (contrast ${fault.contrast.toFixed(1)}, at least 4.5)` };
    case "soonDays":
      return { zh: "临期天数应为 0 到 3660 之间的整数", en: "the days of warning must be a whole number from 0 to 3660" };
  }
}
