/** The laws of the round over the commands themselves: random files, edits, decisions, policies, forks and inboxes. */
import fc from "fast-check";
import type { CellValue } from "../../src/core/grid/grid";
import type { SourceFile } from "../../src/core/grid/sourceFile";
import { namesOf, type PolicyName } from "../../src/core/round/round";
import { aSource } from "../support/aReturn";
import { PaperBook } from "../support/paperBook";

const UNITS = ["市商务局", "市财政局", "市教育局"] as const;
const HEADER = ["序号", "重点任务", "工作内容", "牵头单位", "责任单位", "完成值", "状态", "进展情况", "备注"];
const TASKS: readonly (readonly CellValue[])[] = [
  [1, "促进汽车消费", "开展汽车以旧换新活动，每年举办促销活动 10 场以上。", "市商务局", "市财政局"],
  [2, "加强资金保障", "统筹专项资金支持消费品以旧换新，加强全过程监管。", "市财政局", null],
  [3, "畅通家电更新", "支持家电销售企业联合回收企业开展促销活动。", "市商务局、市财政局", "市教育局"],
  [4, "更新教学设备", "支持职业院校更新实训设备，推动产教融合。", "市教育局", "市商务局"],
];
const TOP = 2;
const REPLY_COLUMNS = [5, 6, 7, 8] as const;
type ReplyColumn = (typeof REPLY_COLUMNS)[number];
const KEYS = { 5: "reportedValue", 6: "status", 7: "progress", 8: "note" } as const;

const valueIn = (col: ReplyColumn): fc.Arbitrary<CellValue> =>
  col === 5 ? fc.integer({ min: 1, max: 4 }) : col === 6 ? fc.constantFrom("已完成", "进行中", "滞后") : fc.constantFrom("甲文。", "乙文。", "丙文\n分两行。", "市财政局：引文。", "甲 文。");
const cell = fc.tuple(fc.nat(TASKS.length - 1), fc.constantFrom(...REPLY_COLUMNS)).chain(([task, col]) => valueIn(col).map((value) => ({ task, col, value })));

const lines = fc.array(cell, { maxLength: 3 }).map((filled) => [
  ["某市工作台账"],
  HEADER,
  ...TASKS.map((issued, task) => [...issued, ...REPLY_COLUMNS.map((col) => filled.find((own) => own.task === task && own.col === col)?.value ?? null)]),
]);

const file: fc.Arbitrary<SourceFile> = fc.tuple(fc.constantFrom(...UNITS), fc.constantFrom("", "(1)", "补报"), fc.array(cell, { minLength: 1, maxLength: 5 })).map(([unit, tail, said]) => {
  const own = TASKS.map((issued, task) => ({ issued, task })).filter(({ issued }) => `${String(issued[3])}、${String(issued[4])}`.includes(unit));
  return aSource(`${unit}${tail}.xlsx`, [HEADER, ...own.map(({ issued, task }) => [...issued, ...REPLY_COLUMNS.map((col) => said.find((one) => one.task === task && one.col === col)?.value ?? null)])]);
});
const files = fc.uniqueArray(file, { minLength: 1, maxLength: 4, selector: ({ name }) => name });
const policies = fc.constantFrom<readonly (readonly [string, PolicyName])[]>([], [], [["reportedValue", "sum"], ["status", "all-done"]], [["reportedValue", "max"]], [["reportedValue", "lead"], ["status", "lead"], ["note", "list"]]).map((own) => new Map(own));
const edits = fc.array(cell, { maxLength: 2 });
const round = fc.record({ lines, files, policies, edits, cut: fc.nat(4), pick: fc.nat(9) });

interface Round {
  readonly lines: readonly (readonly CellValue[])[];
  readonly files: readonly SourceFile[];
  readonly policies: ReadonlyMap<string, PolicyName>;
  readonly edits: readonly { readonly task: number; readonly col: ReplyColumn; readonly value: CellValue }[];
  readonly cut: number;
  readonly pick: number;
}

/** 120 of each of the nine: over a thousand rounds. */
const RUNS = { numRuns: Number(process.env["ROUNDS"] ?? 120) };
const halves = ({ files: all, cut }: Round) => [all.slice(0, cut % (all.length + 1)), all.slice(cut % (all.length + 1))] as const;
const repliesOf = (sources: readonly SourceFile[]): readonly string[] =>
  sources.flatMap(({ name, grids }) =>
    grids.flatMap(({ rows }) => rows.slice(1).flatMap(({ row, values }) => REPLY_COLUMNS.flatMap((col) => (values[col] === null || values[col] === undefined ? [] : [`${name} ${"ABCDEFGHI".charAt(col)}${row + 1}`])))),
  );
const bare = (value: CellValue | undefined): string => String(value ?? "").replace(/\s/gu, "");

/** Nothing is lost in any merge: every reply has one fate, what is taken stands in the sheet, what is not says why. */
function merged(book: PaperBook, sources: readonly SourceFile[], { policies: own }: Round): PaperBook {
  const plan = book.plan(sources, { policies: own });
  const after = book.commit(plan.batch);
  const told = plan.run.cells.filter(({ file: name, column }) => sources.some((one) => one.name === name) && Object.values(KEYS).some((key) => key === column));
  expect(plan.run.addsUp).toBe(true);
  if (sources.every(({ grids }) => grids.length === 1)) expect(told.map(({ file: name, at }) => `${name} ${at.replace("Sheet1!", "")}`).sort()).toEqual([...repliesOf(sources)].sort());
  for (const { fate, reason, row, column, value } of told) {
    if (fate === "rejected" || fate === "unread") expect(reason).not.toBe("");
    if (fate !== "accepted" && !(fate === "composed" && typeof value === "string")) continue;
    const col = REPLY_COLUMNS.find((place) => KEYS[place] === column) ?? 5;
    expect(bare(after.seen[TOP + Number(row) - 1]?.[col])).toContain(bare(value));
  }
  return after;
}

function holds(what: string, law: (own: Round, begun: PaperBook) => void): void {
  test(what, () => {
    fc.assert(fc.property(round, (own) => law(own, PaperBook.of(own.lines))), RUNS);
  });
}

describe("nothing is lost, and besides", () => {
  holds("order doesn't matter", (own, begun) => {
    expect(merged(begun, [...own.files].reverse(), own).seen).toEqual(merged(begun, own.files, own).seen);
  });

  holds("repetition doesn't matter", (own, begun) => {
    const once = merged(begun, own.files, own);
    expect(once.plan(own.files).batch).toBeNull();
    expect(once.plan([]).batch).toBeNull();
  });

  holds("halves join to the whole, one after the other", (own, begun) => {
    const [one, other] = halves(own);
    expect(merged(merged(begun, one, own), other, own).seen).toEqual(merged(begun, own.files, own).seen);
  });

  holds("what was received first merges as if it had been merged at once", (own, begun) => {
    const [one, other] = halves(own);
    expect(begun.receive(other).receive(one).merge([], { policies: own.policies }).seen).toEqual(merged(begun, own.files, own).seen);
  });

  holds("two masters with a half each join to the whole", (own, begun) => {
    const [one, other] = halves(own);
    const [ours, theirs] = [merged(begun, one, own), merged(begun, other, own)];
    if (!ours.hasStore || !theirs.hasStore) return;
    expect(merged(ours, [theirs.file("总台账（另一份）.xlsx")], own).seen).toEqual(merged(begun, own.files, own).seen);
  });

  holds("undo of a file is never having had it", (own, begun) => {
    const gone = own.files[own.pick % own.files.length];
    if (!gone) return;
    const all = merged(begun, own.files, own);
    if (all.master.store.round?.submissions.some((one) => namesOf(one).includes(gone.name))) {
      // Of two files that say the same in other spaces either spelling may stand (law 5).
      const without = merged(begun, own.files.filter((one) => one !== gone), own);
      expect(all.undo({ file: gone.name }).seen.map((line) => line.map(bare))).toEqual(without.seen.map((line) => line.map(bare)));
    }
  });

  holds("undo of all runs gives the sheet back", (own, begun) => {
    const [one, other] = halves(own);
    let book = merged(merged(begun, one, own), other, own);
    while (book.master.store.runs.length > 0) book = book.undo({});
    expect(book.seen).toEqual(begun.seen);
  });

  holds("what a person typed stays, whatever comes after it and whatever is undone", (own, begun) => {
    const [one, other] = halves(own);
    const first = merged(begun, one, own);
    // Before anything was merged, what stands in the sheet is the base.
    if (!first.hasStore) return;
    const after = merged(own.edits.reduce((book, { task, col, value }) => book.typed(TOP + task, col, value), first), other, own);
    const back = after.master.store.runs.length > 0 ? after.undo({}) : after;
    for (const [index, { task, col, value }] of own.edits.entries()) {
      const again = own.edits.slice(index + 1).some((edit) => edit.task === task && edit.col === col);
      // Typing what stands there, or what stands there in other spaces, is no edit.
      if (again || bare(first.seen[TOP + task]?.[col]) === bare(value)) continue;
      for (const line of String(value).split("\n")) for (const book of [after, back]) expect(String(book.seen[TOP + task]?.[col])).toContain(line);
    }
  });

  holds("a decision settles its cell for good, and equals one that came with the files", (own, begun) => {
    const open = begun.plan(own.files);
    const asked = open.run.conflicts[own.pick % Math.max(1, open.run.conflicts.length)];
    if (!asked) return;
    const decisions = [{ row: asked.row, column: asked.column, take: asked.values[own.pick % asked.values.length]?.file ?? "master" }];
    const settled = begun.merge(own.files).merge([], { decisions });
    const again = settled.plan(own.files);
    expect(again.run.conflicts.map(({ row, column }) => `${row}.${column}`)).toEqual(open.run.conflicts.map(({ row, column }) => `${row}.${column}`).filter((key) => key !== `${asked.row}.${asked.column}`));
    expect(again.batch).toBeNull();
    expect(begun.merge(own.files, { decisions }).seen).toEqual(settled.seen);
  });
});
