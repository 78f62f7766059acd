/** Before there is a ledger: it is being read, its header must be pointed at, or it can't be read. */
import { Button, Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { LedgerChoice, MasterFault } from "../app/master";
import type { Opened } from "../app/sessionState";
import { sayMasterFault } from "../app/sayFault";
import { type Grid, isEmpty, plainText } from "../core/grid/grid";
import { WarningIcon } from "./icons";
import { usePane } from "./usePane";

interface Props {
  readonly opened: Exclude<Opened, { kind: "ready" }>;
  readonly onChoose: (choice: LedgerChoice) => void;
  readonly onReread: () => void;
}

export function OpeningScreen({ opened, onChoose, onReread }: Props) {
  const { words } = usePane();
  if (opened.kind === "opening") return <div className="tz-main"><p className="tz-soft">{words.busy.opening}</p></div>;
  if (opened.kind === "noLedger") return <HeaderChooser fault={opened.fault} sheets={opened.sheets} onChoose={onChoose} onReread={onReread} />;
  return (
    <div className="tz-main">
      <div className="tz-intro">
        <h2 className="tz-title">{words.opened.failed}</h2>
        <Sentence fault={opened.fault} />
        <Button appearance="primary" onClick={onReread}>{words.opened.reread}</Button>
      </div>
    </div>
  );
}

function Sentence({ fault }: { readonly fault: MasterFault }) {
  const { language } = usePane();
  return (
    <div className="tz-row" role="alert" style={{ alignItems: "flex-start", flexWrap: "nowrap" }}>
      <WarningIcon className="tz-icon tz-warning" />
      <p className="tz-grow">{sayMasterFault(fault, language)}</p>
    </div>
  );
}

/** Headers stand near the top. */
const ROWS_SHOWN = 30;

interface ChooserProps extends Pick<Props, "onChoose" | "onReread"> {
  readonly fault: MasterFault;
  readonly sheets: readonly Grid[];
}

function HeaderChooser({ fault, sheets, onChoose, onReread }: ChooserProps) {
  const { words } = usePane();
  const [sheet, setSheet] = useState(sheets[0]?.sheet ?? "");
  const [row, setRow] = useState<number | null>(null);
  const rows = rowsOf(sheets.find((one) => one.sheet === sheet));
  return (
    <>
      <div className="tz-main">
        <h2 className="tz-title">{words.header.title}</h2>
        <Sentence fault={fault} />
        <p>{words.header.ask}</p>
        {sheets.length > 1 && (
          <Field label={words.header.sheet}>
            <Select value={sheet} onChange={(_event, { value }) => {
              setSheet(value);
              setRow(null);
            }}>
              {sheets.map((one) => <option key={one.sheet}>{one.sheet}</option>)}
            </Select>
          </Field>
        )}
        {rows.length === 0 ? <p>{words.header.nothing}</p> : (
          <fieldset className="tz-options">
            <legend className="tz-strong">{words.header.rows}</legend>
            {rows.map(({ at, text }) => (
              <label key={at} className={at === row ? "tz-option tz-option-on" : "tz-option"}>
                <input type="radio" name="tz-header-row" checked={at === row} onChange={() => setRow(at)} />
                <div><span className="tz-soft">{at + 1}</span> {text}</div>
              </label>
            ))}
          </fieldset>
        )}
      </div>
      <div className="tz-foot">
        <Button appearance="primary" disabled={row === null} onClick={() => row !== null && onChoose({ sheet, headerRow: row })}>{words.header.use}</Button>
        <Button onClick={onReread}>{words.opened.reread}</Button>
      </div>
    </>
  );
}

function rowsOf(grid: Grid | undefined): readonly { readonly at: number; readonly text: string }[] {
  const filled = (grid?.rows ?? []).map(({ row, values }) => ({
    at: row,
    text: values.filter((value) => !isEmpty(value)).map((value) => plainText(value).replace(/\s+/gu, " ").slice(0, 16)).join(" | ").slice(0, 120),
  }));
  return filled.filter(({ text }) => text !== "").slice(0, ROWS_SHOWN);
}
