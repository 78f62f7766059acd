import { LIGHTS } from "../../core/lights/light";
import { Disclosure } from "../Disclosure";
import { usePane } from "../usePane";
import { LightMark } from "./LightMark";

/** The eight lights with what they mean, worst first. */
export function Legend() {
  const { words } = usePane();
  return (
    <Disclosure label={<span className="tz-grow tz-strong">{words.lights.legend}</span>}>
      {() => (
        <>
          <dl className="tz-stack">
            {LIGHTS.map((light) => (
              <div key={light}>
                <dt><LightMark light={light} /></dt>
                <dd className="tz-soft">{words.lights.meaning(light)}</dd>
              </div>
            ))}
          </dl>
          <p className="tz-soft">{words.lights.handLegend}</p>
        </>
      )}
    </Disclosure>
  );
}
