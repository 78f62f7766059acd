/** 报送前检查 as a sheet of the workbook: A4, one page, fit to be signed and filed. */
import type { CellValue } from "../core/grid/grid";
import type { OwnCell, OwnSheet } from "../excel/port";
import { REVIEW_SHEET } from "./ownSheets";
import { type Review, type ReviewGroup, type ReviewKey, reviewPlace, type ReviewState } from "./review";

/** What a group is called on the page. */
export const GROUP_NAMES: Readonly<Record<ReviewKey, string>> = {
  structure: "结构", content: "内容", text: "文字", form: "版式", open: "时限与待定事项", inside: "不应外发的内容",
};
const STATE_NAMES: Readonly<Record<ReviewState, string>> = { pass: "通过", look: "请复核", fail: "未通过" };

/** So many lines fit an A4 page lying, with its title, header and signature. */
const MOST_LINES = 22;
const WIDTHS = [18, 10, 66, 22];

/** The sheet. More lines than a page holds are counted in each group's last line. */
export function reviewSheet(review: Review): OwnSheet {
  const room = Math.max(1, Math.floor((MOST_LINES - review.groups.length) / review.groups.length) + 1);
  const rows: (readonly [readonly CellValue[], OwnCell["look"]])[] = [
    [[`“${review.sheet}”报送前检查`], "title"],
    [[`检查日期 ${review.date}　共 ${review.content.rows} 行、${review.content.cells} 格　内容码 ${review.content.code}　已忽略 ${review.ignored} 处`], "text"],
    [["类别", "结论", "说明", "位置"], "header"],
    ...review.groups.flatMap((group) => groupRows(group, room)),
    [[], "text"],
    [["检查人：", null, "审核人：", "日期："], "text"],
  ];
  const cells = rows.flatMap(([values, look], row) => values.map((value, col): OwnCell => ({ row, col, value, look: look === "body" && (col === 0 || col === 1) ? "centred" : look })));
  return { name: REVIEW_SHEET, visibility: "visible", columns: WIDTHS.map((width, col) => ({ col, width })), cells: cells.filter(({ value, look }) => value !== null || look === "body"), headerRows: 3 };
}

function groupRows({ key, state, lines }: ReviewGroup, room: number): readonly (readonly [readonly CellValue[], OwnCell["look"]])[] {
  const shown = lines.length > room ? lines.slice(0, room - 1) : lines;
  const rest = lines.slice(shown.length).reduce((sum, { count }) => sum + count, 0);
  const said: (readonly [string, string])[] = shown.map((line) => [`${short(line.words.zh)}${line.count > 1 ? `（${line.count} 处）` : ""}`, reviewPlace(line)]);
  if (rest > 0) said.push([`其余 ${rest} 处，见“检查”`, ""]);
  if (said.length === 0) said.push(["未发现问题", ""]);
  return said.map(([words, place], index) => [[index === 0 ? GROUP_NAMES[key] : "", index === 0 ? STATE_NAMES[state] : "", words, place], "body"]);
}

/** Longer than this a line would take two, and the page might run over. */
const LONGEST = 34;

function short(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
