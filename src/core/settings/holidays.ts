import { parseIsoDay } from "../grid/day";
import type { Holidays } from "../targets/workdays";
import type { SettingSubject } from "./subject";

const OFF = "休";
const WORKED = "班";

/** The list of holidays, a day a record; null where nobody gave one. */
export const holidays: SettingSubject<Holidays | null> = {
  word: "节假日",
  initial: null,
  records: (value) => (value ? [...inOrder(value.off).map((day) => [OFF, day]), ...inOrder(value.worked).map((day) => [WORKED, day])] : []),
  take(before, [kind, day, ...more]) {
    if (day === undefined || !parseIsoDay(day) || more.length > 0) return null;
    const { off, worked } = before ?? { off: new Set<string>(), worked: new Set<string>() };
    if (kind === OFF) return { off: new Set([...off, day]), worked };
    return kind === WORKED ? { off, worked: new Set([...worked, day]) } : null;
  },
};

function inOrder(days: ReadonlySet<string>): readonly string[] {
  return [...days].sort();
}
