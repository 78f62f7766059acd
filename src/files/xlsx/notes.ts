import { parseCellName } from "../../core/grid/a1";
import type { CellNote } from "../../core/grid/grid";
import { attributeText, forEachChild, Texts } from "../xml/texts";
import { END, nameCode, OPEN, type XmlScanner } from "../xml/scanner";
import { readRichText } from "./richText";

const [COMMENT, THREADED_COMMENT, TEXT_ELEMENT, REF] = ["comment", "threadedComment", "text", "ref"].map(nameCode) as [
  number, number, number, number,
];

/**
 * Reads the notes of a comments part (ECMA-376 18.7) or of a threaded comments part ([MS-XLSX] 2.6.205), in the
 * file's order. Answers of one thread stand one below the other in one note.
 */
export function readNotes(xml: XmlScanner): readonly CellNote[] {
  const notes = new Map<string, CellNote>();
  for (let token = xml.next(); token !== END; token = xml.next()) {
    if (token !== OPEN || (xml.name !== COMMENT && xml.name !== THREADED_COMMENT)) continue;
    const ref = attributeText(xml, REF) ?? "";
    const place = parseCellName(ref);
    const text = noteText(xml, xml.name === THREADED_COMMENT);
    if (place === null) continue;
    const before = notes.get(ref);
    notes.set(ref, { ...place, text: before === undefined ? text : `${before.text}\n${text}` });
  }
  return [...notes.values()];
}

function noteText(comment: XmlScanner, isPlain: boolean): string {
  const texts = new Texts(1024);
  forEachChild(comment, () => {
    if (comment.name !== TEXT_ELEMENT) return;
    if (isPlain) texts.appendElement(comment, false);
    else readRichText(comment, texts, null);
  });
  texts.finish();
  return texts.decode()[0] ?? "";
}

/** The notes of a sheet: where a cell has a thread, Excel's own note there is only a stand-in for it. */
export function joinNotes(notes: readonly CellNote[], threads: readonly CellNote[]): readonly CellNote[] {
  const threaded = new Set(threads.map(({ row, col }) => `${row} ${col}`));
  return [...notes.filter(({ row, col }) => !threaded.has(`${row} ${col}`)), ...threads].sort(
    (a, b) => a.row - b.row || a.col - b.col,
  );
}
