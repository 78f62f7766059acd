/** Whether a text can be seen whole in a cell: Excel makes no row higher than 409 points. */
import { type SheetForm, faceAt, widthAt } from "./form";
import { lineCount, neededHeight, TALLEST_ROW } from "./rowHeight";

/** Whether the text, wrapped in this cell's width and letters, needs a higher row than Excel makes. */
export function isTooTall(form: SheetForm, row: number, col: number, text: string): boolean {
  const size = faceAt(form, row, col)?.size ?? 11;
  return neededHeight(lineCount(text, widthAt(form, col), size), size) > TALLEST_ROW;
}
