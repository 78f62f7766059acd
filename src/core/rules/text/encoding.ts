import { GARBLED } from "../garbled";
import type { CellRule } from "../rule";
import { short, tell } from "../say";

const say = {
  damaged: {
    zh: "文字已成乱码：“{text}”，请向填报单位要原文",
    en: "The text is garbled: “{text}”; please ask for the original",
  },
  escaped: {
    zh: "混入了换行的代码“{code}”，应是换行或多余字符",
    en: "The code “{code}” stands in place of a line break",
  },
} as const;

const ESCAPED = /_x000[dDaA]_/u;

export const textEncoding: CellRule = {
  scope: "cell",
  id: "text/encoding",
  group: "content",
  severity: "error",
  title: { zh: "乱码", en: "Garbled text" },
  why: {
    zh: "编码弄错后原来的字已经丢失，只能重新要。",
    en: "Once the encoding went wrong the characters are lost, and have to be asked for again.",
  },
  say,
  on: ["serial", "text", "units", "status", "date", "number", "heading", "margin"],
  needs: { text: { signs: ["garbled", "doubtful"] } },
  check({ text }) {
    const found = text === null ? null : GARBLED.exec(text);
    const code = text === null ? null : ESCAPED.exec(text)?.[0];
    return [
      ...(found && text !== null ? [{ message: tell(say, "damaged", { text: short(text.slice(Math.max(0, found.index - 4))) }) }] : []),
      ...(code && text !== null ? [{ message: tell(say, "escaped", { code }), subject: code, to: text.replace(/_x000[dD]_/gu, "").replace(/_x000[aA]_/gu, "\n") }] : []),
    ];
  },
  examples: [
    { name: "正常文字", given: [{ content: "是否完成？请核实？？中国（山东）。" }], reports: [] },
    { name: "锟斤拷", given: [{ content: "推进锟斤拷锟斤拷工作。" }], reports: [{ at: "1.content", says: "damaged" }] },
    { name: "问号", given: [{ content: "????????" }], reports: [{ at: "1.content", says: "damaged" }] },
    { name: "替换符", given: [{ leadUnits: "市\ufffd政局" }], reports: [{ at: "1.leadUnits", says: "damaged" }] },
    { name: "换行代码", given: [{ progress: "已立项。_x000D_\n已摸底。" }], reports: [{ at: "1.progress", says: "escaped", to: "已立项。\n已摸底。", safe: false }] },
  ],
};
