import type { FormatReader } from "./formatReader";
import { docx } from "./formats/docx";
import { ods } from "./formats/ods";
import { text } from "./formats/text";
import { xls } from "./formats/xls";
import { xlsb } from "./formats/xlsb";
import { xlsx } from "./formats/xlsx";

/** All formats that we read; the first that recognises a file reads it. */
export const FORMATS: readonly FormatReader[] = [xlsx, xls, xlsb, ods, docx, text];
