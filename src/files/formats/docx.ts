import { readDocx } from "../docx/readDocx";
import type { FormatReader } from "../formatReader";

/** Documents of Word 2007 and later: their tables. */
export const docx: FormatReader = {
  formats: ["docx"],
  recognize({ name, wrapping }) {
    if (wrapping.kind !== "zip" || !wrapping.zip.has("word/document.xml")) return null;
    const { zip } = wrapping;
    return async () => readDocx(name, zip);
  },
};
