/** The words of flags, fates' reasons and refusals: Chinese first, English complete. */
import type { Flag, FlagKind } from "./flag";
import type { FateReason } from "./fate";
import type { Refusal } from "./reading";
import { rowName } from "./rowName";

export type Language = "zh" | "en";

type Params = Flag["params"];
type Wording = (params: Params) => string;

const said = (words: string | number | undefined, sign: string): string => (words === undefined ? "" : `${sign}${words}`);

const FLAG_WORDS: Readonly<Record<FlagKind, readonly [zh: Wording, en: Wording]>> = {
  newRow: [(p) => `总台账中没有这一行：“${p["text"]}”，列为建议，未写入`, (p) => `The master has no such row: “${p["text"]}”; listed as a proposal, not written`],
  rowMissing: [(p) => `${p["unit"]}的报送表缺少这一行，总台账保持不变`, (p) => `The row is missing from ${p["unit"]}'s return; the master stays as it is`],
  serialDiffers: [(p) => `序号是“${p["value"]}”，总台账是“${p["master"]}”；已按任务文字对应`, (p) => `The serial is “${p["value"]}”, in the master “${p["master"]}”; matched by the task's text`],
  recognisedByText: [(p) => `文字与总台账不完全相同，按相近文字对应到${rowName(String(p["row"]), "zh")}`, (p) => `The text differs from the master's; matched by likeness to ${rowName(String(p["row"]), "en")}`],
  duplicateRow: [() => "同一任务在表中出现两次，相同内容只计一次", () => "The task stands twice in the file; equal content counts once"],
  notAddressed: [(p) => `这一行没有分给${p["unit"]}，“${p["value"]}”未采纳`, (p) => `The row was not sent to ${p["unit"]}; “${p["value"]}” was not taken`],
  issuedChanged: [(p) => `下发内容被改动：总台账“${p["master"]}”，报送表“${p["value"]}”${said(p["change"], "；")}；保持总台账`, (p) => `Issued text was changed: master “${p["master"]}”, return “${p["value"]}”${said(p["changeEn"], "; ")}; the master stays`],
  issuedCleared: [(p) => `下发内容被清空，总台账保持“${p["master"]}”`, (p) => `Issued text was cleared; the master keeps “${p["master"]}”`],
  cleared: [(p) => `原有内容被清空，空白不算答复，总台账保持“${p["master"]}”`, (p) => `A filled cell came back blank; blank is no answer, the master keeps “${p["master"]}”`],
  unknownStatus: [(p) => `状态“${p["value"]}”不在常用说法之内，按原文保留`, (p) => `The status “${p["value"]}” is not a known wording; kept as written`],
  notANumber: [(p) => `完成值“${p["value"]}”不是一个数，按原文保留`, (p) => `“${p["value"]}” is not a number; kept as written`],
  measureDropped: [(p) => `“${p["value"]}”按数值 ${p["number"]} 采用`, (p) => `“${p["value"]}” is taken as the number ${p["number"]}`],
  formula: [(p) => `单元格是公式，采用其结果“${p["value"]}”`, (p) => `The cell is a formula; its result “${p["value"]}” is taken`],
  formulaWithoutValue: [() => "公式没有保存结果，无法采用；请对方在 Excel 中打开并保存后重报", () => "The formula has no stored result and can't be used; ask for the file to be opened and saved in Excel"],
  errorValue: [(p) => `单元格是错误值 ${p["value"]}，无法采用`, (p) => `The cell holds the error ${p["value"]} and can't be used`],
  struck: [(p) => `“${p["value"]}”带有删除线，请核对是否作废`, (p) => `“${p["value"]}” is struck through; check whether it still counts`],
  coloured: [(p) => `有 ${p["count"]} 格填报内容另设了文字颜色，可能表示修改或提醒，请核对`, (p) => `${p["count"]} reported cells have words in a colour of their own, which may mark a change; check them`],
  cutRow: [(p) => `这一行被分页拆成 ${p["count"]} 行，已合并读取：“${p["text"]}”`, (p) => `A page break cut this row into ${p["count"]}; they were read as one: “${p["text"]}”`],
  picture: [() => "单元格里是图片，图片里的文字没有读取，请让填报单位改填文字", () => "The cell holds a picture; text in it was not read: ask the unit for words"],
  hiddenRows: [(p) => `有 ${p["count"]} 行被隐藏或筛选掉，已一并读取`, (p) => `${p["count"]} rows are hidden or filtered out; they were read too`],
  hiddenSheet: [(p) => `隐藏的工作表“${p["sheet"]}”有 ${p["count"]} 个单元格未使用`, (p) => `The hidden sheet “${p["sheet"]}” has ${p["count"]} cells that were not used`],
  spanShared: [(p) => `合并单元格跨多行，“${p["value"]}”计入所覆盖的每一行`, (p) => `A merged cell covers several rows; “${p["value"]}” counts for each of them`],
  note: [(p) => `批注：${p["text"]}`, (p) => `Note: ${p["text"]}`],
  extraColumn: [(p) => `总台账没有这一列，内容“${p["text"]}”未写入`, (p) => `The master has no such column; “${p["text"]}” was not written`],
  masterLacksColumn: [(p) => `总台账缺少这一列，内容“${p["text"]}”未写入；可在总台账增加该列后重新汇总`, (p) => `The master lacks this column; “${p["text"]}” was not written. Add the column and merge again`],
  outsideTable: [(p) => `表格之外的内容“${p["text"]}”未使用`, (p) => `“${p["text"]}” stands outside the table and was not used`],
  looseText: [(p) => `不属于任何一行的文字“${p["text"]}”未使用`, (p) => `“${p["text"]}” belongs to no row and was not used`],
  secondTable: [(p) => `工作表“${p["sheet"]}”中另有一张表（${p["count"]} 个单元格），未使用`, (p) => `The sheet “${p["sheet"]}” holds another table (${p["count"]} cells) that was not used`],
  otherSheet: [(p) => `工作表“${p["sheet"]}”不是台账（${p["count"]} 个单元格），未使用`, (p) => `The sheet “${p["sheet"]}” is no ledger (${p["count"]} cells) and was not used`],
  unitDiffers: [(p) => `按${p["unit"]}汇总；文件中还出现了${p["other"]}`, (p) => `Merged as ${p["unit"]}; the file also speaks of ${p["other"]}`],
  reporterDiffers: [(p) => `这一行的填报单位是${p["reporter"]}，文件属于${p["unit"]}`, (p) => `The row's reporter is ${p["reporter"]}; the file is ${p["unit"]}'s`],
  sameContent: [(p) => `与“${p["as"]}”内容相同，只计一次`, (p) => `Same content as “${p["as"]}”; counted once`],
  supersedes: [(p) => `代替${p["unit"]}先前的“${p["former"]}”`, (p) => `Replaces ${p["unit"]}'s former “${p["former"]}”`],
  secondFile: [(p) => `${p["unit"]}另有文件“${p["other"]}”；两份不同之处列为冲突`, (p) => `${p["unit"]} also sent “${p["other"]}”; where they differ is a conflict`],
  rowGone: [(p) => `${rowName(String(p["row"]), "zh")}已不在总台账中`, (p) => `The master has no ${rowName(String(p["row"]), "en")} any more`],
  underSpan: [(p) => `合并单元格下面藏有内容“${p["text"]}”，未使用`, (p) => `“${p["text"]}” is hidden under a merged cell and was not used`],
  otherBase: [() => "填报表所依据的总台账与现在的不完全相同（下发后可能改动过），已按任务文字对应", () => "The form was made from a ledger that differs from this one; rows were matched by their text"],
  fork: [(p) => `同一轮次的另一份总台账（${p["rows"]} 行，已汇总 ${p["files"]} 个文件），已并入`, (p) => `Another master of this round (${p["rows"]} rows, ${p["files"]} files merged); joined`],
  forkDiffers: [(p) => `两份总台账此处处理不同：本份“${p["ours"]}”，另一份“${p["theirs"]}”；列为待定`, (p) => `The two masters differ here: ours “${p["ours"]}”, the other “${p["theirs"]}”; to be decided`],
  tooTall: [(p) => `各单位内容合写共 ${p["length"]} 字，行高超过 409 磅，打印时显示不全：可改为牵头综述或分单位明细`, (p) => `The units' texts have ${p["length"]} characters together, more than a row of 409 points shows: let the lead unit sum them up, or keep the details apart`],
  zeroReport: [(p) => `${p["unit"]}填报“${p["value"]}”，按零报告沿用上期内容“${p["kept"]}”`, (p) => `${p["unit"]} reports “${p["value"]}”: nothing new, “${p["kept"]}” stands`],
  sumIncomplete: [(p) => `合计 ${p["total"]}${p["measure"]} 尚缺：${p["missing"]}`, (p) => `The total ${p["total"]}${p["measure"]} lacks: ${p["missing"]}`],
  columnGuessed: [(p) => `表头“${p["header"]}”按其内容认作“${p["as"]}”`, (p) => `The column “${p["header"]}” was taken for “${p["as"]}” by what stands in it`],
  tooLong: [(p) => `各单位内容合写共 ${p["length"]} 字，超过单元格上限 32767 字，未写入：请由牵头单位写一段综述填入，或另附分单位明细`, (p) => `The units' texts have ${p["length"]} characters together, more than a cell's 32,767, and were not written: let the lead unit sum them up, or keep the details apart`],
};

/** What a flag says. */
export function sayFlag({ kind, params }: Pick<Flag, "kind" | "params">, language: Language = "zh"): string {
  return FLAG_WORDS[kind][language === "zh" ? 0 : 1](params);
}

const REASON_WORDS: Readonly<Record<FateReason, readonly [zh: string, en: string]>> = {
  "": ["", ""],
  superseded: ["已由同一单位后来的文件代替", "Replaced by a later file of the same unit"],
  decided: ["已裁定采用其他内容", "Another value was chosen"],
  byHand: ["此处已由人工改定", "The cell was set by hand"],
  byPolicy: ["按本列汇总方式采用了其他单位的内容", "The column's policy took another unit's value"],
  inDetails: ["全文在“分单位明细”", "The whole text stands on the sheet 分单位明细"],
  zeroReport: ["零报告，沿用上期内容", "Nothing new: the former content stands"],
  rowGone: ["总台账中已没有这一行", "The master no longer has the row"],
  sameContent: ["与另一份文件内容相同", "Same content as another file"],
  duplicateRow: ["同一任务的重复行", "A second copy of the row"],
  notAddressed: ["这一行没有分给该单位", "The row was not sent to this unit"],
  errorValue: ["错误值", "An error value"],
  picture: ["单元格里是图片", "The cell holds a picture"],
  extraColumn: ["总台账没有这一列", "The master has no such column"],
  masterLacksColumn: ["总台账缺少这一列", "The master lacks this column"],
  outsideTable: ["在表格之外", "Outside the table"],
  looseText: ["不属于任何一行", "Belongs to no row"],
  secondTable: ["另一张表", "Another table"],
  otherSheet: ["另一张工作表", "Another sheet"],
  newRow: ["总台账中没有的行", "A row that the master does not have"],
  noLedger: ["文件中没有台账", "The file holds no ledger"],
  otherRound: ["不是本轮次的报送表", "Not a return of this round"],
  unitUnknown: ["看不出是哪个单位报送的", "The unit can't be told"],
};

/** Why a cell has its fate; "" where the fate says it all. */
export function sayReason(reason: FateReason, language: Language = "zh"): string {
  return REASON_WORDS[reason][language === "zh" ? 0 : 1];
}

/** Why a returned file is not taken, and what to do. */
export function sayRefusal(refusal: Refusal | { readonly kind: "sameContent"; readonly as: string }, language: Language = "zh"): string {
  const zh = language === "zh";
  switch (refusal.kind) {
    case "emptySheet":
      return zh ? `工作表“${refusal.sheet}”是空的，没有可汇总的内容` : `The sheet “${refusal.sheet}” is empty`;
    case "noHeader":
      return zh
        ? `工作表“${refusal.sheet}”中找不到表头（序号、重点任务、工作内容…），不是台账；请核对后重报`
        : `No header (序号, 重点任务, 工作内容 …) on the sheet “${refusal.sheet}”: this is no ledger`;
    case "noRows":
      return zh ? `工作表“${refusal.sheet}”只有表头，没有任务` : `The sheet “${refusal.sheet}” has a header and no tasks`;
    case "unitUnknown":
      return zh ? "看不出是哪个单位报送的；请在文件名或“填报单位”列写明单位" : "The unit can't be told; name it in the file name or the column 填报单位";
    case "otherRound":
      return zh
        ? `这是轮次“${refusal.round}”的报送表，本轮次是“${refusal.own}”；请按本轮次的表重报，确要采用请由人工确认`
        : `A return of the round “${refusal.round}”; this round is “${refusal.own}”. Ask for this round's form, or insist on taking it`;
    case "otherLedger":
      return zh
        ? `表中 ${refusal.rows} 行没有一行属于本台账，可能是旧模板或另一份台账；请按本轮次的表重报，确要采用请由人工确认`
        : `None of its ${refusal.rows} rows is a row of this ledger: an old template or another ledger. Ask for this round's form, or insist on taking it`;
    case "oldTemplate":
      return sayOldTemplate(refusal, zh);
    case "oldReport":
      return zh
        ? `填报日期 ${refusal.date} 早于本轮次下发的 ${refusal.sent}，像是以前轮次的报送表；请按本轮次的表重报，确要采用请由人工确认`
        : `Filled in for ${refusal.date}, before this round was sent out on ${refusal.sent}: a return of a former round. Ask for this round's form, or insist on taking it`;
    case "sameContent":
      return zh ? `与“${refusal.as}”内容相同，只计一次` : `Same content as “${refusal.as}”; counted once`;
  }
}

function sayOldTemplate({ rows, changed, said, own }: Extract<Refusal, { readonly kind: "oldTemplate" }>, zh: boolean): string {
  if (zh) return `表中 ${rows} 行有 ${changed} 行的下发内容与本台账不同${said === 0 ? "" : `，写的是 ${said} 年而不是 ${own} 年`}，像是旧模板；请按本轮次的表重报，确要采用请由人工确认`;
  return `The issued text of ${changed} of its ${rows} rows differs from this ledger's${said === 0 ? "" : `, of ${said} and not ${own}`}: an old template. Ask for this round's form, or insist on taking it`;
}
