import { comparisonForm } from "../../text/compare";
import type { CellRule } from "../rule";
import { short, tell } from "../say";

const say = {
  elsewhere: {
    zh: "只写了“{text}”，请在格内写出主要内容",
    en: "Only “{text}” stands here; please write the substance into the cell",
  },
} as const;

const ELSEWHERE = /^(?:\(?(?:详见|见|详细见|具体见|另见|请见)(?:附件|附表|附|后附|材料|另附|报告|纸质|word|压缩包|邮件|电子版|总结|汇报)[^,。;]{0,12}\)?|另附|附后|另报|另行报送)[。.]?$/iu;
/** A longer text says more than that. */
const LONGEST = 40;

export const textSeeAttachment: CellRule = {
  scope: "cell",
  id: "text/see-attachment",
  group: "content",
  severity: "warning",
  title: { zh: "见附件", en: "See attachment" },
  why: {
    zh: "附件不参加汇总，主表里就成了空白。",
    en: "Attachments are not merged, so the table stays empty here.",
  },
  say,
  on: ["text"],
  needs: { text: { signs: ["elsewhere"], most: LONGEST } },
  check({ text }) {
    const form = text === null || text.length > LONGEST ? "" : comparisonForm(text);
    return ELSEWHERE.test(form) ? [{ message: tell(say, "elsewhere", { text: short(text ?? "") }), subject: form }] : [];
  },
  examples: [
    { name: "写明并附材料", given: [{ progress: "已完成 20 家，名单见附件。" }], reports: [] },
    { name: "只写见附件", given: [{ progress: "详见附件2" }], reports: [{ at: "1.progress", says: "elsewhere" }] },
  ],
};
