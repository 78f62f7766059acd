/** A clerk at work for a month: the product's own commands on the workbook in memory, and a record of what they asked. */
import { planMerge, type MergePlan, type MergeRequest } from "../../../src/app/merge";
import { planReceive, type ReceiveRequest } from "../../../src/app/receive";
import type { CellValue } from "../../../src/core/grid/grid";
import type { SourceFile } from "../../../src/core/grid/sourceFile";
import type { CellFate } from "../../../src/core/round/fate";
import { readPastedReply } from "../../../src/core/round/pasted/readPastedReply";
import type { RegisterLine } from "../../../src/core/round/register";
import { rowPolicyKey } from "../../../src/core/round/round";
import type { Batch } from "../../../src/excel/port";
import { PANE_LIMITS } from "../../../src/files/limits";
import { baseName } from "../../../src/files/readFile";
import { type GivenFile, readMany } from "../../../src/files/readMany";
import { bookOf, masterIn, savedBytes, sourceOf, undoBytes } from "../aWorkshop";
import { opened, tableOf } from "./sheets";

export class Clerk {
  bytes: Uint8Array;
  /** Everything that a person was asked, once each, in order. */
  readonly asked: string[] = [];
  /** Questions that were asked again after their answer. */
  readonly askedInVain: string[] = [];
  /** Every file that came, as it came. */
  readonly files = new Map<string, Uint8Array>();
  /** The fates of the cells of every file, from the merge that took it. */
  readonly fates = new Map<string, readonly CellFate[]>();
  private readonly answered = new Set<string>();

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** Files come in, packages of files too; nothing is merged. */
  async receive(today: string, given: readonly GivenFile[], more: Partial<ReceiveRequest> = {}): Promise<readonly RegisterLine[]> {
    const excel = bookOf(this.bytes);
    const plan = planReceive(await masterIn(excel), { marks: [], senders: new Map(), insisted: new Set(), today, ...more, sources: [...(await this.read(given)), ...(more.sources ?? [])] });
    if (!plan.ok) throw new Error(JSON.stringify(plan.error));
    if (plan.value.batch) await this.commit(excel, plan.value.batch);
    return plan.value.register;
  }

  /** A unit's reply is pasted from a chat; nothing is merged. */
  async paste(today: string, unit: string, text: string): Promise<void> {
    const { store } = await masterIn(bookOf(this.bytes));
    if (!store.round) throw new Error("no round");
    const { source } = readPastedReply(text, unit, store.round.base);
    await this.receive(today, [], { sources: [source], senders: new Map([[source.name, unit]]) });
  }

  /** What was received is merged, or these files at once; what is open then is asked. */
  async merge(today: string, request: Partial<MergeRequest> = {}, given: readonly GivenFile[] = []): Promise<MergePlan> {
    const excel = bookOf(this.bytes);
    const plan = planMerge(await masterIn(excel), { returns: await this.read(given), decisions: [], policies: new Map(), today, ...request });
    if (!plan.ok) throw new Error(JSON.stringify(plan.error));
    this.note(plan.value, request);
    if (plan.value.batch) await this.commit(excel, plan.value.batch);
    return plan.value;
  }

  async undo(file: string): Promise<void> {
    this.bytes = await undoBytes(this.bytes, { file });
  }

  /** Types into the sheet as anybody would. */
  type(serial: number, header: string, value: CellValue): void {
    const excel = bookOf(this.bytes);
    const table = tableOf(opened(this.bytes));
    excel.type([{ at: { sheet: "工作台账", row: table.rows.get(serial) ?? -1, col: table.columns.get(header) ?? -1 }, value }]);
    this.bytes = savedBytes(excel);
  }

  private async read(given: readonly GivenFile[]): Promise<readonly SourceFile[]> {
    const { files, refused } = readMany(given, { limits: PANE_LIMITS });
    if (refused.length > 0) throw new Error(refused.map(({ name }) => name).join());
    for (const { name, bytes } of files) this.files.set(baseName(name), bytes);
    return Promise.all(files.map(({ name, bytes }) => sourceOf(baseName(name), bytes)));
  }

  private async commit(excel: ReturnType<typeof bookOf>, batch: Batch): Promise<void> {
    const receipt = await excel.commit(batch);
    if (!receipt.ok) throw new Error(JSON.stringify(receipt.error));
    this.bytes = savedBytes(excel);
  }

  private note({ run }: MergePlan, { policies, decisions }: Partial<MergeRequest>): void {
    if (!run.addsUp) throw new Error("cells without a fate");
    for (const { file } of run.files) this.fates.set(file, run.cells.filter((cell) => cell.file === file));
    for (const key of policies?.keys() ?? []) this.answered.add(key.includes("|") ? `裁定 ${key.replace("|", " ")}` : `方式 ${key}`);
    for (const { row, column } of decisions ?? []) this.answered.add(`裁定 ${row} ${column}`);
    for (const question of questionsOf(run)) {
      if (this.answered.has(question)) this.askedInVain.push(question);
      else if (!this.asked.includes(question)) this.asked.push(question);
    }
  }
}

/** What a run wants to know of a person: once a column without a policy, else once a cell; once a file; once a proposal. */
function questionsOf({ conflicts, files, proposals, round }: MergePlan["run"]): readonly string[] {
  const shared = new Set(["reportedValue", "status"]);
  return [
    ...conflicts.map(({ row, column }) => {
      const settled = !shared.has(column) || round.policies.has(column) || round.policies.has(rowPolicyKey(row, column));
      return settled ? `裁定 ${row} ${column}` : `方式 ${column}`;
    }),
    ...files.flatMap(({ file, refused }) => (refused && refused.kind !== "sameContent" ? [`${refused.kind} ${file}`] : [])),
    ...proposals.map(({ file, row, column }) => `建议 ${file} ${row ?? "新增"} ${column}`),
  ];
}
