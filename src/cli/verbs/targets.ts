import { describeTargets } from "../../app/describeTargets";
import { yearInTitle } from "../../app/light";
import { sayProblem } from "../../app/sayFault";
import { joinCutRows } from "../../core/parse/joinCutRows";
import { findLedger } from "../../core/parse/parseLedger";
import { readSource } from "../open";
import { refused, type Verb } from "../verb";
import { yearOption } from "../yearOption";

export const targetsVerb: Verb = {
  name: "targets",
  usage: "targets 文件 [--year 年] [--json]",
  options: { "--year": "value" },
  async run(context) {
    const [path] = context.words.places;
    const year = yearOption(context.words.value("--year"));
    if (path === undefined || !year.ok) return refused(context, `用法：${targetsVerb.usage}`);
    const source = await readSource(path, context);
    if (!source.ok) return refused(context, source.error);
    const found = findLedger(source.value.grids);
    if (!found.ok) return refused(context, sayProblem(found.error));
    const titled = year.value ?? yearInTitle(found.value);
    if (year.value === null) context.say(titled === null ? `标题和文号都没有写年份，“年底前”等按 ${context.asOf.year} 年推算；可用 --year 指定` : `“年底前”等按标题或文号的 ${titled} 年推算`);
    const targets = describeTargets(joinCutRows(found.value.ledger), { asOf: context.asOf, year: titled });
    const lines = targets.map(({ row, indicator, operator, value, unit, deadline }) => `${row ?? "—"}　${indicator} ${operator ?? ""} ${value ?? ""}${unit ?? ""}　${deadline.date ?? "无时限"}`);
    return { exit: 0, json: { targets }, text: [`共 ${targets.length} 个目标。`, ...lines].join("\n") };
  },
};
