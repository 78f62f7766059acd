/** 设置: what travels with the workbook, and how it is shared. Nothing is kept before 保存. */
import { Button } from "@fluentui/react-components";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { isEmptyStore } from "../../core/store/store";
import type { WorkbookSettings } from "../../core/settings/index";
import { REPORTINGS } from "../../core/round/reporting";
import { FORM_STYLES } from "../../core/rules/formStyle";
import { STYLES } from "../../core/text/profile";
import { isHelperHeader } from "../../core/lights/helperColumns";
import type { Ledger, LedgerRow } from "../../core/ledger/ledger";
import { ownerOf } from "../../core/ledger/columns";
import { Choice } from "../Choice";
import { ScreenFrame } from "../ScreenFrame";
import { usePane } from "../usePane";
import { RuleSwitches } from "./RuleSwitches";

export function SettingsScreen() {
  const { words, session, state, master, act } = usePane();
  useEffect(() => act(() => session.learnRules()), [act, session]);
  const [draft, setDraft] = useState<WorkbookSettings | null>(null);
  const file = useRef<HTMLInputElement>(null);
  if (!master) return null;
  const settings = draft ?? master.store.settings;
  const set = (part: Partial<WorkbookSettings>): void => setDraft({ ...settings, ...part });
  const busy = state.busy !== null;
  const save = async (): Promise<void> => {
    await session.settings.change((kept) => ({ ...settings, ignored: kept.ignored }));
    setDraft(null);
  };
  const take = async (chosen: File): Promise<void> => {
    await session.settings.importFile(await chosen.text());
    setDraft(null);
  };
  const own = words.settings;
  return (
    <ScreenFrame
      title={own.title}
      foot={<>
        <Button appearance="primary" disabledFocusable={busy || draft === null} onClick={() => act(save)}>{own.save}</Button>
        <Button disabledFocusable={busy || draft === null} onClick={() => setDraft(null)}>{words.cancel}</Button>
      </>}
    >
      <p className="tz-soft">{own.travels}{isEmptyStore(master.store) ? own.firstTime : ""}</p>
      <Card title={own.profiles}>
        <Choice label={own.spelling} value={settings.spelling} options={STYLES.map((style) => [style, own.styles[style]])} onChoose={(spelling) => set({ spelling })} />
        <Choice label={own.form} value={settings.form} options={FORM_STYLES.map((style) => [style, own.forms[style]])} onChoose={(form) => set({ form })} />
        <Choice label={own.reporting} value={settings.reporting} options={REPORTINGS.map((who) => [who, own.reportings[who]])} onChoose={(reporting) => set({ reporting })} />
      </Card>
      <Card title={own.required}>
        {(["task", "goal"] as const).map((kind) => (
          <Required key={kind} kind={kind} ledger={master.ledger} settings={settings} onChange={(columns) => set({ required: { ...settings.required, [kind]: columns } })} />
        ))}
      </Card>
      <h3 className="tz-title">{own.rules}</h3>
      <RuleSwitches switches={settings.rules} onChange={(rules) => set({ rules })} />
      <Card title={own.ignored}>
        <div className="tz-row">
          <span className="tz-grow">{settings.ignored.length === 0 ? own.noneIgnored : words.check.ignored(settings.ignored.length)}</span>
          {settings.ignored.length > 0 && <Button size="small" onClick={() => session.showScreen("ignored")}>{own.showIgnored}</Button>}
        </div>
      </Card>
      <Card title={own.share}>
        <p className="tz-soft">{own.shareHint}</p>
        <input ref={file} type="file" hidden aria-hidden="true" tabIndex={-1} accept=".json,application/json" onChange={(event) => {
          const chosen = event.target.files?.[0];
          event.target.value = "";
          if (chosen) act(() => take(chosen));
        }} />
        <div className="tz-row">
          <Button size="small" disabled={busy} onClick={() => act(() => session.settings.exportFile())}>{own.export}</Button>
          <Button size="small" disabled={busy} onClick={() => file.current?.click()}>{own.import}</Button>
        </div>
      </Card>
      <p className="tz-soft">{own.personal}</p>
    </ScreenFrame>
  );
}

function Card({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="tz-card tz-card-pad tz-stack" aria-labelledby={id}>
      <h3 id={id} className="tz-strong">{title}</h3>
      {children}
    </section>
  );
}

interface RequiredProps {
  readonly kind: LedgerRow["kind"];
  readonly ledger: Ledger;
  readonly settings: WorkbookSettings;
  readonly onChange: (columns: readonly string[]) => void;
}

/** The ledger's own columns, those that are asked for ticked. */
function Required({ kind, ledger, settings, onChange }: RequiredProps) {
  const { words } = usePane();
  const chosen = settings.required[kind];
  const columns = ledger.columns.filter(({ key, header }) => !isHelperHeader(header) && key !== "serial" && ownerOf(key) !== "provenance");
  const kept = chosen.filter((key) => !columns.some((column) => column.key === key));
  return (
    <fieldset className="tz-options">
      <legend className="tz-soft">{words.settings.rowKinds[kind]}</legend>
      <div className="tz-chips">
        {columns.map(({ key, header }) => (
          <label key={key} className="tz-tick">
            <input type="checkbox" checked={chosen.includes(key)} onChange={({ target }) => onChange([...columns.map((column) => column.key).filter((own) => (own === key ? target.checked : chosen.includes(own))), ...kept])} />
            {header.split("/").at(-1)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
