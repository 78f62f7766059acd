import type { BookForm } from "../core/form/form";
import { openInput, type ReadOptions } from "./input";
import { readForm as readXlsxForm } from "./xlsx/readForm";

/**
 * How the named sheets of a file look, or null where the format does not tell (only .xlsx and .xlsm do). Costs about as
 * much as reading the values; asked for only where form is judged.
 */
export function readForm(bytes: Uint8Array, sheets: readonly string[], options: ReadOptions): BookForm | null {
  const input = openInput("", bytes, options);
  return input.ok && input.value.wrapping.kind === "zip" ? readXlsxForm(input.value.wrapping.zip, sheets) : null;
}
