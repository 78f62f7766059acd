/** Where a date was taken away instead of moved, the later day is one that never comes. */
export const NEVER_DAY = "9999-12-31";

/** The day a date was moved to, in words. */
export function postponedDay(day: string): string {
  return day === NEVER_DAY ? "无日期" : day;
}
