import { openMaster } from "../../app/master";
import { sayMasterFault } from "../../app/sayFault";
import { planUndo } from "../../app/undo";
import { commitTo } from "../commit";
import { openBook } from "../openBook";
import { writeOut } from "../open";
import { besideStore, withSideStore, writeSideStore } from "../sideStore";
import { ok } from "../../core/result";
import { refused, type Verb } from "../verb";

export const undoVerb: Verb = {
  name: "undo",
  usage: "undo 文件 -o 结果.xlsx [--run 编号] [--file 报送表文件名] [--store 存储文件] [--json]",
  options: { "-o": "value", "--store": "value", "--run": "value", "--file": "value" },
  async run(context) {
    const [path] = context.words.places;
    const out = context.words.value("-o");
    if (path === undefined || out === null) return refused(context, `用法：${undoVerb.usage}`);
    const book = await openBook(path, context);
    if (!book.ok) return refused(context, book.error);
    const opened = await openMaster(book.value.excel);
    if (!opened.ok) return refused(context, sayMasterFault(opened.error));
    const store = context.words.value("--store");
    const master = await withSideStore(opened.value, store, context);
    if (!master.ok) return refused(context, master.error);
    const run = context.words.value("--run");
    const file = context.words.value("--file");
    const plan = planUndo(master.value, { ...(run === null ? {} : { run }), ...(file === null ? {} : { file }) });
    if (!plan.ok) return refused(context, sayMasterFault(plan.error));
    const batch = besideStore(plan.value.batch, store);
    const bytes = batch ? await commitTo(book.value, batch) : ok(book.value.bytes);
    if (!bytes.ok) return refused(context, bytes.error);
    const why = (await writeOut(out, bytes.value, context)) ?? (await writeSideStore(plan.value.store, store, context));
    if (why !== null) return refused(context, why);
    const { undone, left } = plan.value;
    return { exit: left.length > 0 ? 1 : 0, json: { undone, left }, text: `已还原 ${undone.length} 处；保持现状 ${left.length} 处。` };
  },
};
