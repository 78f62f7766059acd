/** The pane: four tabs, a preview before every write, one place for what happened, one for what goes on. */
import { Button, Tab, TabList } from "@fluentui/react-components";
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { Session } from "../app/session";
import type { SessionState, Tab as TabName } from "../app/sessionState";
import type { Language } from "../core/rules/say";
import { CheckTab } from "./check/CheckTab";
import { ErrorBoundary } from "./ErrorBoundary";
import { NoticeBar, sayNotice } from "./NoticeBar";
import { OpeningScreen } from "./OpeningScreen";
import "./pane.css";
import { RecoveryBar } from "./RecoveryBar";
import { PaneContext, type PaneContent } from "./usePane";
import { paneWords } from "./words/paneWords";
import type { PaneWords } from "./words/zh";

const LightsTab = lazy(async () => ({ default: (await import("./lights/LightsTab")).LightsTab }));
const MergeTab = lazy(async () => ({ default: (await import("./merge/MergeTab")).MergeTab }));
const HistoryTab = lazy(async () => ({ default: (await import("./history/HistoryTab")).HistoryTab }));
const SettingsScreen = lazy(async () => ({ default: (await import("./settings/SettingsScreen")).SettingsScreen }));
const IgnoredScreen = lazy(async () => ({ default: (await import("./settings/IgnoredScreen")).IgnoredScreen }));
const ReviewScreen = lazy(async () => ({ default: (await import("./review/ReviewScreen")).ReviewScreen }));
const GuideScreen = lazy(async () => ({ default: (await import("./guide/GuideScreen")).GuideScreen }));
const InboxScreen = lazy(async () => ({ default: (await import("./round/InboxScreen")).InboxScreen }));
const OpenScreen = lazy(async () => ({ default: (await import("./round/OpenScreen")).OpenScreen }));
const PasteScreen = lazy(async () => ({ default: (await import("./round/PasteScreen")).PasteScreen }));
const MergeSettingsScreen = lazy(async () => ({ default: (await import("./round/MergeSettingsScreen")).MergeSettingsScreen }));
const DispatchScreen = lazy(async () => ({ default: (await import("./round/DispatchScreen")).DispatchScreen }));
const ReportScreen = lazy(async () => ({ default: (await import("./round/ReportScreen")).ReportScreen }));
const LifeScreen = lazy(async () => ({ default: (await import("./round/LifeScreen")).LifeScreen }));
const PreviewScreen = lazy(async () => ({ default: (await import("./preview/PreviewScreen")).PreviewScreen }));

const TABS: readonly TabName[] = ["check", "lights", "merge", "history"];

export interface PaneProps {
  readonly session: Session;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  /** The page around it has a title of its own. */
  readonly embedded?: boolean;
  /** Buttons of the page for opening and saving, where the workbook is not Excel's. */
  readonly fileActions?: ReactNode;
}

export function Pane({ session, language, onLanguage, embedded = false, fileActions }: PaneProps) {
  const state = useSyncExternalStore(session.subscribe, session.snapshot);
  const words = paneWords(language);
  const [bug, setBug] = useState<{ readonly fault: unknown } | null>(null);
  const [said, announce] = useState("");
  const act = useCallback<PaneContent["act"]>((ask) => {
    const fail = (fault: unknown): void => setBug({ fault });
    try {
      Promise.resolve(ask()).catch(fail);
    } catch (fault) {
      fail(fault);
    }
  }, []);
  const content = useMemo<PaneContent>(() => ({ session, language, words, act, announce }), [session, language, words, act]);
  const Heading = embedded ? "h2" : "h1";
  const other: Language = language === "zh" ? "en" : "zh";
  return (
    <PaneContext.Provider value={content}>
      <div className="tz-pane" lang={language === "zh" ? "zh-CN" : "en"}>
        <header className="tz-head">
          <Heading>{words.app}</Heading>
          <p>{bookLine(state, words)}</p>
          {state.opened.kind === "ready" && (
            <Button size="small" appearance="subtle" aria-pressed={state.screen === "settings"} onClick={() => session.showScreen(state.screen === "settings" ? null : "settings")}>{words.settings.open}</Button>
          )}
          <Button size="small" appearance="subtle" lang={other === "zh" ? "zh-CN" : "en"} aria-label={words.switchLanguage} onClick={() => onLanguage(other)}>
            {words.otherLanguage}
          </Button>
        </header>
        {fileActions}
        <ErrorBoundary words={words} onReread={() => {
          setBug(null);
          act(() => session.recover());
        }}>
          {bug && <Raise {...bug} />}
          <Body state={state} words={words} session={session} language={language} act={act} />
        </ErrorBoundary>
        <LiveRegion state={state} words={words} language={language} said={said} />
      </div>
    </PaneContext.Provider>
  );
}

/** Brings a bug of an asynchronous step to the boundary. */
function Raise({ fault }: { readonly fault: unknown }): never {
  throw fault;
}

function bookLine({ opened }: SessionState, words: PaneWords): string {
  if (opened.kind !== "ready") return "";
  const { sheet, rows } = opened.master.ledger;
  return words.opened.summary(sheet, rows.length);
}

interface BodyProps extends Pick<PaneContent, "session" | "words" | "language" | "act"> {
  readonly state: SessionState;
}

function Body({ state, words, session, act }: BodyProps) {
  const { opened, preview, tab, notice } = state;
  if (opened.kind === "ready" && preview) {
    return (
      <>
        {state.busy && <BusyBar state={state} words={words} session={session} />}
        <Suspense fallback={<Waiting words={words} />}><PreviewScreen preview={preview} /></Suspense>
      </>
    );
  }
  if (opened.kind === "ready" && state.screen) {
    const screens = { settings: <SettingsScreen />, ignored: <IgnoredScreen />, review: <ReviewScreen />, guide: <GuideScreen />, inbox: <InboxScreen />, open: <OpenScreen />, paste: <PasteScreen />, mergeSettings: <MergeSettingsScreen />, dispatch: <DispatchScreen />, report: <ReportScreen />, life: <LifeScreen /> };
    return (
      <>
        {state.busy && <BusyBar state={state} words={words} session={session} />}
        {notice && <NoticeBar notice={notice} />}
        <Suspense fallback={<Waiting words={words} />}>{screens[state.screen]}</Suspense>
      </>
    );
  }
  return (
    <>
      <TabList className="tz-tabs" size="small" selectedValue={tab} aria-label={words.tabs} onTabSelect={(_event, { value }) => {
        const chosen = TABS.find((one) => one === value);
        if (chosen) session.showTab(chosen);
      }}>
        {TABS.map((name) => <Tab key={name} value={name} id={`tz-tab-${name}`} aria-controls="tz-panel">{words.tab[name]}</Tab>)}
      </TabList>
      {state.busy && <BusyBar state={state} words={words} session={session} />}
      {notice && <NoticeBar notice={notice} />}
      {opened.kind === "ready" && opened.master.interrupted && <RecoveryBar master={opened.master} />}
      <Panel key={tab} tab={tab}>
        {opened.kind === "ready"
          ? <Suspense fallback={<Waiting words={words} />}>{{ check: <CheckTab />, lights: <LightsTab />, merge: <MergeTab />, history: <HistoryTab /> }[tab]}</Suspense>
          : <OpeningScreen opened={opened} onChoose={(choice) => act(() => session.open(choice))} onReread={() => act(() => session.open())} />}
      </Panel>
    </>
  );
}

/** The tab's content fills the rest; each screen brings its own scrolling part and foot. */
function Panel({ tab, children }: { readonly tab: TabName; readonly children: ReactNode }) {
  return (
    <div id="tz-panel" role="tabpanel" aria-labelledby={`tz-tab-${tab}`} style={{ flex: 1, minHeight: 0, display: "flex", flexDirection: "column" }}>
      {children}
    </div>
  );
}

function Waiting({ words }: { readonly words: PaneWords }) {
  return <div className="tz-main"><p className="tz-soft">{words.busy.opening}</p></div>;
}

function BusyBar({ state: { busy, progress }, words, session }: Pick<BodyProps, "state" | "words" | "session">) {
  if (!busy) return null;
  return (
    <div>
      <div className="tz-bar" aria-hidden="true">
        {progress ? <div style={{ width: `${(100 * progress.done) / progress.total}%` }} /> : <div className="tz-bar-open" />}
      </div>
      <div className="tz-busy">
        <span>{words.busy[busy]} {progress && words.progress(progress.done, progress.total)}</span>
        {busy !== "writing" && busy !== "opening" && <Button size="small" onClick={() => session.cancel()}>{words.stop}</Button>}
      </div>
    </div>
  );
}

/** What goes on and how it ended, for those who can't see the bar. */
function LiveRegion({ state, words, language, said }: Pick<BodyProps, "state" | "words" | "language"> & { readonly said: string }) {
  const { busy, notice, issues, progress } = state;
  const [latest, setLatest] = useState("");
  const former = useRef(state);
  useEffect(() => {
    const before = former.current;
    former.current = state;
    if (busy && busy !== before.busy) setLatest(words.busy[busy]);
    else if (notice && notice !== before.notice) setLatest(sayNotice(notice, words, language));
    else if (issues && issues !== before.issues) setLatest(words.check.summary(issues.length));
  }, [state, busy, notice, issues, progress, words, language]);
  useEffect(() => setLatest(said), [said]);
  return <div className="tz-hidden" role="status" aria-live="polite">{latest}</div>;
}
