import type { Light } from "../../core/lights/light";
import { DEFAULT_SETTINGS, type LightLook } from "../../core/lights/settings";
import { usePane } from "../usePane";

/** The word of a light on its colour, as the sheet shows it; `look` where other settings are being tried. */
export function LightMark({ light, look }: { readonly light: Light; readonly look?: LightLook }) {
  const { words, language, state } = usePane();
  const { fill, font, word } = look ?? (state.lights?.settings ?? DEFAULT_SETTINGS).looks[light];
  return <span className="tz-light" style={{ background: `#${fill}`, color: `#${font}` }}>{language === "zh" ? word : words.lights.light[light]}</span>;
}
