import type { CellRule } from "../rule";
import { tell } from "../say";

const say = {
  blank: {
    zh: "“{left}”与“{right}”之间只有空格，是两个单位吗？是的话请加顿号",
    en: "Only a blank parts “{left}” from “{right}”: if they are two units, please set 、 between them",
  },
} as const;

export const unitsBlankSeparator: CellRule = {
  scope: "cell",
  id: "units/blank-separator",
  group: "content",
  severity: "warning",
  title: { zh: "单位之间只有空格", en: "Units parted by a blank only" },
  why: {
    zh: "空格可能是分隔，也可能是误输入，要由人来定。",
    en: "A blank may part two units or be a slip; a person has to say.",
  },
  say,
  on: ["units"],
  needs: { text: {} },
  check({ text }, { units }) {
    if (text === null || units.isProse(text)) return [];
    const { parts } = units.listOf(text);
    const at = parts.findIndex((part) => part.kind === "separator" && /^[ \t\u00a0\u3000]+$/u.test(part.text));
    const left = parts[at - 1]?.text ?? "";
    const right = parts[at + 1]?.text ?? "";
    return at > 0 ? [{ message: tell(say, "blank", { left, right }), subject: `${left} ${right}` }] : [];
  },
  examples: [
    { name: "顿号", given: [{ leadUnits: "市财政局、市商务局" }], reports: [] },
    { name: "空格", given: [{ leadUnits: "市财政局 市商务局" }], reports: [{ at: "1.leadUnits", says: "blank" }] },
  ],
};
