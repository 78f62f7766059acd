import { describeDeadline } from "../../app/describeDeadline";
import { parseDeadline } from "../../core/targets/parseDeadline";
import { refused, type Verb } from "../verb";
import { yearOption } from "../yearOption";

export const deadlineVerb: Verb = {
  name: "deadline",
  usage: "deadline 时限文字… [--year 年] [--json]",
  options: { "--year": "value" },
  async run(context) {
    const texts = context.words.places;
    const year = yearOption(context.words.value("--year"));
    if (texts.length === 0 || !year.ok) return refused(context, `用法：${deadlineVerb.usage}`);
    const deadlines = texts.map((text) => parseDeadline(text, { year: year.value, asOf: context.asOf }));
    return {
      exit: 0,
      json: deadlines.map((deadline, index) => ({ ...describeDeadline(deadline), text: texts[index] })),
      text: deadlines.map((deadline, index) => `${texts[index] ?? ""} → ${deadline.date ?? "无明确日期"}${deadline.alternative === null ? "" : `（或 ${deadline.alternative}）`}`).join("\n"),
    };
  },
};
