import type { FormatReader } from "../formatReader";
import { readXlsb } from "../xlsb/readXlsb";

/** Binary workbooks of Excel 2007 and later. */
export const xlsb: FormatReader = {
  formats: ["xlsb"],
  recognize({ name, wrapping }) {
    if (wrapping.kind !== "zip") return null;
    const { zip } = wrapping;
    return zip.names().some((part) => /(?:^|\/)workbook\.bin$/iu.test(part)) ? async () => readXlsb(name, zip) : null;
  },
};
