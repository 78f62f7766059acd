import { describeReceived, describeRegister } from "../../app/describeRegister";
import { openMaster } from "../../app/master";
import { isPicture } from "../../app/picture";
import { planReceive } from "../../app/receive";
import { sayMasterFault } from "../../app/sayFault";
import { isoDay } from "../../core/grid/day";
import { baseOf } from "../../core/round/roundOfSheet";
import { STATE_WORDS } from "../../core/round/register";
import { short } from "../../core/rules/say";
import { ok } from "../../core/result";
import { commitTo } from "../commit";
import { openBook } from "../openBook";
import { readPastedFiles, unitsOfPasted } from "../pasted";
import { writeOut } from "../open";
import { readReturns } from "../readReturns";
import { readMarks, readSenders } from "../said";
import { besideStore, withSideStore, writeSideStore } from "../sideStore";
import { refused, type Verb } from "../verb";

export const receiveVerb: Verb = {
  name: "receive",
  usage: "receive 总台账 报送表… -o 结果.xlsx [--store 存储文件] [--unit 文件=单位 …] [--paste 回复.txt … --unit 单位] [--mark 单位=纸质|图片|电话|零报告|退回 …] [--insist 文件 …] [--json]",
  options: { "-o": "value", "--store": "value", "--unit": "list", "--paste": "list", "--mark": "list", "--accept": "list", "--insist": "list" },
  async run(context) {
    const { words } = context;
    const [masterPath, ...paths] = words.places;
    const out = words.value("-o");
    if (masterPath === undefined || out === null) return refused(context, `用法：${receiveVerb.usage}`);
    const today = isoDay(context.asOf);
    const pastes = words.values("--paste");
    const { unitOf, others } = unitsOfPasted(words.values("--unit"), pastes);
    const senders = readSenders(others);
    if (!senders.ok) return refused(context, senders.error);
    const marks = readMarks(words.values("--mark"), today);
    if (!marks.ok) return refused(context, marks.error);
    const book = await openBook(masterPath, context);
    if (!book.ok) return refused(context, book.error);
    const opened = await openMaster(book.value.excel);
    if (!opened.ok) return refused(context, sayMasterFault(opened.error));
    const store = words.value("--store");
    const master = await withSideStore(opened.value, store, context);
    if (!master.ok) return refused(context, master.error);
    const returns = await readReturns(paths, context);
    const unread = returns.flatMap((one) => (one.kind === "refused" ? [one] : []));
    const pasted = await readPastedFiles(pastes, unitOf, master.value.store.round?.base ?? baseOf(master.value.ledger), context);
    if (!pasted.ok) return refused(context, pasted.error);
    const plan = planReceive(master.value, {
      sources: [...returns.flatMap((one) => (one.kind === "read" ? [one.source] : [])), ...pasted.value.map(({ source }) => source)],
      marks: marks.value, pictures: unread.map(({ file }) => file).filter(isPicture),
      senders: new Map([...senders.value, ...pasted.value.map(({ source, unit }) => [source.name, unit] as const)]), insisted: new Set([...words.values("--accept"), ...words.values("--insist")]), today,
    });
    if (!plan.ok) return refused(context, sayMasterFault(plan.error));
    const batch = besideStore(plan.value.batch, store);
    const bytes = batch ? await commitTo(book.value, batch) : ok(book.value.bytes);
    if (!bytes.ok) return refused(context, bytes.error);
    const why = (await writeOut(out, bytes.value, context)) ?? (await writeSideStore(plan.value.store, store, context));
    if (why !== null) return refused(context, why);
    for (const { file, reason } of unread) context.say(`${file}：${reason}`);
    for (const { source, unread: lines } of pasted.value) for (const { line, text, reason } of lines) context.say(`${source.name} 第 ${line} 行“${short(text)}”：${reason}`);
    const register = describeRegister(plan.value.register);
    const files = describeReceived(plan.value.readings, unread);
    const open = files.some(({ status }) => status === "refused");
    return { exit: open ? 1 : 0, json: { register, files, pasted: pasted.value.map(({ source, unit, unread: lines }) => ({ file: source.name, unit, unread: lines })) }, text: summary(register) };
  },
};

function summary(register: ReturnType<typeof describeRegister>): string {
  const counts = Object.values(STATE_WORDS).flatMap((state) => {
    const units = register.filter((line) => line.state === state).map(({ unit }) => unit);
    return units.length === 0 ? [] : [`${state} ${units.length} 个：${units.join("、")}`];
  });
  return counts.join("\n");
}
