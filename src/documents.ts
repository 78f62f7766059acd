/** Composition: the files that leave the house in a round, made over the workbook in memory. */
import { guideLines, STATUS_CHOICE } from "./app/dispatch";
import type { Documents, ReportFormat } from "./app/sessionDesk";
import { type Report, reportBlocks, reportMarkdown } from "./core/round/report";
import { formBook } from "./workbook/formBook";
import { reportBook } from "./workbook/reportBook";
import { wordDocument } from "./workbook/wordDocument";
import { packBytes, writeZip } from "./workbook/zipWriter";

const REPORTS: Readonly<Record<ReportFormat, (report: Report) => Uint8Array | null>> = {
  md: (report) => new TextEncoder().encode(reportMarkdown(reportBlocks(report))),
  docx: (report) => wordDocument(reportBlocks(report)),
  xlsx: (report) => {
    const book = reportBook(report);
    const saved = book.ok ? book.value.save() : null;
    return saved?.ok ? saved.value : null;
  },
};

export const documents: Documents = {
  form(form, { name, due }) {
    const made = formBook(form, guideLines(name, due), [STATUS_CHOICE]);
    const saved = made.ok ? made.value.save() : null;
    return saved?.ok ? saved.value : null;
  },
  zip: (files) => writeZip(files.map(({ name, bytes }) => packBytes(name, bytes))),
  report: (report, format) => REPORTS[format](report),
};
