import { type CellValue, type Grid, isEmpty } from "../../grid/grid";
import { ownerOf } from "../../ledger/columns";
import type { Ledger, LedgerRow } from "../../ledger/ledger";
import { parseLedger } from "../../parse/parseLedger";
import { compareWith } from "../comparedLedger";
import type { CheckContext } from "../context";
import type { Finding, LedgerRule } from "../rule";
import { tell } from "../say";

const say = {
  answers: {
    zh: "工作表“{sheet}”里也填了{times}行任务，这里却空着；请合到一张表",
    en: "The sheet {sheet} answers {times} tasks that are blank here; please put them into one sheet",
  },
  loose: {
    zh: "工作表“{sheet}”里有内容，没有读取",
    en: "The sheet {sheet} holds text that was not read",
  },
} as const;

/** Sheets that keep the name that the program gave them, or are called an addition, were not made as a part of the form. */
const ADDED_BY_HAND = /^(?:Sheet|工作表|新建工作表)\s*\d*(?:\s*[(（]\d+[)）])?$|^(?:补充|续表?|反馈|回复|答复|进展)(?:情况|说明|内容|材料|进展)?\s*\d*$/iu;
const FEWEST_CHARACTERS = 6;

/** Where the first text stands that is more than a word. */
function firstText({ sheet, rows }: Grid): Finding["at"] | null {
  const isText = (value: CellValue | undefined): boolean => typeof value === "string" && value.trim().length >= FEWEST_CHARACTERS;
  const row = rows.find(({ values }) => values.some(isText));
  return row ? { sheet, row: row.row, col: row.values.findIndex(isText) } : null;
}

/** How many of our rows without an answer have one there. */
function answersElsewhere({ ledger }: CheckContext, other: Ledger): number {
  const isAnswered = (of: Ledger, row: LedgerRow): boolean => of.columns.some(({ key }, position) => ownerOf(key) === "unit" && !isEmpty(row.values[position]));
  return [...compareWith(ledger, other).twins].filter(([row, twin]) => !isAnswered(ledger, row) && isAnswered(other, twin)).length;
}

export const bookOtherSheet: LedgerRule = {
  scope: "ledger",
  id: "book/other-sheet",
  group: "structure",
  severity: "error",
  title: { zh: "另一张表里有内容", en: "Answers on another sheet" },
  why: {
    zh: "只读取台账所在的工作表；写在别的表里的答复会漏掉。",
    en: "Only the ledger’s own sheet is read; what stands on others is overlooked.",
  },
  say,
  beyondValues: true,
  check(context) {
    const { ledger, grid, book } = context;
    return (book?.grids ?? []).filter((other) => other !== grid && other.sheet !== ledger.sheet).flatMap((other): readonly Finding[] => {
      const at = firstText(other);
      if (!at) return [];
      const parsed = parseLedger(other);
      const times = parsed.ok ? answersElsewhere(context, parsed.value) : 0;
      if (times > 0) return [{ at, row: null, message: tell(say, "answers", { sheet: other.sheet, times }), subject: other.sheet }];
      return ADDED_BY_HAND.test(other.sheet) && !parsed.ok ? [{ at, row: null, message: tell(say, "loose", { sheet: other.sheet }), subject: other.sheet }] : [];
    });
  },
  examples: [
    { name: "填报说明是另一张表", given: [{}], book: { sheets: [{ sheet: "填报说明", lines: [["请按要求填写各栏"]] }] }, reports: [] },
    { name: "答复写在 Sheet2", given: [{}], book: { sheets: [{ sheet: "Sheet2", lines: [["第一项任务已完成招标，正在施工"]] }] }, reports: [{ at: "0.serial", says: "loose" }] },
    {
      name: "另一张表填了同样的任务",
      given: [{ progress: null }],
      book: { sheets: [{ sheet: "补充", lines: [["序号", "重点任务", "工作内容", "牵头单位", "进展情况"], [1, "推进甲甲类工作", "抓好甲甲类项目的组织实施。", "市商务局", "已立项三处。"]] }] },
      reports: [{ at: "1.task", says: "answers" }],
    },
  ],
};
