/** What a target is: one indicator, one value, one deadline, and the exact words that say so. */
import type { Deadline, DeadlineSource } from "./deadline";

export type Operator = ">=" | "<=" | ">" | "<" | "=" | "~";

export interface Target {
  /** Exact substring of 工作内容. */
  readonly clause: string;
  /** Where the clause begins in 工作内容, in UTF-16 units. */
  readonly start: number;
  readonly indicator: string;
  /** Null where no figure is named. A bare 达到/建成/累计/增长 N is `>=`; 力争 too. */
  readonly operator: Operator | null;
  /** The number as written ("30 万辆" is 30), the lower end of a range (5%~95% is 5), or null. */
  readonly value: number | null;
  /** The upper end of a range (5%~95% is 95); absent where one number is named. */
  readonly upper?: number;
  /** Its power word as a number (万 1e4), else 1; null without a value. */
  readonly scale: number | null;
  readonly unit: string | null;
  /** The year of 较 2023 年…: never a deadline. */
  readonly baselineYear: number | null;
  /** Cannot be decided by arithmetic: 基本淘汰, 高于全省平均水平. */
  readonly qualitative: boolean;
  readonly deadline: Deadline;
  readonly from: DeadlineSource | null;
}
