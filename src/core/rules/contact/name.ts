import type { CellRule } from "../rule";
import { joinedName } from "../names";
import { tell } from "../say";

const say = {
  spread: {
    zh: "姓名“{from}”中间有空格，宜作“{to}”",
    en: "The name “{from}” has a blank in it; better “{to}”",
  },
} as const;

export const contactName: CellRule = {
  scope: "cell",
  id: "contact/name",
  group: "text",
  severity: "info",
  title: { zh: "姓名中间有空格", en: "Blank inside a name" },
  why: {
    zh: "为对齐加的空格使同一个人对不上。",
    en: "The blank that lines names up keeps them from being found.",
  },
  say,
  on: ["text"],
  under: ["contact"],
  needs: { text: {} },
  check({ text, key }) {
    if (text === null || key !== "contact") return [];
    const to = joinedName(text);
    return to === text ? [] : [{ message: tell(say, "spread", { from: text.slice(0, 6).trim(), to: to.slice(0, 4).trim() }), to }];
  },
  examples: [
    { name: "姓名和电话", given: [{ contact: "张三 13800000000" }, { contact: "欧阳明" }], reports: [] },
    { name: "张 三", given: [{ contact: "张 三" }], reports: [{ at: "1.contact", says: "spread", to: "张三", safe: false }] },
  ],
};
