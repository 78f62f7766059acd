import type { FormatReader } from "./formatReader";
import { xlsx } from "./formats/xlsx";

/** All formats that we read; the first that recognises a file reads it. */
export const FORMATS: readonly FormatReader[] = [xlsx];
