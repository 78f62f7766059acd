import { bodyCells, issuedText } from "../cells";
import { firstDifference, tell } from "../say";
import type { AgainstRule, Finding } from "../rule";

const say = {
  respelled: {
    zh: "只是写法与母版不同（“{from}”，母版作“{to}”），按没有改动处理",
    en: "Only spelled unlike the master (“{from}”, there “{to}”); taken as unchanged",
  },
} as const;

export const masterSpelling: AgainstRule = {
  scope: "master",
  id: "master/spelling",
  group: "text",
  severity: "info",
  title: { zh: "母版文字换了写法", en: "Issued text respelled" },
  why: {
    zh: "空格、标点宽窄不同不算改动；可以一键改回母版的写法。",
    en: "Blanks and widths of marks are no change; one click restores the master’s spelling.",
  },
  say,
  beyondValues: true,
  check({ ledger }, master) {
    return [...bodyCells(ledger)].flatMap((cell): readonly Finding[] => {
      const to = cell.kind === "text" || cell.kind === "units" ? issuedText(cell, master) : null;
      if (to === null || to === cell.value || cell.mark?.formula) return [];
      const plain = !cell.mark?.struck && !cell.mark?.coloured;
      const message = tell(say, "respelled", firstDifference(String(cell.value), to));
      return [{ at: cell.at, row: cell.row?.key ?? null, message, subject: to, fixes: [{ at: cell.at, from: cell.value, to, safe: plain }] }];
    });
  },
  examples: [
    { name: "与母版一字不差", given: [{ content: "建成 350 家，完善“互联网+”平台。" }], against: [{ content: "建成 350 家，完善“互联网+”平台。" }], reports: [] },
    {
      name: "去掉了空格，换了引号",
      given: [{ content: "建成350家，完善\"互联网+\"平台。" }],
      against: [{ content: "建成 350 家，完善“互联网+”平台。" }],
      reports: [{ at: "1.content", says: "respelled", to: "建成 350 家，完善“互联网+”平台。", safe: true }],
    },
  ],
};
