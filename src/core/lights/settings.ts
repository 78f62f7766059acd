/** Words, colours and thresholds of the lights: settings of the workbook, because cities differ (blue is praise here, a warning there). */
import { LIGHTS, type Light } from "./light";

export interface LightLook {
  /** What the light cell says. */
  readonly word: string;
  /** "RRGGBB" */
  readonly fill: string;
  readonly font: string;
}

export type LightPreset = "红黄绿" | "蓝黄红" | "蓝橙红";

export interface LightSettings {
  readonly looks: Readonly<Record<Light, LightLook>>;
  /** A deadline is near when at most so many days are left. */
  readonly soonDays: number;
  /** Colour the whole row of the table, not only its 序号: the colours of the sheet's own cells are then hidden. */
  readonly wholeRow: boolean;
}

/** Why settings cannot be used. */
export type SettingsFault =
  | { readonly kind: "word"; readonly light: Light }
  | { readonly kind: "sameWord"; readonly light: Light; readonly other: Light }
  | { readonly kind: "colour"; readonly light: Light }
  /** Text on its fill has a contrast under 4.5 (WCAG 2.1, 1.4.3). */
  | { readonly kind: "contrast"; readonly light: Light; readonly contrast: number }
  | { readonly kind: "soonDays" };

const WORDS: Readonly<Record<Light, string>> = {
  overdue: "逾期", unverified: "已过时限·待核实", behind: "滞后", undecided: "待核定",
  "due-soon": "临期", "on-track": "正常", "no-deadline": "未明确时限", done: "已完成",
};

type Paint = readonly [fill: string, font: string];

/** No two fills are nearer than ΔE 20 to a red-green colour-blind reader; in grey the red is parted from all others, the word tells the rest. */
const RED: Paint = ["C00000", "FFFFFF"];
const PALE_RED: Paint = ["F08FA5", "4D0011"];
const ORANGE: Paint = ["F08A24", "2E1500"];
const GREY: Paint = ["F2F2F2", "404040"];

const PAINTS: Readonly<Record<LightPreset, Readonly<Record<Light, Paint>>>> = {
  红黄绿: {
    overdue: RED, unverified: PALE_RED, behind: ORANGE, undecided: ["C3A5E6", "2E1065"],
    "due-soon": ["FFEB70", "4D3B00"], "on-track": ["50AA5A", "041C00"], "no-deadline": GREY, done: ["0E3566", "FFFFFF"],
  },
  // Where blue is the first warning, what is done cannot be blue as well.
  蓝黄红: {
    overdue: RED, unverified: PALE_RED, behind: ["FFE04D", "4D3B00"], undecided: ["4A1A78", "FFFFFF"],
    "due-soon": ["6FA8DC", "001F3D"], "on-track": ["D2EDB8", "123A12"], "no-deadline": GREY, done: ["0F3D1E", "FFFFFF"],
  },
  蓝橙红: {
    overdue: RED, unverified: PALE_RED, behind: ORANGE, undecided: ["4A1A78", "FFFFFF"],
    "due-soon": ["6FA8DC", "001F3D"], "on-track": ["D2EDB8", "123A12"], "no-deadline": GREY, done: ["0F3D1E", "FFFFFF"],
  },
};

export const LIGHT_PRESETS = Object.keys(PAINTS) as readonly LightPreset[];

/** The settings of a preset, 30 days' warning, the words of DESIGN. */
export function presetSettings(preset: LightPreset): LightSettings {
  const look = (light: Light): LightLook => ({ word: WORDS[light], fill: PAINTS[preset][light][0], font: PAINTS[preset][light][1] });
  return {
    looks: {
      overdue: look("overdue"), unverified: look("unverified"), behind: look("behind"), undecided: look("undecided"),
      "due-soon": look("due-soon"), "on-track": look("on-track"), "no-deadline": look("no-deadline"), done: look("done"),
    },
    soonDays: 30,
    wholeRow: false,
  };
}

/** The preset whose colours these are, or null where a person mixed their own. */
export function presetOf({ looks }: LightSettings): LightPreset | null {
  return LIGHT_PRESETS.find((preset) => LIGHTS.every((light) => looks[light].fill === PAINTS[preset][light][0] && looks[light].font === PAINTS[preset][light][1])) ?? null;
}

/** The same words and thresholds in the colours of a preset. */
export function withPreset(settings: LightSettings, preset: LightPreset): LightSettings {
  const looks = LIGHTS.map((light) => [light, { word: settings.looks[light].word, fill: PAINTS[preset][light][0], font: PAINTS[preset][light][1] }]);
  return { ...settings, looks: Object.fromEntries(looks) as LightSettings["looks"] };
}

export const DEFAULT_SETTINGS: LightSettings = presetSettings("红黄绿");

const COLOUR = /^[0-9A-F]{6}$/u;
/** A word must survive in a formula's text and be found again without white space. */
const WORD = /^[^\s|]{1,20}$/u;

/** What is wrong with the settings, in the order of the lights; empty where they can be used. */
export function settingsFaults(settings: LightSettings): readonly SettingsFault[] {
  const faults: SettingsFault[] = [];
  LIGHTS.forEach((light, index) => {
    const { word, fill, font } = settings.looks[light];
    if (!WORD.test(word)) faults.push({ kind: "word", light });
    const other = LIGHTS.slice(0, index).find((earlier) => settings.looks[earlier].word === word);
    if (other) faults.push({ kind: "sameWord", light, other });
    if (!COLOUR.test(fill) || !COLOUR.test(font)) faults.push({ kind: "colour", light });
    else if (contrastOf(fill, font) < 4.5) faults.push({ kind: "contrast", light, contrast: contrastOf(fill, font) });
  });
  if (!Number.isInteger(settings.soonDays) || settings.soonDays < 0 || settings.soonDays > 3660) faults.push({ kind: "soonDays" });
  return faults;
}

/** The contrast of two colours as WCAG 2.1 reckons it, 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (bright + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const channel = (from: number): number => {
    const share = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4);
}
