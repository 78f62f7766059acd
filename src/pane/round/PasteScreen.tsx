/** A reply that came as words: pasted, its unit picked, kept like any file. */
import { Button, Textarea } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { PastedNews } from "../../app/sessionRound";
import { sayUnplaced } from "../../core/round/pasted/pastedItem";
import { ScreenFrame } from "../ScreenFrame";
import { usePane } from "../usePane";
import { roundWords } from "../words/roundWords";
import { UnitPicker } from "./UnitPicker";

export function PasteScreen() {
  const { words, session, state, language, act, announce } = usePane();
  useEffect(() => act(() => session.round.look()), [act, session]);
  const own = roundWords(words).paste;
  const [unit, setUnit] = useState("");
  const [text, setText] = useState("");
  const [news, setNews] = useState<PastedNews | null>(null);
  const take = async (): Promise<void> => {
    const taken = await session.round.paste(text, unit);
    setNews(taken);
    if (!taken) return;
    setText("");
    announce(sayTaken(taken));
  };
  const sayTaken = ({ placed, unplaced }: PastedNews): string => (placed === 0 && unplaced.length === 0 ? own.asTable : own.placed(placed));
  return (
    <ScreenFrame
      title={own.title}
      foot={<Button appearance="primary" disabled={state.busy !== null || unit === "" || text.trim() === ""} onClick={() => act(take)}>{own.take}</Button>}
      onBack={() => session.showScreen("inbox")}
    >
      <p className="tz-soft">{own.intro}</p>
      <div className="tz-stack">
        <p className="tz-strong">{own.unit}</p>
        <UnitPicker units={state.inbox?.units ?? []} label={own.unit} onChoose={setUnit} />
      </div>
      <Textarea aria-label={own.text} placeholder={own.text} value={text} rows={10} resize="vertical" style={{ width: "100%" }} onChange={(_event, { value }) => setText(value)} />
      {news && (
        <div className="tz-card tz-card-pad">
          <p className="tz-strong">{sayTaken(news)}</p>
          {news.unplaced.length > 0 && <p>{own.unplaced}</p>}
          <ul>{news.unplaced.map(({ line, text: words, why }) => <li key={line} className="tz-item">{own.line(line, words, sayUnplaced(why, language))}</li>)}</ul>
        </div>
      )}
    </ScreenFrame>
  );
}
