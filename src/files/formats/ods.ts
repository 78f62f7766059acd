import type { FormatReader } from "../formatReader";
import { readOds } from "../ods/readOds";

const ODS = /^application\/vnd\.oasis\.opendocument\.spreadsheet(?:-template)?\s*$/u;

/** Workbooks of LibreOffice. */
export const ods: FormatReader = {
  formats: ["ods"],
  recognize({ name, wrapping }) {
    if (wrapping.kind !== "zip" || !wrapping.zip.has("content.xml")) return null;
    const { zip } = wrapping;
    const kind = zip.read("mimetype");
    return !kind.ok || ODS.test(new TextDecoder().decode(kind.value)) ? async () => readOds(name, zip) : null;
  },
};
