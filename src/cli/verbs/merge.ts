import { describeMerge, type UnreadFile } from "../../app/describeMerge";
import { openMaster } from "../../app/master";
import { beginMerging, type Merging, takeAll } from "../../app/merge";
import { sayMasterFault } from "../../app/sayFault";
import { isoDay } from "../../core/grid/day";
import { headerOf } from "../../core/ledger/columns";
import { short } from "../../core/rules/say";
import { LONG_WAYS, type LongWay } from "../../core/round/longCells";
import { rowName } from "../../core/round/rowName";
import { ok } from "../../core/result";
import { readForm } from "../../files/readForm";
import { commitTo } from "../commit";
import { readDecisionFile } from "../decisionFile";
import { openBook } from "../openBook";
import { READ_OPTIONS, writeOut } from "../open";
import { findReturns, type FoundReturns } from "../readReturns";
import { readPolicies, readSenders } from "../said";
import { withSideStore, writeSideStore } from "../sideStore";
import { refused, type Verb, type VerbContext } from "../verb";

export const mergeVerb: Verb = {
  name: "merge",
  usage: "merge 总台账 报送表… -o 结果.xlsx [--policy 列[@序号]=ask|lead|all-done|sum|max|list …] [--decide 裁定.json] [--store 存储文件] [--unit 文件=单位 …] [--insist 文件 …] [--long lead-summary|details] [--json]",
  options: { "-o": "value", "--policy": "list", "--decide": "value", "--store": "value", "--unit": "list", "--accept": "list", "--insist": "list", "--long": "value" },
  async run(context) {
    const [masterPath, ...returnPaths] = context.words.places;
    const out = context.words.value("-o");
    if (masterPath === undefined || out === null) return refused(context, `用法：${mergeVerb.usage}`);
    const policies = readPolicies(context.words.values("--policy"));
    if (!policies.ok) return refused(context, policies.error);
    const long = longWay(context.words.value("--long"));
    if (long === undefined) return refused(context, `--long 应为 lead-summary（牵头综述）或 details（分单位明细）`);
    const decided = await readDecisionFile(context.words.value("--decide"), context);
    if (!decided.ok) return refused(context, decided.error);
    const { decisions, replaces } = decided.value;
    const senders = readSenders(context.words.values("--unit"));
    if (!senders.ok) return refused(context, senders.error);
    const book = await openBook(masterPath, context);
    if (!book.ok) return refused(context, book.error);
    const opened = await openMaster(book.value.excel);
    if (!opened.ok) return refused(context, sayMasterFault(opened.error));
    const store = context.words.value("--store");
    const master = await withSideStore(opened.value, store, context);
    if (!master.ok) return refused(context, master.error);
    const begun = beginMerging(master.value, {
      decisions, replaces, policies: policies.value, today: isoDay(context.asOf), senders: new Map([...senders.value, ...decided.value.senders]),
      ...(long === null ? {} : { long }), form: once(() => readForm(book.value.bytes, [master.value.ledger.sheet], READ_OPTIONS)?.sheets[0] ?? null),
      insisted: new Set([...decided.value.insisted, ...context.words.values("--accept"), ...context.words.values("--insist")]), addColumns: true, listed: context.words.has("--json"), storeBeside: store !== null,
    });
    if (!begun.ok) return refused(context, sayMasterFault(begun.error));
    const unread = await takeReturns(begun.value, returnPaths, context);
    const plan = begun.value.finish();
    const { run, batch } = plan;
    if (!run.addsUp) return refused(context, "核对不平：有单元格没有去处。未写入任何文件。");
    const bytes = batch ? await commitTo(book.value, batch) : ok(book.value.bytes);
    if (!bytes.ok) return refused(context, bytes.error);
    const why = (await writeOut(out, bytes.value, context)) ?? (await writeSideStore(plan.store, store, context));
    if (why !== null) return refused(context, why);
    for (const one of unread) context.say(`${one.file}：${one.reason}`);
    const described = describeMerge(run, unread);
    const open = described.conflicts.length > 0 || described.files.some(({ status }) => status === "refused");
    return { exit: open ? 1 : 0, json: described, text: summary(described) };
  },
};

const WAY_NAMES: Readonly<Record<string, LongWay>> = { 牵头综述: "lead-summary", 分单位明细: "details" };

/** Null where nothing is said, undefined where the word is unknown. */
function longWay(word: string | null): LongWay | null | undefined {
  return word === null ? null : (LONG_WAYS.find((way) => way === word) ?? (Object.hasOwn(WAY_NAMES, word) ? WAY_NAMES[word] : undefined));
}

/** Computed when it is asked for first, and kept. */
function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => (known ??= { value: compute() }).value;
}

/** Takes what the words name, or without words what was received; returned are the files that can't be read. */
async function takeReturns(merging: Merging, paths: readonly string[], context: VerbContext): Promise<readonly UnreadFile[]> {
  if (paths.length === 0) {
    takeAll(merging, merging.inbox.map((received) => ({ source: received.source, received })));
    return [];
  }
  const returns = await findReturns(paths, context);
  for (;;) {
    const unread = await takeOnce(merging, returns);
    if (unread !== null) return unread;
  }
}

/** Null where all are to be taken again. */
async function takeOnce(merging: Merging, returns: FoundReturns): Promise<readonly UnreadFile[] | null> {
  const unread: UnreadFile[] = [];
  for await (const one of returns.each()) {
    if (one.kind === "refused") unread.push(one);
    else if (merging.take(one.source) === "startOver") return null;
  }
  return unread;
}

function summary({ files, sum, conflicts, proposals, missing, notReturned }: ReturnType<typeof describeMerge>): string {
  const merged = files.filter(({ status }) => status === "merged").length;
  return [
    `共 ${files.length} 个文件，汇总 ${merged} 个，未采纳 ${files.length - merged} 个。`,
    `返回 ${sum.cells} 个单元格 = 表格框架 ${sum.frame} + 未变 ${sum.unchanged} + 采纳 ${sum.accepted} + 合写 ${sum.composed} + 冲突 ${sum.conflict} + 建议 ${sum.proposal} + 退回 ${sum.rejected} + 未读 ${sum.unread}`,
    `冲突 ${conflicts.length} 处，修改建议 ${proposals.length} 处，缺项 ${missing.length} 处，未报单位 ${notReturned.length} 个。`,
    ...conflicts.map(({ row, column, values, reason }) => `  冲突 ${rowName(row, "zh")} ${headerOf(column)}：${values.map(({ unit, value }) => `${unit}“${short(String(value))}”`).join(" / ")}${reason === null ? "" : `（${reason}）`}`),
  ].join("\n");
}
