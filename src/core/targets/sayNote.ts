/** What a deadline's note says to a person, in Chinese. */
import type { Deadline } from "./deadline";

/** Said wherever days off were reckoned without the year's list. */
const WITHOUT_LIST = "未含调休";

/** The sentence beside a deadline that says what its words leave open or how it was reckoned, or null where nothing is to be said. */
export function sayNote({ note, date, assumedYear }: Deadline): string | null {
  switch (note?.kind) {
    case "impossible":
      return "日历上没有这一天";
    case "after-event": {
      const span = `${note.days}${note.workdays ? "个工作日" : "天"}`;
      if (date === null) return note.event === "" ? `从何日起算${span}，文中未写` : `从“${note.event}”之日起算${span}，起算日未知`;
      return note.workdays && !note.withHolidays ? `按收到之日起${span}推算，${WITHOUT_LIST}` : `按收到之日起${span}推算`;
    }
    case "months-from-now":
      return "须知道文件的月份才能推算";
    case "moves-off-holidays":
      return note.withHolidays ? "遇节假日已顺延" : `遇周末已顺延，${WITHOUT_LIST}`;
    case undefined:
      return assumedYear === null ? null : `原文未写年份，按 ${assumedYear} 年推算`;
  }
}
