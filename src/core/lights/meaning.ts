/** What each light means: the legend on 目标清单 and in the pane. */
import type { Light } from "./light";

const MEANINGS: Readonly<Record<Light, string>> = {
  overdue: "已过时限（按最迟的理解），且报告未完成或数值未达到",
  unverified: "已过时限，未见完成情况，需核实",
  behind: "未到时限，报告滞后",
  undecided: "文字与数字不一致，或无法仅凭数字判定",
  "due-soon": "临近时限，或在两种理解的日期之间",
  "on-track": "未到时限",
  "no-deadline": "没有明确时限，或长期坚持",
  done: "报告已完成且无数值相悖，或数值已达到目标",
};

export function meaningOf(light: Light): string {
  return MEANINGS[light];
}
