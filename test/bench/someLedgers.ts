/** Ledgers of any size like those that come back, from the real ledger's sentences and a seed: the same bytes every time. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { CellValue } from "../../src/core/grid/grid";
import { Dice, nextReply, problemReply, progressReply } from "../../src/core/sample/replies";
import { gridOfText } from "../support/aGrid";

export type Line = readonly CellValue[];

/** As the returned ledgers of the sample have it. */
export const HEADER: Line = ["序号", "重点任务", "工作内容", "牵头单位", "责任单位", "完成时限", "目标值", "完成值", "进展情况", "状态", "填报单位", "填报日期", "备注"];
/** The columns of days. */
export const DAY_COLUMNS: ReadonlySet<number> = new Set([5, 11]);

const COUNTIES = 40;
const BUREAUS = [
  "发展和改革局", "教育局", "科学技术局", "工业和信息化局", "公安局", "民政局", "司法局", "财政局", "人力资源和社会保障局", "自然资源局", "住房和城乡建设局", "交通运输局",
  "水务局", "农业农村局", "商务局", "文化和旅游局", "卫生健康局", "退役军人事务局", "应急管理局", "审计局", "市场监督管理局", "统计局", "医疗保障局", "城市管理局", "生态环境局",
];
const STATUSES = ["已完成", "进行中", "进行中", "进行中", "滞后", "未启动"] as const;
/** 1 January 2025 and 2026 as Excel counts days. */
const [NEXT_DAYS, REPORT_DAYS] = [45_658, 46_023];

/** A thousand units: each bureau of each county. */
export const UNITS: readonly string[] = Array.from({ length: COUNTIES * BUREAUS.length }, (_, at) => `${countyName(Math.floor(at / BUREAUS.length))}${BUREAUS[at % BUREAUS.length] ?? ""}`);

/** The place in `UNITS` of a county's bureau of the same sort. */
export function unitOf(county: number, unit: number): number {
  return county * BUREAUS.length + (unit % BUREAUS.length);
}

function countyName(at: number): string {
  return `${"东西南北中上下"[at % 7] ?? ""}${"安平河山泉阳"[Math.floor(at / 7)] ?? ""}县`;
}

export interface Task {
  readonly serial: number;
  readonly task: string;
  readonly content: string;
  /** Positions in `UNITS`, the lead unit first. */
  readonly units: readonly number[];
  readonly deadline: number;
  readonly targetValue: number | null;
}

/** So many tasks of so many units each; the units take them in turn, so that each has equally many. */
export function someTasks(count: number, unitsEach: number): readonly Task[] {
  const { names, sentences } = realSentences();
  const dice = new Dice(20_261_123);
  const pick = (texts: readonly string[]): string => texts[dice.roll(texts.length)] ?? "";
  return Array.from({ length: count }, (_, at): Task => {
    const content = Array.from({ length: 1 + dice.roll(4) }, () => otherFigures(pick(sentences), dice)).join("");
    return {
      serial: at + 1,
      task: `${pick(names)}（${at + 1}）`,
      content,
      units: Array.from({ length: unitsEach }, (_each, turn) => (at * unitsEach + turn) % UNITS.length),
      deadline: NEXT_DAYS + dice.roll(1000),
      targetValue: dice.roll(3) === 0 ? null : 10 + dice.roll(400),
    };
  });
}

/** The issued cells of a task; what a unit fills in is still empty. */
export function issued({ serial, task, content, units, deadline, targetValue }: Task): Line {
  const [lead, ...others] = units.map((unit) => UNITS[unit] ?? "");
  return [serial, task, content, lead ?? null, others.join("、"), deadline, targetValue, null, null, null, null, null, null];
}

/** What one unit answers to a task: figure and status mostly those of all units, the words its own. */
export function answered(task: Task, unit: number, month = 0): Line {
  const shared = new Dice(task.serial * 31 + month * 7);
  const own = new Dice(task.serial * 97 + unit * 8191 + month * 131);
  const differs = own.roll(800) === 0;
  const figure = shared.roll(Math.max(20, task.targetValue ?? 100));
  const status = shared.pick(STATUSES);
  const progress = own.roll(3) === 0 ? progressReply(task.task, shared) : progressReply(task.task, own);
  return [
    ...issued(task).slice(0, 7),
    differs ? figure + 3 : figure,
    progress,
    differs ? own.pick(STATUSES) : status,
    UNITS[unit] ?? null,
    REPORT_DAYS + own.roll(300),
    own.roll(4) === 0 ? problemReply(own) : own.roll(6) === 0 ? nextReply(own) : null,
  ];
}

/** The names of the real tasks, and the sentences that say what is to be done. */
function realSentences(): { readonly names: readonly string[]; readonly sentences: readonly string[] } {
  const folder = path.resolve("seeds");
  const source = readdirSync(folder).find((name) => name.endsWith("工作台账.txt")) ?? "";
  const rows = gridOfText(readFileSync(path.join(folder, source), "utf8"), "台账").rows.map(({ values }) => values.map((value) => String(value ?? "")));
  const tasks = rows.filter(([serial = ""]) => /^\d+$/u.test(serial));
  return {
    names: tasks.map(([, name = ""]) => name),
    sentences: tasks.flatMap(([, , content = ""]) => content.split("。").filter((words) => words !== "").map((words) => `${words}。`)),
  };
}

/** The same sentence with other numbers; years stay. */
function otherFigures(sentence: string, dice: Dice): string {
  return sentence.replace(/\d+/gu, (digits) => (digits.length === 4 ? digits : String(1 + dice.roll(10 ** Math.min(4, digits.length)))));
}
