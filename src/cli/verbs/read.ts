import { describeLedger, sayCutRows } from "../../app/describeLedger";
import { sayProblem } from "../../app/sayFault";
import { joinCutRows } from "../../core/parse/joinCutRows";
import { findLedger } from "../../core/parse/parseLedger";
import { readSource, sayRemarks } from "../open";
import { refused, type Verb } from "../verb";

export const readVerb: Verb = {
  name: "read",
  usage: "read 文件 [--json]",
  options: {},
  async run(context) {
    const [path] = context.words.places;
    if (path === undefined) return refused(context, `用法：${readVerb.usage}`);
    const source = await readSource(path, context);
    if (!source.ok) return refused(context, source.error);
    const found = findLedger(source.value.grids);
    if (!found.ok) return refused(context, sayProblem(found.error));
    const ledger = joinCutRows(found.value.ledger);
    const described = describeLedger(ledger, source.value.format, [...sayRemarks(source.value), ...sayCutRows(ledger)]);
    const { counts, sheet } = described;
    const text = `工作表“${sheet}”：${counts.chapters} 章、${counts.sections} 节、${counts.tasks} 项任务、${counts.goals} 行工作目标，表头出现 ${counts.headerRows} 次。`;
    return { exit: 0, json: described, text: [text, ...described.notes].join("\n") };
  },
};
