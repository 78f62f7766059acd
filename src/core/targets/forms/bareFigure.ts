import { dayOfSerial, daysInMonth, isoDay } from "../../grid/day";
import { onDay, onSaidDay, yearEnd } from "../calendar";
import { NO_DEADLINE, type Deadline } from "../deadline";
import { FIGURES, type DeadlineForm } from "./form";

/** A figure and nothing else, as sheets keep dates: 2025, 202512, 20251231, or Excel's number of a day, 46022. */
export const bareFigure: DeadlineForm = {
  id: "bare-figure",
  starts: FIGURES,
  pattern: /(?<bare>(?:19|20)\d\d(?:\d\d(?:\d\d)?)?|[2-6]\d{4}(?:\.\d+)?)(?!.)/suy,
  where: "expression",
  read: ({ bare = "" }) => readFigure(bare),
  examples: [
    { text: "2025", kind: "year", date: "2025-12-31" },
    { text: "202512", kind: "date", date: "2025-12-31" },
    { text: "20250630", kind: "date", date: "2025-06-30" },
    { text: "45838", kind: "date", date: "2025-06-30" },
    { text: "202513", kind: "none", date: null },
    { text: "20250931", kind: "none", date: null },
  ],
};

function readFigure(bare: string): Deadline | null {
  const named = { year: Number(bare.slice(0, 4)), assumed: false };
  const month = Number(bare.slice(4, 6));
  if (bare.length === 4) return onDay("year", yearEnd(named.year), named);
  if (bare.length === 6 && !bare.includes(".")) return onSaidDay({ year: named.year, month, day: daysInMonth(named.year, month) }, named);
  if (bare.length === 8 && !bare.includes(".")) return onSaidDay({ year: named.year, month, day: Number(bare.slice(6)) }, named);
  const day = dayOfSerial(Math.floor(Number(bare)));
  return day === null ? null : { ...NO_DEADLINE, kind: "date", date: isoDay(day) };
}
