/** What both journeys through the product need. */
import { utils, write } from "@e965/xlsx";
import type { Page } from "playwright-core";

/** A file that comes later: 市财政局 on task 53, written by SheetJS as other programs would. */
export function laterReturn(): Buffer {
  const book = utils.book_new();
  const rows = [
    ["序号", "重点任务", "工作内容", "牵头单位", "责任单位", "进展情况"],
    [53, "加大财政支持力度", "", "市财政局", "", "已拨付第三批资金。"],
  ];
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), "Sheet1");
  return write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;
}

/** Waits until it holds, twenty seconds at most. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("waited 20 s in vain");
}

/** Until buttons have come back to their own colours: halfway, a grey one has too little contrast. */
export async function atRest(page: Page): Promise<void> {
  await until(() => page.evaluate(() => document.getAnimations().every(({ playState }) => playState !== "running") && document.querySelectorAll("button:disabled").length === 0));
}
