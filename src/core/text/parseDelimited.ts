import type { GridRow } from "../grid/grid";

export type Delimiter = "\t" | "," | ";";

export interface Delimited {
  /** One row for each record that has a cell; `row` counts empty records, too. */
  readonly rows: readonly GridRow[];
  /** The record in which a quotation mark was opened and never closed, or null. */
  readonly openQuote: number | null;
}

/**
 * Text in rows and cells (RFC 4180 with any line end). Cells stay text: what looks like a number, a date or a formula
 * is none yet. A cell in quotation marks ends at a mark that a delimiter or line end follows; a mark that is not closed
 * so is part of the text. Empty cells are none; without a delimiter every line is one cell. A vertical tab is a line end
 * within a cell.
 */
export function parseDelimited(text: string, delimiter: Delimiter | null): Delimited {
  const rows: GridRow[] = [];
  let values: (string | undefined)[] = [];
  let row = 0;
  let col = 0;
  let openQuote: number | null = null;
  for (let at = 0; at < text.length; ) {
    const quoted = delimiter !== null && openQuote === null && text[at] === '"' ? readQuoted(text, at, delimiter) : null;
    if (quoted === "open") openQuote = row;
    const cell = quoted === null || quoted === "open" ? readPlain(text, at, delimiter) : quoted;
    if (cell.text !== "") values[col] = cell.text.replaceAll("\v", "\n");
    at = cell.end;
    if (at < text.length && text[at] === delimiter) {
      col++;
      at++;
      continue;
    }
    if (values.length > 0) rows.push({ row, values, marks: null, hidden: false });
    values = [];
    col = 0;
    row++;
    at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
  }
  if (values.length > 0) rows.push({ row, values, marks: null, hidden: false });
  return { rows, openQuote };
}

interface Cell {
  readonly text: string;
  readonly end: number;
}

/** Null where the mark is no opening one after all, "open" where no other mark follows in the whole text. */
function readQuoted(text: string, start: number, delimiter: Delimiter): Cell | "open" | null {
  let at = start + 1;
  for (;;) {
    at = text.indexOf('"', at);
    if (at < 0) return "open";
    if (text[at + 1] !== '"') break;
    at += 2;
  }
  const next = text[at + 1];
  if (next !== undefined && next !== delimiter && next !== "\n" && next !== "\r") return null;
  return { text: text.slice(start + 1, at).replaceAll('""', '"').replaceAll("\r\n", "\n"), end: at + 1 };
}

function readPlain(text: string, start: number, delimiter: Delimiter | null): Cell {
  let end = start;
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r" && text[end] !== delimiter) end++;
  return { text: text.slice(start, end), end };
}
