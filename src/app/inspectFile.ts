/** What a workbook's own file tells that Office.js does not, or not cheaply; read on demand. */
import type { Span } from "../core/grid/grid";
import { PANE_LIMITS } from "../files/limits";

/** Merged cells by sheet; null for a file that cannot be read. */
export async function inspectFile(bytes: Uint8Array): Promise<{ readonly spans: ReadonlyMap<string, readonly Span[]> } | null> {
  const { readFile } = await import("../files/readFile");
  const file = await readFile("", bytes, { limits: PANE_LIMITS });
  return file.ok ? { spans: new Map(file.value.grids.map(({ sheet, spans }) => [sheet, spans])) } : null;
}
