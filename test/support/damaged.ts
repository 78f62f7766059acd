/** A ledger, one unit's sound form and another's, and what the merge makes of the first after damages. */
import type { CellValue, Grid } from "../../src/core/grid/grid";
import type { Damage } from "../../src/core/sample/damages/index";
import { ISSUED, PROVENANCE, REPLIES } from "../../src/core/sample/sampleRound";
import type { SampleTable } from "../../src/core/sample/sampleTable";
import { tableGrids } from "../../src/core/sample/tableGrids";
import { aSource, type Merged, mergeInto } from "./aReturn";

export const UNIT = "市商务局";
const OTHER = "市财政局";

type Row = readonly [serial: CellValue, task: string, content: string, leads: string, others: string];

/** Two goals and ten tasks; the unit stands in eight rows, in four of them with the other one. */
const ROWS: readonly Row[] = [
  ["2027 年工作目标", "", "社会消费品零售总额年均增长 6% 以上，新增限额以上商贸企业 400 家。", UNIT, ""],
  ["2027 年工作目标", "", "一般公共预算支出中民生支出占比保持在 80% 以上。", OTHER, ""],
  [1, "促进汽车消费", "开展汽车以旧换新活动，每年举办促销活动 10 场以上，完善二手车交易登记。", UNIT, OTHER],
  [2, "畅通家电更新", "支持家电销售企业联合回收企业开展以旧换新，到 2027 年建成回收网点 120 个。", UNIT, ""],
  [3, "加强资金保障", "统筹专项资金支持设备更新，加强全过程监管，年度拨付进度不低于 90%。", OTHER, UNIT],
  [4, "推动家装消费", "支持旧房装修和厨卫局部改造，培育示范企业 15 家；举办家装展会，推广智能家居。", UNIT, ""],
  [5, "发展首发经济", "引进首店 60 家，支持举办新品首发活动，建设两处首发地标。", UNIT, `市文化和旅游局、${OTHER}`],
  [6, "建设商贸流通体系", "改造提升农贸市场 30 处，建设一刻钟便民生活圈 20 个，推广智慧微菜场。", UNIT, ""],
  [7, "稳定外贸基本盘", "支持企业参加境外展会 40 场次以上，扩大出口信用保险覆盖面。", UNIT, "市税务局"],
  [8, "规范财务管理", "健全内部控制制度，开展绩效评价项目 25 个。", OTHER, ""],
  [9, "培育电商主体", "建设直播基地 8 个，培训电商人才 5000 人次，打造区域公用品牌。", UNIT, "市农业农村局"],
  [10, "开展消费维权", "处理投诉 1000 件以上，按期办结率达到 98% 以上。", "市市场监管局", OTHER],
];

const HEADER = [...ISSUED, ...REPLIES].map(({ header }) => header);
export const LEDGER: readonly (readonly CellValue[])[] = [["重点任务工作台账"], HEADER, ["一、工作目标"], ...ROWS.slice(0, 2), ["二、重点任务"], ...ROWS.slice(2)];

const PROGRESS = ["已印发实施方案，召开调度会3次", "完成项目申报与现场核查，拨付资金1250万元", "组织专题培训，参加企业86家", "签订合作协议4份，正在采购设备", "开展联合检查，整改问题11个", "举办对接活动，达成意向7项", "启动公开招标，预计下月开工", "完成中期评估并通报结果"];
const STATUSES = ["进行中", "进行中", "已完成", "滞后", "进行中", "进行中", "已完成", "未启动"];

/** The unit's form, filled in soundly. Its figures and statuses are its own: the other one answers with texts alone. */
export function soundForm(unit: string): SampleTable {
  const columns = [...ISSUED, ...REPLIES, ...PROVENANCE];
  const rows = ROWS.filter(([, , , leads, others]) => `${leads}、${others}`.split("、").includes(unit)).map((row, at) => {
    const mine = unit === UNIT;
    const progress = `${PROGRESS[at % PROGRESS.length] ?? ""}${mine ? "" : "（财政）"}。${at % 3 === 0 ? "\n二是完善台账，按周通报。" : ""}`;
    const replies: readonly CellValue[] = mine ? [1200 + at * 7, STATUSES[at % STATUSES.length] ?? null, progress, at % 2 === 0 ? "个别项目用地手续办理较慢。" : null, "下月完成剩余部分的核查。", at === 1 ? "数据为快报数。" : null] : [null, null, progress, null, null, null];
    return [...row.map((value) => (value === "" ? null : value)), ...replies, unit, "2026-11-05"];
  });
  return { titles: [], columns, rows, footers: [], headerAgainBefore: [], guide: [] };
}

export const SOUND = soundForm(UNIT);

/** The form after these damages, one upon the other; null where one of them has nothing to happen to. */
export function damaged(damages: readonly Damage[]): SampleTable | null {
  return damages.reduce<SampleTable | null>((table, damage) => table && damage.befall(table), SOUND);
}

export interface Outcome extends Merged {
  /** By row and column: what the sheet shows after the merge. */
  readonly written: ReadonlyMap<string, CellValue>;
  readonly grids: readonly Grid[];
}

/** The merge of the form with the other unit's sound one. */
export function mergedForm(table: SampleTable, grids: readonly Grid[] = tableGrids(table)): Outcome {
  const file = table.odd?.file ?? `04_${UNIT}_2026年10月.xlsx`;
  const run = mergeInto(LEDGER, [aSource(file, grids), aSource(`08_${OTHER}_2026年10月.xlsx`, tableGrids(soundForm(OTHER)))]);
  return { ...run, written: new Map(run.changes.map(({ row, column, to }) => [`${row}.${column}`, to])), grids };
}

/** What went wrong with the form's cells after these damages, in sentences; none where the merge took them as a careful reader would. */
export function wrongsOf(damages: readonly Damage[], sound: Outcome, found: Outcome): readonly string[] {
  const mine = found.files.find(({ unit }) => unit === UNIT);
  const asked = (run: Outcome): string => run.conflicts.map(({ row, column }) => `${row}.${column}`).join();
  return [
    ...(mine?.status === "merged" ? [] : [`the file is not ${UNIT}'s: ${JSON.stringify(found.files.map(({ file, unit, refused }) => [file, unit, refused]))}`]),
    ...(found.addsUp ? [] : ["the sum of the fates is not the number of cells"]),
    ...uncounted(found, mine?.file ?? ""),
    ...wrongCells(damages, sound, found),
    ...(asked(found) === asked(sound) ? [] : [`conflicts ${asked(found)}, not ${asked(sound)}`]),
    ...(damages.some(({ expect }) => expect === "proposed") ? [] : found.proposals.filter(({ file }) => file === mine?.file).map(({ row, column, value }) => `a proposal ${row ?? "new"}.${column} “${String(value)}”`)),
  ];
}

function uncounted({ grids, cells }: Outcome, file: string): readonly string[] {
  const raw = grids.flatMap(filledPlaces).sort();
  const told = cells.filter((cell) => cell.file === file).map(({ at }) => at).sort();
  const [without, more] = [raw.filter((at) => !told.includes(at)), told.filter((at) => !raw.includes(at))];
  return raw.length === told.length && without.length + more.length === 0 ? [] : [`cells without a fate: ${without.join()}; fates without a cell: ${more.join()}`];
}

/** Every place with a text or a value; a span once, at its first cell. */
function filledPlaces({ sheet, rows, spans }: Grid): readonly string[] {
  const covered = (row: number, col: number): boolean => spans.some(({ top, left, bottom, right }) => top <= row && row <= bottom && left <= col && col <= right && !(top === row && left === col));
  const name = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet) ? sheet : `'${sheet}'`;
  return rows.flatMap(({ row, values }) =>
    values.flatMap((value, col) => (value === null || value === undefined || String(value).trim() === "" || covered(row, col) ? [] : [`${name}!${String.fromCharCode(65 + col)}${row + 1}`])),
  );
}

function wrongCells(damages: readonly Damage[], sound: Outcome, found: Outcome): readonly string[] {
  const lost = new Set(damages.flatMap(({ loses = [] }) => loses));
  const replaced = damages.some(({ kind }) => kind === "statusUnknown");
  const wrongs: string[] = [];
  const gone = new Set<string>();
  for (const [cell, value] of sound.written) {
    const now = found.written.get(cell) ?? null;
    const [row = "", column = ""] = cell.split(".");
    if (now === value || (lost.has(column) && (now === null || replaced))) continue;
    // Where the other unit's text is left, or nothing, this one's was lost; anything else is wrong.
    if (now === null || (typeof value === "string" && value.includes(String(now)))) gone.add(row);
    else wrongs.push(`${cell} is “${String(now)}”, not “${String(value)}”`);
  }
  for (const [cell, value] of found.written) if (!sound.written.has(cell)) wrongs.push(`${cell} is “${String(value)}”, where nothing was said`);
  if (gone.size > (damages.some(({ kind }) => kind === "droppedRow") ? 1 : 0)) wrongs.push(`replies lost in the rows ${[...gone].join()}`);
  return wrongs;
}
