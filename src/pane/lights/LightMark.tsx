import type { Light } from "../../core/lights/light";
import { DEFAULT_SETTINGS } from "../../core/lights/settings";
import { usePane } from "../usePane";

/** The word of a light on its colour, as the sheet shows it. */
export function LightMark({ light }: { readonly light: Light }) {
  const { words } = usePane();
  const { fill, font } = DEFAULT_SETTINGS.looks[light];
  return <span className="tz-light" style={{ background: `#${fill}`, color: `#${font}` }}>{words.lights.light[light]}</span>;
}
