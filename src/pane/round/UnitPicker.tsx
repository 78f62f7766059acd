import { useState } from "react";
import { usePane } from "../usePane";
import { roundWords } from "../words/roundWords";

const OTHER = "\u0000other";

interface Props {
  readonly units: readonly string[];
  readonly label: string;
  /** "" while none is chosen. */
  readonly onChoose: (unit: string) => void;
}

/** The ledger's units in its order, or another one by its name. */
export function UnitPicker({ units, label, onChoose }: Props) {
  const { words } = usePane();
  const own = roundWords(words).inbox;
  const [chosen, setChosen] = useState("");
  const [other, setOther] = useState("");
  return (
    <>
      <select className="tz-select" aria-label={label} value={chosen} onChange={({ target }) => {
        setChosen(target.value);
        onChoose(target.value === OTHER ? other.trim() : target.value);
      }}>
        <option value="">{own.choose}</option>
        {units.map((name) => <option key={name} value={name}>{name}</option>)}
        <option value={OTHER}>{own.other}</option>
      </select>
      {chosen === OTHER && (
        <input className="tz-input" aria-label={own.otherName} placeholder={own.otherName} value={other} onChange={({ target }) => {
          setOther(target.value);
          onChoose(target.value.trim());
        }} />
      )}
    </>
  );
}
