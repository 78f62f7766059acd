/** 报告: how the units stand, whom to urge, what goes back; ready to be pasted or handed over as a file. */
import { Button } from "@fluentui/react-components";
import { useEffect } from "react";
import { REPORT_FORMATS } from "../../app/sessionDesk";
import { type Report, reportBlocks, reportText } from "../../core/round/report";
import { CopyButton } from "../CopyButton";
import { Disclosure } from "../Disclosure";
import { LongList } from "../LongList";
import { ScreenFrame } from "../ScreenFrame";
import { usePane } from "../usePane";
import { roundWords } from "../words/roundWords";

export function ReportScreen() {
  const { words, session, state, act } = usePane();
  useEffect(() => act(() => session.papers.report()), [act, session]);
  const own = roundWords(words).report;
  const { report } = state;
  const foot = report && (
    <>
      <span>{own.deliver}</span>
      {REPORT_FORMATS.map((format) => <Button key={format} size="small" disabled={state.busy !== null} onClick={() => act(() => session.papers.deliver(format))}>{own.formats[format]}</Button>)}
    </>
  );
  return <ScreenFrame title={own.title} foot={foot}>{report && <Content report={report} />}</ScreenFrame>;
}

function Content({ report }: { readonly report: Report }) {
  const { words, state } = usePane();
  const own = roundWords(words).report;
  const { byUnit, urge, slips } = report;
  const states = new Map<string, number>();
  for (const line of byUnit) states.set(line.state, (states.get(line.state) ?? 0) + 1);
  return (
    <>
      <div className="tz-row">
        <p className="tz-soft tz-grow">{own.asOf(state.asOf)}</p>
        <CopyButton primary label={own.copyAll} text={() => reportText(reportBlocks(report))} />
      </div>
      <div className="tz-chips" role="list" aria-label={own.states}>
        {[...states].map(([name, count]) => <span key={name} role="listitem" className="tz-count" style={{ padding: "2px 10px" }}>{name} {count}</span>)}
      </div>
      <Texts title={own.urge} none={own.urgeNone} lines={urge} />
      <Texts title={own.slips} none={own.slipsNone} lines={slips} />
      <Disclosure label={<><span className="tz-grow tz-strong">{own.units}</span><span className="tz-count">{byUnit.length}</span></>}>
        {() => (
          <LongList items={byUnit} label={own.units} keyOf={({ unit }) => unit}>
            {({ unit, state: standing, rows, returned }) => (
              <div className="tz-item"><p><span className="tz-strong">{unit}</span> {standing}</p><p className="tz-soft">{own.counts(rows, returned)}</p></div>
            )}
          </LongList>
        )}
      </Disclosure>
    </>
  );
}

function Texts({ title, none, lines }: { readonly title: string; readonly none: string; readonly lines: readonly { readonly unit: string; readonly text: string }[] }) {
  const { words } = usePane();
  return (
    <Disclosure startsOpen={lines.length > 0} label={<><span className="tz-grow tz-strong">{title}</span><span className="tz-count">{lines.length}</span></>}>
      {() => lines.length === 0 ? <p className="tz-soft">{none}</p> : (
        <>
          <div><CopyButton text={() => lines.map(({ text }) => text).join("\n\n")} /></div>
          <LongList items={lines} label={title} keyOf={({ unit }) => unit}>
            {({ unit, text }) => (
              <div className="tz-item">
                <p style={{ whiteSpace: "pre-wrap" }}>{text}</p>
                <div><CopyButton label={roundWords(words).report.copyThis(unit)} text={() => text} /></div>
              </div>
            )}
          </LongList>
        </>
      )}
    </Disclosure>
  );
}
