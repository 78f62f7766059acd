import { describeDeadline } from "../../app/describeDeadline";
import { parseIsoDay, type Day } from "../../core/grid/day";
import { readHolidayList } from "../../core/targets/holidayList";
import { parseDeadline } from "../../core/targets/parseDeadline";
import { sayNote } from "../../core/targets/sayNote";
import type { Holidays } from "../../core/targets/workdays";
import { refused, type Verb, type VerbContext } from "../verb";
import { yearOption } from "../yearOption";

export const deadlineVerb: Verb = {
  name: "deadline",
  usage: "deadline 时限文字… [--year 年] [--received 收到日期] [--holidays 节假日清单文件] [--json]",
  options: { "--year": "value", "--received": "value", "--holidays": "value" },
  async run(context) {
    const texts = context.words.places;
    const year = yearOption(context.words.value("--year"));
    const received = dayOption(context.words.value("--received"));
    if (texts.length === 0 || !year.ok || received === undefined) return refused(context, `用法：${deadlineVerb.usage}`);
    const holidays = await holidaysOf(context);
    if (holidays === undefined) return refused(context, `用法：${deadlineVerb.usage}`);
    const deadlines = texts.map((text) => parseDeadline(text, { year: year.value, asOf: context.asOf, received, holidays }));
    return {
      exit: 0,
      json: deadlines.map((deadline, index) => ({ ...describeDeadline(deadline), text: texts[index] })),
      text: deadlines
        .map((deadline, index) => {
          const later = deadline.alternative === null ? "" : `（或 ${deadline.alternative}）`;
          const note = sayNote(deadline);
          return `${texts[index] ?? ""} → ${deadline.date ?? "无明确日期"}${later}${note === null ? "" : `；${note}`}`;
        })
        .join("\n"),
    };
  },
};

/** The day of an option, null where it isn't given, undefined where it is no day. */
function dayOption(text: string | null): Day | null | undefined {
  return text === null ? null : (parseIsoDay(text) ?? undefined);
}

/** The list of `--holidays`, null where none is given, undefined where it can't be read. Lines that say no day are told. */
async function holidaysOf(context: VerbContext): Promise<Holidays | null | undefined> {
  const path = context.words.value("--holidays");
  if (path === null) return null;
  const file = await context.files.read(path);
  if ("why" in file) {
    context.say(file.why);
    return undefined;
  }
  const { holidays, unread } = readHolidayList(new TextDecoder().decode(file.bytes));
  for (const line of unread) context.say(`节假日清单中有一行看不懂，未采用：${line}`);
  return holidays;
}
