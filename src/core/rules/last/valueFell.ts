import { cellMark, cellOf, textOf } from "../../ledger/ledger";
import { comparisonForm } from "../../text/compare";
import { readNumber } from "../../text/readNumber";
import { inRow } from "../finding";
import type { AgainstRule } from "../rule";
import { tell } from "../say";

const say = {
  textFell: {
    zh: "“{words}”由上期的{from}降到{to}，请核实",
    en: "“{words}” fell from {from} in the round before to {to}; please check",
  },
  fell: {
    zh: "完成值由上期的{from}降到{to}，请核实",
    en: "The reported value fell from {from} in the round before to {to}; please check",
  },
} as const;

/** What only grows in a year: shares that are reached and things that are finished, with the words before the figure. */
const GROWING = /((?:[\p{Script=Han}]{2,8}(?:普及|覆盖|完成|签约|开工|竣工|支付|参保|登记)率|(?:累计|已|共)(?:完成|建成|竣工|改造|投资|新增|签约|整改|办结)[\p{Script=Han}]{0,8})(?:已?达到?|为)?)(\d{1,9}(?:\.\d{1,4})?)([%％]|\p{Script=Han}{0,2})/gu;
/** A month's own figures go up and down. */
const OF_A_MONTH = /本月|当月|本季|本周|今日|期间|其中/u;

interface Fallen {
  readonly words: string;
  readonly before: string;
  readonly now: string;
}

/** Figures of growing things by their words and measure; those that stand there twice tell nothing. */
function growing(text: string): ReadonlyMap<string, { readonly words: string; readonly figure: string } | null> {
  const found = new Map<string, { words: string; figure: string } | null>();
  for (const clause of comparisonForm(text).split(/[,;。;\n]/u)) {
    if (!/\d/u.test(clause) || OF_A_MONTH.test(clause)) continue;
    for (const [, words = "", figure = "", measure = ""] of clause.matchAll(GROWING)) {
      const key = `${words.replace(/(?:已?达到?|为)$/u, "")} ${measure}`;
      found.set(key, found.has(key) ? null : { words, figure: figure + measure });
    }
  }
  return found;
}

function inTexts(before: string, now: string): readonly Fallen[] {
  const last = growing(before);
  return [...growing(now)].flatMap(([key, own]) => {
    const old = last.get(key);
    return own && old && Number.parseFloat(own.figure) < Number.parseFloat(old.figure) ? [{ words: own.words, before: old.figure, now: own.figure }] : [];
  });
}

export const lastValueFell: AgainstRule = {
  scope: "last",
  id: "last/value-fell",
  group: "content",
  severity: "warning",
  title: { zh: "完成值倒退", en: "Reported value fell" },
  why: {
    zh: "累计数不会变小；变小多是填错，或上期多报了。",
    en: "A total does not shrink: one of the two is wrong.",
  },
  say,
  check({ ledger }, { ledger: last, twins }) {
    return [...twins].flatMap(([row, twin]) => {
      const to = readNumber(cellOf(ledger, row, "reportedValue"), cellMark(ledger, row, "reportedValue"));
      const from = readNumber(cellOf(last, twin, "reportedValue"), cellMark(last, twin, "reportedValue"));
      if (!to && !from) return inTexts(textOf(last, twin, "progress"), textOf(ledger, row, "progress")).map(({ words, before, now }) =>
        inRow(ledger, row, "progress", tell(say, "textFell", { words, from: before, to: now }), { subject: `${words} ${now}` }));
      if (!to || !from || to.value >= from.value || to.measure !== from.measure) return [];
      return [inRow(ledger, row, "reportedValue", tell(say, "fell", { from: from.value, to: to.value }), { subject: String(to.value) })];
    });
  },
  examples: [
    { name: "有增长", given: [{ reportedValue: 82 }], against: [{ reportedValue: 79 }], reports: [] },
    { name: "正文里的覆盖率倒退，当月数不算", given: [{ progress: "5G网络覆盖率达到79%。" }, { progress: "本月已完成3项，累计完成20项。" }], against: [{ progress: "5G网络覆盖率82%。" }, { progress: "本月已完成5项，累计完成17项。" }], reports: [{ at: "1.progress", says: "textFell" }] },
    { name: "倒退", given: [{ reportedValue: 79 }], against: [{ reportedValue: 82 }], reports: [{ at: "1.reportedValue", says: "fell" }] },
  ],
};
