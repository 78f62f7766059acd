import type { FormatReader } from "../formatReader";
import { readXlsx } from "../xlsx/readXlsx";

/** Workbooks of Excel 2007 and later, strict or transitional, with or without macros, which are never run. */
export const xlsx: FormatReader = {
  formats: ["xlsx", "xlsm"],
  recognize({ name, wrapping }) {
    if (wrapping.kind !== "zip") return null;
    const { zip } = wrapping;
    return zip.names().some((part) => /(?:^|\/)workbook\d*\.xml$/iu.test(part)) ? async () => readXlsx(name, zip) : null;
  },
};
