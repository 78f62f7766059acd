/** Reads a cell of the column 完成时限, whatever a department put there: a date, a figure, words, or something that is no time at all. */
import { dayOfSerial, isoDay } from "../grid/day";
import { isEmpty, plainText, type CellMark, type CellValue } from "../grid/grid";
import { onDay, type DeadlineContext } from "./calendar";
import { NO_DEADLINE, type Deadline } from "./deadline";
import { parseDeadline } from "./parseDeadline";

/** Why a cell gives no deadline; a person is asked, nothing is guessed. */
export type DeadlineProblem =
  /** The name of a unit: the columns have slipped. */
  | "unit"
  /** 2025年9月31日: written as a date, and there is no such day. */
  | "impossible"
  /** Words that say something, but not when: 视情况推进. */
  | "undated"
  /** An error value such as #REF!. */
  | "error"
  /** Anything else. */
  | "nonsense";

export type DeadlineCellRead =
  | { readonly deadline: Deadline }
  | { readonly problem: DeadlineProblem; readonly text: string };

const NOTHING = /^[\s\-—–/\\、，。.·无待定暂]*(?:无|待定|暂无|暂定|不限|另行通知|未定)?[\s。]*$/u;
const UNIT =
  /^(?:[^，。；\d]{0,30})(?:委|局|办|部|厅|处|科|队|室|中心|公司|集团|政府|党委|法院|检察院|学院|大学|医院|银行|分行|支行|协会|联合会|总工会|妇联|团委|供销社|税务局|管委会|街道|乡|镇|区县|各单位|单位|部门|各大队|支队|大队|站|所|院)(?:（[^）]*）|\([^)]*\))?$/u;
const WORDS = /[一-龥]{2}/u;

/** The deadline of a cell, or why there is none. A blank cell, 无 and 待定 are no deadline and no problem. */
export function readDeadlineCell(value: CellValue, mark: CellMark | undefined, context: DeadlineContext): DeadlineCellRead {
  if (isEmpty(value)) return { deadline: NO_DEADLINE };
  if (mark?.error === true) return { problem: "error", text: plainText(value) };
  if (typeof value === "number") return ofNumber(value, mark?.date === true, context);
  if (typeof value === "boolean") return { problem: "nonsense", text: plainText(value) };
  return ofText(value ?? "", context);
}

/** Excel's numbers of the days that a ledger may mean: 1954 to 2064. */
const SERIALS = { least: 20_000, most: 60_000 } as const;

function ofNumber(value: number, isDate: boolean, context: DeadlineContext): DeadlineCellRead {
  const text = plainText(value);
  const day = isDate || (value >= SERIALS.least && value <= SERIALS.most) ? dayOfSerial(value) : null;
  if (day !== null) return { deadline: { ...onDay("date", day, { year: day.year, assumed: false }), text: isoDay(day) } };
  const month = monthInFigure(value);
  if (month !== null) return { deadline: { ...month, text } };
  return ofText(text, context);
}

/** 2025.1 was typed as January, or as October whose 0 the sheet dropped. */
function monthInFigure(value: number): Deadline | null {
  const year = Math.floor(value);
  if (year < 1990 || year > 2100 || Math.round((value - year) * 10) !== 1 || String(value).length !== 6) return null;
  const said = { year, assumed: false };
  return onDay("date", { year, month: 1, day: 31 }, said, { year, month: 10, day: 31 });
}

function ofText(text: string, context: DeadlineContext): DeadlineCellRead {
  if (NOTHING.test(text)) return { deadline: NO_DEADLINE };
  const deadline = parseDeadline(text, context);
  if (deadline.kind !== "none") return { deadline };
  if (deadline.note?.kind === "impossible") return { problem: "impossible", text };
  if (deadline.note !== undefined) return { deadline };
  return { problem: problemOf(text.trim()), text };
}

function problemOf(text: string): DeadlineProblem {
  const names = text.split(/[、，,;；\n/]/u).map((name) => name.trim()).filter((name) => name !== "");
  if (names.length > 0 && names.every((name) => name.length <= 40 && UNIT.test(name))) return "unit";
  return WORDS.test(text) ? "undated" : "nonsense";
}
