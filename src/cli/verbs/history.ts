import { describeHistory, sayHistory } from "../../app/describeHistory";
import { historyOf } from "../../app/history";
import { openMaster } from "../../app/master";
import { sayMasterFault } from "../../app/sayFault";
import { parseCellName } from "../../core/grid/a1";
import { isoDay } from "../../core/grid/day";
import type { CellRef } from "../../core/grid/grid";
import { openBook } from "../openBook";
import { withSideStore } from "../sideStore";
import { refused, type Verb } from "../verb";

export const historyVerb: Verb = {
  name: "history",
  usage: "history 总台账 --cell 工作表!A1 … [--store 存储文件] [--json]",
  options: { "--cell": "list", "--store": "value" },
  async run(context) {
    const { words } = context;
    const [path] = words.places;
    const names = words.values("--cell");
    if (path === undefined || names.length === 0) return refused(context, `用法：${historyVerb.usage}`);
    const book = await openBook(path, context);
    if (!book.ok) return refused(context, book.error);
    const opened = await openMaster(book.value.excel);
    if (!opened.ok) return refused(context, sayMasterFault(opened.error));
    const master = await withSideStore(opened.value, words.value("--store"), context);
    if (!master.ok) return refused(context, master.error);
    const told = [];
    for (const name of names) {
      const at = placeOfName(name, master.value.ledger.sheet);
      if (!at) return refused(context, `--cell 应为 工作表!A1 或 A1，现在是“${name}”`);
      const history = historyOf(master.value, at, isoDay(context.asOf));
      if (!history.ok) return refused(context, sayMasterFault(history.error));
      told.push(history.value);
    }
    return { exit: 0, json: { cells: told.map(describeHistory) }, text: told.map(sayHistory).join("\n") };
  },
};

/** "E5", "表!E5" or "'我的 表'!E5"; without a sheet the ledger's own. */
function placeOfName(name: string, ledger: string): CellRef | null {
  const at = name.lastIndexOf("!");
  const cell = parseCellName(name.slice(at + 1));
  const sheet = at < 0 ? ledger : name.slice(0, at).replace(/^'(.*)'$/su, "$1").replaceAll("''", "'");
  return cell && { sheet, ...cell };
}
