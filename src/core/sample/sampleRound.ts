/** The sample round: a master with empty reply columns and what came back, each file with its damages. */
import type { CellValue } from "../grid/grid";
import type { BaseRow, RowId } from "../round/round";
import { DAMAGES } from "./damages/index";
import { Dice, nextReply, problemReply, progressReply } from "./replies";
import type { SampleColumn, SampleTable } from "./sampleTable";

export const ISSUED: readonly SampleColumn[] = [
  { key: "serial", header: "序号" },
  { key: "task", header: "重点任务" },
  { key: "content", header: "工作内容" },
  { key: "leadUnits", header: "牵头单位" },
  { key: "responsibleUnits", header: "责任单位" },
];

/** What is asked of the units. */
export const REPLIES: readonly SampleColumn[] = [
  { key: "reportedValue", header: "完成值" },
  { key: "status", header: "状态" },
  { key: "progress", header: "进展情况" },
  { key: "problems", header: "存在问题" },
  { key: "nextSteps", header: "下一步措施" },
  { key: "note", header: "备注" },
];

export const PROVENANCE: readonly SampleColumn[] = [
  { key: "reporter", header: "填报单位" },
  { key: "reportDate", header: "填报日期" },
];

export interface SampleReturn {
  readonly file: string;
  readonly unit: string;
  readonly damages: readonly string[];
  readonly table: SampleTable;
}

/** Which file suffers what; the first name of a unit's second file says that it is one. */
const FILES: readonly { readonly unit: string; readonly file: string; readonly damages: readonly string[] }[] = [
  { unit: "市发展改革委", file: "01_市发展改革委.xlsx", damages: ["aliasUnit", "measureWord", "repeatedHeader"] },
  { unit: "市工业和信息化局", file: "02_市工业和信息化局.xlsx", damages: ["loweredTarget", "statusSynonym", "newRow"] },
  { unit: "市生态环境局", file: "03_市生态环境局.xlsx", damages: ["movedColumns", "fullWidthDigits"] },
  { unit: "市商务局", file: "04_市商务局.xlsx", damages: ["titleLines", "trailingBreak", "droppedRow"] },
  { unit: "市商务局", file: "04_市商务局(1).xlsx", damages: ["titleLines"] },
  { unit: "市住房城乡建设局", file: "05_市住房城乡建设局.xlsx", damages: ["renamedHeaders", "aliasUnit"] },
  { unit: "市交通运输局", file: "06_市交通运输局.xlsx", damages: ["renumbered", "spacesLost"] },
  { unit: "市水务局", file: "07_市水务局.xlsx", damages: ["textNumber", "footers"] },
  { unit: "市农业农村局", file: "08_市农业农村局.xlsx", damages: ["guideSheet", "repeatedRow"] },
  { unit: "市教育局", file: "09_市教育局.xlsx", damages: ["extraColumn"] },
  { unit: "市卫生健康委", file: "10_市卫生健康委.xlsx", damages: [] },
  { unit: "国网济南供电公司", file: "11_国网济南供电公司.xlsx", damages: ["footers"] },
  { unit: "历下区人民政府", file: "12_历下区人民政府.xlsx", damages: ["renamedHeaders"] },
];

const STATUSES = ["已完成", "进行中", "进行中", "进行中", "滞后"] as const;

/** The returned forms, from the rows that go to each unit. `addressed` tells which those are. */
export function sampleReturns(rows: readonly BaseRow[], addressed: (row: BaseRow, unit: string) => boolean, seed: number): readonly SampleReturn[] {
  return FILES.map(({ unit, file, damages }) => {
    const own = rows.filter((row) => addressed(row, unit));
    const plain = formOf(own, unit, (row) => repliesTo(row, unit, seed, file.includes("(1)")));
    const table = damages.reduce((form, kind) => DAMAGES.find((damage) => damage.kind === kind)?.befall(form) ?? form, plain);
    return { file, unit, damages, table };
  });
}

function formOf(rows: readonly BaseRow[], unit: string, replies: (row: BaseRow) => ReadonlyMap<string, CellValue>): SampleTable {
  const columns = [...ISSUED, ...REPLIES, ...PROVENANCE];
  return {
    titles: [],
    columns,
    rows: rows.map((row) => {
      const said = replies(row);
      return columns.map(({ key }) => {
        if (key === "serial" && row.label !== null) return row.label;
        if (key === "reporter") return said.size > 0 ? unit : null;
        if (key === "reportDate") return said.size > 0 ? "2026-11-05" : null;
        return said.get(key) ?? row.cells.get(key) ?? null;
      });
    }),
    footers: [],
    headerAgainBefore: [],
    guide: [],
  };
}

/** What a unit says of a row; the row's figure and status are mostly one for all, sometimes not. */
function repliesTo(row: BaseRow, unit: string, seed: number, second: boolean): ReadonlyMap<string, CellValue> {
  const shared = new Dice(seed + numberOf(row.id));
  const own = new Dice(seed * 31 + numberOf(row.id) * 97 + numberOf(unit));
  const replies = new Map<string, CellValue>();
  if (own.roll(12) === 0) return replies;
  const figure = 20 + shared.roll(180);
  const status = shared.pick(STATUSES);
  const differs = own.roll(12) === 0;
  const revised = second && numberOf(row.id) % 4 === 1;
  replies.set("reportedValue", differs || revised ? figure + 3 : figure);
  replies.set("status", differs ? own.pick(STATUSES) : status);
  const progress = progressReply(String(row.cells.get("task") ?? row.label ?? ""), own);
  replies.set("progress", revised ? `${progress}（数据已更新）` : progress);
  if (own.roll(3) === 0) replies.set("problems", problemReply(own));
  if (own.roll(2) === 0) replies.set("nextSteps", nextReply(own));
  if (own.roll(10) === 0) replies.set("note", "数据为快报数。");
  return replies;
}

/** A number that stands for a name: the same for the same name. */
function numberOf(name: RowId): number {
  let sum = 0;
  for (const char of name) sum = (Math.imul(sum, 33) + (char.codePointAt(0) ?? 0)) >>> 0;
  return sum % 100_003;
}
