import type { Day } from "../../grid/day";
import { documentYear, daysLater, onDay } from "../calendar";
import { NO_DEADLINE } from "../deadline";
import { hasYear, year, yearIn, YEAR_STARTS, YEAR_SECOND, type DeadlineForm } from "./form";

/** The holidays of the solar calendar. */
const HOLIDAYS: ReadonlyMap<string, readonly [month: number, day: number]> = new Map([
  ["元旦", [1, 1]], ["五一", [5, 1]], ["劳动节", [5, 1]], ["七一", [7, 1]], ["八一", [8, 1]], ["十一", [10, 1]], ["国庆", [10, 1]],
]);

/** New Year's day of the lunar calendar, by year; outside the table 春节前 has no date. */
const SPRING_FESTIVALS: ReadonlyMap<number, readonly [month: number, day: number]> = new Map([
  [2020, [1, 25]], [2021, [2, 12]], [2022, [2, 1]], [2023, [1, 22]], [2024, [2, 10]], [2025, [1, 29]], [2026, [2, 17]], [2027, [2, 6]],
  [2028, [1, 26]], [2029, [2, 13]], [2030, [2, 3]], [2031, [1, 23]], [2032, [2, 11]], [2033, [1, 31]], [2034, [2, 19]], [2035, [2, 8]],
]);

/** Mid-autumn, by year. */
const MID_AUTUMNS: ReadonlyMap<number, readonly [month: number, day: number]> = new Map([
  [2020, [10, 1]], [2021, [9, 21]], [2022, [9, 10]], [2023, [9, 29]], [2024, [9, 17]], [2025, [10, 6]], [2026, [9, 25]], [2027, [9, 15]],
  [2028, [10, 3]], [2029, [9, 22]], [2030, [9, 12]],
]);

/** Dragon-boat festival, by year. */
const DRAGON_BOATS: ReadonlyMap<number, readonly [month: number, day: number]> = new Map([
  [2020, [6, 25]], [2021, [6, 14]], [2022, [6, 3]], [2023, [6, 22]], [2024, [6, 10]], [2025, [5, 31]], [2026, [6, 19]], [2027, [6, 9]],
  [2028, [5, 28]], [2029, [6, 16]], [2030, [6, 5]],
]);

/** 清明 in this century: 4 or 5 April, by the usual reckoning of the solar terms. */
const tombSweeping = (year: number): readonly [month: number, day: number] => [4, Math.floor((year % 100) * 0.2422 + 4.81) - Math.floor((year % 100) / 4)];

/** 国庆节前: the day before it keeps it. 元旦前 means the coming one. */
export const publicHoliday: DeadlineForm = {
  id: "public-holiday",
  starts: YEAR_STARTS + "元五劳七八十国春中清端“",
  second: YEAR_SECOND + "旦动庆节七八十国元春劳秋中明午清端",
  afterYear: "“元五劳七八十国春中清端",
  pattern: new RegExp(`${year()}?“?(?<holiday>${[...HOLIDAYS.keys()].join("|")}|春|中秋|清明|端午)”?(?:国际劳动节|节)?(?:假期)?(?:之前|以前|前)(?!夕|后)`, "uy"),
  where: "anywhere",
  read: (groups, context) => {
    const said = yearIn(groups, context);
    const coming = groups["holiday"] === "元旦" && !hasYear(groups);
    const of = coming ? documentYear(context) + 1 : said.year;
    const date = dateOf(groups["holiday"] ?? "", of);
    if (date === undefined) return NO_DEADLINE;
    const [month, day] = date;
    const eve: Day = daysLater({ year: of, month, day }, -1);
    return onDay("date", eve, said);
  },
  examples: [
    { text: "国庆节前", kind: "date", date: "2024-09-30" },
    { text: "元旦前", kind: "date", date: "2024-12-31" },
    { text: "2025年春节前", kind: "date", date: "2025-01-28" },
    { text: "2025年清明节前", kind: "date", date: "2025-04-03" },
    { text: "2025年端午节前", kind: "date", date: "2025-05-30" },
    { text: "中秋节前", kind: "date", date: "2024-09-16" },
    { text: "2025年“五一”前", kind: "date", date: "2025-04-30" },
  ],
};

function dateOf(holiday: string, year: number): readonly [month: number, day: number] | undefined {
  if (holiday === "春") return SPRING_FESTIVALS.get(year);
  if (holiday === "清明") return tombSweeping(year);
  if (holiday === "端午") return DRAGON_BOATS.get(year);
  return holiday === "中秋" ? MID_AUTUMNS.get(year) : HOLIDAYS.get(holiday);
}
