import { plainFigures } from "../../text/plainFigures";
import type { CellRule } from "../rule";
import { tell } from "../say";

const say = {
  bare: {
    zh: "“{words}”是比率，是不是漏了百分号？",
    en: "“{words}” is a rate: is the percent sign missing?",
  },
} as const;

/** 率 or 比例, a verb, a number, and nothing behind it that says what is counted. */
const BARE = /(?:率|比重|比例|占比)(?:已|均|分别)?(?:达到|达|为|超过|提高到|提升至|提升到|升至|降至|降到|稳定在|保持在) ?(\d{1,3}(?:\.\d{1,3})?)(?=[，。；、,;）)\n]|以[上下内]|左右|$)/gu;
/** 普及率94.6: rates that are shares of a whole, without a verb. Others have units of their own (汇率, 死亡率, 频率). */
const BARE_SHARE = /(?:普及|覆盖|合格|完成|达标|参保|签约|就诊|治理|利用|[\u4e00-\u9fff]化|满意|通过|办结|整改|登记|入学|巩固|保障|回收|处置|处理|安装|配备|优良|开工|竣工|投产|兑现|就业|到位|执行|支付|回复|响应|知晓|联网|上架|消除|化解)率 ?(\d{1,3}(?:\.\d{1,3})?)(?=[，。；、,;）)\n]|以[上下内]|左右|$)/gu;

/** The rate with the words that name it. */
function wordsAt(text: string, start: number, length: number): string {
  const before = /[^，。；、：,;:\s]{0,8}$/u.exec(text.slice(Math.max(0, start - 8), start))?.[0] ?? "";
  return before + text.slice(start, start + length);
}

export const textRateWithoutPercent: CellRule = {
  scope: "cell",
  id: "text/rate-without-percent",
  group: "content",
  severity: "warning",
  title: { zh: "比率缺百分号", en: "Rate without a percent sign" },
  why: {
    zh: "“覆盖率达到70”可能是 70%，也可能是漏了单位，需要核实。",
    en: "覆盖率达到70 may mean 70 % or lack its unit; please check.",
  },
  say,
  on: ["text"],
  needs: { text: { signs: ["rate"], and: ["digit", "wideDigit"] } },
  check({ text: written }) {
    if (written === null || !/[率重例比]/u.test(written)) return [];
    const text = plainFigures(written);
    for (const pattern of [BARE, BARE_SHARE]) {
      for (const found of text.matchAll(pattern)) {
        // 分别达到 70、80% has its sign at the end.
        const rest = text.slice(found.index + found[0].length, found.index + found[0].length + 12);
        if (!/^、[\d.、和 ]{1,8}[%％‰]/u.test(rest)) return [{ message: tell(say, "bare", { words: wordsAt(text, found.index, found[0].length) }), subject: found[0] }];
      }
    }
    return [];
  },
  examples: [
    { name: "有百分号；其他单位", given: [{ content: "覆盖率达到 70%，死亡率降至 3.5‰，容积率为 2 倍，分别达到 70、80%。" }], reports: [] },
    { name: "紧跟在率后面", given: [{ content: "普及率94.6、覆盖率60.8%。" }, { content: "汇率7.1，死亡率3.2，容积率2.5。" }], reports: [{ at: "1.content", says: "bare" }] },
    { name: "漏了百分号", given: [{ content: "全面数字化率达到70，力争突破。" }], reports: [{ at: "1.content", says: "bare" }] },
  ],
};
