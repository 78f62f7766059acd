import { describeMerge, type UnreadFile } from "../../app/describeMerge";
import { openMaster } from "../../app/master";
import { beginMerging, type Merging, takeAll } from "../../app/merge";
import { sayMasterFault } from "../../app/sayFault";
import { isoDay } from "../../core/grid/day";
import { COLUMN_PRESETS, headerOf } from "../../core/ledger/columns";
import { short } from "../../core/rules/say";
import type { Decision } from "../../core/round/round";
import { rowName } from "../../core/round/rowName";
import { err, ok, type Result } from "../../core/result";
import { commitTo } from "../commit";
import { openBook } from "../openBook";
import { readBytes, writeOut } from "../open";
import { findReturns, type FoundReturns } from "../readReturns";
import { readPolicies, readSenders } from "../said";
import { withSideStore, writeSideStore } from "../sideStore";
import { refused, type Verb, type VerbContext } from "../verb";

export const mergeVerb: Verb = {
  name: "merge",
  usage: "merge 总台账 报送表… -o 结果.xlsx [--policy 列[@序号]=ask|lead|all-done|sum|max|list …] [--decide 裁定.json] [--store 存储文件] [--unit 文件=单位 …] [--insist 文件 …] [--json]",
  options: { "-o": "value", "--policy": "list", "--decide": "value", "--store": "value", "--unit": "list", "--accept": "list", "--insist": "list" },
  async run(context) {
    const [masterPath, ...returnPaths] = context.words.places;
    const out = context.words.value("-o");
    if (masterPath === undefined || out === null) return refused(context, `用法：${mergeVerb.usage}`);
    const policies = readPolicies(context.words.values("--policy"));
    if (!policies.ok) return refused(context, policies.error);
    const decisions = await readDecisions(context.words.value("--decide"), context);
    if (!decisions.ok) return refused(context, decisions.error);
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
      decisions: decisions.value, policies: policies.value, today: isoDay(context.asOf), senders: senders.value,
      insisted: new Set([...context.words.values("--accept"), ...context.words.values("--insist")]), addColumns: true, listed: context.words.has("--json"), storeBeside: store !== null,
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

async function readDecisions(path: string | null, context: VerbContext): Promise<Result<readonly Decision[], string>> {
  if (path === null) return ok([]);
  const bytes = await readBytes(path, context);
  if (!bytes.ok) return bytes;
  const wrong = `“${path}”不是裁定文件：应为 [{"row","column","take","value"?}]`;
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(bytes.value));
  } catch {
    return err(wrong);
  }
  if (!Array.isArray(parsed)) return err(wrong);
  const decisions = parsed.map(asDecision);
  return decisions.every((own) => own !== null) ? ok(decisions) : err(wrong);
}

function asDecision(value: unknown): Decision | null {
  if (typeof value !== "object" || value === null) return null;
  const { row, column, take, value: typed, by } = value as Readonly<Record<string, unknown>>;
  if ((typeof row !== "string" && typeof row !== "number") || typeof column !== "string" || typeof take !== "string") return null;
  const key = COLUMN_PRESETS.find((preset) => preset.header === column)?.key ?? column;
  const own = { row: String(row), column: key, take, ...(typeof by === "string" ? { by } : {}) };
  return typeof typed === "string" || typeof typed === "number" ? { ...own, value: typed } : own;
}

function summary({ files, sum, conflicts, proposals, missing, notReturned }: ReturnType<typeof describeMerge>): string {
  const merged = files.filter(({ status }) => status === "merged").length;
  return [
    `共 ${files.length} 个文件，汇总 ${merged} 个，未采纳 ${files.length - merged} 个。`,
    `返回 ${sum.cells} 个单元格 = 表格框架 ${sum.frame} + 未变 ${sum.unchanged} + 采纳 ${sum.accepted} + 合写 ${sum.composed} + 冲突 ${sum.conflict} + 建议 ${sum.proposal} + 退回 ${sum.rejected} + 未读 ${sum.unread}`,
    `冲突 ${conflicts.length} 处，修改建议 ${proposals.length} 处，缺项 ${missing.length} 处，未报单位 ${notReturned.length} 个。`,
    ...conflicts.map(({ row, column, values }) => `  冲突 ${rowName(row, "zh")} ${headerOf(column)}：${values.map(({ unit, value }) => `${unit}“${short(String(value))}”`).join(" / ")}`),
  ].join("\n");
}
