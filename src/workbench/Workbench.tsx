/** The workbench: the workbook in a grid, the pane beside it, in step both ways. */
import { Button, Tab, TabList } from "@fluentui/react-components";
import { type DragEvent, type ReactNode, useRef, useState, useSyncExternalStore } from "react";
import { placeName } from "../core/grid/a1";
import { markAt, valueAt } from "../core/grid/grid";
import type { Language } from "../core/rules/say";
import type { Book } from "./book";
import { SheetGrid } from "./SheetGrid";
import { shownValue } from "./shownValue";
import { benchWords } from "./words";

export interface WorkbenchProps {
  readonly book: Book;
  readonly language: Language;
  readonly pane: ReactNode;
  /** What went wrong last, or null. */
  readonly complaint: string | null;
  readonly onOpen: (file: File) => void;
  readonly onSample: (which: "ledger" | "round") => void;
  readonly onComplaint: (sentence: string | null) => void;
}

export function Workbench({ book, language, pane, complaint, onOpen, onSample, onComplaint }: WorkbenchProps) {
  const words = benchWords(language);
  useSyncExternalStore(book.subscribe, book.snapshot);
  const sheets = book.sheets();
  const selected = book.selected();
  const [chosen, setChosen] = useState<string | null>(null);
  const [shownPlace, setShownPlace] = useState(selected);
  // Whatever the pane jumps to comes into sight; a tab that a person chooses stays until the next jump.
  if (selected !== shownPlace) {
    setShownPlace(selected);
    setChosen(selected?.sheet ?? null);
  }
  const [dragging, setDragging] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const sheet = chosen !== null && sheets.includes(chosen) ? chosen : (sheets[0] ?? "");
  const view = book.view(sheet);
  const at = selected?.sheet === sheet ? selected : null;
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setDragging(false);
    const file = event.dataTransfer.files[0];
    if (file) onOpen(file);
  };
  return (
    <div className="bench">
      <header className="bench-bar" role="toolbar" aria-label={words.bar}>
        <h1 className="bench-name" style={{ fontSize: 15, margin: 0 }}>{book.name}</h1>
        <input ref={input} type="file" hidden aria-hidden="true" tabIndex={-1} accept=".xlsx,.xlsm,.xls,.et,.ods,.csv,.txt,.docx" onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) onOpen(file);
        }} />
        <Button size="small" onClick={() => input.current?.click()}>{words.open}</Button>
        <Button size="small" appearance="primary" onClick={() => onComplaint(book.save())}>{words.save}</Button>
        <Button size="small" onClick={() => onSample("ledger")}>{words.sampleLedger}</Button>
        <Button size="small" onClick={() => onSample("round")}>{words.sampleRound}</Button>
      </header>
      {complaint !== null && <p role="alert" style={{ margin: 0, padding: "6px 10px" }}>{complaint}</p>}
      <main className="bench-body">
        <section
          className="bench-left" aria-label={words.grid} style={{ position: "relative" }}
          onDragOver={(event) => { event.preventDefault(); setDragging(true); }} onDragLeave={() => setDragging(false)} onDrop={drop}
        >
          <div className="bench-content" role="region" aria-label={words.content} tabIndex={0}>
            <span className="bench-place">{at ? placeName(at).split("!").at(-1) : ""}</span>
            <span data-testid="content">{at && view ? shownValue(valueAt(view.grid, at.row, at.col), markAt(view.grid, at.row, at.col), view.looks.faceOf(at.row, at.col).numberFormat) : ""}</span>
          </div>
          {view && (
            <SheetGrid
              key={sheet} view={view} selected={at} label={sheet} onSelect={(place) => book.select(place)}
              onType={(place, value) => onComplaint(book.type(place, value))} onUndo={() => book.untype()}
            />
          )}
          <TabList className="bench-tabs" size="small" selectedValue={sheet} aria-label={words.sheets} onTabSelect={(_event, { value }) => setChosen(String(value))}>
            {sheets.map((name) => <Tab key={name} value={name}>{name}</Tab>)}
          </TabList>
          {dragging && <div className="bench-drop">{words.drop}</div>}
        </section>
        <aside className="bench-pane" aria-label={words.pane}>{pane}</aside>
      </main>
    </div>
  );
}
