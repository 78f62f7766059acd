/** Composition root: the task pane in Excel. */
import { useEffect, useState } from "react";
import { inspectFile } from "./app/inspectFile";
import { download } from "./pane/download";
import { Session } from "./app/session";
import { workerEngine } from "./app/workerEngine";
import { finalCopyApart } from "./finalThread";
import type { Language } from "./core/rules/say";
import { officeExcel } from "./excel/officeExcel";
import { HelpScreen } from "./pane/HelpScreen";
import { mountPage } from "./pane/mount";
import { Pane } from "./pane/Pane";
import { openView, viewIn } from "./pane/views";

const ASKED = viewIn(window.location.search);

function App({ first, inExcel }: { readonly first: Language; readonly inExcel: boolean }) {
  const [language, setLanguage] = useState<Language>(first);
  const [helps, setHelps] = useState(ASKED === "help");
  if (!inExcel || helps) return <HelpScreen language={language} inExcel={inExcel} onLanguage={setLanguage} onBack={() => setHelps(false)} />;
  return <ExcelPane language={language} onLanguage={setLanguage} />;
}

function ExcelPane({ language, onLanguage }: { readonly language: Language; readonly onLanguage: (language: Language) => void }) {
  const [session] = useState(() => new Session(officeExcel({ inspect: inspectFile, ...(canDownload() ? { download } : {}) }), workerEngine(), { documents: async () => (await import("./documents")).documents, finalCopy: finalCopyApart, today: localDay, calculates: true }));
  useEffect(() => void openView(session, ASKED === "help" ? null : ASKED), [session]);
  return <Pane session={session} language={language} onLanguage={onLanguage} />;
}

/** The web view of Excel on Mac and iPad takes no downloads and says nothing of it. */
function canDownload(): boolean {
  return !["Mac", "iOS"].includes(String(Office.context.platform));
}

function localDay(): string {
  const now = new Date();
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join("-");
}

function isChinese(language: string): boolean {
  return language === "" || language.toLowerCase().startsWith("zh");
}

// The pane scrolls inside itself: a second scroll bar beside it would take room that 320 pixels don't have.
document.body.style.overflowY = "hidden";

void Office.onReady(({ host }) => {
  // Outside Excel, as in a plain browser, there is no host and no display language.
  const inExcel = (host as Office.HostType | null) === Office.HostType.Excel;
  const language = inExcel ? Office.context.displayLanguage : navigator.language;
  mountPage(<App first={isChinese(language) ? "zh" : "en"} inExcel={inExcel} />);
});
