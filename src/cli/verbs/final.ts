import { findIssues } from "../../app/check";
import { sayIssue } from "../../core/rules/index";
import { openMaster } from "../../app/master";
import { openPoints, sayOpenPoint } from "../../app/openPoints";
import { planRelight } from "../../app/relight";
import { sayExcelFault, sayMasterFault } from "../../app/sayFault";
import { settingsOf } from "../../app/settings";
import { placeName } from "../../core/grid/a1";
import { isoDay } from "../../core/grid/day";
import { contentCode } from "../../core/ledger/contentCode";
import { OWN_SHEETS } from "../../app/ownSheets";
import { isOwnRule } from "../../excel/ownRule";
import { type FinalBook, finalBook } from "../../workbook/final/finalBook";
import { openWorkbook } from "../../workbook/workbook";
import { READ_OPTIONS, writeOut } from "../open";
import { openBook } from "../openBook";
import { refused, type Verb } from "../verb";

interface OpenLine {
  readonly kind: string;
  readonly at: string | null;
  readonly row: string | null;
  readonly message: string;
}

export const finalVerb: Verb = {
  name: "final",
  usage: "final 总台账 -o 定稿.xlsx [--json]",
  options: { "-o": "value" },
  async run(context) {
    const [path] = context.words.places;
    const out = context.words.value("-o");
    if (path === undefined || out === null) return refused(context, `用法：${finalVerb.usage}`);
    const book = await openBook(path, context);
    if (!book.ok) return refused(context, book.error);
    const master = await openMaster(book.value.excel);
    if (!master.ok) return refused(context, sayMasterFault(master.error));
    const today = isoDay(context.asOf);
    const lights = planRelight(master.value);
    if (lights) {
      const lit = await book.value.excel.commit(lights);
      if (!lit.ok) return refused(context, sayExcelFault(lit.error));
    }
    const saved = book.value.save();
    if (!saved.ok) return refused(context, saved.error);
    const workbook = openWorkbook(saved.value, READ_OPTIONS);
    const made = workbook.ok
      ? finalBook(workbook.value, { ownSheets: OWN_SHEETS, ledgerSheet: master.value.ledger.sheet, isOwnRule, asOf: context.asOf })
      : workbook;
    if (!made.ok) return refused(context, `未能生成定稿（${made.error.kind === "invalid" ? `${made.error.part}：${made.error.reason}` : made.error.kind}），未写入任何文件。`);
    const why = await writeOut(out, made.value.bytes, context);
    if (why !== null) return refused(context, why);
    const issues = findIssues({ ...master.value, asOf: today }, settingsOf(master.value)).filter(({ severity, rule }) => severity === "error" && rule !== "cell/error");
    const open: readonly OpenLine[] = [
      ...openPoints(master.value, today).map((point) => ({ kind: point.kind, at: point.at && placeName(point.at), row: point.row, message: sayOpenPoint(point) })),
      ...issues.map((issue) => ({ kind: issue.rule, at: placeName(issue.at), row: issue.row, message: sayIssue(issue, "zh") })),
      ...unseen(made.value),
    ];
    const { leftSheets, sheets } = made.value;
    const formulas = [...sheets.values()].reduce((sum, sheet) => sum + sheet.formulas, 0);
    const content = contentCode(master.value.ledger);
    const json = { open, content, sheets: [...sheets.keys()], leftSheets, formulas };
    const left = leftSheets.length === 0 ? "" : `未带出的工作表：${leftSheets.join("、")}。`;
    const text = [`已生成定稿“${out}”：公式 ${formulas} 处已转为数值；内容码 ${content.code}（${content.rows} 行 ${content.cells} 格），可写在盖章件上以便核对。${left}`, ...(open.length === 0 ? [] : [`还有 ${open.length} 处需要处理：`, ...open.map(({ message }) => `  ${message}`)])].join("\n");
    return { exit: open.length > 0 ? 1 : 0, json, text };
  },
};

/** What the copy could not carry as it was, or carries though it was not seen. */
function unseen({ sheets, unkeptRules }: FinalBook): readonly OpenLine[] {
  const lines: OpenLine[] = [];
  for (const [sheet, { unvalued, shownRows, clearedColumns }] of sheets) {
    for (const at of unvalued) lines.push({ kind: "unvalued", at: placeName(at), row: null, message: `${placeName(at)} 的公式没有保存计算结果，定稿中为空；请在 Excel 中打开、保存后重新定稿` });
    if (shownRows.length > 0) lines.push({ kind: "hiddenRows", at: placeName({ sheet, row: shownRows[0] ?? 0, col: 0 }), row: null, message: `工作表“${sheet}”有 ${shownRows.length} 个隐藏行，定稿中已显示；请确认是否应当报送` });
    if (clearedColumns.length > 0) lines.push({ kind: "hiddenColumns", at: null, row: null, message: `工作表“${sheet}”隐藏的 ${clearedColumns.join("、")} 列未带入定稿；如应报送，请先取消隐藏` });
  }
  if (unkeptRules > 0) lines.push({ kind: "rules", at: null, row: null, message: `有 ${unkeptRules} 条条件格式（数据条、图标集、主题色的色阶或复杂公式）的颜色未能固定` });
  return lines;
}
