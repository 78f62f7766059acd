import { placeName } from "../../core/grid/a1";
import type { SourceFile } from "../../core/grid/sourceFile";
import { err, ok, type Result } from "../../core/result";
import type { FileFault } from "../fault";
import type { FormatReader } from "../formatReader";
import { extensionOf } from "../input";
import { fileRemark } from "../remark";
import { decodeText } from "../text/decodeText";
import { findDelimiter } from "../text/findDelimiter";
import { parseDelimited } from "../../core/text/parseDelimited";

/** The one sheet of a text (CONTRACT). */
const SHEET = "文本";

/** Longer texts don't fit into one string everywhere. */
const LONGEST = 256 * 1024 * 1024;

/** Text in lines: separated by commas, semicolons or tabs, or one cell a line. */
export const text: FormatReader = {
  formats: ["csv", "txt"],
  recognize: ({ name, bytes, limits, wrapping }) => (wrapping.kind === "none" ? async () => readText(name, bytes, Math.min(limits.unpacked, LONGEST)) : null),
};

function readText(name: string, bytes: Uint8Array, limit: number): Result<SourceFile, FileFault> {
  if (bytes.length > limit) return err({ kind: "tooLarge", limit });
  const decoded = decodeText(bytes);
  if (decoded === null) return err({ kind: "notWorkbook" });
  const isCsv = extensionOf(name) === "csv";
  // Word writes a vertical tab for a line end within a cell, and programs that print a form feed for a new page.
  const laidOut = decoded.text.replaceAll("\f", "\n");
  const declared = /^sep=([,;\t])\r?\n/u.exec(laidOut)?.[1] as "," | ";" | "\t" | undefined;
  const delimiter = declared ?? findDelimiter(laidOut, isCsv);
  const { rows, openQuote } = parseDelimited(laidOut, delimiter);
  const kept = declared === undefined ? rows : rows.filter(({ row }) => row > 0);
  const open = openQuote === null ? [] : [fileRemark("text/openQuote", {}, placeName({ sheet: SHEET, row: openQuote, col: 0 }))];
  return ok({
    name,
    format: isCsv || delimiter === "," || delimiter === ";" ? "csv" : "txt",
    grids: [{ sheet: SHEET, visibility: "visible", rows: kept, spans: [], notes: [], hiddenColumns: [] }],
    properties: new Map(),
    remarks: [...decoded.remarks, ...open],
  });
}
