/**
 * The day on which a task was really finished, where the ledger has a column for it (实际完成时间, 办结日期): a report too.
 * It counts where the 状态 cell is empty; a plan written there ("预计…", "…前") does not.
 */
import { parseIsoDay, serialOfDay } from "../grid/day";
import type { CellValue } from "../grid/grid";
import type { Ledger } from "../ledger/ledger";
import { ownerOf } from "../ledger/columns";
import { comparisonForm } from "../text/compare";
import { call, quoted, spacelessIn } from "./expression";
import { spaceless } from "./figure";

/** Headers that can mean nothing else, and those that mean it among the columns that departments fill in. */
const SURELY = /^(?:实际|已)?(?:完成|办结|销号|整改完成|竣工|完工)(?:时间|日期)$/u;
const ACTUAL = /^(?:实际完成|实际办结|实际竣工|办结|销号|已完成)/u;
const REPLY_GROUP = /(?:完成|办理|落实|进展|推进|整改|填报)情况\//u;

/** The position of the column in `Ledger.columns`, or null. A column that gives the deadline is none. */
export function completionColumn(ledger: Ledger): number | null {
  const firstReply = Math.min(...ledger.columns.filter(({ key }) => key !== "note" && isKnownReply(key)).map(({ col }) => col));
  const found = ledger.columns.findIndex(({ key, header, col }) => {
    if (key === "deadline") return false;
    const words = comparisonForm(header);
    const last = words.split("/").at(-1) ?? words;
    return SURELY.test(last) && (ACTUAL.test(last) || REPLY_GROUP.test(words) || col > firstReply);
  });
  return found < 0 ? null : found;
}

function isKnownReply(key: string): boolean {
  return ["reportedValue", "status", "progress", "problems", "nextSteps"].includes(key) && ownerOf(key) !== "master";
}

/** The first day that Excel's numbers are taken for dates here: 2000-01-01. */
const FIRST = 36526;
const PLANNED = ["前", "底", "计划", "预计", "拟", "未"] as const;

/** Whether the cell says that the task was finished by the as-of day. */
export function saysCompleted(value: CellValue, asOf: string): boolean {
  if (typeof value === "number") return value >= FIRST && Math.floor(value) <= serialOf(asOf);
  if (typeof value !== "string") return false;
  const form = spaceless(value);
  const year = form.startsWith("20") && form.length >= 6 ? Number(form.slice(0, 4)) : Infinity;
  return year <= Number(asOf.slice(0, 4)) && !PLANNED.some((word) => form.includes(word));
}

/** `saysCompleted` over a cell. */
export function completedIn(cell: string, asOf: string): string {
  const form = spacelessIn(cell);
  const dated = call("AND", call("ISNUMBER", cell), `${cell}>=${FIRST}`, `INT(${cell})<=INT(${asOf})`);
  const year = call("IFERROR", `VALUE(LEFT(${form},4)&"E0")`, "9999");
  const planned = call("OR", ...PLANNED.map((word) => call("ISNUMBER", call("FIND", quoted(word), form))));
  const worded = call("AND", call("ISTEXT", cell), `LEFT(${form},2)="20"`, `LEN(${form})>=6`, `${year}<=YEAR(${asOf})`, call("NOT", planned));
  return call("OR", call("IFERROR", dated, "FALSE"), call("IFERROR", worded, "FALSE"));
}

function serialOf(iso: string): number {
  const day = parseIsoDay(iso);
  return day ? serialOfDay(day) : -Infinity;
}
