import type { FormatReader } from "../formatReader";
import { readGuarded } from "../sheetJs/readGuarded";

/** Binary workbooks of Excel 2007 and later. */
export const xlsb: FormatReader = {
  formats: ["xlsb"],
  recognize({ name, bytes, wrapping }) {
    if (wrapping.kind !== "zip" || !wrapping.zip.has("xl/workbook.bin")) return null;
    const { zip } = wrapping;
    return () => readGuarded({ name, format: "xlsb", bytes }, zip);
  },
};
