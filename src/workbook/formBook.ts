/** A form of a round as a workbook of its own: no store, no author, the same bytes for the same form. */
import type { Form } from "../core/round/forms";
import type { Result } from "../core/result";
import type { WorkbookFault } from "./fault";
import { type LedgerForm, newLedgerBook } from "./newLedgerBook";
import type { Workbook } from "./workbook";

export const FORM_SHEET = "填报表";
export const GUIDE_SHEET = "填报说明";

/** The workbook. `guide` are the lines of its second sheet. */
export function formBook(form: Form, guide: readonly string[], choices: LedgerForm["choices"]): Result<Workbook, WorkbookFault> {
  const { titleLines, columns, rows, issued, properties } = form;
  return newLedgerBook({ sheet: FORM_SHEET, titleLines, columns, rows, form: { issued, choices, guide: { sheet: GUIDE_SHEET, lines: guide }, properties } });
}
