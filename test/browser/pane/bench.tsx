/** The pane alone in a page, over a workbook in memory that tests fetch and edit: `?book=seeds/…&language=en`. */
import { useState } from "react";
import { localEngine } from "../../../src/app/engine";
import { Session } from "../../../src/app/session";
import type { CellRef, CellValue } from "../../../src/core/grid/grid";
import type { Language } from "../../../src/core/rules/say";
import { memoryExcel } from "../../../src/excel/memoryExcel";
import { documents } from "../../../src/documents";
import { makeFinalCopy } from "../../../src/finalCopy";
import { PANE_LIMITS } from "../../../src/files/limits";
import { mountPage } from "../../../src/pane/mount";
import { Pane } from "../../../src/pane/Pane";
import { openWorkbook } from "../../../src/workbook/workbook";

export interface PaneBench {
  readonly session: Session;
  /** Types into a cell, as a person would. */
  type(at: CellRef, value: CellValue): void;
  /** The places that were jumped to. */
  readonly jumps: CellRef[];
  /** Names of the files that were handed over. */
  readonly delivered: readonly string[];
}

declare global {
  interface Window {
    bench: PaneBench;
  }
}

function Bench({ session, first }: { readonly session: Session; readonly first: Language }) {
  const [language, setLanguage] = useState(first);
  return <Pane session={session} language={language} onLanguage={setLanguage} />;
}

async function start(): Promise<void> {
  const asked = new URLSearchParams(window.location.search);
  const answer = await fetch(asked.get("book") ?? "");
  const book = openWorkbook(new Uint8Array(await answer.arrayBuffer()), { limits: PANE_LIMITS });
  if (!book.ok) throw new Error(book.error.kind);
  const delivered: string[] = [];
  const excel = memoryExcel(book.value, (files) => delivered.push(...files.map(({ name }) => name)));
  const jumps: CellRef[] = [];
  const port = {
    ...excel,
    sheets: () => excel.sheets(), read: (names: readonly string[]) => excel.read(names), commit: (batch: Parameters<typeof excel.commit>[0]) => excel.commit(batch),
    onEdit: (listener: (sheet: string) => void) => excel.onEdit(listener), deliver: (files: Parameters<typeof excel.deliver>[0]) => excel.deliver(files),
    file: () => excel.file(),
    show: (at: CellRef) => {
      jumps.push(at);
      return excel.show(at);
    },
  };
  const session = new Session(port, localEngine, {
    documents: async () => documents, today: () => "2026-11-23", calculates: false, finalCopy: async (bytes, sheet, today) => makeFinalCopy(bytes, sheet, today, { limits: PANE_LIMITS }),
  });
  window.bench = { session, jumps, delivered, type: (at, value) => void excel.type([{ at, value }]) };
  document.body.style.overflowY = "hidden";
  mountPage(<Bench session={session} first={asked.get("language") === "en" ? "en" : "zh"} />);
  await session.open();
}

void start();
