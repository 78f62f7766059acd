import path from "node:path";
import { describeDispatch, guideLines, planDispatch, STATUS_CHOICE } from "../../app/dispatch";
import { openMaster } from "../../app/master";
import { sayMasterFault } from "../../app/sayFault";
import { isoDay, parseIsoDay } from "../../core/grid/day";
import { baseName } from "../../files/readFile";
import { formBook } from "../../workbook/formBook";
import { commitTo } from "../commit";
import { openBook } from "../openBook";
import { writeOut } from "../open";
import { refused, type Verb } from "../verb";

/** The master stays here, apart from what is sent: it remembers what went out. */
export const KEPT_FOLDER = "留存（勿外发）";

export const dispatchVerb: Verb = {
  name: "dispatch",
  usage: "dispatch 总台账 -o 文件夹 --round 轮次名称 --due 截止日期 [--one] [--json]",
  options: { "-o": "value", "--round": "value", "--due": "value", "--one": "flag" },
  async run(context) {
    const { words } = context;
    const [masterPath] = words.places;
    const folder = words.value("-o");
    const name = words.value("--round")?.trim();
    const due = parseIsoDay(words.value("--due") ?? "");
    if (masterPath === undefined || folder === null || !name || !due) return refused(context, `用法：${dispatchVerb.usage}`);
    const book = await openBook(masterPath, context);
    if (!book.ok) return refused(context, book.error);
    const master = await openMaster(book.value.excel);
    if (!master.ok) return refused(context, sayMasterFault(master.error));
    const plan = planDispatch(master.value, { name, due: isoDay(due), one: words.has("--one"), today: isoDay(context.asOf) });
    if (!plan.ok) return refused(context, sayMasterFault(plan.error));
    const { forms, batch } = plan.value;
    const kept = await commitTo(book.value, batch);
    if (!kept.ok) return refused(context, kept.error);
    const files: (readonly [file: string, bytes: Uint8Array])[] = [];
    for (const form of forms) {
      const made = formBook(form, guideLines(name, isoDay(due)), [STATUS_CHOICE]);
      const saved = made.ok ? made.value.save() : null;
      if (!saved?.ok) return refused(context, `无法生成“${form.file}”，未写入任何文件。`);
      files.push([form.file, saved.value]);
    }
    const masterName = path.join(KEPT_FOLDER, baseName(masterPath).replace(/\.[A-Za-z]{2,5}$/u, "") + ".xlsx");
    for (const [file, bytes] of [...files, [masterName, kept.value] as const]) {
      const why = await writeOut(path.join(folder, file), bytes, context);
      if (why !== null) return refused(context, why);
    }
    const described = { ...describeDispatch(name, forms), master: masterName };
    return { exit: 0, json: described, text: `轮次“${name}”：已生成 ${forms.length} 份填报表，请于 ${isoDay(due)} 前收齐。留存的总台账在“${masterName}”，请在其中收件、汇总。` };
  },
};
