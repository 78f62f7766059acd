/** The damages that nearly every round sees; the sample round suffers each of them. */
import { type CellValue, plainText } from "../../grid/grid";
import type { Damage } from "./damage";
import { filledRow, sampleCell, type SampleTable, withCell } from "../sampleTable";

const WIDE = "０１２３４５６７８９";

/** Changes the first filled cell of a column. */
function changeFirst(key: string, change: (value: CellValue) => CellValue, from = 0): (table: SampleTable) => SampleTable | null {
  return (table) => {
    const row = filledRow(table, key, from);
    return row === null ? null : withCell(table, row, key, change);
  };
}

function renamed(key: string, header: string): (table: SampleTable) => SampleTable {
  return (table) => ({ ...table, columns: table.columns.map((column) => (column.key === key ? { ...column, header } : column)) });
}

export const COMMON: readonly Damage[] = [
  { kind: "fullWidthDigits", title: "完成值用了全角数字", expect: "normalised", befall: changeFirst("reportedValue", (value) => plainText(value).replace(/\d/gu, (digit) => WIDE.charAt(Number(digit)))) },
  { kind: "measureWord", title: "完成值后面带了量词", expect: "normalised", befall: changeFirst("reportedValue", (value) => `${plainText(value)} 家`, 1) },
  { kind: "textNumber", title: "完成值是文本格式的数字", expect: "normalised", befall: changeFirst("reportedValue", (value) => `${plainText(value)} `) },
  { kind: "statusSynonym", title: "状态用了别的说法", expect: "normalised", befall: changeFirst("status", (value) => (value === "已完成" ? "已办结" : value === "滞后" ? "进度滞后" : "正在推进")) },
  { kind: "trailingBreak", title: "状态后面多了换行和空格", expect: "normalised", befall: changeFirst("status", (value) => `${plainText(value)}\n `, 1) },
  { kind: "renamedHeaders", title: "表头改了叫法", expect: "normalised", befall: (table) => renamed("leadUnits", "牵头部门")(renamed("progress", "工作进展")(table)) },
  {
    kind: "movedColumns",
    title: "列的顺序变了",
    expect: "normalised",
    befall: (table) => ({
      ...table,
      columns: [...table.columns.slice(-1), ...table.columns.slice(0, -1)],
      rows: table.rows.map((row) => [...row.slice(-1), ...row.slice(0, -1)]),
    }),
  },
  { kind: "titleLines", title: "表头上方加了标题行", expect: "normalised", befall: (table) => ({ ...table, titles: ["附件 2", "落实情况报送表", ...table.titles] }) },
  { kind: "repeatedHeader", title: "表格中间又出现表头", expect: "normalised", befall: (table) => (table.rows.length < 3 ? null : { ...table, headerAgainBefore: [Math.floor(table.rows.length / 2)] }) },
  { kind: "footers", title: "表尾有填表人和审核人", expect: "normalised", befall: (table) => ({ ...table, footers: [...table.footers, "填表人：李明　　审核人：王芳"] }) },
  { kind: "guideSheet", title: "另有一页填报说明", expect: "normalised", befall: (table) => ({ ...table, guide: ["填报说明", "1. 进展情况请写明截至日期和数量。", "2. 状态从四个词中选填。"] }) },
  { kind: "spacesLost", title: "工作内容里的空格被去掉", expect: "normalised", befall: changeFirst("content", (value) => plainText(value).replace(/ /gu, "")) },
  { kind: "aliasUnit", title: "填报单位用了简称", expect: "normalised", befall: changeFirst("reporter", (value) => plainText(value).replace("发展改革委", "发改委").replace("工业和信息化局", "工信局").replace("住房城乡建设局", "住建局")) },
  { kind: "renumbered", title: "序号按本单位重新编成 1、2、3", expect: "proposed", befall: (table) => renumber(table) },
  { kind: "loweredTarget", title: "工作内容里的目标数被改小", expect: "proposed", befall: (table) => lowerTarget(table) },
  { kind: "newRow", title: "自行增加了一行任务", expect: "proposed", befall: (table) => addRow(table) },
  { kind: "droppedRow", title: "少报了一行", expect: "flagged", befall: (table) => (table.rows.length < 2 ? null : { ...table, rows: table.rows.slice(0, -1) }) },
  { kind: "repeatedRow", title: "同一行出现两次", expect: "flagged", befall: (table) => ({ ...table, rows: [...table.rows, ...table.rows.slice(0, 1)] }) },
  { kind: "extraColumn", title: "自行增加了一列", expect: "flagged", befall: (table) => ({ ...table, columns: [...table.columns, { key: "分管领导批示", header: "分管领导批示" }], rows: table.rows.map((row, at) => [...row, at === 0 ? "请抓紧推进" : null]) }) },
];

function renumber(table: SampleTable): SampleTable {
  let number = 0;
  const col = table.columns.findIndex(({ key }) => key === "serial");
  return {
    ...table,
    rows: table.rows.map((row) => {
      if (typeof row[col] !== "number") return row;
      number += 1;
      return row.map((value, position) => (position === col ? number : value));
    }),
  };
}

/** The first figure of a target becomes smaller by a seventh. */
function lowerTarget(table: SampleTable): SampleTable | null {
  const row = table.rows.findIndex((_, at) => /\d{2,} ?[家个场]/u.test(plainText(sampleCell(table, at, "content"))));
  if (row < 0) return null;
  return withCell(table, row, "content", (value) =>
    plainText(value).replace(/(\d{2,})( ?[家个场])/u, (_all, figure: string, measure: string) => `${Math.round((Number(figure) * 6) / 7)}${measure}`),
  );
}

function addRow(table: SampleTable): SampleTable {
  const own: Readonly<Record<string, CellValue>> = { serial: "新增", task: "开展以旧换新进社区活动", content: "组织家电、家装企业进社区开展以旧换新宣传活动 6 场。", status: "进行中", progress: "已确定 4 个试点社区，首场活动定于月底举办。" };
  return { ...table, rows: [...table.rows, table.columns.map(({ key }) => own[key] ?? null)] };
}
