/** Words, colours and days of warning of the lights: settings of the workbook, tried here before they are kept. */
import { Button, Checkbox, Field, Input, Select } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { settingsOf } from "../../app/settings";
import { type Light, LIGHTS } from "../../core/lights/light";
import {
  contrastOf, LIGHT_PRESETS, type LightLook, type LightPreset, type LightSettings, presetOf, settingsFaults, type SettingsFault, withPreset,
} from "../../core/lights/settings";
import { usePane } from "../usePane";
import type { PaneWords } from "../words/zh";
import { LightMark } from "./LightMark";

export function SettingsScreen({ onClose }: { readonly onClose: () => void }) {
  const { words, session, state, master, act } = usePane();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [settings, setSettings] = useState<LightSettings | null>(state.lightSettings ?? (master ? settingsOf(master).lights : null));
  if (!settings) return null;
  const faults = settingsFaults(settings);
  const look = (light: Light, part: Partial<LightLook>): void => setSettings({ ...settings, looks: { ...settings.looks, [light]: { ...settings.looks[light], ...part } } });
  const choosePreset = (value: string): void => {
    const preset = LIGHT_PRESETS.find((one) => one === value);
    if (preset) setSettings(withPreset(settings, preset));
  };
  return (
    <>
      <div className="tz-main">
        <h2 ref={heading} tabIndex={-1} className="tz-title">{words.lights.settingsTitle}</h2>
        <p className="tz-soft">{words.lights.settingsWhere}</p>
        <div className="tz-card tz-card-pad">
          <Field label={words.lights.preset} size="small">
            <Select size="small" value={presetOf(settings) ?? ""} onChange={(_event, { value }) => choosePreset(value)}>
              {presetOf(settings) === null && <option value="" />}
              {LIGHT_PRESETS.map((preset: LightPreset) => <option key={preset} value={preset}>{words.lights.presetWord[preset]}</option>)}
            </Select>
          </Field>
          <Field label={words.lights.soonDays} size="small" {...messageOf(faults, "soonDays", words)}>
            <Input size="small" type="number" min={0} max={3660} value={Number.isNaN(settings.soonDays) ? "" : String(settings.soonDays)}
              onChange={(_event, { value }) => setSettings({ ...settings, soonDays: value === "" ? NaN : Number(value) })} />
          </Field>
          <Checkbox label={words.lights.wholeRow} checked={settings.wholeRow} onChange={(_event, { checked }) => setSettings({ ...settings, wholeRow: checked === true })} />
        </div>
        {LIGHTS.map((light) => (
          <LookFields key={light} light={light} look={settings.looks[light]} fault={faults.find((fault) => fault.kind !== "soonDays" && fault.light === light)} onChange={(part) => look(light, part)} />
        ))}
      </div>
      <div className="tz-foot">
        <Button appearance="primary" disabled={faults.length > 0 || state.busy !== null} onClick={() => {
          onClose();
          act(() => session.marking.useSettings(settings));
        }}>{words.lights.useSettings}</Button>
        <Button onClick={onClose}>{words.lights.back}</Button>
      </div>
    </>
  );
}

interface LookProps {
  readonly light: Light;
  readonly look: LightLook;
  readonly fault: SettingsFault | undefined;
  readonly onChange: (part: Partial<LightLook>) => void;
}

function LookFields({ light, look, fault, onChange }: LookProps) {
  const { words } = usePane();
  const name = words.lights.light[light];
  return (
    <div className="tz-card tz-card-pad" role="group" aria-label={name}>
      <div className="tz-row">
        <LightMark light={light} look={look} />
        <span className="tz-soft">{words.lights.contrast(contrastOf(look.fill, look.font).toFixed(1))}</span>
      </div>
      <div className="tz-row">
        <Input size="small" className="tz-grow" style={{ minWidth: 120 }} aria-label={words.lights.word(name)} value={look.word} onChange={(_event, { value }) => onChange({ word: value })} />
        <Colour label={words.lights.fill(name)} value={look.fill} onChange={(fill) => onChange({ fill })} />
        <Colour label={words.lights.font(name)} value={look.font} onChange={(font) => onChange({ font })} />
      </div>
      {fault && <p className="tz-error" role="alert">{sayFault(fault, words)}</p>}
    </div>
  );
}

/** The browser's own colour field: "RRGGBB". */
function Colour({ label, value, onChange }: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void }) {
  return <input type="color" className="tz-colour" aria-label={label} title={label} value={`#${value.toLowerCase()}`} onChange={({ target }) => onChange(target.value.slice(1).toUpperCase())} />;
}

function messageOf(faults: readonly SettingsFault[], kind: "soonDays", words: PaneWords): { readonly validationMessage?: string } {
  return faults.some((fault) => fault.kind === kind) ? { validationMessage: words.lights.settingFault.soonDays() } : {};
}

function sayFault(fault: SettingsFault, words: PaneWords): string {
  const say = words.lights.settingFault;
  if (fault.kind === "soonDays") return say.soonDays();
  if (fault.kind === "sameWord") return say.sameWord(words.lights.light[fault.light], words.lights.light[fault.other]);
  return say[fault.kind](words.lights.light[fault.light]);
}
