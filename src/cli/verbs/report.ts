import { openMaster } from "../../app/master";
import { describeReport, planReport } from "../../app/report";
import { sayMasterFault } from "../../app/sayFault";
import { type Report, reportBlocks, reportMarkdown } from "../../core/round/report";
import { reportBook } from "../../workbook/reportBook";
import { wordDocument } from "../../workbook/wordDocument";
import { openBook } from "../openBook";
import { writeOut } from "../open";
import { withSideStore } from "../sideStore";
import { refused, type Verb } from "../verb";

export const reportVerb: Verb = {
  name: "report",
  usage: "report 总台账 -o 报告.xlsx|报告.docx|报告.md [--store 存储文件] [--json]",
  options: { "-o": "value", "--store": "value" },
  async run(context) {
    const [path] = context.words.places;
    const out = context.words.value("-o");
    const bytesOf = out === null ? undefined : WRITERS[/\.[a-z]+$/u.exec(out.toLowerCase())?.[0] ?? ""];
    if (path === undefined || out === null || bytesOf === undefined) return refused(context, `用法：${reportVerb.usage}`);
    const book = await openBook(path, context);
    if (!book.ok) return refused(context, book.error);
    const opened = await openMaster(book.value.excel);
    if (!opened.ok) return refused(context, sayMasterFault(opened.error));
    const master = await withSideStore(opened.value, context.words.value("--store"), context);
    if (!master.ok) return refused(context, master.error);
    const report = planReport(master.value, context.asOf);
    if (!report.ok) return refused(context, sayMasterFault(report.error));
    const bytes = bytesOf(report.value);
    if (!bytes) return refused(context, "无法生成报告，未写入任何文件。");
    const why = await writeOut(out, bytes, context);
    if (why !== null) return refused(context, why);
    return { exit: 0, json: describeReport(report.value), text: reportMarkdown(reportBlocks(report.value)).trimEnd() };
  },
};

const WRITERS: Readonly<Record<string, (report: Report) => Uint8Array | null>> = {
  ".md": (report) => new TextEncoder().encode(reportMarkdown(reportBlocks(report))),
  ".docx": (report) => wordDocument(reportBlocks(report)),
  ".xlsx": (report) => {
    const book = reportBook(report);
    const saved = book.ok ? book.value.save() : null;
    return saved?.ok ? saved.value : null;
  },
};
