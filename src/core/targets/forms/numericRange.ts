import { isDay, monthEnd, type Day } from "../../grid/day";
import { between } from "../calendar";
import { figure, FIGURES, TO, type DeadlineForm, type Groups } from "./form";

const numeric = (p: string): string => `(?<${p}y>(?:19|20)\\d\\d)[./-](?<${p}m>1[0-2]|0?[1-9])(?:[./-](?<${p}d>\\d{1,2}))?`;
/** The last day of a range whose year was named at its beginning. */
const SHORT_END = "(?<sm>1[0-2]|0?[1-9])[./-](?<sd>\\d{1,2})";

/** 2025.1.1-2025.12.31, 2024/9~2025/3. */
export const numericRange: DeadlineForm = {
  id: "numeric-range",
  starts: FIGURES,
  pattern: new RegExp(`${numeric("a")}日?${TO}(?:${numeric("b")}|${SHORT_END})(?!\\d)日?(?:之前|以前|前)?`, "uy"),
  where: "anywhere",
  read: (groups) => {
    const last = groups["sm"] === undefined ? end(groups, "b") : { year: figure(groups["ay"]), month: figure(groups["sm"]), day: figure(groups["sd"]) };
    const first = { ...end(groups, "a"), ...(groups["ad"] === undefined ? { day: 1 } : {}) };
    return isDay(first) ? between(first, last, { year: last.year, assumed: false }) : null;
  },
  examples: [
    { text: "2025.1.1-2025.12.31", kind: "range", date: "2025-12-31" },
    { text: "2025.5.31~6.30", kind: "range", date: "2025-06-30" },
    { text: "2024/9~2025/3", kind: "range", date: "2025-03-31" },
  ],
};

function end(groups: Groups, p: string): Day {
  const year = figure(groups[`${p}y`]);
  const month = figure(groups[`${p}m`]);
  return groups[`${p}d`] === undefined ? monthEnd(year, month) : { year, month, day: figure(groups[`${p}d`]) };
}
