import { err } from "../../core/result";
import type { FormatReader } from "../formatReader";
import { extensionOf } from "../input";
import { readBySheetJs } from "../sheetJs/readBySheetJs";
import { readBiffMarks } from "../xls/biffMarks";
import { attempt } from "../partFault";

/** Workbooks of Excel 97 to 2003 and of WPS, which calls the same bytes .et. */
export const xls: FormatReader = {
  formats: ["xls", "et"],
  recognize({ name, bytes, wrapping }) {
    if (wrapping.kind !== "ole") return null;
    const stream = wrapping.ole.read("Workbook") ?? wrapping.ole.read("Book");
    if (stream === undefined) return null;
    const hasMacros = wrapping.ole.names().includes("_VBA_PROJECT_CUR");
    return async () => {
      if (!stream.ok) return stream;
      const marks = attempt(() => readBiffMarks(stream.value));
      if (!marks.ok) return err(marks.error);
      return readBySheetJs({ name, format: extensionOf(name) === "et" ? "et" : "xls", bytes, marks: marks.value, hasMacros });
    };
  },
};
