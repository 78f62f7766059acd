import { headerPlace } from "../finding";
import type { LedgerRule } from "../rule";
import { tell } from "../say";

const say = {
  pictures: {
    zh: "有{times}张图片，里面的文字读不到，请写进单元格",
    en: "{times} pictures hold text that can’t be read; please type it into cells",
  },
  embedded: {
    zh: "嵌入了{times}个文件，里面的内容读不到，请写进单元格",
    en: "{times} embedded files can’t be read; please type their content into cells",
  },
  drawings: {
    zh: "有{times}处文本框、图形或图表，里面的文字读不到，请写进单元格",
    en: "{times} text boxes, shapes or charts can’t be read; please type their text into cells",
  },
} as const;


export const bookNotRead: LedgerRule = {
  scope: "ledger",
  id: "book/not-read",
  group: "content",
  severity: "error",
  title: { zh: "图片和附件没有读取", en: "Pictures and attachments are not read" },
  why: {
    zh: "粘贴的图片、嵌入的文档里的内容不能检查和汇总，要写进单元格。",
    en: "What stands in pictures and embedded documents is neither checked nor merged; it has to be typed into cells.",
  },
  say,
  beyondValues: true,
  check({ ledger, book }) {
    const times = (id: string): number => Number(book?.remarks.find((remark) => remark.id === id)?.params["count"] ?? 0);
    const [embedded, pictures, drawings] = [times("file/embeddings"), times("file/pictures"), times("file/drawings")];
    // An embedded file has its picture, and a picture its drawing.
    const message = embedded > 0 ? tell(say, "embedded", { times: embedded }) : pictures > 0 ? tell(say, "pictures", { times: pictures }) : drawings > 0 ? tell(say, "drawings", { times: drawings }) : null;
    return message ? [{ at: headerPlace(ledger), row: null, message }] : [];
  },
  examples: [
    { name: "只有单元格", given: [{}], book: {}, reports: [] },
    { name: "图片", given: [{}], book: { remarks: [{ id: "file/pictures", params: { count: 1 } }, { id: "file/drawings", params: { count: 1 } }] }, reports: [{ at: "0.serial", says: "pictures" }] },
    { name: "嵌入的文档", given: [{}], book: { remarks: [{ id: "file/embeddings", params: { count: 1 } }] }, reports: [{ at: "0.serial", says: "embedded" }] },
    { name: "文本框", given: [{}], book: { remarks: [{ id: "file/drawings", params: { count: 2 } }] }, reports: [{ at: "0.serial", says: "drawings" }] },
  ],
};
