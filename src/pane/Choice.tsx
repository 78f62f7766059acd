interface ChoiceProps<C extends string> {
  readonly label: string;
  readonly value: C;
  readonly options: readonly (readonly [code: C, word: string])[];
  readonly onChoose: (value: C) => void;
}

/** One of a few words, in a line with what it is about. */
export function Choice<C extends string>({ label, value, options, onChoose }: ChoiceProps<C>) {
  return (
    <label className="tz-field">
      <span className="tz-grow">{label}</span>
      <select className="tz-select" value={value} onChange={(event) => {
        const chosen = options.find(([code]) => code === event.target.value);
        if (chosen) onChoose(chosen[0]);
      }}>
        {options.map(([code, word]) => <option key={code} value={code}>{word}</option>)}
      </select>
    </label>
  );
}
