/** First steps and privacy; outside Excel, what this page is and where to go instead. */
import { Button, Link } from "@fluentui/react-components";
import type { Language } from "../core/rules/say";
import "./pane.css";
import { paneWords } from "./words/paneWords";

interface Props {
  readonly language: Language;
  readonly inExcel: boolean;
  readonly onLanguage: (language: Language) => void;
  readonly onBack: () => void;
}

export function HelpScreen({ language, inExcel, onLanguage, onBack }: Props) {
  const words = paneWords(language);
  return (
    <div className="tz-pane" lang={language === "zh" ? "zh-CN" : "en"}>
      <header className="tz-head">
        <h1>{words.app}</h1>
        <p />
        <Button size="small" appearance="subtle" aria-label={words.switchLanguage} onClick={() => onLanguage(language === "zh" ? "en" : "zh")}>{words.otherLanguage}</Button>
      </header>
      <div className="tz-main">
        {!inExcel && (
          <div className="tz-intro">
            <p>{words.help.outside}</p>
            <Link href="workbench.html">{words.help.workbench}</Link>
          </div>
        )}
        <h2 className="tz-title">{words.help.title}</h2>
        <ol className="tz-help">{words.help.steps.map((step) => <li key={step}>{step}</li>)}</ol>
        <p>{words.help.privacy}</p>
        <Link href="help.html" target="_blank">{words.help.page}</Link>
      </div>
      {inExcel && <div className="tz-foot"><Button appearance="primary" onClick={onBack}>{words.help.start}</Button></div>}
    </div>
  );
}
