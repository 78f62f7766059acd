/** How a row is called where people read of it: tasks by their 序号, goals by their turn. */
import type { Language } from "../rules/say";

const GOAL = /^goal-(\d+)/u;

/** "第 3 项", "工作目标 1". */
export function rowName(row: string, language: Language): string {
  const goal = GOAL.exec(row)?.[1];
  if (language === "zh") return goal === undefined ? `第 ${row} 项` : `工作目标 ${goal}`;
  return goal === undefined ? `task ${row}` : `goal ${goal}`;
}

/** The same for a narrow column of 序号: "3", "目标 1". */
export function rowMark(row: string): string {
  const goal = GOAL.exec(row)?.[1];
  return goal === undefined ? row : `目标 ${goal}`;
}

/** "第 3、5 项、工作目标 1". */
export function rowNames(rows: readonly string[]): string {
  const goals = rows.flatMap((row) => GOAL.exec(row)?.[1] ?? []);
  const tasks = rows.filter((row) => !GOAL.test(row));
  return [tasks.length > 0 ? `第 ${tasks.join("、")} 项` : "", goals.length > 0 ? `工作目标 ${goals.join("、")}` : ""].filter((part) => part !== "").join("、");
}
