import { describeLedger, sayCutRows } from "../../app/describeLedger";
import { importLedger, type LedgerPlan } from "../../app/importLedger";
import { ledgerCsv } from "../../app/ledgerCsv";
import { sayExcelFault, sayProblem } from "../../app/sayFault";
import { joinCutRows } from "../../core/parse/joinCutRows";
import { findLedger } from "../../core/parse/parseLedger";
import { err, ok, type Result } from "../../core/result";
import { memoryExcel } from "../../excel/memoryExcel";
import { newLedgerBook } from "../../workbook/newLedgerBook";
import { readSource, readSourceBytes, sayRemarks, writeOut } from "../open";
import { refused, type Verb } from "../verb";

function savedBook(plan: LedgerPlan): Result<Uint8Array, string> {
  const book = newLedgerBook(plan);
  if (!book.ok) return err("无法生成工作簿，未写入任何文件。");
  const saved = memoryExcel(book.value).save();
  return saved.ok ? saved : err(sayExcelFault(saved.error));
}

export const importVerb: Verb = {
  name: "import",
  usage: "import 来源文件 -o 台账.xlsx|台账.csv [--json]",
  options: { "-o": "value" },
  async run(context) {
    const [path] = context.words.places;
    const out = context.words.value("-o");
    if (path === undefined || out === null) return refused(context, `用法：${importVerb.usage}`);
    const source = await readSource(path, context);
    if (!source.ok) return refused(context, source.error);
    const found = findLedger(source.value.grids);
    if (!found.ok) return refused(context, sayProblem(found.error));
    const plan = importLedger(found.value.grid, found.value.ledger);
    const isCsv = /\.csv$/iu.test(out);
    const saved = isCsv ? ok(ledgerCsv(plan)) : savedBook(plan);
    if (!saved.ok) return refused(context, saved.error);
    const again = await readSourceBytes(isCsv ? "台账.csv" : "台账.xlsx", saved.value);
    const ledger = again.ok ? findLedger(again.value.grids) : null;
    if (!again.ok || !ledger?.ok) return refused(context, "生成的工作簿未能通过复读检查，未写入任何文件。");
    const why = await writeOut(out, saved.value, context);
    if (why !== null) return refused(context, why);
    const described = describeLedger(ledger.value.ledger, again.value.format, [...sayRemarks(source.value), ...sayCutRows(joinCutRows(found.value.ledger))]);
    const { counts } = described;
    return { exit: 0, json: described, text: `已生成“${out}”：${counts.chapters} 章、${counts.sections} 节、${counts.tasks} 项任务、${counts.goals} 行工作目标。` };
  },
};
