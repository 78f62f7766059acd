import { readFileSync } from "node:fs";
import path from "node:path";
import { unpackKept } from "./kept";
import { oddFormats, oddCells } from "./numbers";
import type { OddWorkbook } from "./oddWorkbook";
import { oddOfSheetJs } from "./ofSheetJs";
import { oddPackages } from "./packages";
import { oddRows, oddSheets, oddSpans } from "./sheets";
import { oddRuns, oddTexts } from "./texts";

/** Those that are made anew for each run: written by hand in XML, and by SheetJS. */
export function oddMade(): readonly OddWorkbook[] {
  return [...oddTexts(), ...oddRuns(), ...oddFormats(), ...oddCells(), ...oddRows(), ...oddSpans(), ...oddSheets(), ...oddPackages(), ...oddOfSheetJs()];
}

/** Where the workbooks are kept that other programs made, and what LibreOffice saw in all of them. */
export const KEPT_WORKBOOKS = path.resolve(__dirname, "../../files/odd/workbooks.br");
export const KEPT_RECORD = path.resolve(__dirname, "../../files/odd/libreOffice.br");

/** Those of exceljs and LibreOffice. */
export function oddKept(): readonly OddWorkbook[] {
  return unpackKept(new Uint8Array(readFileSync(KEPT_WORKBOOKS)));
}
