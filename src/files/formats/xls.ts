import type { FormatReader } from "../formatReader";
import { extensionOf } from "../input";
import { readXls } from "../xls/readXls";

/** Workbooks of Excel 5.0 to 2003 and of WPS, which calls the same bytes .et. */
export const xls: FormatReader = {
  formats: ["xls", "et"],
  recognize({ name, wrapping }) {
    if (wrapping.kind !== "ole") return null;
    const { ole } = wrapping;
    const stream = ole.read("Workbook") ?? ole.read("Book");
    if (stream === undefined) return null;
    return async () => (stream.ok ? readXls(name, extensionOf(name) === "et" ? "et" : "xls", stream.value, ole) : stream);
  },
};
