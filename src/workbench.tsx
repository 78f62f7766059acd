/** Composition root: the workbench in a browser, over the workbook in memory. */
import "./app/oldBrowser";
import { useCallback, useEffect, useState } from "react";
import { mountPage } from "./pane/mount";
import { Pane } from "./pane/Pane";
import { Session } from "./app/session";
import { workerEngine } from "./app/workerEngine";
import { finalCopyApart } from "./finalThread";
import type { Language } from "./core/rules/say";
import { type Book, openBook } from "./workbench/book";
import { Workbench } from "./workbench/Workbench";
import { benchWords } from "./workbench/words";

/** Served beside the page; see `seeds/`. */
const SAMPLES = { ledger: "工作台账.xlsx", round: "总台账.xlsx", returns: "返回.zip" } as const;

interface Work {
  readonly book: Book;
  readonly session: Session;
}

function App() {
  const [language, setLanguage] = useState<Language>(navigator.language.startsWith("zh") || navigator.language === "" ? "zh" : "en");
  const [work, setWork] = useState<Work | null>(null);
  const [complaint, setComplaint] = useState<string | null>(null);
  const words = benchWords(language);

  const begin = useCallback(async (name: string, bytes: Uint8Array): Promise<Session | null> => {
    const opened = await openBook(name, bytes);
    if (!opened.ok) {
      setComplaint(`${words.failed}${opened.error}`);
      return null;
    }
    const session = new Session(opened.value.port, workerEngine(), { documents: async () => (await import("./documents")).documents, finalCopy: finalCopyApart, today: localDay, calculates: false });
    setComplaint(null);
    setWork((former) => {
      former?.session.close();
      return { book: opened.value, session };
    });
    await session.open();
    return session;
  }, [words]);

  const sample = useCallback(async (which: "ledger" | "round"): Promise<void> => {
    const bytes = await sampleBytes(SAMPLES[which]);
    if (!bytes) return setComplaint(words.sampleMissing);
    const session = await begin(SAMPLES[which], bytes);
    const returns = session && which === "round" ? await sampleBytes(SAMPLES.returns) : null;
    if (!session || !returns) return;
    session.showTab("merge");
    await session.round.addFiles([{ name: SAMPLES.returns, bytes: returns }]);
  }, [begin, words]);

  useEffect(() => void sample("ledger"), []);

  if (!work) return <p role="status">{complaint ?? words.loading}</p>;
  return (
    <Workbench
      book={work.book} language={language} complaint={complaint}
      pane={<Pane session={work.session} language={language} onLanguage={setLanguage} embedded />}
      onOpen={(file) => void file.arrayBuffer().then((buffer) => begin(file.name, new Uint8Array(buffer)))}
      onSample={(which) => void sample(which)} onComplaint={setComplaint}
    />
  );
}

async function sampleBytes(name: string): Promise<Uint8Array | null> {
  const answer = await fetch(`seeds/${encodeURIComponent(name)}`);
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
}

function localDay(): string {
  const now = new Date();
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join("-");
}

mountPage(<App />);
