/** 来历: what went out, what every unit reported from which file and cell, who decided when, and what lost. */
import { Button } from "@fluentui/react-components";
import { type CellValue, isEmpty, plainText } from "../../core/grid/grid";
import { CELL_STATE_WORDS, type CellBiography, type Report } from "../../core/round/biography";
import { sayReason } from "../../core/round/sayFlag";
import { GoodIcon, InfoIcon } from "../icons";
import { PlaceButton, placeWords } from "../places";
import { ScreenFrame } from "../ScreenFrame";
import { TextDiff } from "../TextDiff";
import { usePane } from "../usePane";
import { roundWords } from "../words/roundWords";

export function LifeScreen() {
  const { words, session, state, master, act } = usePane();
  const own = roundWords(words).life;
  const { life } = state;
  return (
    <ScreenFrame title={own.title} foot={<Button disabled={state.busy !== null} onClick={() => act(() => session.lookAtCell())}>{own.again}</Button>}>
      {!life && !state.busy && <p>{own.none}</p>}
      {life && master && (
        <>
          <div className="tz-row"><h3 className="tz-strong tz-grow">{placeWords(words, master.ledger, life.at)}</h3><PlaceButton at={life.at} /></div>
          <Said title={own.shown} value={life.shown} />
          {life.life ? <Life life={life.life} /> : <p className="tz-soft">{own.noRound}</p>}
          {life.corrections.length > 0 && (
            <section className="tz-card tz-card-pad" aria-label={own.corrections}>
              <h3 className="tz-strong">{own.corrections}</h3>
              {life.corrections.map(({ run, date, from, to }, index) => <div key={`${run}|${index}`} className="tz-item"><p className="tz-soft">{date}</p><p><TextDiff from={from} to={to} whole /></p></div>)}
            </section>
          )}
        </>
      )}
    </ScreenFrame>
  );
}

function Said({ title, value }: { readonly title: string; readonly value: CellValue }) {
  const { words } = usePane();
  return (
    <div className="tz-tight">
      <p className="tz-soft">{title}</p>
      <div className="tz-quote" role="region" aria-label={title} tabIndex={0}>{isEmpty(value) ? <span className="tz-soft">{words.empty}</span> : plainText(value)}</div>
    </div>
  );
}

function Life({ life: { base, reports, decision, edit, policy, state: standing } }: { readonly life: CellBiography }) {
  const { words, language } = usePane();
  const own = roundWords(words).life;
  const { policies } = roundWords(words).settings;
  return (
    <>
      <p>{words.merge.state}{words.colon}<span className="tz-strong">{CELL_STATE_WORDS[standing][language === "zh" ? 0 : 1]}</span></p>
      <Said title={own.base} value={base} />
      <section className="tz-card tz-card-pad" aria-label={own.reports}>
        <div className="tz-row"><h3 className="tz-strong tz-grow">{own.reports}</h3><span className="tz-count">{reports.length}</span></div>
        {reports.length === 0 && <p className="tz-soft">{own.reportsNone}</p>}
        {reports.map((report, index) => <ReportItem key={`${report.file}|${report.at}|${index}`} report={report} />)}
      </section>
      {policy && <p>{own.policy}{words.colon}{policies[policy]}</p>}
      {decision && <p>{own.decision}{words.colon}{own.decided(decision.value !== undefined ? `“${plainText(decision.value)}”` : decision.take === "master" ? own.keepMaster : own.take(decision.take), decision.by ?? "", decision.decided ?? "")}</p>}
      {edit && <div className="tz-tight"><p className="tz-soft">{own.edit} {edit.noticed ?? ""}</p><p><TextDiff from={edit.over} to={edit.value} whole /></p></div>}
    </>
  );
}

function ReportItem({ report: { unit, value, file, at, received, reason, fate, stands } }: { readonly report: Report }) {
  const { words, language } = usePane();
  const own = roundWords(words).life;
  const why = sayReason(reason, language);
  const [fateName] = words.merge.fate[fate];
  return (
    <div className="tz-item">
      <div className="tz-row"><span className="tz-strong tz-grow">{unit}</span><span className="tz-sev">{stands ? <GoodIcon /> : <InfoIcon />}{stands ? own.stands : fateName}</span></div>
      <p style={{ whiteSpace: "pre-wrap" }}>{plainText(value)}</p>
      <p className="tz-soft">{own.from(file.slice(file.lastIndexOf("/") + 1), at, received)}</p>
      {!stands && <p className="tz-soft">{why === "" ? own.notStands : why}</p>}
    </div>
  );
}
