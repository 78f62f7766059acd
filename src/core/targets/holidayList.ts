/** The list of days off that a person keeps, as text: a line or an item each, 2025-10-01至2025-10-08 休, 2025-10-11 班. */
import { dayNumber, dayOf, isoDay, parseIsoDay } from "../grid/day";
import { read } from "./reading";
import type { Holidays } from "./workdays";

export interface HolidayList {
  readonly holidays: Holidays;
  /** Lines that say no day, as written. */
  readonly unread: readonly string[];
}

const DAY = "(\\d{4})[-./年](\\d{1,2})[-./月](\\d{1,2})日?";
const LINE = new RegExp(`^${DAY}(?:(?:~|至|到|-{1,2})(?:${DAY}|(?:(\\d{1,2})[-./月])?(\\d{1,2})日?))?(.*)$`, "u");
const WORKED = /[班调]/u;
/** No holiday is longer; a longer line is a slip. */
const LONGEST = 31;

const iso = (year: string, month: string, day: string): string => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;

/** Reads the list; what follows a day decides: 班, 上班 or 调休 is worked, anything else is off. Empty lines and lines that begin with # are passed over. */
export function readHolidayList(text: string): HolidayList {
  const off = new Set<string>();
  const worked = new Set<string>();
  const unread: string[] = [];
  for (const line of text.split(/[\n;；]/u)) {
    const words = read(line).text;
    if (words === "" || words.startsWith("#")) continue;
    const days = daysOf(words);
    if (days === null) unread.push(line.trim());
    else for (const day of days.days) (days.worked ? worked : off).add(day);
  }
  return { holidays: { off, worked }, unread };
}

function daysOf(words: string): { readonly days: readonly string[]; readonly worked: boolean } | null {
  const found = LINE.exec(words);
  if (!found) return null;
  const [, year = "", month = "", day = "", lastYear, lastMonth = "", lastDay = "", shortMonth, shortDay, rest = ""] = found;
  const first = parseIsoDay(iso(year, month, day));
  const end = lastYear !== undefined ? iso(lastYear, lastMonth, lastDay) : shortDay === undefined ? iso(year, month, day) : iso(year, shortMonth ?? month, shortDay);
  const last = parseIsoDay(end);
  if (first === null || last === null) return null;
  const count = dayNumber(last) - dayNumber(first) + 1;
  if (count < 1 || count > LONGEST) return null;
  return { days: Array.from({ length: count }, (_, at) => isoDay(dayOf(dayNumber(first) + at))), worked: WORKED.test(rest) && !/[休放]假/u.test(rest) };
}
