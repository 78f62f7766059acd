import { openMaster } from "../../app/master";
import { describeNormalize, planNormalizing } from "../../app/normalize";
import { sayMasterFault } from "../../app/sayFault";
import { settingsOf } from "../../app/settings";
import { ok } from "../../core/result";
import { isoDay } from "../../core/grid/day";
import type { Style } from "../../core/text/profile";
import { commitTo } from "../commit";
import { openBook } from "../openBook";
import { writeOut } from "../open";
import { refused, type Verb } from "../verb";

const STYLES: readonly Style[] = ["master", "official", "none"];

export const normalizeVerb: Verb = {
  name: "normalise",
  usage: "normalise 文件 -o 结果.xlsx [--style master|official|none] [--json]",
  options: { "-o": "value", "--style": "value" },
  async run(context) {
    const [path] = context.words.places;
    const out = context.words.value("-o");
    const asked = context.words.value("--style");
    const style = STYLES.find((own) => own === asked);
    if (path === undefined || out === null || (asked !== null && style === undefined)) return refused(context, `用法：${normalizeVerb.usage}`);
    const book = await openBook(path, context);
    if (!book.ok) return refused(context, book.error);
    const master = await openMaster(book.value.excel);
    if (!master.ok) return refused(context, sayMasterFault(master.error));
    const plan = planNormalizing(master.value, style ?? settingsOf(master.value).spelling, isoDay(context.asOf));
    if (!plan.ok) return refused(context, sayMasterFault(plan.error));
    const { batch, changes } = plan.value;
    const bytes = batch ? await commitTo(book.value, batch) : ok(book.value.bytes);
    if (!bytes.ok) return refused(context, bytes.error);
    const why = await writeOut(out, bytes.value, context);
    if (why !== null) return refused(context, why);
    const described = describeNormalize(changes);
    const lines = described.changes.map(({ at, from, to }) => `  ${at}：${String(from)} → ${String(to)}`);
    return { exit: 0, json: described, text: [`规范 ${changes.length} 处。`, ...lines].join("\n") };
  },
};
